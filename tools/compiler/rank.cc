#include "tools/compiler/rank.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

namespace pith::compiler {
namespace {

constexpr int kNothing = -1;
constexpr double kLast = -1000;  // below every score that the weights can give

// For each sentence the one before it that says whom or what it talks about, or kNothing.
std::vector<int> WhatTheyLeanOn(const Analysis& analysis) {
  const size_t n = analysis.sentences.size();
  std::vector<int> leans(n, kNothing);
  std::vector<int> introduced(analysis.entities.size(), kNothing);  // the last sentence that names the entity
  int previous = kNothing;                                          // the last sentence that is no fragment
  size_t m = 0;
  for (size_t i = 0; i < n; ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (PointsBack(sentence)) {
      leans[i] = previous;
      const auto& mentions = analysis.mentions;
      if (m < mentions.size() && mentions[m].span.sentence == i && mentions[m].span.first <= 1 && !mentions[m].named &&
          mentions[m].entity < introduced.size() && introduced[mentions[m].entity] != kNothing) {
        leans[i] = introduced[mentions[m].entity];
      }
    }
    for (; m < analysis.mentions.size() && analysis.mentions[m].span.sentence <= i; ++m) {
      const Mention& mention = analysis.mentions[m];
      if (mention.named && mention.entity < introduced.size()) introduced[mention.entity] = static_cast<int>(i);
    }
    if (!IsFragment(sentence)) previous = static_cast<int>(i);
  }
  return leans;
}

}  // namespace

// Climbed on the even-numbered documents, with words tagged from a word list, by (DATA: the data folder)
//   rank_eval MODEL LANGUAGE --fit DATA/summaries/cnndm_val1000-{docs,references}.jsonl 3
//     DATA/summaries/newts_generic_a-{docs,references}.jsonl 3 DATA/summaries/squality_dev-{docs,references}.jsonl 10
//     DATA/language/gum - 2
// A second climb, with the trained tagger's words, gained on the even documents but lost on the odd ones of every news
// set, so these stand.
// clang-format off
const RankWeights kRankWeights = {{{
    1.40,  // lead, news
    0.50,  // lead, other (by hand)
    0.90,  // early, news
    0.10,  // early, other (by hand)
    0.00,  // place
    -0.10,  // paragraph
    0.80,  // coverage
    0.50,  // forward
    0.00,  // backward
    0.90,  // title
    0.20,  // names
    0.10,  // values
    -1.30,  // short
    0.30,  // length
    -0.30,  // long
    -1.70,  // quoted
    0.20,  // question
    0.10,  // first person
    -0.10,  // pronoun
    0.20,  // saying
    -0.10,  // connective
}}, 0.50};  // novelty
// clang-format on

std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores) {
  const size_t n = analysis.sentences.size();
  std::vector<double> score(n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t f = 0; f < kRankFeatureCount; ++f) score[i] += weights.features[f] * input.features[i][f];
    if (IsFragment(analysis.sentences[i])) score[i] += kLast;
  }
  if (scores != nullptr) *scores = score;

  // Which sentences hold each word, and how much of each sentence's weight is still unsaid.
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
  const auto gain = [&](uint32_t i) { return score[i] + (total[i] > 0 ? weights.novelty * unsaid[i] / total[i] : 0); };

  // Gains only fall, so a sentence whose gain is still what the heap says is the best of all (lazy greedy).
  struct Entry {
    double gain;
    uint32_t sentence;
    bool operator<(const Entry& o) const { return gain != o.gain ? gain < o.gain : sentence > o.sentence; }
  };
  const std::vector<int> leans = WhatTheyLeanOn(analysis);
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
    const int support = leans[top.sentence];
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

void RankSentences(Analysis* analysis) {
  const RankInput input = MakeRankInput(*analysis);
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
