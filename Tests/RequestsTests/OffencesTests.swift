import Requests
import SourceText
import Testing
import WorkingDays

@Suite struct OffencesTests {
  let offences: Offences

  init() throws { offences = try BuiltInTables.offences.get() }

  @Test(arguments: [
    (
      "Sexual Offences Act 2003, sections 8, 10, 12, 14, 15 and 15A",
      "8=soa-2003-s8 10=soa-2003-s10 12=soa-2003-s12 14=soa-2003-s14 15=soa-2003-s15 "
        + "15A=soa-2003-s15a"
    ),
    ("section 15 of SOA 2003", "15=soa-2003-s15"),
    ("s.127 Communications Act 2003", "127=ca-2003-s127"),
    ("s127(2)(a) of the Communications Act 2003", "127(2)(a)=ca-2003-s127"),
    (
      "ss 8, 10 and 15A of the Sexual Offences Act 2003",
      "8=soa-2003-s8 10=soa-2003-s10 15A=soa-2003-s15a"
    ),
    (
      "articles 15 and 17 of the Sexual Offences (Northern Ireland) Order 2008",
      "15=soni-2008-a15 17=soni-2008-a17"
    ),
    (
      "sections 8 to 10 SOA 2003",
      "8=soa-2003-s8 8 to 10=soa-2003-s9 10=soa-2003-s10"
    ),
    ("section 15 (meeting a child after grooming), Sexual Offences Act 2003", "15=soa-2003-s15"),
    ("s1 PACE; s.60 CJPOA", "1=pace-1984-s1 60=cjpoa-1994-s60"),
    ("section 20 OAPA 1861 and s47", "20=oapa-1861-s20 47=oapa-1861-s47"),
    (
      "Criminal Damage Act 1971 section 1(1) and Theft Act 1968 section 8",
      "1(1)=cda-1971-s1-1 8=ta-1968-s8"
    ),
    (
      "section 1 of the Criminal Damage Act 1971",
      "1=cda-1971-s1-1+cda-1971-s1-3+cda-1971-s1-2"
    ),
    (
      "Anti-social Behaviour, Crime & Policing Act 2014, s.121",
      "121=asbcpa-2014-s121"
    ),
    ("rape", "rape=soa-2003-s1+soni-2008-a5+sosa-2009-s1"),
    ("burglary dwelling", "burglary dwelling=ta-1968-s9-dwelling"),
    (
      "Slavery, servitude and forced or compulsory labour; arson",
      "Slavery, servitude and forced or compulsory labour=msa-2015-s1+hteni-2015-s1+htes-2015-s4 "
        + "arson=cda-1971-s1-3+fireraising-scot"
    ),
    ("71/17 and 088/05", "71/17=soa-2003-s15a 088/05=soa-2003-s61"),
    ("class 88A", "88A=soa-2003-s15+soa-2003-s15a"),
  ])
  func understands(text: String, found: String) {
    #expect(summary(of: text) == found)
  }

  @Test(arguments: [
    ("section 53 of the Sexual Offences Act 2003", "53=?SOA 2003 section 53"),
    ("article 99 Sexual Offences (Northern Ireland) Order 2008", "99=?SO(NI)O 2008 article 99"),
    ("section 5", "5=?section 5"),
    ("theft of cattle, robbery", "theft of cattle=? robbery=ta-1968-s8+tani-1969-s8+robbery-scot"),
    ("code 999/9", "999/9=?999/9"),
    ("Modern Slavery Act 2015", "Modern Slavery Act 2015=?Modern Slavery Act 2015"),
    ("soa section 8", "soa=? 8=?section 8"),
    ("1 April 2019 to 31 March 2020", "1 April 2019 to 31 March 2020=?"),
    ("and of the, offences;", ""),
  ])
  func saysWhatItDoesNotKnow(text: String, found: String) {
    #expect(summary(of: text) == found)
  }

  @Test func rangesAreBytes() {
    let text = "😀 é, section 8 and\r\n15A of the Sexual Offences Act 2003"
    let bytes = Array(text.utf8)
    let found = offences.references(in: bytes, range: 0..<bytes.count)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["😀 é", "8", "15A"])
  }

  @Test func readsOnlyTheRangeItIsGiven() {
    let bytes = Array("Offences: rape. Sections 8 to 12.".utf8)
    let found = offences.references(in: bytes, range: 10..<14)
    #expect(found.map(\.range) == [10..<14])
    #expect(found.offences(in: .scotland).map(\.id) == ["sosa-2009-s1"])
  }

  @Test(arguments: [
    ("soa-2003-s8", "section 8, causing or inciting a child under 13 to engage in sexual activity"),
    ("soa-2003-s15a", "section 15A, sexual communication with a child"),
    ("soni-2008-a22", "article 22, meeting a child following sexual grooming"),
    ("ta-1968-s9-residential", "section 9, burglary: residential"),
    ("murder-ew", "murder, at common law"),
    ("mda-1971-s5-2", "section 5(2), possessing a controlled drug"),
  ])
  func writesFullNames(id: String, name: String) throws {
    #expect(try #require(offences[id]).fullName == name)
  }

  @Test func readsItsOwnFullNames() {
    for offence in offences.all {
      guard let act = offence.act else { continue }
      let found = offences.references(in: "\(act.name), \(offence.fullName)")
      #expect(found.count == 1, "\(offence.id)")
      #expect(found[0].offences.contains(offence), "\(offence.id)")
    }
  }

  @Test(arguments: [
    ("soa-2003-s8", Nation.northernIreland, ["soni-2008-a15"], false),
    ("soa-2003-s12", .northernIreland, ["soni-2008-a19"], false),
    ("soa-2003-s14", .northernIreland, ["soni-2008-a21"], false),
    ("soa-2003-s14", .scotland, [], true),
    ("soa-2003-s15", .scotland, ["pcpso-2005-s1"], false),
    ("soa-2003-s15a", .scotland, ["sosa-2009-s24", "sosa-2009-s34"], true),
    ("soa-2003-s15a", .wales, ["soa-2003-s15a"], false),
    ("mda-1971-s5-2", .scotland, ["mda-1971-s5-2"], false),
  ])
  func findsWhatStandsForAnOffenceElsewhere(
    id: String, nation: Nation, ids: [String], decide: Bool
  ) throws {
    let found = offences.equivalents(of: try #require(offences[id]), in: nation)
    #expect(found.offences.map(\.id) == ids)
    #expect(found.needsDecision == decide)
  }

  @Test(arguments: [
    ("soa-2003-s15a", "2017-04-02", false), ("soa-2003-s15a", "2017-04-03", true),
    ("ta-1968-s9-dwelling", "2017-03-31", true), ("ta-1968-s9-dwelling", "2017-04-01", false),
    ("soni-2008-a22a", "2020-01-01", nil),
  ])
  func knowsFromWhenToWhen(id: String, day: String, inForce: Bool?) throws {
    #expect(try #require(offences[id]).isInForce(on: try #require(Day(iso: day))) == inForce)
  }

  @Test(arguments: ["section 18", "s18", "s.18", "s 18 OAPA", "18", "grievous section 18"])
  func searchPutsTheSectionAskedForFirst(_ query: String) {
    #expect(offences.search(query, nation: .england).first?.id == "oapa-1861-s18")
  }

  @Test func searchPutsWhatIsSoNamedFirst() {
    let ids = offences.search("grooming", nation: .england).map(\.id)
    #expect(ids == ["soa-2003-s15", "soa-2003-s15a", "soa-2003-s8", "soa-2003-s10"])
    #expect(offences.search("soa 2003 15a").map(\.id) == ["soa-2003-s15a"])
    #expect(offences.search("") == [])
  }

  /// Text as pairs of the words found and the ids they mean, or `?` and what was read.
  private func summary(of text: String) -> String {
    let bytes = Array(text.utf8)
    return offences.references(in: text).map { reference in
      var means = reference.offences.map(\.id).joined(separator: "+")
      if means.isEmpty {
        means =
          switch reference.kind {
          case .provision(let act, let provision):
            "?\(act.map { "\($0.shortName) " } ?? "")\(provision)"
          case .code(let code): "?\(code)"
          case .act(let act): "?\(act.name)"
          case .name, .unknown: "?"
          }
      }
      return "\(String(decoding: bytes[reference.range], as: UTF8.self))=\(means)"
    }.joined(separator: " ")
  }
}

@Suite struct OffencesTableTests {
  @Test func everyRowIsSound() throws {
    let offences = try BuiltInTables.offences.get()
    #expect(offences.all.count == 225)
    for offence in offences.all {
      #expect(!offence.title.isEmpty && !offence.nations.isEmpty, "\(offence.id)")
      #expect(offence.title.first?.isUppercase == true, "\(offence.id)")
      #expect(offence.source.isEmpty || offence.source.hasPrefix("http"), "\(offence.id)")
      #expect(!offence.isSeen || !offence.source.isEmpty, "\(offence.id)")
      #expect(offence.isSeen || offence.codes.isEmpty && offence.classes.isEmpty, "\(offence.id)")
      if !offence.applies(in: .england) {
        #expect(offence.codes.isEmpty && offence.classes.isEmpty, "\(offence.id)")
      }
    }
  }

  @Test func equivalentsPointBothWays() throws {
    let offences = try BuiltInTables.offences.get()
    for offence in offences.all {
      for id in offence.equivalentIDs {
        let other = try #require(offences[id])
        #expect(other.equivalentIDs.contains(offence.id), "\(offence.id) and \(id)")
      }
    }
  }

  @Test(arguments: [
    (
      "id,kind,act,provision,title,nations\na,crime,,,Murder,england\n",
      """
      error: unknown kind "crime"
        --> t.csv:2:3
      2 | a,crime,,,Murder,england
        |   ^^^^^ write one of offence, power, class
      """
    ),
    (
      "id,kind,act,provision,tittle,nations\n",
      """
      error: there is no column "title"
        --> t.csv:1:1
      1 | id,kind,act,provision,tittle,nations
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ rename the column "tittle", if that is what it holds
      """
    ),
    (
      "id,kind,act,provision,title,nations\na,offence,An Act 2001,nine,Theft,wales\n",
      """
      error: "nine" is no section or article
        --> t.csv:2:23
      2 | a,offence,An Act 2001,nine,Theft,wales
        |                       ^^^^
      """
    ),
  ])
  func badTablesAreLocated(table: String, error: String) throws {
    let thrown = #expect(throws: Diagnostics.self) {
      try Offences(table: Source(name: "t.csv", text: table))
    }
    #expect(thrown?.text == error)
  }
}
