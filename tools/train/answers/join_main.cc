// Learns how the reader's findings and the ranker's candidates go together (engine/reader/rerank.h): the order of both,
// the confidence of the answer, and the threshold; and what yes/no questions are judged by (learn_polar.h).
//
//   join_main (halves|learn|measure) INDEX.pith QUESTIONS.jsonl [...]... WEIGHTS.txt
//
// The indexes hold a reader; WEIGHTS.txt is what answers_main wrote, to which the new weights are added. There are two
// sorts of questions, and a confidence has to be a probability for both:
//
// - `halves`: those of tests, by people who saw the text. Those of the development articles are used, which neither the
//   reader nor the ranker was trained on: half of them, by article, to learn from and the other half to measure.
//   Questions without answers are near misses; of the others those in other words (questions.py) are learned from only,
//   the rest are also asked of the next article. So there are as many without an answer as one likes, and they are
//   weighed to make up one in kOneUnanswerableIn.
// - `learn` and `measure`: visitors' questions, as many of each kind as were asked. They count as much as the others.
//
// Deterministic; a few minutes on one core.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/polar/polar.h"
#include "engine/rank/candidates.h"
#include "engine/rank/doubt.h"
#include "engine/rank/weights.h"
#include "engine/reader/rerank.h"
#include "tools/compiler/byte_writer.h"
#include "tools/train/answers/asked.h"
#include "tools/train/answers/asking.h"
#include "tools/train/answers/doubt.h"
#include "tools/train/answers/learn_polar.h"
#include "tools/train/answers/weights_file.h"

namespace pith::train {
namespace {

using compiler::AsBytes;

// Of the answers that pass the threshold, so many are right, of visitors' questions in their own words and in the
// text's and of near misses. Writers made one of these for every second question, and visitors ask few: without them,
// nine of ten.
constexpr double kRightOfGiven = 5.0 / 6;

// A confidence out of reach: earlier engines let the ranker's answer stand unread from there.
constexpr int32_t kNeverSettled = 10001;

// Yes/no questions go another way (engine/polar).
bool Rank(const Asking& a, Bytes weights, AskingWork* work) {
  const Ranking& ranking = work->ranking;
  return RankCandidates(a.index(), a.article, AsBytes(a.question->text), weights, &work->candidates, &work->ranking) ==
             PITH_OK &&
         !IsPolar(a.index().language, ranking.query, ranking.question);
}

bool Read(const Asking& a, const std::string& weights, AskingWork* work, bool* joined) {
  if (!Rank(a, AsBytes(weights), work)) return false;
  *joined = ReadAndRerank(a.index(), AsBytes(weights), work);
  return work->ranking.kept_count != 0;
}

// `there`: whether it has to lie where the gold answer does.
double F1Of(const Asking& a, const ScoredCandidate& candidate, bool there) {
  if (!a.answerable) return 0;
  Part part;
  OpenPart(a.index(), candidate.article, &part);
  const Range span = {candidate.begin, candidate.end};
  return !there || AtGold(*a.question, span) ? BestF1(*a.question, part.Text(span)) : 0;
}

// Whether an answer is right, as those judge who made the questions: half of it by F1, and of a visitor's question also
// where more is said than was asked.
bool IsRight(const Asking& a, const ScoredCandidate& candidate) {
  if (F1Of(a, candidate, true) >= 0.5) return true;
  if (!a.answerable || !a.used->as_asked()) return false;
  Part part;
  OpenPart(a.index(), candidate.article, &part);
  const Range span = {candidate.begin, candidate.end};
  return AtGold(*a.question, span) && SaysGold(*a.question, part.Text(span));
}

bool InGoldSentence(const Asking& a, const ScoredCandidate& candidate) {
  Part part;
  OpenPart(a.index(), candidate.article, &part);
  return HasGold(*a.question, part.sentences[candidate.sentence]);
}

// The candidates of each question, with how much of the gold answer they say. Of the tests' questions alone: a
// visitor's accepts several answers, from which the order would learn that longer ones are better.
std::vector<std::vector<DoubtExample>> MakeLists(const std::vector<Asking>& askings, const std::string& weights,
                                                 AskingWork* work) {
  std::vector<std::vector<DoubtExample>> lists;
  for (const Asking& a : askings) {
    bool joined = false;
    if (!a.answerable || a.used->as_asked() || !Read(a, weights, work, &joined) || !joined) continue;
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
  double ranker_f1 = 0;
  bool sentence = false, near_miss = false;
  const UsedSet* used = nullptr;
  const AskedQuestion* question = nullptr;
};

std::vector<Judgment> Judge(const std::vector<Asking>& askings, const std::string& weights, AskingWork* work) {
  std::vector<Judgment> all;
  for (const Asking& a : askings) {
    Judgment judged;
    judged.used = a.used;
    const Bytes view = AsBytes(weights);
    const OpenedIndex& index = a.index();
    const Ranking& ranking = work->ranking;
    if (!Rank(a, view, work)) continue;
    if (ranking.kept_count != 0) judged.ranker_f1 = F1Of(a, ranking.kept[0], false);
    judged.near_miss = a.near_miss;
    judged.question = a.question;
    judged.joint.answerable = a.answerable;
    // Near misses of the tests are rarer than the rest, and what matters most.
    judged.joint.weight = a.near_miss && !a.used->as_asked() ? 3 : 1;
    if (ReadAndRerank(index, view, work) && ranking.kept_count != 0) {
      judged.joint.features.resize(kJointFeatures);
      ExtractJointDoubt(view, ranking, work->reranking, 0, judged.joint.features.data());
      judged.joint.rules = static_cast<double>(JointRuleLogOdds(ranking, 0)) / kLogOddsUnit;
      judged.joint.f1 = F1Of(a, ranking.kept[0], false);
      judged.joint.right = IsRight(a, ranking.kept[0]);
      judged.sentence = a.answerable && InGoldSentence(a, ranking.kept[0]);
    }
    all.push_back(std::move(judged));
  }
  return all;
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

void Report(const std::vector<Judgment>& all, const DoubtNetwork& network, double threshold, const UsedSet& used) {
  double n = 0, f1 = 0, em = 0, sentence = 0, ranker = 0, two = 0, none = 0, silent = 0, given = 0, right = 0;
  double bins[10][3] = {}, answerable = 0, others = 0, weighed = 0;
  for (const Judgment& j : all) {
    if (j.used == &used) (j.joint.answerable ? answerable : others) += j.joint.weight;
  }
  std::vector<std::pair<double, double>> there;
  std::vector<double> near;
  for (const Judgment& j : all) {
    if (j.used != &used) continue;
    const double confidence = j.joint.features.empty() ? 0 : network.Confidence(j.joint);
    // As many without an answer as were learned with.
    const double weight =
        j.joint.answerable || used.as_asked() ? 1 : answerable / (kOneUnanswerableIn - 1) / others * j.joint.weight;
    double* bin = bins[std::min(9, static_cast<int>(confidence * 10))];
    weighed += weight;
    bin[1] += weight * confidence;
    bin[2] += j.joint.right ? weight : 0;
    given += confidence >= threshold ? weight : 0;
    right += confidence >= threshold && j.joint.right ? weight : 0;
    if (j.joint.answerable) there.emplace_back(confidence, j.joint.f1);
    if (j.near_miss) near.push_back(confidence);
    if (j.joint.answerable) {
      ++n;
      f1 += j.joint.f1;
      em += j.joint.f1 >= 1 ? 1 : 0;
      sentence += j.sentence ? 1 : 0;
      ranker += j.ranker_f1;
      two += confidence >= threshold ? j.joint.f1 : 0;
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
      "%.1f silent of the others, %.1f %% right of what is given; calibration error %.1f; near misses told "
      "apart with AUROC %.3f, over as many of both F1 %.1f at most, at %.2f\n",
      used.name, 100 * f1 / n, 100 * em / n, 100 * sentence / n, 100 * ranker / n, 100 * two / n, 100 * silent / none,
      100 * right / given, 100 * ece, apart.auroc, 100 * apart.best, apart.at);
}

double WeightOf(const std::vector<DoubtExample>& doubts) {
  double sum = 0;
  for (const DoubtExample& d : doubts) sum += d.weight;
  return sum;
}

// Texts fall into so many parts; what is said of the answers in one is learned from the others.
constexpr uint32_t kFolds = 4;

uint32_t FoldOf(const Judgment& j) { return j.question->article % kFolds; }

// What doubt learns from: the tests' questions, and with as much weight together those of visitors outside `fold`.
std::vector<DoubtExample> DoubtsOf(const std::vector<Judgment>& judged, uint32_t fold = kFolds) {
  std::vector<DoubtExample> doubts, as_asked;
  for (const Judgment& j : judged) {
    if (j.joint.features.empty()) continue;
    if (!j.used->as_asked()) doubts.push_back(j.joint);
    if (j.used->as_asked() && FoldOf(j) != fold) as_asked.push_back(j.joint);
  }
  Balance(kOneUnanswerableIn, &doubts);
  const double share = as_asked.empty() ? 0 : WeightOf(doubts) / WeightOf(as_asked);
  for (DoubtExample& example : as_asked) {
    example.weight *= share;
    doubts.push_back(std::move(example));
  }
  Shuffle(&doubts);
  return doubts;
}

// The threshold for what visitors ask, by networks that have not seen the text.
double ThresholdOf(const std::vector<Judgment>& judged) {
  std::vector<GivenAnswer> answers;
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    DoubtNetwork network(kJointFeatures);
    network.Train(DoubtsOf(judged, fold));
    for (const Judgment& j : judged) {
      const bool counts = j.used->as_asked() && FoldOf(j) == fold;
      if (counts && !j.joint.features.empty()) answers.push_back({network.Confidence(j.joint), 1, j.joint.right});
    }
  }
  return ThresholdFor(kRightOfGiven, std::move(answers));
}

int Main(int argc, char** argv) {
  const std::vector<UsedSet> sets = argc > 4 && argc % 3 == 2 ? LoadSets(argc, argv) : std::vector<UsedSet>();
  if (sets.empty()) {
    std::cerr << "usage: join_main (halves|learn|measure) INDEX.pith QUESTIONS.jsonl [...]... WEIGHTS.txt\n";
    return 2;
  }
  std::vector<int32_t> weights = ReadWeights(argv[argc - 1], kSettledAt);
  auto work = std::make_unique<AskingWork>();
  const std::vector<Asking> learning = AllAskings(sets, false), measuring = AllAskings(sets, true);
  // The reader's are zeros until they are learned; the engine reads only where all are there.
  const std::string unordered = PackWeights(weights);
  weights.insert(weights.end(), {kNeverSettled, 0});  // the threshold comes last
  const auto add = [&weights](const std::vector<double>& more) {
    for (const double w : more) weights.push_back(static_cast<int32_t>(std::llround(w * kWeightUnit)));
  };
  DoubtNetwork order(kOrderFeatures);
  order.TrainOrder(MakeLists(learning, unordered, work.get()));
  add(order.weights());
  const std::vector<Judgment> judged = Judge(learning, PackWeights(weights), work.get());
  DoubtNetwork network(kJointFeatures);
  network.Train(DoubtsOf(judged));
  const double threshold = ThresholdOf(judged);
  std::printf("threshold %.3f\n", threshold);
  const std::vector<Judgment> measured = Judge(measuring, PackWeights(weights), work.get());
  for (const UsedSet& used : sets) {
    if (used.use != Use::kLearn) Report(measured, network, threshold, used);
  }
  weights[kJointThresholdAt] = static_cast<int32_t>(std::llround(threshold * 10000));
  add(network.weights());
  const std::string so_far = PackWeights(weights);
  for (const bool reads : {false, true}) add(LearnPolar(learning, measuring, so_far, reads, work.get()));
  return WriteWeights(argv[argc - 1], weights) ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
