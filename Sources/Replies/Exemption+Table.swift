/// The sections that authorities refuse by, each with the page it rests on.
extension Exemption {
  typealias Row = (number: String, exemption: Exemption)

  private static func row(
    _ number: String, _ meaning: String, _ nature: Nature?, _ source: String,
    asking questions: [String] = []
  ) -> Row {
    (
      number,
      Exemption(meaning: meaning, nature: nature, source: source, ownQuestions: questions)
    )
  }

  /// The Freedom of Information Act 2000.
  static let sections: [Row] = [
    row(
      "12", "the work would cost more than the limit", .limit,
      "https://www.legislation.gov.uk/uksi/2004/3244/regulation/4",
      asking: [
        "How was the time worked out: how many records, how many minutes for each, and was a sample tried?",
        "Does the estimate rest on how the records are really kept, and leave out time for considering exemptions and for redacting?",
        "Which parts of my request can be answered within the limit, and what advice can you give so that a narrower request can be?",
      ]),
    row(
      "14", "the request is vexatious", .limit,
      "https://ico.org.uk/for-organisations/guidance-index/freedom-of-information-and-environmental-information-regulations/dealing-with-vexatious-requests-section-14/how-do-we-consider-burden-motive-and-harassment/",
      asking: [
        "What in the request itself, rather than in me, is vexatious?",
        "How were the burden of the request and its purpose and value weighed against each other?",
      ]),
    row(
      "21", "you can get it elsewhere, often in the authority's own disclosure log", .absolute,
      "https://beta.northumbria.police.uk/about-us/publications-and-documents/accessing-information/disclosure-log/finance/chis-payments-29620/",
      asking: [
        "Where exactly is the information: which page, which file, which table?",
        "Is all of it there, for the same dates and counted in the way I asked?",
      ]),
    row(
      "23", "it comes from or is about a security body such as MI5", .absolute,
      "https://foi.west-midlands.police.uk/online-grooming-62a-23/",
      asking: [
        "Which part of my request has to do with such a body, and can the rest be answered?"
      ]),
    row(
      "24", "national security", .qualified,
      "http://ww1.northumbria.police.uk/freedom_of_information/disclosure_log/disclosure_log_information_technology/anpr_cameras_32215/",
      asking: ["Why is withholding this information needed to safeguard national security?"]),
    row(
      "30", "it was held for an investigation, open or closed, or comes from a confidential source",
      .qualified,
      "http://www.northumbria.police.uk/foi/disclosurelog/dlinvest/answer.asp?id=45705",
      asking: [
        "For which investigation is the information held, and is a figure or a policy really part of it?",
        "Is that investigation over? What would follow from releasing this now?",
      ]),
    row(
      "31", "it would prejudice the prevention or detection of crime", .qualified,
      "https://www.whatdotheyknow.com/request/paedophile_hunters_and_online_gr_39",
      asking: [
        "Which of the interests that this section protects is meant, and what harm to it would follow from this information?",
        "How likely is that harm, and what makes it so? Would a figure reveal any tactic?",
      ]),
    row(
      "38", "it would endanger somebody's health or safety", .qualified,
      "https://www.westyorkshire.police.uk/freedom-of-information/september-2023-foi-1759225-23-specific-leeds-incident",
      asking: ["Who would be endangered, how, and how likely is it?"]),
    row(
      "40(1)", "your own personal data: ask for them by a subject access request", .absolute,
      "https://www.whatdotheyknow.com/request/paedophile_hunters_and_online_gr_39",
      asking: ["Which part of what I asked for is about me, and can the rest be answered?"]),
    row(
      "40", "personal data of somebody else, which data protection law keeps back", nil,
      "https://caselaw.nationalarchives.gov.uk/ukftt/grc/2023/824",
      asking: [
        "How could anybody be identified from what I asked for, and by whom?",
        "Which principle of data protection would be broken, and why?",
      ]),
  ]

  /// The Environmental Information Regulations 2004.
  static let environmental: [Row] = [
    row(
      "12(4)(b)", "the request is manifestly unreasonable", nil,
      "https://schools.essex.gov.uk/data/information-governance/Pages/EnvironmentalRegulations.aspx",
      asking: ["What makes the request unreasonable, and what part of it can be answered?"]),
    row(
      "12(4)(c)", "the request is too general; help must be offered", nil,
      "https://www.lexisnexis.co.uk/legal/guidance/environmental-information-regulations-2004-clarifying-requests",
      asking: ["What help was offered to make the request more particular?"]),
  ]

  /// Sections that forces cite and that no source at hand explains.
  static let others = [
    "22", "25", "26", "27", "28", "29", "32", "33", "34", "35", "36", "37", "39", "41", "42", "43",
    "44",
  ]

  /// The Scottish Act's sections and those of the Act of 2000 that they answer to.
  static let scottish: [(section: String, twin: String)] = [
    ("12", "12"), ("25", "21"), ("31", "24"), ("34", "30"), ("35", "31"), ("38", "40"),
    ("39", "38"),
  ]

  static let scottishSource = "https://www.whatdotheyknow.com/help/about_foisa"
}
