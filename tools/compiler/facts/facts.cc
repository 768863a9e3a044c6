#include "tools/compiler/facts/facts.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/clause_facts.h"
#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/facts/noun_facts.h"
#include "tools/compiler/facts/table_facts.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {
namespace {

bool IsStatement(const Sentence& sentence) {
  return !sentence.heading && !sentence.tokens.empty() && sentence.tokens.back().folded != "?";
}

// A share of the sentence's importance, raised by everything that makes a fact worth telling.
uint16_t ImportanceOf(const Analysis& analysis, const Fact& fact) {
  const uint32_t base = analysis.importance[fact.sentence];
  uint32_t share = 45;
  if (fact.subject_entity >= 0) share += 15;
  if (fact.value >= 0) share += 15;
  if (fact.when >= 0) share += 5;
  if (!fact.object.empty()) share += 10;
  if (std::any_of(fact.object.begin(), fact.object.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) share += 10;
  // "That announcement came after ...": means nothing to someone who reads only this.
  const std::string first = absl::AsciiStrToLower(fact.subject.substr(0, fact.subject.find(' ')));
  if (IsOneOf(first, {"this", "that", "these", "those", "such"})) share /= 2;
  // What is surer goes first: among what is shown, the surest are twice as seldom misread as the least sure.
  const uint32_t sure = uint32_t{fact.confidence} * fact.confidence / 10000;
  const uint32_t worth = base * share / 100 * (2000u + sure * 8 / 10) / 10000;
  return static_cast<uint16_t>(std::min<uint32_t>(10000, worth * fact.standing / 100));
}

}  // namespace

void FindFacts(Analysis* analysis, const Language& language) {
  assert(analysis->importance.size() == analysis->sentences.size());  // RankSentences must have run
  analysis->facts.clear();
  absl::flat_hash_set<std::string> seen;
  const auto add = [&](Fact fact) {
    // Whatever is said twice is told once.
    const auto when = static_cast<size_t>(fact.when);
    const std::string told = absl::StrCat(fact.subject, "\t", fact.relation, "\t", fact.object, "\t", fact.negated,
                                          static_cast<int>(fact.modality), fact.attribution, "\t",
                                          fact.when >= 0 ? analysis->values[when].iso : "");
    if (!seen.insert(absl::AsciiStrToLower(told)).second) return;
    fact.importance = ImportanceOf(*analysis, fact);
    analysis->facts.push_back(std::move(fact));
  };
  for (uint32_t s = 0; s < analysis->sentences.size(); ++s) {
    if (!IsStatement(analysis->sentences[s])) continue;
    const SentenceReading reading(*analysis, s);
    FactDrafts drafts(reading);
    FindClauseFacts(reading, &drafts);
    FindNounFacts(reading, language, &drafts);
    for (Fact& fact : drafts.Facts()) add(std::move(fact));
  }
  for (Fact& fact : FindTableFacts(*analysis)) add(std::move(fact));
  std::stable_sort(analysis->facts.begin(), analysis->facts.end(),
                   [](const Fact& a, const Fact& b) { return a.sentence < b.sentence; });
}

}  // namespace pith::compiler
