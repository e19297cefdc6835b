import SourceText
import Templating
import Testing

@Suite struct RequirementTests {
  private func requirements(
    _ text: String, partials: [(String, String)] = []
  ) throws -> Requirements {
    var library = Partials()
    for (name, text) in partials {
      library.add(try Template(Source(name: name, text: text)), as: name)
    }
    return try Template(Source(name: "letter", text: text)).linked(to: library, .lenient)
      .requirements
  }

  @Test func `a template tells what it needs, through its partials`() throws {
    let needs = try requirements(
      """
      {{applicant.name}}
      {{#applicant.address}}{{.}}{{/applicant.address}}
      {{#applicant.organisation}}{{applicant.organisation}}{{/applicant.organisation}}
      {{#questions}}{{>question}}{{/questions}}{{^questions}}{{reason}}{{/questions}}
      """,
      partials: [
        (
          "question",
          "{{@number}}. {{label}} {{text}}{{#subquestions}}{{>question}}{{/subquestions}}"
        )
      ])
    #expect(
      needs.description == """
        applicant
          name: slot
          address: slot for each item, section
          organisation: slot, section
        questions: section, section for when there is none
          label: slot
          text: slot
          subquestions: section
        reason: slot
        """)
    #expect(needs.isComplete)
  }

  @Test func `what a block was filled with counts, not what it was filled instead of`() throws {
    let needs = try requirements(
      "{{<base}}ignored {{here}}{{$a}}{{mine}}{{/a}}{{/base}}{{$a}}{{own}}{{/a}}",
      partials: [("base", "{{$a}}{{defaultA}}{{/a}}{{$b}}{{defaultB}}{{/b}}")])
    #expect(needs.description == "mine: slot\ndefaultB: slot\nown: slot")
  }

  @Test func `what partials named by the data need is not known`() throws {
    let needs = try requirements("{{>*layout.name}}", partials: [("plain", "{{x}}")])
    #expect(
      needs.description == """
        layout
          name: name of a partial
        (and what the partials need that only the data names)
        """)
    #expect(!needs.isComplete)
  }

  @Test func `the needs of partials that double at each step are cut short`() throws {
    var partials: [(String, String)] = [("p40", "{{x}}")]
    for i in 0..<40 {
      partials.append(("p\(i)", "{{#a}}{{>p\(i + 1)}}{{/a}}{{#b}}{{>p\(i + 1)}}{{/b}}"))
    }
    #expect(try !requirements("{{>p0}}", partials: partials).isComplete)
  }
}
