// Learns how the reader's findings and the ranker's candidates go together (engine/reader/rerank.h): the order of both,
// the confidence of the answer, the threshold, and the confidence from which the ranker's answer stands without the
// reader.
//
//   join_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt
//
// The indexes hold a reader; WEIGHTS.txt is what answers_main wrote, to which the new weights are added. Of QUESTIONS
// those of the development articles are used, which neither the reader nor the ranker was trained on: half of them, by
// article, to learn from and the other half to measure. Questions without answers are near misses; of the others
// those in other words (questions.py) are learned from only, the rest are also asked of the next article.
// Deterministic; a minute or two on one core.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/rank/candidates.h"
#include "engine/rank/doubt.h"
#include "engine/rank/weights.h"
#include "engine/reader/rerank.h"
#include "tools/compiler/byte_writer.h"
#include "tools/language/weight_names.h"
#include "tools/train/answers/asked.h"
#include "tools/train/answers/doubt.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

using compiler::AsBytes;
using compiler::ByteWriter;

constexpr double kOneSilentIn = 2.5;  // questions has no answer, where the threshold is chosen

// One development article in two, so that weights are not measured on what they were fitted to.
bool ForMeasuring(absl::string_view doc) {
  uint32_t hash = 5381;
  for (const char c : doc.substr(0, doc.find('#'))) hash = hash * 33 + static_cast<uint8_t>(c);
  return (hash >> 3) % 2 == 1;
}

// What is asked: of the article, or of the next one that does not hold the answer.
struct Asking {
  const AskedSet* set;
  const AskedQuestion* question;
  uint32_t article;
  bool answerable, near_miss;
};

std::vector<Asking> AllAskings(const std::vector<std::unique_ptr<AskedSet>>& sets, bool measuring) {
  std::vector<Asking> all;
  for (const auto& set : sets) {
    for (const AskedQuestion& q : set->questions) {
      if (ForMeasuring(q.doc) != measuring || (measuring && q.reworded)) continue;
      const bool near_miss = q.golds.empty();
      all.push_back({set.get(), &q, q.article, !near_miss, near_miss});
      const uint32_t next = (q.article + 1) % set->index().size();
      if (!near_miss && !q.reworded && next != q.article) all.push_back({set.get(), &q, next, false, false});
    }
  }
  return all;
}

bool Read(const Asking& a, const std::string& weights, AskingWork* work, bool* joined) {
  const OpenedIndex& index = a.set->index();
  if (RankCandidates(index, a.article, AsBytes(a.question->text), AsBytes(weights), &work->candidates,
                     &work->ranking) != PITH_OK) {
    return false;
  }
  *joined = ReadAndRerank(index, AsBytes(weights), work);
  return work->ranking.kept_count != 0;
}

// `there`: whether it has to lie where the gold answer does.
double F1Of(const Asking& a, const ScoredCandidate& candidate, bool there) {
  if (!a.answerable) return 0;
  Part part;
  OpenPart(a.set->index(), candidate.article, &part);
  const Range span = {candidate.begin, candidate.end};
  return !there || AtGold(*a.question, span) ? BestF1(*a.question, part.Text(span)) : 0;
}

bool InGoldSentence(const Asking& a, const ScoredCandidate& candidate) {
  Part part;
  OpenPart(a.set->index(), candidate.article, &part);
  return HasGold(*a.question, part.sentences[candidate.sentence]);
}

// The candidates of each question, with how much of the gold answer they say.
std::vector<std::vector<DoubtExample>> MakeLists(const std::vector<Asking>& askings, const std::string& weights,
                                                 AskingWork* work) {
  std::vector<std::vector<DoubtExample>> lists;
  for (const Asking& a : askings) {
    bool joined = false;
    if (!a.answerable || !Read(a, weights, work, &joined) || !joined) continue;
    const Ranking& ranking = work->ranking;
    std::vector<DoubtExample> list(ranking.kept_count);
    double best = 0;
    for (uint32_t i = 0; i < ranking.kept_count; ++i) {
      list[i].features.resize(kOrderFeatures);
      ExtractOrder(ranking, work->reranking, i, list[i].features.data());
      list[i].f1 = F1Of(a, ranking.kept[i], true);
      best = std::max(best, list[i].f1);
    }
    if (best > 0) lists.push_back(std::move(list));
  }
  Shuffle(&lists);
  return lists;
}

// An asking with its answer: what doubt learns from, and the ranker's own answer beside it.
struct Judgment {
  DoubtExample joint;
  double ranker_confidence = 0, ranker_f1 = 0;  // the former only where a fact says the same
  bool sentence = false, near_miss = false;
  size_t set = 0;
};

std::vector<Judgment> Judge(const std::vector<std::unique_ptr<AskedSet>>& sets, const std::vector<Asking>& askings,
                            const std::string& weights, AskingWork* work) {
  std::vector<Judgment> all;
  for (const Asking& a : askings) {
    Judgment judged;
    for (size_t i = 0; i < sets.size(); ++i) judged.set = sets[i].get() == a.set ? i : judged.set;
    const Bytes view = AsBytes(weights);
    const OpenedIndex& index = a.set->index();
    const Ranking& ranking = work->ranking;
    if (RankCandidates(index, a.article, AsBytes(a.question->text), view, &work->candidates, &work->ranking) !=
        PITH_OK) {
      continue;
    }
    if (ranking.kept_count != 0) {
      if (IsSaidByFact(ranking.kept[0])) judged.ranker_confidence = Confidence(view, ranking, 0) / 10000.0;
      judged.ranker_f1 = F1Of(a, ranking.kept[0], false);
    }
    judged.near_miss = a.near_miss;
    judged.joint.answerable = a.answerable;
    judged.joint.weight = a.near_miss ? 3 : 1;  // rarer than the rest, and what matters most
    if (ReadAndRerank(index, view, work)) {
      judged.joint.features.resize(kJointFeatures);
      ExtractJointDoubt(view, ranking, work->reranking, 0, judged.joint.features.data());
      judged.joint.rules = static_cast<double>(JointRuleLogOdds(ranking, 0)) / kLogOddsUnit;
      judged.joint.f1 = F1Of(a, ranking.kept[0], false);
      judged.joint.right = F1Of(a, ranking.kept[0], true) >= 0.5;
      judged.sentence = a.answerable && InGoldSentence(a, ranking.kept[0]);
    }
    all.push_back(std::move(judged));
  }
  return all;
}

// The least confidence of the ranker from which reading gains less than a point and a half of F1.
double SettledFrom(std::vector<Judgment> all) {
  std::sort(all.begin(), all.end(),
            [](const Judgment& a, const Judgment& b) { return a.ranker_confidence > b.ranker_confidence; });
  double ranker = 0, joint = 0, settled = 1.01;
  size_t count = 0;
  for (const Judgment& j : all) {
    ++count;
    ranker += j.ranker_f1;
    joint += j.joint.f1;
    if (count >= 50 && ranker >= joint - 0.015 * static_cast<double>(count)) settled = j.ranker_confidence;
  }
  return settled;
}

// How often the answer to a question with one is surer than that to a near miss: the area under the ROC curve. And the
// best mean of F1 and silence over as many of both that a threshold could reach.
struct Apart {
  double auroc = 0, best = 0, at = 0;
};
Apart TellApart(std::vector<std::pair<double, double>> there, std::vector<double> near) {
  Apart out;
  if (there.empty() || near.empty()) return out;
  std::sort(there.begin(), there.end());
  std::sort(near.begin(), near.end());
  const auto n = static_cast<double>(there.size()), m = static_cast<double>(near.size());
  double said = 0;
  for (const auto& it : there) said += it.second;
  size_t below = 0;
  for (const auto& it : there) {
    while (below < near.size() && near[below] < it.first) ++below;
    out.auroc += static_cast<double>(below) / (n * m);
    const double both = (said / n + static_cast<double>(below) / m) / 2;
    if (both > out.best) out.at = it.first;
    out.best = std::max(out.best, both);
    said -= it.second;
  }
  return out;
}

void Report(const std::vector<Judgment>& all, const DoubtNetwork& network, double threshold, double settled, size_t set,
            const char* name) {
  double n = 0, f1 = 0, em = 0, sentence = 0, ranker = 0, skipped = 0, two = 0, asked = 0, none = 0, silent = 0;
  double bins[10][3] = {}, answerable = 0, others = 0, weighed = 0;
  for (const Judgment& j : all) {
    if (j.set == set) (j.joint.answerable ? answerable : others) += j.joint.weight;
  }
  std::vector<std::pair<double, double>> there;
  std::vector<double> near;
  for (const Judgment& j : all) {
    if (j.set != set) continue;
    const bool skips = j.ranker_confidence >= settled;
    const double confidence = skips ? j.ranker_confidence : j.joint.features.empty() ? 0 : network.Confidence(j.joint);
    const double got = skips ? j.ranker_f1 : j.joint.f1;
    ++asked;
    skipped += skips ? 1 : 0;
    // As many without an answer as were learned with.
    const double weight = j.joint.answerable ? 1 : answerable / (kOneUnanswerableIn - 1) / others * j.joint.weight;
    double* bin = bins[std::min(9, static_cast<int>(confidence * 10))];
    weighed += weight;
    bin[1] += weight * confidence;
    bin[2] += got >= 0.5 ? weight : 0;
    if (j.joint.answerable) there.emplace_back(confidence, got);
    if (j.near_miss) near.push_back(confidence);
    if (j.joint.answerable) {
      ++n;
      f1 += got;
      em += got >= 1 ? 1 : 0;
      sentence += j.sentence ? 1 : 0;
      ranker += j.ranker_f1;
      two += confidence >= threshold ? got : 0;
    } else {
      ++none;
      silent += confidence < threshold ? 1 : 0;
    }
  }
  double ece = 0;
  for (const auto& bin : bins) ece += std::abs(bin[1] - bin[2]) / weighed;
  const Apart apart = TellApart(there, near);
  std::printf(
      "%s: F1 %.1f EM %.1f sentence %.1f (ranker alone F1 %.1f); with the threshold F1 %.1f of the answerable, "
      "%.1f silent of the others; calibration error %.1f; %.1f settled without reading; near misses told apart with "
      "AUROC %.3f, over as many of both F1 %.1f at most, at %.2f\n",
      name, 100 * f1 / n, 100 * em / n, 100 * sentence / n, 100 * ranker / n, 100 * two / n, 100 * silent / none,
      100 * ece, 100 * skipped / asked, apart.auroc, 100 * apart.best, apart.at);
}

int Main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::cerr << "usage: join_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt\n";
    return 2;
  }
  std::vector<std::unique_ptr<AskedSet>> sets;
  for (int i = 1; i + 1 < argc; i += 2) {
    sets.push_back(LoadAsked(argv[i], argv[i + 1], kMostQuestions, IsDevelopment));
    if (sets.back() == nullptr) return 1;
  }
  // The weights so far, less those of an earlier join. Their names have to be those of this version.
  std::vector<std::string> kept;
  ByteWriter packed;
  std::ifstream in(argv[argc - 1]);
  uint32_t count = 0;
  for (std::string line; std::getline(in, line);) {
    const std::pair<std::string, std::string> weight = absl::StrSplit(line, absl::MaxSplits(' ', 1));
    int32_t value = 0;
    if (weight.first != "#") {
      if (count == kSettledAt) break;
      if (weight.first != model::WeightNames()[count++] || !absl::SimpleAtoi(weight.second, &value)) break;
      packed.U32(static_cast<uint32_t>(value));
    }
    kept.push_back(line);
  }
  if (packed.size() != size_t{4} * kSettledAt) {
    std::cerr << argv[argc - 1] << ": not the weights of this version's answers_main\n";
    return 1;
  }
  auto work = std::make_unique<AskingWork>();
  const std::vector<Asking> learning = AllAskings(sets, false);
  // The reader's are zeros until they are learned; the engine reads only where all are there.
  const auto padded = [&packed] { return ByteWriter().Padded(packed.bytes(), size_t{4} * kWeights).Take(); };
  const std::string unordered = padded();
  packed.U32(0).U32(0);  // settled, threshold_with_reader
  DoubtNetwork order(kOrderFeatures);
  order.TrainOrder(MakeLists(learning, unordered, work.get()));
  for (const double w : order.weights()) packed.U32(static_cast<uint32_t>(std::llround(w * kWeightUnit)));
  const std::vector<Judgment> judged = Judge(sets, learning, padded(), work.get());
  std::vector<DoubtExample> doubts;
  for (const Judgment& j : judged) {
    if (!j.joint.features.empty()) doubts.push_back(j.joint);
  }
  Shuffle(&doubts);
  Balance(kOneUnanswerableIn, &doubts);
  DoubtNetwork network(kJointFeatures);
  network.Train(doubts);
  // A wrong answer to what the text does not say costs an app more than silence.
  Balance(kOneSilentIn, &doubts);
  const double threshold = network.BestThreshold(doubts), settled = SettledFrom(judged);
  std::printf("threshold %.3f, settled from %.3f\n", threshold, settled);
  const std::vector<Judgment> measured = Judge(sets, AllAskings(sets, true), padded(), work.get());
  for (size_t i = 0; i < sets.size(); ++i) {
    Report(measured, network, threshold, settled, i, argv[1 + 2 * i]);
  }
  std::ofstream out(argv[argc - 1]);
  for (const std::string& line : kept) out << line << "\n";
  std::vector<int64_t> all = {std::llround(std::min(settled, 1.0) * 10000 + (settled > 1 ? 1 : 0)),
                              std::llround(threshold * 10000)};
  for (const double weight : order.weights()) all.push_back(std::llround(weight * kWeightUnit));
  for (const double weight : network.weights()) all.push_back(std::llround(weight * kWeightUnit));
  for (size_t i = 0; i < all.size(); ++i) out << model::WeightNames()[kSettledAt + i] << " " << all[i] << "\n";
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
