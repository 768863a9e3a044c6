// Learns what each kind of question wants of the sentence that answers it (engine/find/offers.h):
//
//   wanted_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WANTED.txt
//
// A log-linear model over the sentences that the engine finds for a question: retrieval's score is given, and what a
// sentence offers is worth so much. Articles of the development split and
// visitors' development texts take no part. Deterministic; a minute on one core.

#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/find/sentences.h"
#include "tools/compiler/byte_writer.h"
#include "tools/train/answers/asked.h"
#include "tools/train/answers/doubt.h"
#include "tools/train/answers/weights_file.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

constexpr uint32_t kSentences = 24;   // of which the right one is to be first
constexpr size_t kMostOfASet = 6000;  // questions, so that visitors' are not drowned
constexpr int kEpochs = 5;
constexpr double kRate = 0.1, kPenalty = 1e-5;

struct Example {
  uint32_t kind;
  std::vector<double> scores;  // retrieval's, in log-odds
  std::vector<uint32_t> offers;
  std::vector<bool> gold;
};

bool MakeExample(const AskedSet& set, const AskedQuestion& q, FindWork* work, Example* out) {
  Query query;
  if (ReadQuery(set.index().language, compiler::AsBytes(q.text), &query) != PITH_OK) return false;
  ScoredSentence found[kSentences];
  BestSentences best = {found, kSentences};
  Meter meter;
  query.spelled.article = kNone;
  BeginFinding(set.index(), q.article, work);
  StepFinding(set.index(), &query, nullptr, work, &meter, &best);
  Part part;
  if (!OpenPart(set.index(), q.article, &part)) return false;
  out->kind = static_cast<uint32_t>(ReadQuestion(set.index().language, query).kind);
  bool any = false;
  for (uint32_t i = 0; i < best.count; ++i) {
    const uint32_t weight = std::max(1u, query.ContentWeight());
    out->scores.push_back(found[i].score * double{kWorthUnit} / (kWeightUnit * weight));
    out->offers.push_back(OffersOf(part, found[i].sentence));
    out->gold.push_back(HasGold(q, part.sentences[found[i].sentence]));
    any |= out->gold.back();
  }
  return any;
}

double ScoreOf(const Example& e, size_t i, const std::vector<double>& weights) {
  double sum = e.scores[i];
  for (uint32_t sort = 0; sort < kOfferSorts; ++sort) {
    if (((e.offers[i] >> sort) & 1) != 0) sum += weights[e.kind * kOfferSorts + sort];
  }
  return sum;
}

// One pass of AdaGrad. Returns the share of questions whose first sentence is gold.
double Epoch(const std::vector<Example>& examples, std::vector<double>* weights, std::vector<double>* squares) {
  size_t right = 0;
  for (const Example& e : examples) {
    std::vector<double> p(e.scores.size());
    size_t first = 0;
    for (size_t i = 0; i < p.size(); ++i) {
      p[i] = ScoreOf(e, i, *weights);
      if (p[i] > p[first]) first = i;
    }
    right += e.gold[first] ? 1 : 0;
    const double top = p[first];
    double all = 0, gold = 0;
    for (size_t i = 0; i < p.size(); ++i) {
      p[i] = std::exp(p[i] - top);
      all += p[i];
      gold += e.gold[i] ? p[i] : 0;
    }
    double gradient[kOfferSorts] = {};
    for (size_t i = 0; i < p.size(); ++i) {
      const double g = p[i] / all - (e.gold[i] ? p[i] / gold : 0);
      for (uint32_t sort = 0; sort < kOfferSorts; ++sort) gradient[sort] += ((e.offers[i] >> sort) & 1) != 0 ? g : 0;
    }
    for (uint32_t sort = 0; sort < kOfferSorts; ++sort) {
      const size_t at = e.kind * kOfferSorts + sort;
      const double g = gradient[sort] + kPenalty * (*weights)[at];
      (*squares)[at] += g * g;
      (*weights)[at] -= kRate * g / std::sqrt((*squares)[at]);
    }
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

int Main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::cerr << "usage: wanted_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WANTED.txt\n";
    return 2;
  }
  std::vector<Example> examples;
  const auto work = std::make_unique<FindWork>();
  for (int i = 1; i + 1 < argc; i += 2) {
    const auto set =
        LoadAsked(argv[i], argv[i + 1], kMostOfASet, [](absl::string_view doc) { return !IsDevelopment(doc); });
    if (set == nullptr) return 1;
    for (const AskedQuestion& q : set->questions) {
      Example example;
      if (!q.golds.empty() && MakeExample(*set, q, work.get(), &example)) examples.push_back(std::move(example));
    }
  }
  Shuffle(&examples);
  std::vector<double> weights(kAskKindCount * kOfferSorts, 0), squares(weights.size(), 1e-4);
  std::printf("%zu questions\n", examples.size());
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::printf("epoch %d: first sentence right %.3f\n", epoch, Epoch(examples, &weights, &squares));
  }
  std::vector<int32_t> wanted;
  for (const double weight : weights) wanted.push_back(static_cast<int32_t>(std::llround(weight * kWeightUnit)));
  return WriteWanted(argv[argc - 1], wanted) ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
