import BuiltIn
import Linting
import SourceText

/// What a phrase in a letter shows.
///
/// Each is a way in which authorities write, not a letter seen once; the phrases are in the linter's language, in `signals.txt` among the data.
enum Signal: String, Sendable, Hashable, CaseIterable {
  // What a sentence does.
  /// Asks the applicant for something.
  case asks
  /// Says that something will be asked, without asking it.
  case announces
  /// What every letter of its kind says: time limits, routes, contacts.
  case boilerplate
  /// Says how the authority will read a part of the request.
  case reads
  /// Says what is wrong with a part of the request.
  case problem
  /// Speaks of what the applicant is after, which in a question asks for it.
  case aims
  /// Says what is missing, which asks for it unless the next sentence does.
  case lacks
  /// Proposes other words or another question.
  case suggests
  /// Says that nothing need be asked about a question.
  case settled
  /// Says that it is about all of the questions.
  case wholeRequest
  /// Goes on about a question asked just before.
  case hints
  /// Begins a further question in the same paragraph.
  case joins
  /// Says "this" of what stands in the sentence before.
  case leans
  /// Stands before, and after, the things between which one is to choose.
  case leadsIn, trailsOff
  /// Says that what the authority asks stands below each of the applicant's questions.
  case againstEach
  /// Asks what "yes" or "no" would answer.
  case yesOrNo
  /// Leaves out what a number belongs to.
  case hole
  // Whose words follow.
  case quotesRequest, quotesAuthority, closing, footer
  /// Says that the request stands below, or names it, which quotes it where a list or a quotation follows.
  case quotesBelow, namesRequest
  /// Begins what is said of a question that is repeated above: "Response: …".
  case comments
  /// The authority speaks, so that a quotation is over.
  case speaks
  /// The applicant speaks, so that it is not over.
  case applicantSpeaks
  // What the letter is.
  case extends, transfers, charges, refuses, costs, estimates, clarifies, responds, acknowledges,
    thanks
  case neitherConfirmNorDeny
  /// Says that something may be so, which decides nothing.
  case hedges
  /// Calls itself an answer in its title.
  case entitles
  /// Says that the request is at an end because the applicant did not answer.
  case closes
  /// Hopes to answer by a day, which takes more time where the letter also speaks of what is to be weighed.
  case expects, weighs
  /// Says of a question that there is nothing to give.
  case holdsNothing
  /// Tells the outcome of a review, and speaks of one that is yet to come.
  case reviews, offersReview
  /// What a review makes of the first decision.
  case upholds, changesInPart, overturns
  // Dates.
  case requestReceived, replied, reviewWithin
  /// Says when the authority will answer.
  case promises
  /// Says what becomes of the request when the applicant does not answer.
  case lapses

  static let phrases = MeaningfulPhrases<Signal>(BuiltIn.signalTable)
}
