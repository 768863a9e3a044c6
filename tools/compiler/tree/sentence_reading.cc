#include "tools/compiler/tree/sentence_reading.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/reality.h"

namespace pith::compiler {

SentenceReading::SentenceReading(const Analysis& analysis, uint32_t sentence)
    : analysis_(analysis), number_(sentence), tree_(analysis.sentences[sentence]), text_(analysis, tree_, sentence) {
  const auto first = std::lower_bound(analysis.values.begin(), analysis.values.end(), sentence,
                                      [](const Value& value, uint32_t s) { return value.span.sentence < s; });
  for (auto value = first; value != analysis.values.end() && value->span.sentence == sentence; ++value) {
    values_.push_back(static_cast<int>(value - analysis.values.begin()));
  }
}

std::vector<int> SentenceReading::Phrase(int i, uint32_t drop) const {
  // A name does not need a clause to say which one is meant.
  const bool named = tree_[i].pos == Pos::kPropn && text_.EntityOf(i) >= 0;
  std::vector<int> tokens = tree_.Yield(i, named ? drop | kDropClauses : drop);
  std::vector<int> left_out;
  // Nor does a person's need a place or a time: "Ana Ruiz after two races", "Ana Ruiz (1889-1982)".
  if (named && TypeOf(i) == NameType::kPerson) {
    for (int child : tree_.children(i)) {
      const bool part = text_.EntityOf(child) == text_.EntityOf(i) || IsOneOf(tree_[child].rel, {Rel::kConj, Rel::kCc});
      if (child > i && !part && tree_[child].rel != Rel::kCase && tree_.CaseOf(child) != "of")
        left_out.push_back(child);
    }
  }
  for (int t : tokens) {
    if (t != i && IsOneOf(tree_.CaseOf(t), {"including", "such as", "like", "excluding"})) left_out.push_back(t);
    // "..., killing one": a participle after a comma is not part of the phrase before it.
    const int first = std::max(tree_.SubtreeBegin(t), 1);
    if (t > i && tree_[t].rel == Rel::kAcl && (tree_[first].folded == "," || tree_[first - 1].folded == ",")) {
      left_out.push_back(t);
    }
    // Nor is a phrase between commas: "her election, in 2019, ...".
    const bool nominal = tree_[t].rel == Rel::kNmod || tree_[t].rel == Rel::kNmodUnmarked;
    const bool comma = tree_[first].folded == "," || tree_[first - 1].folded == ",";
    if (t > i && nominal && tree_[t].head == i && !tree_.CaseOf(t).empty() && comma) {
      left_out.push_back(t);
    }
  }
  if (tree_.Has(i, Rel::kCop)) {
    // A predicate names a thing; the clause around it is not part of the name.
    for (int child : tree_.Children(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kCop, Rel::kAux, Rel::kMark,
                                        Rel::kAdvcl, Rel::kParataxis, Rel::kExpl, Rel::kDiscourse, Rel::kCcomp,
                                        Rel::kPunct, Rel::kObl, Rel::kOblUnmarked})) {
      left_out.push_back(child);
    }
  }
  if (left_out.empty()) return tokens;
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                              [&](int t) {
                                return t != i && std::any_of(left_out.begin(), left_out.end(),
                                                             [&](int out) { return tree_.Under(t, out); });
                              }),
               tokens.end());
  while (tokens.size() > 1 && tree_[tokens.back()].pos == Pos::kPunct) tokens.pop_back();
  return tokens;
}

int SentenceReading::ValueOf(int i, ValueKind kind) const {
  for (int v : values_) {
    const Value& value = analysis_.values[static_cast<size_t>(v)];
    if (value.kind != kind || IsException(tree_, static_cast<int>(value.span.first))) continue;
    for (uint32_t t = value.span.first; t < value.span.last; ++t) {
      const int token = static_cast<int>(t);
      const Rel rel = tree_[token].rel;
      const bool counts = tree_[token].head == i && (rel == Rel::kNummod || rel == Rel::kDet || rel == Rel::kCompound ||
                                                     rel == Rel::kAmod || rel == Rel::kFlat);
      if (token == i || (counts && kind == ValueKind::kNumber)) return v;
    }
  }
  return -1;
}

NameType SentenceReading::TypeOf(int i) const {
  const int entity = text_.EntityOf(i);
  return entity < 0 ? NameType::kNone : analysis_.entities[static_cast<size_t>(entity)].type;
}

bool SentenceReading::IsTopic(int i) const {
  const Token& noun = tree_[i];
  if (noun.pos != Pos::kNoun) return false;
  constexpr size_t kBeginning = 2;  // sentences
  for (size_t s = 0; s < std::min(kBeginning, analysis_.sentences.size()); ++s) {
    for (const Token& token : analysis_.sentences[s].tokens) {
      if (&token != &noun && token.lemma == noun.lemma) return true;
    }
  }
  return absl::StrContains(absl::AsciiStrToLower(analysis_.article.title), noun.lemma);
}

bool SentenceReading::IsPlace(int i) const {
  if (TypeOf(i) == NameType::kPlace) return true;
  if (PlaceNouns().Has(tree_[i].lemma)) return true;
  for (int child : tree_.Children(i, {Rel::kNmod})) {
    if (TypeOf(child) == NameType::kPlace && tree_.CaseOf(child) == "of") return true;
  }
  return false;
}

}  // namespace pith::compiler
