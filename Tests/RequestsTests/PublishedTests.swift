import Requests
import SourceText
import Testing

@Suite struct PublishedTests {
  let published: Published

  init() throws { published = try Published(table: BuiltInTables.source("published.csv")) }

  /// The words found and whose figures they ask for: `arrests > ho-arrests`.
  private func found(_ text: String, _ nations: [Nation] = []) -> [String] {
    let source = Source(name: "letter", text: text)
    return published.mentions(in: source.bytes, nations: nations)
      .map { "\(source[$0.range]) > \($0.dataset.id)" }
  }

  @Test(arguments: [
    ("How many arrests were made for burglary?", ["arrests > ho-arrests"]),
    ("The number of Knife\nCrimes", []),
    ("The number of 😀 **Knife**\r\ncrime victims", ["Knife**\r\ncrime > ho-knife"]),
    (
      "Figures for street level crime and strip-searches",
      [
        "street level crime > dpuk-street-crime", "strip-searches > ho-custody",
      ]
    ),
  ])
  func findsWholeWordsHoweverTheyAreSet(text: String, wanted: [String]) {
    #expect(found(text) == wanted)
  }

  @Test func takesTheLongestPhraseAtAPlace() {
    #expect(found("Number of stop and searches") == ["stop and searches > dpuk-stop-search"])
    #expect(
      found("Data on stop and search disproportionality")
        == ["stop and search disproportionality > ho-stop-search"])
  }

  @Test func staysSilentWithoutAWordForCounting() {
    #expect(found("I was arrested. How many letters did you send?") == [])
    #expect(found("How many were arrested? I was arrested too.") == ["arrested > ho-arrests"])
  }

  @Test func noPhraseCrossesASentence() {
    #expect(found("What is the number of? Crimes rose. Data on knife. Crime rose.") == [])
  }

  @Test func onlyFiguresForTheAuthoritysNationCount() {
    #expect(
      found("The number of spikings and knife offences", [.wales]) == ["knife offences > ho-knife"])
    #expect(found("The number of spikings and knife offences", [.scotland]) == [])
  }

  @Test(arguments: [
    (
      "How many stop and searches and how many stop and search refusals?", Nation.scotland,
      ["stop and search > scot-stop-search"]
    ),
    ("How many stop and search records?", .northernIreland, ["stop and search > psni-stop-search"]),
    ("How many times was a Taser drawn?", .scotland, ["Taser > scot-use-of-force"]),
    ("How many tasers were drawn?", .northernIreland, []),
    ("The number of crimes recorded, quarterly", .scotland, ["crimes > scot-recorded-crime"]),
  ])
  func whatIsLocalGoesWithoutSaying(text: String, nation: Nation, wanted: [String]) {
    #expect(found(text, [nation]) == wanted)
  }

  @Test(arguments: [
    ("strip searches of children", "ho-custody"), ("facial recognition", "met-lfr"),
    ("ndors", "ndors"), ("robbery", "ho-prc-force"), ("workforce home office", "ho-workforce"),
  ])
  func searchesInPlainWords(query: String, first: String) {
    #expect(published.search(query).first?.id == first)
  }

  @Test func saysByWhichPhraseAQueryFoundFigures() {
    let force = published["ho-use-of-force"]
    #expect(published.search("dog bites").map(\.id).contains("ho-use-of-force"))
    #expect(force?.phrase(for: "dog bites") == "police dog bites")
    #expect(force?.phrase(for: "use of force") == nil)
    #expect(force?.phrase(for: "") == nil)
  }

  @Test func wordsOfTwoPhrasesAreNotOneThing() {
    #expect(!published.search("dog children").map(\.id).contains("ho-use-of-force"))
    #expect(published.search("police taser children").map(\.id).contains("ho-use-of-force"))
  }

  @Test func searchesInANation() {
    let ids = published.search("stop and search", nations: [.northernIreland]).map(\.id)
    #expect(ids.first == "psni-stop-search")
    #expect(!ids.contains("dpuk-stop-search"))
    #expect(published.search("").isEmpty)
    #expect(published.search("bagpipes").isEmpty)
  }

  @Test func aRowWithoutItsGapIsAnError() throws {
    let table = Source(
      name: "published.csv",
      text: "id,title,publisher,nations,covers,level,asks,gap\na,A,B,england,c,force,d,\n")
    let error = #expect(throws: Diagnostics.self) { try Published(table: table) }
    #expect(error?.all.first?.message == "\"a\" has no gap")
  }
}
