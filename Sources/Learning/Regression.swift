import Foundation
import Linting

/// Multinomial logistic regression: for every term a weight of each kind, such that the kinds of the letters it was
/// shown come out likeliest and no weight is larger than it need be.
///
/// The sum over the letters of -log P(kind), and the squares of the weights divided by 2 × `freedom`, made as small as
/// can be by gradient descent with momentum. The same letters give the same weights.
struct Regression {
  /// How large weights may become before that counts against them.
  static let freedom = 30.0
  private static let rounds = 400
  private static let momentum = 0.95

  /// A letter's terms by number, and the number of its kind.
  struct Example {
    let terms: [Int]
    let kind: Int
    var scale: Double { WordWeights.share(ofTerms: terms.count) }
  }

  /// The weights of a term for each kind, term after term.
  private(set) var weights: [Double]
  let kinds: Int

  init(_ examples: [Example], terms: Int, kinds: Int) {
    self.kinds = kinds
    weights = Array(repeating: 0, count: terms * kinds)
    var speed = Array(repeating: 0.0, count: terms * kinds)
    let step = 1 / (0.5 * Self.steepness(examples, terms: terms) + 1 / Self.freedom)
    for _ in 0..<Self.rounds {
      var slope = weights.map { $0 / Self.freedom }
      for example in examples {
        var errors = likelihoods(of: example)
        errors[example.kind] -= 1
        for term in example.terms {
          for kind in 0..<kinds { slope[term * kinds + kind] += errors[kind] * example.scale }
        }
      }
      for i in weights.indices {
        speed[i] = Self.momentum * speed[i] - step * slope[i]
        weights[i] += speed[i]
      }
    }
  }

  /// How likely each kind is by the weights so far.
  private func likelihoods(of example: Example) -> [Double] {
    var scores = Array(repeating: 0.0, count: kinds)
    for term in example.terms {
      for kind in 0..<kinds { scores[kind] += weights[term * kinds + kind] * example.scale }
    }
    let most = scores.max() ?? 0
    let powers = scores.map { exp($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The largest eigenvalue of the letters' scatter, which says how large a step may be.
  private static func steepness(_ examples: [Example], terms: Int) -> Double {
    var direction = Array(repeating: 1.0, count: terms)
    var length = 1.0
    for _ in 0..<20 {
      var next = Array(repeating: 0.0, count: terms)
      for example in examples {
        var along = 0.0
        for term in example.terms { along += direction[term] * example.scale }
        for term in example.terms { next[term] += along * example.scale }
      }
      length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      direction = next.map { $0 / length }
    }
    return length
  }
}
