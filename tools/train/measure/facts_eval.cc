// In: gold data that nobody trained on. Out: figures on standard output. Used by bench/analysis.sh, as the other
// programs of this folder are; no model comes from here.
//
// How right the compiler's facts are, on CaRB's development sentences by CaRB's own definition (Bhardwaj, Aggarwal and
// Mausam 2019, "CaRB: A Crowdsourced Benchmark for Open IE"):
//
//   facts_eval MODEL LANGUAGE.lang OPENIE [--worst N]
//
// OPENIE: the folder of carb-dev.txt and carb-dev-gold.tsv. A fact is a tuple of relation, subject and the rest:
// object, and time and place where they stand apart. Two tuples match by the words that they share, slot by slot, where
// the relations share one. Precision: each fact with one gold tuple at most, the best pairs first. Recall: each gold
// tuple with the best of all facts. Printed for all facts, and for the threshold of confidence at which F1 is best.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/tree/tree.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

using Words = std::vector<std::string>;

struct Tuple {
  Words relation, subject, rest;
  int confidence = 0;  // 0..10000
  std::string text;
};

struct Match {
  double precision = 0, recall = 0;
};

Words WordsOf(absl::string_view text) {
  return absl::StrSplit(absl::AsciiStrToLower(text), absl::ByAnyChar(" \t\n"), absl::SkipEmpty());
}

// How many words two slots share, each word counted as often as it is in both.
size_t Shared(const Words& gold, Words found) {
  size_t shared = 0;
  for (const std::string& word : gold) {
    const auto at = std::find(found.begin(), found.end(), word);
    if (at == found.end()) continue;
    found.erase(at);
    ++shared;
  }
  return shared;
}

Match MatchSlots(const Tuple& gold, const Words& relation, const Words& first, const Words& second) {
  const size_t relations = Shared(gold.relation, relation);
  if (relations == 0) return {};
  const size_t same = relations + Shared(gold.subject, first) + Shared(gold.rest, second);
  const size_t found = relation.size() + first.size() + second.size();
  const size_t wanted = gold.relation.size() + gold.subject.size() + gold.rest.size();
  return {static_cast<double>(same) / static_cast<double>(found),
          static_cast<double>(same) / static_cast<double>(wanted)};
}

Match MatchTuples(const Tuple& gold, const Tuple& found) {
  const Match straight = MatchSlots(gold, found.relation, found.subject, found.rest);
  // Who says what may stand in either order.
  static const std::set<std::string> kSaid = {"said", "told", "added", "adds", "says"};
  const bool said = std::any_of(gold.relation.begin(), gold.relation.end(),
                                [](const std::string& word) { return kSaid.count(word) != 0; });
  if (!said) return straight;
  const Match turned = MatchSlots(gold, found.relation, found.rest, found.subject);
  return std::make_pair(turned.precision, turned.recall) > std::make_pair(straight.precision, straight.recall)
             ? turned
             : straight;
}

struct Sums {
  double precision = 0, found = 0, recall = 0, gold = 0;

  double P() const { return found == 0 ? 1 : precision / found; }
  double R() const { return gold == 0 ? 0 : recall / gold; }
  double F1() const { return P() + R() == 0 ? 0 : 2 * P() * R() / (P() + R()); }
};

// The score of one sentence's facts of at least this confidence.
Sums Score(const std::vector<Tuple>& gold, const std::vector<Tuple>& all, int threshold) {
  std::vector<const Tuple*> found;
  for (const Tuple& tuple : all) {
    if (tuple.confidence >= threshold) found.push_back(&tuple);
  }
  Sums sums;
  sums.found = static_cast<double>(found.size());
  sums.gold = static_cast<double>(gold.size());
  std::vector<std::vector<Match>> matches(gold.size(), std::vector<Match>(found.size()));
  for (size_t g = 0; g < gold.size(); ++g) {
    double best = 0;
    for (size_t f = 0; f < found.size(); ++f) {
      matches[g][f] = MatchTuples(gold[g], *found[f]);
      best = std::max(best, matches[g][f].recall);
    }
    sums.recall += best;
  }
  std::vector<bool> gold_taken(gold.size()), found_taken(found.size());
  for (size_t pair = 0; pair < std::min(gold.size(), found.size()); ++pair) {
    size_t best_g = 0, best_f = 0;
    double best = -1;
    for (size_t g = 0; g < gold.size(); ++g) {
      for (size_t f = 0; f < found.size() && !gold_taken[g]; ++f) {
        if (found_taken[f] || matches[g][f].precision <= best) continue;
        best = matches[g][f].precision;
        best_g = g;
        best_f = f;
      }
    }
    gold_taken[best_g] = found_taken[best_f] = true;
    sums.precision += best;
  }
  return sums;
}

void AddTo(Sums* all, const Sums& one) {
  all->precision += one.precision;
  all->found += one.found;
  all->recall += one.recall;
  all->gold += one.gold;
}

std::vector<Tuple> FactsOf(const compiler::Analysis& analysis) {
  std::vector<Tuple> tuples;
  for (const compiler::Fact& fact : analysis.facts) {
    std::string rest = fact.object;
    // Time and place are slots of their own, in the words of the text, unless the object says them.
    if (fact.when >= 0) {
      const std::string when = compiler::TextOf(analysis, analysis.values[static_cast<size_t>(fact.when)].span);
      if (rest.find(when) == std::string::npos) absl::StrAppend(&rest, " ", when);
    }
    if (!fact.where.empty() && rest.find(fact.where) == std::string::npos) absl::StrAppend(&rest, " ", fact.where);
    std::string relation = fact.relation;
    if (fact.negated) absl::StrAppend(&relation, " not");
    tuples.push_back({WordsOf(relation), WordsOf(fact.subject), WordsOf(rest), fact.confidence,
                      absl::StrCat(fact.subject, " | ", relation, " | ", rest, "  (", fact.confidence, ")")});
  }
  return tuples;
}

std::map<std::string, std::vector<Tuple>> ReadGold(const std::string& path) {
  std::map<std::string, std::vector<Tuple>> gold;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() < 3) continue;
    Tuple tuple = {WordsOf(fields[1]), WordsOf(fields[2]), {}, 10000, absl::StrCat(fields[2], " | ", fields[1], " |")};
    for (size_t i = 3; i < fields.size(); ++i) {
      for (std::string& word : WordsOf(fields[i])) tuple.rest.push_back(std::move(word));
      absl::StrAppend(&tuple.text, " ", fields[i]);
    }
    gold[fields[0]].push_back(std::move(tuple));
  }
  return gold;
}

void Print(const char* name, const Sums& sums) {
  std::printf("%s: precision %.1f, recall %.1f, F1 %.1f (%.0f facts)\n", name, 100 * sums.P(), 100 * sums.R(),
              100 * sums.F1(), sums.found);
}

int Main(int argc, char** argv) {
  if (argc != 4 && argc != 6) {
    std::cerr << "usage: facts_eval MODEL LANGUAGE.lang OPENIE [--worst N]\n";
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  const std::map<std::string, std::vector<Tuple>> gold = ReadGold(absl::StrCat(argv[3], "/carb-dev-gold.tsv"));
  if (gold.empty()) {
    std::cerr << argv[3] << "/carb-dev-gold.tsv: no tuples\n";
    return 1;
  }
  std::map<std::string, std::vector<Tuple>> found;
  std::set<int> thresholds = {0};
  for (const auto& [sentence, tuples] : gold) {
    found[sentence] = FactsOf(analyzer.Analyze({{"id", "s"}, {"text", sentence}}));
    for (const Tuple& tuple : found[sentence]) thresholds.insert(tuple.confidence);
  }
  Sums best;
  int best_threshold = 0;
  for (const int threshold : thresholds) {
    Sums sums;
    for (const auto& [sentence, tuples] : gold) AddTo(&sums, Score(tuples, found[sentence], threshold));
    if (threshold == 0) Print("all facts", sums);
    if (sums.F1() <= best.F1()) continue;
    best = sums;
    best_threshold = threshold;
  }
  Print(absl::StrCat("confidence from ", best_threshold).c_str(), best);
  if (argc != 6) return 0;
  std::vector<std::pair<double, std::string>> order;
  for (const auto& [sentence, tuples] : gold) {
    order.emplace_back(Score(tuples, found[sentence], 0).F1(), sentence);
  }
  std::sort(order.begin(), order.end());
  const size_t worst = std::min(order.size(), static_cast<size_t>(std::max(0, std::atoi(argv[5]))));
  for (size_t i = 0; i < worst; ++i) {
    std::printf("\n%.2f  %s\n", order[i].first, order[i].second.c_str());
    for (const Tuple& tuple : gold.at(order[i].second)) std::printf("  gold   %s\n", tuple.text.c_str());
    for (const Tuple& tuple : found[order[i].second]) std::printf("  found  %s\n", tuple.text.c_str());
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
