import CommandLineKit
import Testing

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (0, 12, "[--------------------]  0 of 12"), (3, 12, "[#####---------------]  3 of 12"),
    (11, 12, "[##################--] 11 of 12"), (12, 12, "[####################] 12 of 12"),
    (-1, 12, "[--------------------]  0 of 12"), (13, 12, "[####################] 12 of 12"),
    (0, 0, "[######################] 0 of 0"), (Int.max, 0, "[######################] 0 of 0"),
    (0, Int.min, "[######################] 0 of 0"),
  ])
  func showsHowFarTheWorkHasCome(_ done: Int, _ total: Int, _ bar: String) {
    #expect(progressBar(done: done, of: total, width: 31) == bar)
  }

  @Test func isFullOnlyWhenAllIsDone() {
    for total in 1...200 {
      #expect(progressBar(done: total - 1, of: total, width: 40).contains("-"))
      #expect(!progressBar(done: total, of: total, width: 40).contains("-"))
    }
  }

  @Test func givesTheCountAloneWhereNoBarFits() {
    #expect(progressBar(done: 3, of: 12, width: 14) == " 3 of 12")
    #expect(progressBar(done: 3, of: 12, width: 15) == "[#---]  3 of 12")
    #expect(progressBar(done: 3, of: 12, width: -5) == " 3 of 12")
  }
}
