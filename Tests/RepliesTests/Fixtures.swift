import Replies
import SourceText

/// Letters of invented cases: another force, another offence and another applicant than any real one.
enum Fixtures {
  static func read(_ text: String) -> Reply { Reply(source(text)) }

  static func source(_ text: String) -> Source { Source(name: "letter", text: text) }

  /// A clarification with the request quoted, five numbered points, and one suggestion with a hole in it.
  static let clarification = """
    Freedom of Information Unit

    Dear R Hale

    FOI Request Reference: KP-431/24

    We have your request, which we received on 4/11/2024.

    REQUEST

    1a. How many people were arrested in 2023/24 for tool thefts of any sort from tradesmen?

    1b. List every theft linked with them:

    e.g. section 1 of the Theft Act [number]; section 9 of the Theft Act [number].

    1c. In how many cases did a bait van play a part?

    2. How many arrests in 2023/24 rested on video from vans of your own?

    3. How many in 2023/24 rested on video from so-called van watchers?

    4. What are the names of the van watch groups who sent you video in 2023/24?

    CLARIFICATION REQUIRED

    Your request needs clarification, as we need more details to find the records.

    Our questions to you:

    1. Do you mean the financial year 2023/2024 or the calendar years 2023 and 2024?

    2. In Question 1a you speak of "tool thefts of any sort from tradesmen". That is too vague. We are unable to identify trades in custody records.

    Our suggestion would be to count thefts from vehicles whose owner is aged over years.

    http://foi.example.police.uk/vans

    Please note that older figures are published on our website.

    3: Question 1B speaks of thefts "linked" with arrests. Linked is too wide. Might we suggest that you ask for "thefts recorded" by section, as each theft has a record of its own.

    4: Question 2 and 3, a van is no search option, so each record would have to be manually read. You could reword these (no suggestions from us) or leave them out.

    5: Question 4, it would be simpler if you name the groups you have in mind. Please list them.

    Please resubmit your request with points 1-5 above settled.

    Please note that the Act applies to recorded information, so we cannot offer views.

    We will keep the case open for your clarification for some time: please reply within 30 working days of this letter. We then have 20 working days for our answer. Without a reply your request will be closed.

    Yours sincerely,

    Freedom of Information Officer

    show quoted sections
    """

  /// A letter wrapped by a mail program, without numbers or blank lines.
  static func plain(_ body: String) -> String {
    """
    We received your request about the street lamps of the borough on
    06/03/2024, and thank you for it.
    We need to seek clarification of your request before our search for the
    records can start.
    \(body)
    By law our answer is due within 20 working days. The clock begins to run
    on the day after your clarification has come.
    Send your clarification by email or post. Please note that we will close
    the case if we have heard nothing within 2 months.
    """
  }
}
