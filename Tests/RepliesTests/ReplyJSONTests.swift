import Documents
import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct ReplyJSONTests {
  @Test func saysWhatOthersMayRelyOn() {
    let reply = Fixtures.read(
      "Ref: 12/21\n\nCould you please clarify – for question 2, did you mean posts or bulbs?")
    #expect(
      reply.json(replyBy: Day(year: 2021, month: 3, day: 2)).text()
        == """
        {"schemaVersion":1,"kind":"clarification","certain":true,"verdict":null,"because":{"start":{"offset":12,"line":3,"column":1},\
        "end":{"offset":36,"line":3,"column":25}},"reference":"12/21","dated":null,"received":null,\
        "replyBy":"2021-03-02","points":[{"number":null,"questions":["2"],\
        "start":{"offset":12,"line":3,"column":1},"end":{"offset":85,"line":3,"column":72},\
        "category":"undefined-term","asks":"Could you please clarify – for question 2, did you mean posts or bulbs?",\
        "choices":["posts","bulbs"],"suggestions":[]}],"untouched":[],"exemptions":[],"figures":[],"notHeld":[]}
        """)
  }

  @Test func whatIsNotKnownIsNullOrEmpty() {
    #expect(
      Fixtures.read("").json(replyBy: nil).text()
        == """
        {"schemaVersion":1,"kind":"other","certain":false,"verdict":null,"because":{"start":{"offset":0,"line":1,"column":1},\
        "end":{"offset":0,"line":1,"column":1}},"reference":null,"dated":null,"received":null,"replyBy":null,\
        "points":[],"untouched":[],"exemptions":[],"figures":[],"notHeld":[]}
        """)
  }
}
