import Linting

extension Category {
  var isPeriod: Bool { self == .ambiguousPeriod || self == .missingPeriod || self == .longPeriod }

  /// For a heading: what has to be settled.
  var inWords: String {
    switch self {
    case .ambiguousPeriod, .missingPeriod, .longPeriod: "which dates"
    case .vagueAssociation: "which records"
    case .unsearchableTerm: "what can be searched"
    case .undefinedTerm: "what a word means"
    case .openEndedScope, .allCorrespondence: "where it ends"
    case .arrestsVersusCrimes: "arrests or crimes"
    case .namesOfThirdParties: "names"
    case .personalData: "personal data"
    case .opinionOrExplanation: "what is recorded"
    case .createInformation: "what would have to be made"
    case .costLimit: "what it costs"
    case .tacticsNCND: "how they work"
    case .brokenCrossReference: "what it refers to"
    case .duplicateOrPublished: "what is published"
    case .wrongJurisdiction: "whose law"
    case .placeholder: "a blank"
    case .tone, .validity, .form: "how it is put"
    }
  }
}
