import Requests

/// A finished letter: what the applicant sends, and to whom.
public struct Letter: Sendable {
  /// What the request is about, as WhatDoTheyKnow's title and in the subject.
  public let title: String
  public let subject: String
  /// The whole letter, salutation and sign-off included; each paragraph is one line.
  public let text: String
  public let applicant: Applicant
  public let authority: Authority

  public init(
    title: String, subject: String, text: String, applicant: Applicant, authority: Authority
  ) {
    self.title = title
    self.subject = subject
    self.text = text
    self.applicant = applicant
    self.authority = authority
  }
}

/// Who asks.
public struct Applicant: Sendable, Hashable {
  public let name: String
  public let organisation: String?
  /// An e-mail or postal address for the answer.
  public let replyTo: String?

  public init(name: String, organisation: String? = nil, replyTo: String? = nil) {
    self.name = name
    self.organisation = organisation
    self.replyTo = replyTo
  }
}
