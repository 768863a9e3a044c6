// Learns the weights by which the engine judges candidates (engine/rank/candidates.h) and doubts them
// (engine/rank/doubt.h):
//
//   answers_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt
// Each index holds the documents that its questions name. The ranker is a log-linear model over all candidates of a
// question, the gold ones being those that agree best with the gold answer; the doubt a small network that tells
// whether the first candidate is right, trained on questions held out from the ranker, each asked of its own paragraph
// and, as questions without an answer, of it less the sentence with the answer, of the next one, and with a name
// exchanged. Articles of the development split take part in neither. Deterministic; minutes on one core.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/words.h"
#include "engine/rank/candidates.h"
#include "engine/rank/doubt.h"
#include "engine/rank/weights.h"
#include "tools/compiler/byte_writer.h"
#include "tools/train/answers/asked.h"
#include "tools/train/answers/doubt.h"
#include "tools/train/answers/weights_file.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

using compiler::AsBytes;

constexpr int kEpochs = 4;
constexpr double kRate = 0.15, kPenalty = 1e-6;

// A feature of a candidate: the place of its weight among the ranker's, and its value.
struct Feature {
  uint32_t at;
  uint32_t value;
};

// The candidates of one question as the engine sees them.
struct Example {
  std::vector<Feature> features;
  std::vector<uint32_t> ends;  // of each candidate's features
  std::vector<bool> gold;
};

bool MakeExample(const AskedSet& set, const AskedQuestion& q, AskingWork* work, Example* example) {
  if (RankSentences(set.index(), q.article, AsBytes(q.text), &work->candidates, &work->ranking) != PITH_OK)
    return false;
  std::vector<double> f1;
  ForEachCandidate(
      set.index(), work->ranking, &work->candidates,
      [&](const SentenceCursor& sentence, const CandidateRecord& record, const FeatureList& features) {
        ForEachFeature(features, [&](uint32_t at, uint32_t value) { example->features.push_back({at, value}); });
        example->ends.push_back(static_cast<uint32_t>(example->features.size()));
        const SentenceContext& c = sentence.context();
        const Range span = c.scan->SpanOf(*c.part, record.first, record.last);
        f1.push_back(AtGold(q, span) ? BestF1(q, c.part->Text(span)) : 0);
      });
  double most = 0;
  for (const double f : f1) most = std::max(most, f);
  if (most < 0.5) return false;
  for (const double f : f1) example->gold.push_back(f >= most - 1e-9);
  return true;
}

// One pass of AdaGrad over a log-linear model. Returns the share of questions whose first candidate is gold.
double RankerEpoch(const std::vector<Example>& examples, std::vector<double>* weights, std::vector<double>* squares) {
  size_t right = 0;
  std::vector<double> score, p;
  for (const Example& e : examples) {
    const size_t n = e.ends.size();
    score.assign(n, 0);
    double top = -1e30;
    size_t first = 0;
    for (size_t c = 0, f = 0; c < n; ++c) {
      for (; f < e.ends[c]; ++f) score[c] += (*weights)[e.features[f].at] * e.features[f].value / kFeatureUnit;
      if (score[c] > top) {
        top = score[c];
        first = c;
      }
    }
    right += e.gold[first] ? 1 : 0;
    double all = 0, gold = 0;
    p.assign(n, 0);
    for (size_t c = 0; c < n; ++c) {
      p[c] = std::exp(score[c] - top);
      all += p[c];
      if (e.gold[c]) gold += p[c];
    }
    for (size_t c = 0, f = 0; c < n; ++c) {
      const double gradient = p[c] / all - (e.gold[c] ? p[c] / std::max(gold, 1e-12) : 0);
      if (std::abs(gradient) < 1e-4) {
        f = e.ends[c];
        continue;
      }
      for (; f < e.ends[c]; ++f) {
        const uint32_t at = e.features[f].at;
        const double g = gradient * e.features[f].value / kFeatureUnit + kPenalty * (*weights)[at];
        (*squares)[at] += g * g;
        (*weights)[at] -= kRate * g / std::sqrt((*squares)[at]);
      }
    }
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

// The weights in the order of the file, up to those of the reader (engine/rank/weights.h).
std::vector<int32_t> InOrder(double threshold, const std::vector<double>& doubt, const std::vector<double>& ranker) {
  std::vector<int32_t> all = {static_cast<int32_t>(std::llround(threshold * 10000))};
  for (const auto* const part : {&doubt, &ranker}) {
    for (const double w : *part) all.push_back(static_cast<int32_t>(std::llround(w * kWeightUnit)));
  }
  return all;
}

std::string AsString(pith_text text) { return std::string(text.data, text.size); }

// What an article says of other things in the place of `word`, so that the question gets a near miss: another name of
// the same kind, or the unit of another number. Empty where there is nothing of the kind.
std::string Exchanged(const Part& part, const std::string& question, const std::string& word, bool unit) {
  if (unit) {
    for (uint32_t v = 0; v < part.values.size(); ++v) {
      const ValueRecord value = part.values[v];
      if (static_cast<ValueKind>(value.kind) != ValueKind::kNumber) continue;
      const std::string other = AsString(part.String(value.string));
      if (other.size() > 3 && question.find(other) == std::string::npos) return other;
    }
    return "";
  }
  for (uint32_t e = 0; e < part.entities.size(); ++e) {
    if (AsString(part.String(part.entities[e].name)).find(word) == std::string::npos) continue;
    for (uint32_t k = 1; k < part.entities.size(); ++k) {
      const uint32_t other = (e + k) % part.entities.size();
      const std::string name = AsString(part.String(part.entities[other].name));
      if (part.entities[other].type == part.entities[e].type && name.find(word) == std::string::npos &&
          question.find(name) == std::string::npos) {
        return name;
      }
    }
  }
  return "";
}

// The question with a name in it, or the noun of "how many", exchanged: the article holds its answer only by chance.
// Empty where there is nothing to exchange. `ranking`: of the question as it is.
std::string NearMiss(const AskedSet& set, const AskedQuestion& q, const Ranking& ranking) {
  Part part;
  if (!OpenPart(set.index(), q.article, &part)) return "";
  for (uint32_t i = 1; i < ranking.query.count; ++i) {
    const QueryWord& word = ranking.query.words[i];
    const bool unit = ranking.question.kind == AskKind::kNumber && i + 1 == ranking.question.focus_end;
    if (!word.content || (!unit && (word.shape & kShapeCapital) == 0)) continue;
    const std::string exchanged = Exchanged(part, q.text, q.text.substr(word.begin, word.end - word.begin), unit);
    if (!exchanged.empty()) return q.text.substr(0, word.begin) + exchanged + q.text.substr(word.end);
  }
  return "";
}

// Forgets the candidates of the sentences that hold the answer, as if the article did not.
void LeaveOutGold(const AskedSet& set, const AskedQuestion& q, Ranking* ranking) {
  Part part;
  OpenPart(set.index(), q.article, &part);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < ranking->kept_count; ++i) {
    const SentenceRecord sentence = part.sentences[ranking->kept[i].sentence];
    if (!q.begins.empty() && !HasGold(q, sentence)) ranking->kept[kept++] = ranking->kept[i];
  }
  ranking->kept_count = kept;
}

enum class Asked { kOwnArticle, kWithoutSentence, kNextArticle, kNearMiss };

// Asks a question of an article and notes what its first candidate looks like and whether it is right.
bool MakeDoubtExample(const AskedSet& set, const AskedQuestion& q, Asked asked, const std::string& weights,
                      AskingWork* work, DoubtExample* out) {
  const bool answerable = asked == Asked::kOwnArticle;
  const uint32_t article = asked == Asked::kNextArticle ? (q.article + 1) % set.index().size() : q.article;
  std::string text = q.text;
  Ranking& ranking = work->ranking;
  if (asked == Asked::kNearMiss) {
    if (ReadQuery(set.index().language, AsBytes(text), &ranking.query) != PITH_OK) return false;
    ranking.question = ReadQuestion(set.index().language, ranking.query);
    text = NearMiss(set, q, ranking);
    if (text.empty()) return false;
  }
  const pith_status status =
      RankCandidates(set.index(), article, AsBytes(text), AsBytes(weights), &work->candidates, &ranking);
  if (status != PITH_OK || ranking.kept_count == 0) return false;
  if (asked == Asked::kWithoutSentence) {
    LeaveOutGold(set, q, &ranking);
    if (ranking.kept_count == 0) return false;
  }
  out->features.resize(kDoubtFeatures);
  ExtractDoubt(ranking, 0, out->features.data());
  out->rules = static_cast<double>(RuleLogOdds(ranking, 0)) / kLogOddsUnit;
  out->answerable = answerable;
  // Near misses are rarer than the rest, and what matters most.
  out->weight = asked == Asked::kNearMiss ? 4 : 1;
  Part part;
  OpenPart(set.index(), article, &part);
  const Range span = {ranking.kept[0].begin, ranking.kept[0].end};
  const pith_text guess = part.Text(span);
  out->f1 = answerable ? BestF1(q, guess) : 0;
  out->right = answerable && out->f1 >= 0.5 && AtGold(q, span);
  return true;
}

int Main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::cerr << "usage: answers_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt\n";
    return 2;
  }
  std::vector<std::unique_ptr<AskedSet>> sets;
  for (int i = 1; i + 1 < argc; i += 2) {
    sets.push_back(
        LoadAsked(argv[i], argv[i + 1], kMostQuestions, [](absl::string_view doc) { return !IsDevelopment(doc); }));
    if (sets.back() == nullptr) return 1;
  }
  auto work = std::make_unique<AskingWork>();
  // Every fifth question is kept from the ranker, to learn doubt from.
  constexpr size_t kHeldOut = 5;
  std::vector<Example> examples;
  for (const auto& set : sets) {
    for (size_t i = 0; i < set->questions.size(); ++i) {
      Example example;
      if (i % kHeldOut != 0 && MakeExample(*set, set->questions[i], work.get(), &example)) {
        examples.push_back(std::move(example));
      }
    }
  }
  std::cerr << examples.size() << " questions with a good candidate\n";
  Shuffle(&examples);
  std::vector<double> ranker(kRankerWeights, 0), squares(kRankerWeights, 1e-4);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::cerr << "epoch " << epoch << ": first candidate gold " << RankerEpoch(examples, &ranker, &squares) << "\n";
  }
  const std::vector<double> no_doubt(NetworkWeights(kDoubtFeatures), 0);
  const std::string undoubting = PackWeights(InOrder(0, no_doubt, ranker));
  std::vector<DoubtExample> doubts;
  for (const auto& set : sets) {
    for (size_t i = 0; i < set->questions.size(); i += kHeldOut) {
      for (const Asked asked : {Asked::kOwnArticle, Asked::kWithoutSentence, Asked::kNextArticle, Asked::kNearMiss}) {
        DoubtExample example;
        if (MakeDoubtExample(*set, set->questions[i], asked, undoubting, work.get(), &example)) {
          doubts.push_back(std::move(example));
        }
      }
    }
  }
  Shuffle(&doubts);
  Balance(kOneUnanswerableIn, &doubts);
  DoubtNetwork network(kDoubtFeatures);
  network.Train(doubts);
  const std::vector<double>& doubt = network.weights();
  const double threshold = network.BestThreshold(doubts);
  double f1 = 0, answerable = 0;
  for (const DoubtExample& d : doubts) {
    f1 += d.f1;
    answerable += d.answerable ? 1 : 0;
  }
  std::cerr << "held out: F1 " << f1 / answerable << ", threshold " << threshold << "\n";

  return WriteWeights(argv[argc - 1], InOrder(threshold, doubt, ranker)) ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
