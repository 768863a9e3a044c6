#include "tools/compiler/rank/rank.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "engine/format/records.h"

namespace pith::compiler {
namespace {

constexpr int kNothing = -1;
constexpr double kLast = -1000;  // below every score that the weights can produce

constexpr double kNothingNew = 0.1;  // the share of new content below which a sentence only repeats what has been said
constexpr double kRepeats = 5;  // what such a sentence loses: it ranks below every sentence with news, above fragments

// How far the text is of the first kind, 0..1.
double ShareOf(const TextFeatures& text, const TextFeatures& weights) {
  double sum = 0;
  for (size_t f = 0; f < kTextFeatureCount; ++f) sum += weights[f] * text[f];
  return 1 / (1 + std::exp(-sum));
}

// A sentence that begins with "This", or with an unresolved "He", leans on the one before it, not counting headings.
// The engine finds the same sentence from a single bit (Part::SupportOf), so both must skip the same number of
// headings.
void FindLeanings(Analysis* analysis) {
  std::vector<Sentence>& sentences = analysis->sentences;
  std::vector<char> resolved(sentences.size());  // the engine shows the name that the first word means
  for (const Mention& mention : analysis->mentions) {
    if (mention.span.first <= 1) resolved[mention.span.sentence] = 1;
  }
  for (size_t i = 0; i < sentences.size(); ++i) {
    sentences[i].leans_on = kNothing;
    if (resolved[i] != 0 || !PointsBack(sentences[i])) continue;
    for (size_t back = 1; back <= kMaxHeadingsPassed + 1 && back <= i; ++back) {
      if (sentences[i - back].heading) continue;
      sentences[i].leans_on = static_cast<int>(i - back);
      break;
    }
  }
}

}  // namespace

double NoveltyGain(const RankWeights& weights, double fresh) {
  return weights.novelty * fresh - (fresh < kNothingNew ? kRepeats : 0);
}

#include "tools/compiler/rank/rank_weights.inc"

std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores) {
  const size_t n = analysis.sentences.size();
  const double lean = 2 * ShareOf(input.text, weights.kind) - 1;
  std::vector<double> score(n);
  absl::flat_hash_set<absl::string_view> seen;  // what is said again adds nothing
  for (size_t i = 0; i < n; ++i) {
    const RankFeatures& features = input.features[i];
    for (size_t f = 0; f < kRankFeatureCount; ++f) score[i] += weights.common[f] * features[f];
    for (size_t f = 0; f < kRankKindCount; ++f) score[i] += lean * weights.differ[f] * features[f];
    const Sentence& sentence = analysis.sentences[i];
    const absl::string_view text =
        absl::string_view(analysis.article.text).substr(sentence.begin, sentence.end - sentence.begin);
    if (IsFragment(sentence) || !seen.insert(text).second) score[i] += kLast;
  }
  if (scores != nullptr) *scores = score;

  // Which sentences contain each word, and how much of each sentence's weight is still unsaid.
  std::vector<std::vector<std::pair<uint32_t, double>>> holders(input.words);
  std::vector<double> total(n), unsaid(n);
  for (uint32_t i = 0; i < n; ++i) {
    const ContentWords& content = input.content[i];
    for (size_t k = 0; k < content.words.size(); ++k) {
      holders[content.words[k]].emplace_back(i, content.weights[k]);
      total[i] += content.weights[k];
    }
    unsaid[i] = total[i];
  }
  const auto gain = [&](uint32_t i) {
    return score[i] + NoveltyGain(weights, total[i] > 0 ? unsaid[i] / total[i] : 1);
  };

  // Gains can only fall, so a sentence whose gain still equals the heap's value is the best of all (lazy greedy).
  struct Entry {
    double gain;
    uint32_t sentence;
    bool operator<(const Entry& o) const { return gain != o.gain ? gain < o.gain : sentence > o.sentence; }
  };
  std::priority_queue<Entry> heap;
  for (uint32_t i = 0; i < n; ++i) heap.push({gain(i), i});
  std::vector<uint32_t> order;
  std::vector<char> chosen(n), said(input.words);
  std::vector<std::vector<uint32_t>> waiting(n);
  while (!heap.empty()) {
    const Entry top = heap.top();
    heap.pop();
    const double now = gain(top.sentence);
    if (now < top.gain) {
      heap.push({now, top.sentence});
      continue;
    }
    const int support = analysis.sentences[top.sentence].leans_on;
    if (support != kNothing && !chosen[static_cast<size_t>(support)]) {
      waiting[static_cast<size_t>(support)].push_back(top.sentence);
      continue;
    }
    chosen[top.sentence] = 1;
    order.push_back(top.sentence);
    for (uint32_t follower : waiting[top.sentence]) heap.push({gain(follower), follower});
    for (uint32_t word : input.content[top.sentence].words) {
      if (said[word]) continue;
      said[word] = 1;
      for (const auto& [sentence, weight] : holders[word]) unsaid[sentence] -= weight;
    }
  }
  return order;
}

void RankSentences(Analysis* analysis, const Language& language) {
  FindLeanings(analysis);
  const RankInput input = MakeRankInput(*analysis, language);
  std::vector<double> scores;
  analysis->summary_order = SummaryOrder(*analysis, input, kRankWeights, &scores);
  analysis->importance.assign(scores.size(), 0);
  double low = 0, high = 0;
  bool any = false;
  for (double score : scores) {
    if (score <= kLast / 2) continue;
    low = any ? std::min(low, score) : score;
    high = any ? std::max(high, score) : score;
    any = true;
  }
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= kLast / 2) continue;
    const double share = high > low ? (scores[i] - low) / (high - low) : 1;
    analysis->importance[i] = static_cast<uint16_t>(std::lround(500 + 9500 * share));
  }
}

}  // namespace pith::compiler
