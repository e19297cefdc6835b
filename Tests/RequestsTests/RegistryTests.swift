import Requests
import SourceText
import Testing
import WorkingDays

@Suite struct RegistryTests {
  let registry: Registry

  init() throws { registry = try BuiltInTables.registry.get() }

  @Test(arguments: [
    ("west-midlands", "west-midlands"), ("West Midlands Police", "west-midlands"),
    ("WMP", "west-midlands"), ("west midlands", "west-midlands"),
    ("the Met", "metropolitan"), ("The Metropolitan Police", "metropolitan"),
    ("the_met", "metropolitan"), ("gmp", "greater-manchester"),
    ("Police Scotland", "police-scotland"), ("Police Service of Scotland", "police-scotland"),
    ("psni", "northern-ireland"), ("Kent Constabulary", "kent"),
    ("Avon & Somerset Police", "avon-and-somerset"), ("avon and somerset", "avon-and-somerset"),
    ("Devon and Cornwall Constabulary", "devon-and-cornwall"),
    ("National Police Chiefs\u{2019} Council", "npcc"), ("Heddlu Gwent", "gwent"),
    ("city of london police", "city-of-london"), ("NCA", "national-crime-agency"),
  ])
  func finds(name: String, id: String) throws {
    #expect(try registry.authority(named: name).id == id)
  }

  @Test(arguments: [
    (
      "Kent Polise",
      "error: no authority is called \"Kent Polise\"\n  = did you mean \"Kent Police\"?"
    ),
    (
      "Manchester",
      "error: no authority is called \"Manchester\"\n"
        + "  = did you mean \"Greater Manchester Police\"?"
    ),
    (
      "Yorkshire Police",
      "error: \"Yorkshire Police\" may be several authorities\n"
        + "  = write one of north-yorkshire, south-yorkshire, west-yorkshire"
    ),
    (
      "Ministry of Defence",
      "error: no authority is called \"Ministry of Defence\"\n"
        + "  = did you mean \"Ministry of Defence Police\"?"
    ),
    ("Sir or Madam", "error: no authority is called \"Sir or Madam\""),
    ("our local force", "error: no authority is called \"our local force\""),
  ])
  func saysWhoElseMayBeMeant(name: String, error: String) {
    let thrown = #expect(throws: Diagnostics.self) { try registry.authority(named: name) }
    #expect(thrown?.text == error)
  }

  @Test(arguments: [
    (AuthorityGroup.england, 39), (.wales, 4), (.englandAndWales, 43), (.scotland, 1),
    (.northernIreland, 1), (.territorial, 45), (.ukPolice, 49), (.ports, 11), (.oversight, 11),
  ])
  func groupsFollowFromTheTable(group: AuthorityGroup, count: Int) {
    #expect(registry.members(of: group).count == count)
  }

  @Test func whoCannotBeAskedIsLeftOutWithTheReason() throws {
    let selection = try registry.selection(["UK police", "kent, Isle of Man Constabulary"])
    #expect(selection.asked.count == 48)
    #expect(selection.leftOut.map(\.id) == ["national-crime-agency", "isle-of-man-constabulary"])
    #expect(
      selection.leftOut[0].reason
        == "the National Crime Agency is outside the Freedom of Information Act 2000; "
        + "ask the force that holds the records")
  }

  @Test func everyUnknownNameOfASelectionIsReported() {
    let thrown = #expect(throws: Diagnostics.self) {
      try registry.selection(["Kent, Sussexx Police", "Atlantis"])
    }
    #expect(
      thrown?.all.map(\.message) == [
        "no authority is called \"Sussexx Police\"", "no authority is called \"Atlantis\"",
      ])
  }

  @Test func theUsersOwnAddressesComeFirst() throws {
    var registry = registry
    #expect(registry["kent"]?.email == "")
    try registry.useAddresses(
      Source(name: "addresses.csv", text: "id,email\nkent,foi@kent.example\n"))
    #expect(registry["kent"]?.email == "foi@kent.example")
  }

  @Test(arguments: [
    ("kemt,foi@kent.example", "no authority has the id \"kemt\""),
    ("kent,foi@kent", "\"foi@kent\" is not an e-mail address"),
    ("kent,foi at kent", "\"foi at kent\" is not an e-mail address"),
    ("kent,no.reply@kent.example", "nobody reads \"no.reply@kent.example\""),
  ])
  func badAddressesAreRefused(row: String, message: String) {
    let thrown = #expect(throws: Diagnostics.self) {
      var registry = registry
      try registry.useAddresses(Source(name: "addresses.csv", text: "id,email\n\(row)\n"))
    }
    #expect(thrown?.all.map(\.message) == [message])
  }

  @Test(arguments: [
    ("kent, essex", "\"kent, essex\" names 2 authorities, and one is wanted here"),
    ("durham,northumbria,cleveland", "names 3 authorities, and one is wanted here"),
    ("kent, wales", "names 5 authorities, and one is wanted here"),
    ("wales", "\"wales\" is a group of 4, and one authority is wanted here"),
    ("Territorial", "is a group of 45, and one authority is wanted here"),
    ("northumbria, durhm, cleveland", "no authority is called \"durhm\""),
  ])
  func severalAreNotOne(_ name: String, _ message: String) {
    do throws(Diagnostics) {
      _ = try registry.authority(named: name)
      Issue.record("\(name) is one")
    } catch {
      #expect(error.all.count == 1)
      #expect(error.all.first?.message.hasSuffix(message) == true)
    }
  }

  @Test(arguments: [("kent,", "kent"), ("Kent, Kent Police", "kent"), ("PSNI", "northern-ireland")])
  func aListOfOneIsThatOne(_ name: String, _ id: String) throws {
    #expect(try registry.authority(named: name).id == id)
  }

  @Test func aRequestToSeveralIsReadAsALetterToTheFirst() throws {
    let reading = try RequestReading(
      Source(name: "r", text: "Title: Dogs\nTo: nobody, durham, kent\n\n1. How many dogs?\n"))
    #expect(try registry.addressee(of: reading)?.id == "durham")
  }

  @Test(arguments: [
    ("manchester", ["greater-manchester"]), ("devon", ["devon-and-cornwall"]),
    ("cornwall", ["devon-and-cornwall"]), ("west yorks", ["west-yorkshire"]),
    ("ministry of defence", ["ministry-of-defence-police"]),
  ])
  func searchFindsPartsOfNames(_ query: String, _ ids: [String]) {
    #expect(registry.search(query).map(\.id) == ids)
  }

  @Test func searchKnowsWhatPeopleCallAPlace() {
    #expect(registry.search("london").map(\.id).contains("metropolitan"))
    let ids = registry.search("ni").map(\.id)
    #expect(ids.contains("northern-ireland") && ids.contains("police-ombudsman-ni"))
    #expect(!ids.contains("national-crime-agency"))
  }

  @Test func searchTakesTheBeginningsOfWords() {
    #expect(
      registry.search("yorks").map(\.id).sorted() == [
        "north-yorkshire", "south-yorkshire", "west-yorkshire",
      ])
    #expect(registry.search("") == [])
  }
}

/// Who wrote a letter, and who is only spoken of in it.
@Suite struct RegistrySignatureTests {
  private static let body =
    "The Home Office holds this, and we have sent your request to the Home Office."

  @Test(arguments: [
    ("Dear R Hale\n\n\(body)\n\nFOI team\nSouth Yorkshire Police\n", "south-yorkshire"),
    ("Dear R Hale\n\n\(body)\n\nYours sincerely\n\nJ Smith\nFOI Officer, Kent Police", "kent"),
    ("Dear R Hale\n\n\(body)\n\nRegards\n\nfor and on behalf of Essex Police", "essex"),
    ("Kent Police\nSutton Road\n\nDear R Hale\n\n\(body)\n\nHome Office\n2 Marsham Street", "kent"),
    ("Dear R Hale\n\n\(body)\n\nRegards\nEssex Police\n\nHome Office\n2 Marsham Street", "essex"),
    ("From: Kent Police\nTo: Home Office\n\nDear R Hale\n\n\(body)", "kent"),
    ("Dear R Hale\n\n\(body)\n\nRegards\nJ Smith", nil),
    ("Dear R Hale\n\nKent Police and I have sent it on.\n\nRegards\nJ Smith", nil),
    ("> Essex Police\n\nDear R Hale\n\n\(body)", nil), ("", nil),
  ])
  func aLetterIsOfWhoSignsOrHeadsIt(text: String, id: String?) throws {
    let registry = try BuiltInTables.registry.get()
    #expect(registry.signing(Source(name: "letter", text: text))?.id == id)
  }
}

@Suite struct RegistryTableTests {
  @Test func everyRowIsSound() throws {
    let registry = try BuiltInTables.registry.get()
    #expect(registry.authorities.count == 81)
    for authority in registry.authorities {
      let addresses = [
        authority.website, authority.disclosureLog, authority.source,
        authority.records?.source ?? "", authority.searchNote?.source ?? "",
      ]
      for address in addresses where !address.isEmpty {
        let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
        #expect(isWeb, "\(authority.id): \(address)")
      }
      #expect(authority.canBeAsked == (authority.regime != nil), "\(authority.id)")
      #expect(authority.reason.isEmpty == (authority.coverage == .yes), "\(authority.id)")
      for id in authority.sharesDeskWith {
        #expect(registry[id]?.sharesDeskWith.contains(authority.id) == true, "\(authority.id)")
      }
      for name in authority.names {
        #expect(try registry.authority(named: name) == authority, "\(name)")
      }
    }
  }

  @Test func everyForceOfEnglandAndWalesIsOnWhatDoTheyKnow() throws {
    let forces = try BuiltInTables.registry.get().members(of: .englandAndWales)
    #expect(Set(forces.map(\.slug)).count == 43)
    #expect(forces.allSatisfy { !$0.slug.isEmpty && $0.regime == .foia && $0.canBeAsked })
  }

  @Test func onlyAddressesSeenOnOfficialPagesAreGiven() throws {
    let registry = try BuiltInTables.registry.get()
    #expect(registry.authorities.filter { !$0.email.isEmpty }.map(\.id) == ["police-scotland"])
  }
}

@Suite struct RegimeTests {
  @Test(arguments: [
    ("kent", 450, 18), ("northern-ireland", 450, 18), ("police-scotland", 600, 40),
    ("home-office", 600, 24),
  ])
  func limitFollowsFromTheAuthority(id: String, pounds: Int, hours: Int) throws {
    let authority = try #require(try BuiltInTables.registry.get()[id])
    let limit = try #require(try BuiltInTables.limits.get().limit(for: authority))
    #expect(limit.pounds == pounds && limit.hours == hours)
  }

  @Test func aLimitCountsFromItsFirstDay() throws {
    let kent = try #require(try BuiltInTables.registry.get()["kent"])
    let limits = try BuiltInTables.limits.get()
    #expect(limits.limit(for: kent, on: Day(iso: "2004-12-31")) == nil)
    #expect(limits.limit(for: kent, on: Day(iso: "2005-01-01"))?.pounds == 450)
  }

  @Test func whereTheLawIsNotSettledThereIsNoLimit() throws {
    for id in ["hmicfrs", "national-crime-agency"] {
      let authority = try #require(try BuiltInTables.registry.get()[id])
      #expect(try BuiltInTables.limits.get().limit(for: authority) == nil)
    }
  }

  @Test func scotlandHasItsOwnTerms() {
    #expect(Regime.foisa.name == "Freedom of Information (Scotland) Act 2002")
    #expect(Regime.foisa.publicInterestDays == nil)
    #expect(Regime.foisa.complaintWindow == .months(6))
    #expect(Regime.foia.complaintWindow == .weeks(6))
  }
}
