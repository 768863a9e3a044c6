// Learns the weights by which the engine judges candidates (engine/features.h) and doubts them (engine/answer.h):
//
//   answers_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt
//
// Each index holds the documents that its questions name. The ranker is a log-linear model over all candidates of a
// question, the gold ones being those that agree best with the gold answer; the doubt a small network that tells
// whether the first candidate is right, trained on questions held out from the ranker, each asked of its own paragraph
// and, as questions without an answer, of it less the sentence with the answer, of the next one, and with a name
// exchanged. Articles of the development split take part in neither. Deterministic; minutes on one core.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/answer.h"
#include "engine/words.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/files.h"
#include "tools/train/articles.h"
#include "tools/train/overlap.h"

namespace pith::train {
namespace {

constexpr int kEpochs = 4;
constexpr double kRate = 0.15, kPenalty = 1e-6;
constexpr size_t kMaxQuestionsPerSet = 60000;
constexpr double kUnit = 1024.0;   // weights in the file
constexpr double kFeature = 16.0;  // a feature of 1.0

struct Question {
  uint32_t article = 0;
  std::string text;
  std::vector<std::vector<std::string>> golds;
  std::vector<uint32_t> begins;
};

// The candidates of one question as the engine sees them.
struct Example {
  std::vector<Feature> features;
  std::vector<uint32_t> ends;  // of each candidate's features
  std::vector<bool> gold;
};

struct Set {
  std::string file;
  pith_index handle;
  const OpenedIndex* index = nullptr;
  std::vector<Question> questions;
};

bool LoadSet(const std::string& index_path, const std::string& questions_path, Set* set) {
  auto file = compiler::ReadFile(index_path, uint64_t{1} << 31);
  if (!file.ok()) {
    std::cerr << file.status() << "\n";
    return false;
  }
  set->file = *std::move(file);
  const pith_status status = pith_open(set->file.data(), set->file.size(), nullptr, 0, &set->handle);
  if (status != PITH_OK) {
    std::cerr << index_path << ": " << pith_status_text(status) << "\n";
    return false;
  }
  set->index = OpenedIn(&set->handle);
  std::ifstream in(questions_path);
  std::vector<Question> all;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    const std::string doc = json.at("doc");
    if (IsDevelopment(doc)) continue;
    Question q;
    q.text = json.at("question");
    if (pith_find_article(&set->handle, doc.data(), doc.size(), &q.article) != PITH_OK) continue;
    for (const auto& answer : json.at("answers")) q.golds.push_back(AnswerWords(answer.get<std::string>()));
    if (json.contains("begin")) {
      for (const auto& begin : json.at("begin")) q.begins.push_back(begin.get<uint32_t>());
    }
    all.push_back(std::move(q));
  }
  // Evenly from the whole file, so that every article takes part.
  const size_t step = all.size() / kMaxQuestionsPerSet + 1;
  for (size_t i = 0; i < all.size(); i += step) set->questions.push_back(std::move(all[i]));
  std::cerr << index_path << ": " << set->questions.size() << " questions\n";
  return !set->questions.empty();
}

double BestF1(const Question& q, absl::string_view guess) {
  const std::vector<std::string> words = AnswerWords(guess);
  double best = 0;
  for (const auto& gold : q.golds) best = std::max(best, WordF1(words, gold));
  return best;
}

// A candidate elsewhere in the text that happens to read the same is no answer.
bool AtGold(const Question& q, const Range& span) {
  if (q.begins.empty()) return true;
  for (const uint32_t begin : q.begins) {
    if (begin < span.end + 12 && span.begin < begin + 60) return true;
  }
  return false;
}

bool MakeExample(const Set& set, const Question& q, AskWork* work, Example* example) {
  const Bytes text(reinterpret_cast<const uint8_t*>(q.text.data()), q.text.size());
  if (ReadQuery(set.index->language, text, &work->query) != PITH_OK) return false;
  work->question = ReadQuestion(set.index->language, work->query);
  BestSentences best = {work->sentences, kReadSentences, 0};
  FindSentences(*set.index, q.article, work, &best);
  std::vector<double> f1;
  ForEachCandidate(*set.index, best, work, [&](const SentenceContext& c, uint32_t, const CandidateRecord& record) {
    work->features.ForEach([example](const Feature& feature) { example->features.push_back(feature); });
    example->ends.push_back(static_cast<uint32_t>(example->features.size()));
    const Range span = c.part->SpanOf(c.scan->sentence, record.first, record.last);
    const pith_text guess = c.part->Text(span);
    f1.push_back(AtGold(q, span) ? BestF1(q, absl::string_view(guess.data, guess.size)) : 0);
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
      for (; f < e.ends[c]; ++f) score[c] += (*weights)[e.features[f].at] * e.features[f].value / kFeature;
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
        const double g = gradient * e.features[f].value / kFeature + kPenalty * (*weights)[at];
        (*squares)[at] += g * g;
        (*weights)[at] -= kRate * g / std::sqrt((*squares)[at]);
      }
    }
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

struct DoubtExample {
  int32_t features[kDoubtFeatures];
  bool right;
  double f1;
  bool answerable;
  double weight;
  double rules;  // what they add to the log-odds
};

// The network of engine/answer.cc with fractions for integers: the log-odds, and what each hidden unit gives.
double DoubtScore(const DoubtExample& e, const std::vector<double>& weights, double hidden[kDoubtHidden]) {
  const size_t output = kDoubtHidden * kDoubtFeatures;
  double x = weights[output + kDoubtHidden];
  for (uint32_t h = 0; h < kDoubtHidden; ++h) {
    double sum = 0;
    for (uint32_t f = 0; f < kDoubtFeatures; ++f) sum += weights[h * kDoubtFeatures + f] * e.features[f] / kFeature;
    hidden[h] = std::max(0.0, sum);
    x += weights[output + h] * hidden[h];
  }
  return x;
}

// Weighs the questions without an answer so that one in four is such.
void Balance(std::vector<DoubtExample>* examples) {
  double answerable = 0, other = 0;
  for (const DoubtExample& e : *examples) (e.answerable ? answerable : other) += e.weight;
  for (DoubtExample& e : *examples) e.weight *= e.answerable ? 1 : answerable / 3 / std::max(1.0, other);
}

// Cross entropy by AdaGrad from fixed small weights; the mean of the later epochs' weights, which moves less than any.
std::vector<double> TrainDoubt(const std::vector<DoubtExample>& examples) {
  std::vector<double> weights(kDoubtWeights, 0), squares(kDoubtWeights, 1e-3);
  uint32_t state = 7;
  for (double& weight : weights) {
    state = state * 1664525u + 1013904223u;
    weight = (static_cast<double>(state >> 8) / (1 << 24) - 0.5) * 0.4;
  }
  const size_t output = kDoubtHidden * kDoubtFeatures;
  double hidden[kDoubtHidden];
  std::vector<double> sum(kDoubtWeights, 0);
  constexpr int kDoubtEpochs = 40, kAveraged = 30;
  for (int epoch = 0; epoch < kDoubtEpochs; ++epoch) {
    double loss = 0;
    for (const DoubtExample& e : examples) {
      const double p = 1 / (1 + std::exp(-DoubtScore(e, weights, hidden)));
      loss -= e.weight * std::log(std::max(1e-9, e.right ? p : 1 - p));
      const double gradient = (p - (e.right ? 1 : 0)) * e.weight;
      const auto step = [&](size_t at, double g) {
        g += 1e-5 * weights[at];
        squares[at] += g * g;
        weights[at] -= 0.05 * g / std::sqrt(squares[at]);
      };
      for (uint32_t h = 0; h < kDoubtHidden; ++h) {
        if (hidden[h] <= 0) continue;
        const double back = gradient * weights[output + h];
        step(output + h, gradient * hidden[h]);
        for (uint32_t f = 0; f < kDoubtFeatures; ++f) {
          if (e.features[f] != 0) step(h * kDoubtFeatures + f, back * e.features[f] / kFeature);
        }
      }
      step(output + kDoubtHidden, gradient);
    }
    if (epoch >= kDoubtEpochs - kAveraged) {
      for (uint32_t i = 0; i < kDoubtWeights; ++i) sum[i] += weights[i] / kAveraged;
    }
    if (epoch % 8 == 0)
      std::cerr << "doubt epoch " << epoch << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
  }
  return sum;
}

// The confidence at which answering as many as possible right and abstaining as often as possible from what has no
// answer balance best: SQuAD 2.0's F1 over the weighed questions.
double BestThreshold(const std::vector<DoubtExample>& examples, const std::vector<double>& weights) {
  std::vector<std::pair<double, double>> gains;  // confidence, what answering gains over abstaining
  for (const DoubtExample& e : examples) {
    double hidden[kDoubtHidden];
    const double x = DoubtScore(e, weights, hidden) + e.rules;
    gains.emplace_back(1 / (1 + std::exp(-x)), e.answerable ? e.f1 : -e.weight);
  }
  std::sort(gains.begin(), gains.end());
  double sum = 0, best = -1e30, threshold = 0.5;
  for (size_t i = gains.size(); i-- > 0;) {
    sum += gains[i].second;
    if (sum > best) {
      best = sum;
      threshold = gains[i].first;
    }
  }
  return threshold;
}

int64_t Rounded(double weight) { return std::llround(weight * kUnit); }

// Weights as the engine reads them.
std::string Packed(double threshold, const std::vector<double>& doubt, const std::vector<double>& ranker) {
  std::vector<int64_t> all = {std::llround(threshold * 10000)};
  for (const double w : doubt) all.push_back(Rounded(w));
  for (const double w : ranker) all.push_back(Rounded(w));
  std::string bytes;
  for (const int64_t w : all) {
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(static_cast<uint32_t>(w) >> (8 * i));
  }
  return bytes;
}

Bytes View(const std::string& bytes) { return Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()); }

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
// Empty where there is nothing to exchange. Reads work->query and work->question of the question as it is.
std::string NearMiss(const Set& set, const Question& q, const AskWork& work) {
  Part part;
  if (!OpenPart(*set.index, q.article, &part)) return "";
  for (uint32_t i = 1; i < work.query.count; ++i) {
    const QueryWord& word = work.query.words[i];
    const bool unit = work.question.kind == AskKind::kNumber && i + 1 == work.question.focus_end;
    if (!word.content || (!unit && (word.shape & kShapeCapital) == 0)) continue;
    const std::string exchanged = Exchanged(part, q.text, q.text.substr(word.begin, word.end - word.begin), unit);
    if (!exchanged.empty()) return q.text.substr(0, word.begin) + exchanged + q.text.substr(word.end);
  }
  return "";
}

// Forgets the candidates of the sentences that hold the answer, as if the article did not.
void LeaveOutGold(const Set& set, const Question& q, AskWork* work) {
  Part part;
  OpenPart(*set.index, q.article, &part);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < work->kept_count; ++i) {
    const SentenceRecord sentence = part.sentences[work->kept[i].sentence];
    bool gold = q.begins.empty();
    for (const uint32_t begin : q.begins) gold |= sentence.begin <= begin && begin < sentence.end;
    if (!gold) work->kept[kept++] = work->kept[i];
  }
  work->kept_count = kept;
}

enum class Asked { kOwnArticle, kWithoutSentence, kNextArticle, kNearMiss };

// Asks a question of an article and notes what its first candidate looks like and whether it is right.
bool MakeDoubtExample(const Set& set, const Question& q, Asked asked, const std::string& weights, AskWork* work,
                      DoubtExample* out) {
  const bool answerable = asked == Asked::kOwnArticle;
  const uint32_t article = asked == Asked::kNextArticle ? (q.article + 1) % set.index->size() : q.article;
  std::string text = q.text;
  if (asked == Asked::kNearMiss) {
    if (ReadQuery(set.index->language, View(text), &work->query) != PITH_OK) return false;
    work->question = ReadQuestion(set.index->language, work->query);
    text = NearMiss(set, q, *work);
    if (text.empty()) return false;
  }
  if (RankCandidates(*set.index, article, View(text), View(weights), work) != PITH_OK || work->kept_count == 0) {
    return false;
  }
  if (asked == Asked::kWithoutSentence) {
    LeaveOutGold(set, q, work);
    if (work->kept_count == 0) return false;
  }
  ExtractDoubt(*work, 0, out->features);
  out->rules = static_cast<double>(RuleLogOdds(*work, 0)) / (kUnit * kFeature);
  out->answerable = answerable;
  // Near misses are rarer than the rest, and what matters most.
  out->weight = asked == Asked::kNearMiss ? 4 : 1;
  Part part;
  OpenPart(*set.index, article, &part);
  const Range span = {work->kept[0].begin, work->kept[0].end};
  const pith_text guess = part.Text(span);
  out->f1 = answerable ? BestF1(q, absl::string_view(guess.data, guess.size)) : 0;
  out->right = answerable && out->f1 >= 0.5 && AtGold(q, span);
  return true;
}

// A fixed shuffle, so that no article weighs more for being last.
template <typename T>
void Shuffle(std::vector<T>* all) {
  uint32_t state = 1;
  for (size_t i = all->size(); i > 1; --i) {
    state = state * 1664525u + 1013904223u;
    std::swap((*all)[i - 1], (*all)[(state >> 8) % i]);
  }
}

int Main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::cerr << "usage: answers_main INDEX.pith QUESTIONS.jsonl [INDEX QUESTIONS]... WEIGHTS.txt\n";
    return 2;
  }
  std::vector<std::unique_ptr<Set>> sets;
  for (int i = 1; i + 1 < argc; i += 2) {
    sets.push_back(std::make_unique<Set>());
    if (!LoadSet(argv[i], argv[i + 1], sets.back().get())) return 1;
  }
  auto work = std::make_unique<AskWork>();
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
  const std::string undoubting = Packed(0, std::vector<double>(kDoubtWeights, 0), ranker);
  std::vector<DoubtExample> doubts;
  for (const auto& set : sets) {
    for (size_t i = 0; i < set->questions.size(); i += kHeldOut) {
      for (const Asked asked : {Asked::kOwnArticle, Asked::kWithoutSentence, Asked::kNextArticle, Asked::kNearMiss}) {
        DoubtExample example;
        if (MakeDoubtExample(*set, set->questions[i], asked, undoubting, work.get(), &example)) {
          doubts.push_back(example);
        }
      }
    }
  }
  Shuffle(&doubts);
  Balance(&doubts);
  const std::vector<double> doubt = TrainDoubt(doubts);
  const double threshold = BestThreshold(doubts, doubt);
  double f1 = 0, answerable = 0;
  for (const DoubtExample& d : doubts) {
    f1 += d.f1;
    answerable += d.answerable ? 1 : 0;
  }
  std::cerr << "held out: F1 " << f1 / answerable << ", threshold " << threshold << "\n";

  std::ofstream out(argv[argc - 1]);
  out << "# Weights of the answer ranker, in the order of engine/features.h; made by tools/train/answers.sh.\n";
  out << "threshold " << std::llround(threshold * 10000) << "\n";
  for (uint32_t i = 0; i < kDoubtWeights; ++i) out << "doubt" << i << " " << Rounded(doubt[i]) << "\n";
  for (uint32_t i = 0; i < kRankerWeights; ++i) out << "rank" << i << " " << Rounded(ranker[i]) << "\n";
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
