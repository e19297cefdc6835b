import WorkingDays

/// The law under which a request is made.
///
/// Which one applies follows from the authority, not from where the applicant lives.
public enum Regime: String, Sendable, Hashable, CaseIterable {
  /// The Freedom of Information Act 2000: England, Wales, Northern Ireland and bodies of the whole kingdom.
  case foia
  /// The Freedom of Information (Scotland) Act 2002: Scottish authorities.
  case foisa

  /// The title of the Act as a letter gives it.
  public var name: String {
    switch self {
    case .foia: "Freedom of Information Act 2000"
    case .foisa: "Freedom of Information (Scotland) Act 2002"
    }
  }

  public var shortName: String {
    switch self {
    case .foia: "FOIA"
    case .foisa: "FOISA"
    }
  }

  /// Who decides complaints, to stand after "the".
  ///
  /// The Data (Use and Access) Act 2025 replaces the Information Commissioner by an Information
  /// Commission (https://www.legislation.gov.uk/uksi/2026/386/body/made); both names stand until it has.
  public var regulator: String {
    switch self {
    case .foia: "ICO (Information Commission)"
    case .foisa: "Scottish Information Commissioner"
    }
  }

  /// Where complaints are made.
  public var complaintsPage: String {
    switch self {
    case .foia: "https://ico.org.uk/make-a-complaint/foi-and-eir-complaints/foi-and-eir-complaints/"
    case .foisa: "https://www.foi.scot"
    }
  }
}

extension Regime {
  /// Working days for the reply, counted from the day after receipt.
  ///
  /// FOIA section 10(1); FOISA section 10(1), as https://www.whatdotheyknow.com/help/officers explains.
  public var replyDays: Int { 20 }

  /// Working days usually added to weigh the public interest; nil where the law knows no such extension.
  ///
  /// FOIA section 10(3) sets no number; 20 is customary. https://www.whatdotheyknow.com/help/officers
  public var publicInterestDays: Int? { self == .foia ? 20 : nil }
}

extension Regime {
  /// What to ask for when a reply is unsatisfactory.
  public var reviewName: String {
    switch self {
    case .foia: "internal review"
    case .foisa: "requirement for review"
    }
  }

  /// Whether the times to ask for a review and to complain stand in the law; else the regulator's guidance gives them.
  ///
  /// The Act of 2000 has no internal review: the Code of Practice under its section 45 makes it the standard.
  /// https://ico.org.uk/for-organisations/guidance-index/freedom-of-information-and-environmental-information-regulations/section-45-code-of-practice-request-handling
  public var setsReviewTimes: Bool { self == .foisa }

  /// Working days after the reply within which to ask for a review.
  ///
  /// FOIA: https://ico.org.uk/for-the-public/official-information/what-to-do-if-you-are-dissatisfied-with-the-response.
  /// FOISA section 20: https://www.whatdotheyknow.com/help/about_foisa
  public var reviewRequestDays: Int { 40 }

  /// Working days in which the authority should review.
  ///
  /// FOIA: https://ico.org.uk/for-organisations/foi/guide-to-managing-an-foi-request/complaints-internal-reviews/
  public var reviewReplyDays: Int { 20 }

  /// Working days that a review may take in an exceptional case.
  public var reviewReplyDaysAtMost: Int { self == .foia ? 40 : 20 }

  /// Whether a review must come before a complaint even when the authority never replied.
  ///
  /// In Scotland silence counts as a refusal. https://www.whatdotheyknow.com/help/about_foisa
  public var needsReviewAfterSilence: Bool { self == .foisa }

  /// The time within which to complain to the regulator after the review.
  public enum ComplaintWindow: Sendable, Hashable {
    case weeks(Int)
    case months(Int)

    /// `6 weeks`
    public var text: String {
      switch self {
      case .weeks(let count): "\(count) weeks"
      case .months(let count): "\(count) months"
      }
    }

    /// The last day, counted from the day of the answer.
    public func end(after day: Day) -> Day {
      switch self {
      case .weeks(let count): day + 7 * count
      case .months(let count): day.adding(months: count)
      }
    }
  }

  /// FOIA: https://ico.org.uk/make-a-complaint/foi-and-eir-complaints/foi-and-eir-complaints/.
  /// FOISA: https://www.whatdotheyknow.com/help/about_foisa
  public var complaintWindow: ComplaintWindow {
    switch self {
    case .foia: .weeks(6)
    case .foisa: .months(6)
    }
  }
}

extension Regime {
  /// What an authority may charge for the work of answering.
  public struct Fees: Sendable, Hashable {
    /// Pounds of work that cost the applicant nothing.
    public let freePounds: Int
    /// Percent of the work above that which may be charged.
    public let percent: Int
    /// The most pounds that can be charged.
    public let mostPounds: Int
  }

  /// Nil where work within the cost limit is free.
  ///
  /// FOISA: https://www.falkirk.gov.uk/services/council-democracy/access-to-information/freedom-of-information/charges.aspx
  public var fees: Fees? {
    self == .foisa ? Fees(freePounds: 100, percent: 10, mostPounds: 50) : nil
  }
}

extension Regime {
  /// Months in which a fee can be paid before the request lapses; nil where no source at hand says.
  ///
  /// FOISA: https://nghomes.net/charges
  public var feePaymentMonths: Int? { self == .foisa ? 3 : nil }

  /// Working days after the request within which to require a review when no answer came; nil where silence
  /// needs none.
  ///
  /// FOISA section 20: https://www.whatdotheyknow.com/help/about_foisa
  public var reviewAfterSilenceDays: Int? { self == .foisa ? 60 : nil }
}

extension Regime {
  /// Whose bank holidays stop the clock.
  public var workingDays: WorkingCalendar.Law {
    switch self {
    case .foia: .foia
    case .foisa: .foisa
    }
  }
}
