#include "tools/train/answers/learn_polar.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "engine/polar/polar.h"
#include "engine/rank/candidates.h"
#include "engine/reader/rerank.h"
#include "tools/compiler/byte_writer.h"
#include "tools/train/answers/doubt.h"

namespace pith::train {
namespace {

using compiler::AsBytes;

// The sentences of each yes/no question, read or not: right is one in which a gold answer begins.
std::vector<DoubtExample> PolarExamples(const std::vector<Asking>& askings, const std::string& weights, bool reads,
                                        AskingWork* work) {
  std::vector<DoubtExample> all;
  for (const Asking& a : askings) {
    const Ranking& ranking = work->ranking;
    if (RankCandidates(a.index(), a.article, AsBytes(a.question->text), AsBytes(weights), &work->candidates,
                       &work->ranking) != PITH_OK ||
        !IsPolar(a.index().language, ranking.query, ranking.question)) {
      continue;
    }
    ReaderFindings found;
    const ReaderSections sections = ReaderSections::Of(a.index());
    if (reads) {
      if (!BeginReadingFor(a.index(), sections, AsBytes(weights), ranking, &work->reader)) continue;
      found = FinishReading(a.index(), sections, ranking, &work->reader);
    }
    DescribedSentence sentences[kReadSentences];
    const uint32_t count =
        DescribeSentences(a.index(), ranking, reads ? &found : nullptr, &work->candidates, sentences);
    for (uint32_t i = 0; i < count; ++i) {
      const DescribedSentence& sentence = sentences[i];
      Part part;
      OpenPart(a.index(), sentence.answer.article, &part);
      DoubtExample example;
      example.rules = static_cast<double>(sentence.rules) / kLogOddsUnit;
      example.features.assign(sentence.features, sentence.features + kPolarFeatures);
      example.answerable = a.answerable;
      example.right = a.answerable && HasGold(*a.question, part.sentences[sentence.answer.sentence]);
      all.push_back(std::move(example));
    }
  }
  return all;
}

}  // namespace

std::vector<double> LearnPolar(const std::vector<Asking>& learning, const std::vector<Asking>& measuring,
                               const std::string& weights, bool reads, AskingWork* work) {
  std::vector<DoubtExample> learned = PolarExamples(learning, weights, reads, work);
  Shuffle(&learned);
  DoubtNetwork network(kPolarFeatures);
  network.Train(learned);
  double n = 0, loss = 0, given = 0, right = 0, all = 0;
  for (const DoubtExample& e : PolarExamples(measuring, weights, reads, work)) {
    const double p = network.Confidence(e);
    n += 1;
    all += e.right ? 1 : 0;
    loss -= std::log(std::max(1e-9, e.right ? p : 1 - p));
    given += p >= 0.6 ? 1 : 0;
    right += p >= 0.6 && e.right ? 1 : 0;
  }
  std::printf(
      "yes/no, %s: %zu sentences learned from; of %.0f others %.0f are right; loss %.3f, given at 0.6 %.0f, right "
      "of those %.0f\n",
      reads ? "read" : "not read", learned.size(), n, all, loss / n, given, right);
  return network.weights();
}

}  // namespace pith::train
