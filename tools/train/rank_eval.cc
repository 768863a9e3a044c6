// Measures and sets the weights of tools/compiler/rank.h:
//
//   rank_eval MODEL LANGUAGE [--fit] [--limit N] SET...          SET: DOCS.jsonl REFERENCES.jsonl SENTENCES
//                                                                or GUM_FOLDER - SENTENCES
//   rank_eval MODEL LANGUAGE --write OUT_PREFIX SET              writes OUT_PREFIX.{rank,lead}.jsonl for a scorer
//
// Prints ROUGE-1 and ROUGE-2 F1 (Lin 2004; no stemming; best of several references) of SENTENCES sentences by rank and
// from the start, for the even and the odd documents of each set. --fit climbs from the present weights, a weight at a
// time, to the best mean gain over the lead on the even documents, and prints the table for rank.cc.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "tools/compiler/rank.h"
#include "tools/train/articles.h"

namespace pith::train {
namespace {

using compiler::Analysis;
using compiler::RankInput;
using compiler::RankWeights;
using Grams = std::vector<uint32_t>;  // numbers of words, in order

struct Scores {
  double r1 = 0, r2 = 0;
};

struct Summarised {
  std::string id;
  Analysis analysis;
  std::vector<std::string> texts;  // of the sentences
  RankInput input;
  std::vector<Grams> sentences;
  std::vector<Grams> references;
};

struct Set {
  std::string name;
  size_t length = 0;
  std::vector<Summarised> documents;
};

Grams WordsOf(const std::string& text, std::unordered_map<std::string, uint32_t>* numbers) {
  Grams words;
  std::string word;
  for (char c : text + " ") {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c))) {
      word += absl::ascii_tolower(static_cast<unsigned char>(c));
    } else if (!word.empty()) {
      words.push_back(numbers->try_emplace(word, static_cast<uint32_t>(numbers->size())).first->second);
      word.clear();
    }
  }
  return words;
}

double Overlap(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<uint64_t> same;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(same));
  return 2 * static_cast<double>(same.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<uint64_t> Sorted(const Grams& words, bool pairs) {
  std::vector<uint64_t> grams;
  for (size_t i = pairs; i < words.size(); ++i) {
    grams.push_back(pairs ? (uint64_t{words[i - 1]} << 32 | words[i]) : words[i]);
  }
  std::sort(grams.begin(), grams.end());
  return grams;
}

Scores Score(const Summarised& document, std::vector<uint32_t> chosen) {
  std::sort(chosen.begin(), chosen.end());
  Grams words;
  for (uint32_t s : chosen) words.insert(words.end(), document.sentences[s].begin(), document.sentences[s].end());
  const auto ones = Sorted(words, false), twos = Sorted(words, true);
  Scores best;
  for (const Grams& reference : document.references) {
    best.r1 = std::max(best.r1, 100 * Overlap(ones, Sorted(reference, false)));
    best.r2 = std::max(best.r2, 100 * Overlap(twos, Sorted(reference, true)));
  }
  return best;
}

std::vector<uint32_t> Lead(const Set& set, const Summarised& document) {
  std::vector<uint32_t> chosen;
  for (uint32_t s = 0; s < document.sentences.size() && chosen.size() < set.length; ++s) chosen.push_back(s);
  return chosen;
}

std::vector<uint32_t> Ranked(const Set& set, const Summarised& document, const RankWeights& weights) {
  std::vector<uint32_t> order = SummaryOrder(document.analysis, document.input, weights);
  order.resize(std::min(order.size(), set.length));
  return order;
}

// Mean scores over the documents whose number is `odd`; by the lead where `weights` is null.
Scores Mean(const Set& set, bool odd, const RankWeights* weights) {
  Scores sum;
  size_t n = 0;
  for (size_t i = odd; i < set.documents.size(); i += 2, ++n) {
    const Summarised& d = set.documents[i];
    const Scores one = Score(d, weights != nullptr ? Ranked(set, d, *weights) : Lead(set, d));
    sum.r1 += one.r1;
    sum.r2 += one.r2;
  }
  if (n > 0) sum.r1 /= static_cast<double>(n), sum.r2 /= static_cast<double>(n);
  return sum;
}

Set Load(const Analyser& analyser, const std::string& docs, const std::string& references, size_t length,
         size_t limit) {
  Set set;
  set.name = docs.substr(docs.find_last_of('/') + 1);
  set.length = length;
  std::unordered_map<std::string, uint32_t> numbers;
  const auto add = [&](const std::string& id, const nlohmann::json& article, const nlohmann::json& summaries) {
    if (set.documents.size() >= limit) return;
    Summarised d;
    d.id = id;
    d.analysis = analyser.Analyse(article);
    d.input = MakeRankInput(d.analysis);
    for (const compiler::Sentence& s : d.analysis.sentences) {
      d.texts.push_back(d.analysis.article.text.substr(s.begin, s.end - s.begin));
      d.sentences.push_back(WordsOf(d.texts.back(), &numbers));
    }
    for (const std::string summary : summaries) d.references.push_back(WordsOf(summary, &numbers));
    set.documents.push_back(std::move(d));
  };
  if (references == "-") {
    for (const nlohmann::json& article : ReadGum(docs)) add(article["id"], article, {article["summary"]});
    return set;
  }
  std::map<std::string, nlohmann::json> articles;
  for (const nlohmann::json& article : ReadJsonLines(docs)) articles.emplace(article.value("id", ""), article);
  for (const nlohmann::json& line : ReadJsonLines(references)) {
    const auto article = articles.find(line.value("doc", ""));
    if (article == articles.end()) continue;  // the first references of a document are its
    add(line["id"], article->second, line["references"]);
    articles.erase(article);
  }
  return set;
}

void Print(const std::vector<Set>& sets, const RankWeights& weights) {
  for (const Set& set : sets) {
    double news = 0;
    for (const Summarised& d : set.documents) news += d.input.news;
    std::printf("%s: %zu documents, %zu sentences, news %.2f\n", set.name.c_str(), set.documents.size(), set.length,
                news / static_cast<double>(std::max<size_t>(set.documents.size(), 1)));
    for (const bool odd : {false, true}) {
      const Scores lead = Mean(set, odd, nullptr), rank = Mean(set, odd, &weights);
      std::printf("  %-5s lead R1 %5.2f R2 %5.2f   rank R1 %5.2f R2 %5.2f   gain %+5.2f %+5.2f\n", odd ? "odd" : "even",
                  lead.r1, lead.r2, rank.r1, rank.r2, rank.r1 - lead.r1, rank.r2 - lead.r2);
    }
  }
}

// What a gain over the lead is worth: a loss weighs more than a gain, and a large gain in one kind of text does not
// buy a loss in another.
double Worth(double gain) { return gain < 1 ? (gain < 0 ? 3 * gain : gain) : 1 + (gain - 1) / 4; }

double Objective(const std::vector<Set>& sets, const RankWeights& weights) {
  double sum = 0;
  for (const Set& set : sets) {
    const Scores lead = Mean(set, false, nullptr), rank = Mean(set, false, &weights);
    sum += Worth(rank.r1 - lead.r1) + Worth(rank.r2 - lead.r2);
  }
  return sum / static_cast<double>(sets.size());
}

// Stories that open on their credits are no reason to distrust the opening of a guide or a biography: with so few
// other texts at hand, these two are set by judgement.
bool IsSetByHand(size_t feature) { return feature == compiler::kRankLeadOther || feature == compiler::kRankEarlyOther; }

// One weight at a time, with steps that halve when none of them helps.
RankWeights Climb(const std::vector<Set>& sets, RankWeights weights) {
  double best = Objective(sets, weights);
  for (double step : {0.4, 0.2, 0.1}) {
    for (bool better = true; better;) {
      better = false;
      for (size_t f = 0; f <= compiler::kRankFeatureCount; ++f) {
        if (IsSetByHand(f)) continue;
        for (const double change : {step, -step}) {
          RankWeights trial = weights;
          (f < compiler::kRankFeatureCount ? trial.features[f] : trial.novelty) += change;
          if (trial.novelty < 0) continue;
          const double score = Objective(sets, trial);
          if (score <= best + 0.004) continue;
          best = score;
          weights = trial;
          better = true;
          break;
        }
      }
      std::fprintf(stderr, "step %.2f: %.3f\n", step, best);
    }
  }
  return weights;
}

void Write(const Set& set, const std::string& prefix) {
  for (const bool lead : {false, true}) {
    std::ofstream out(prefix + (lead ? ".lead.jsonl" : ".rank.jsonl"));
    for (const Summarised& d : set.documents) {
      std::vector<uint32_t> chosen = lead ? Lead(set, d) : Ranked(set, d, compiler::kRankWeights);
      std::sort(chosen.begin(), chosen.end());
      nlohmann::json line = {{"id", d.id}, {"sentences", nlohmann::json::array()}};
      for (uint32_t s : chosen) line["sentences"].push_back({{"text", d.texts[s]}});
      out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    }
  }
}

int Main(int argc, char** argv) {
  std::vector<std::string> plain;
  bool fit = false;
  size_t limit = 100000;
  std::string prefix;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--fit") == 0) {
      fit = true;
    } else if (std::strcmp(argv[i], "--limit") == 0 && i + 1 < argc) {
      limit = std::strtoul(argv[++i], nullptr, 10);
    } else if (std::strcmp(argv[i], "--write") == 0 && i + 1 < argc) {
      prefix = argv[++i];
    } else {
      plain.push_back(argv[i]);
    }
  }
  if (plain.size() < 5 || plain.size() % 3 != 2) {
    std::fprintf(stderr,
                 "usage: rank_eval MODEL LANGUAGE [--fit] [--limit N] [--write PREFIX] DOCS REFERENCES N ...\n");
    return 2;
  }
  const Analyser analyser(plain[0], plain[1]);
  std::vector<Set> sets;
  for (size_t i = 2; i + 2 < plain.size(); i += 3) {
    sets.push_back(Load(analyser, plain[i], plain[i + 1], std::strtoul(plain[i + 2].c_str(), nullptr, 10), limit));
  }
  if (!prefix.empty()) {
    Write(sets[0], prefix);
    return 0;
  }
  Print(sets, compiler::kRankWeights);
  if (!fit) return 0;
  const RankWeights weights = Climb(sets, compiler::kRankWeights);
  Print(sets, weights);
  std::printf("{{");
  for (double w : weights.features) std::printf("%.2f, ", w);
  std::printf("}, %.2f}\n", weights.novelty);
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
