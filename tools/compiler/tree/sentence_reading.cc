#include "tools/compiler/tree/sentence_reading.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace pith::compiler {
namespace {

// Words that stand for something said elsewhere; a fact about them says nothing by itself.
bool IsOpenWord(absl::string_view folded) {
  return IsOneOf(folded, {"it",   "this",   "that",    "these",     "those",    "which",      "who",     "whom",
                          "what", "there",  "one",     "ones",      "some",     "all",        "both",    "each",
                          "such", "so",     "itself",  "something", "anything", "everything", "whoever", "whatever",
                          "many", "others", "another", "more",      "most"});
}

bool IsPersonalPronoun(absl::string_view folded) {
  return IsOneOf(folded, {"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me"});
}

std::string Lower(absl::string_view text) { return absl::AsciiStrToLower(text); }

}  // namespace

SentenceFacts::SentenceFacts(const Analysis& analysis, uint32_t sentence)
    : analysis_(analysis), number_(sentence), tree_(analysis.sentences[sentence]), text_(analysis, tree_, sentence) {
  for (size_t v = 0; v < analysis.values.size(); ++v) {
    if (analysis.values[v].span.sentence == sentence) values_.push_back(static_cast<int>(v));
  }
}

std::vector<int> SentenceFacts::Phrase(int i, uint32_t drop) const {
  // A name needs no clause to say which is meant.
  const bool named = tree_[i].pos == Pos::kPropn && text_.EntityOf(i) >= 0;
  std::vector<int> tokens = tree_.Yield(i, named ? drop | kDropClauses : drop);
  std::vector<int> left_out;
  for (int t : tokens) {
    if (t != i && IsOneOf(tree_.CaseOf(t), {"including", "such as", "like", "excluding"})) left_out.push_back(t);
    // "..., killing one": a participle behind a comma is no part of the phrase before it.
    const int first = std::max(tree_.SubtreeBegin(t), 1);
    if (t > i && tree_[t].rel == Rel::kAcl && (tree_[first].folded == "," || tree_[first - 1].folded == ",")) {
      left_out.push_back(t);
    }
    // So is a phrase between commas: "her election, in 2019, ...".
    const bool nominal = tree_[t].rel == Rel::kNmod || tree_[t].rel == Rel::kNmodUnmarked;
    const bool comma = tree_[first].folded == "," || tree_[first - 1].folded == ",";
    if (t > i && nominal && tree_[t].head == i && !tree_.CaseOf(t).empty() && comma) {
      left_out.push_back(t);
    }
  }
  if (tree_.Has(i, Rel::kCop)) {
    // A predicate names a thing; the clause around it is no part of the name.
    for (int child : tree_.Children(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kCop, Rel::kAux, Rel::kMark,
                                        Rel::kAdvcl, Rel::kParataxis, Rel::kExpl, Rel::kDiscourse, Rel::kCcomp,
                                        Rel::kPunct, Rel::kObl, Rel::kOblUnmarked})) {
      left_out.push_back(child);
    }
  }
  if (left_out.empty()) return tokens;
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                              [&](int t) {
                                return std::any_of(left_out.begin(), left_out.end(),
                                                   [&](int out) { return tree_.Under(t, out); });
                              }),
               tokens.end());
  while (tokens.size() > 1 && tree_[tokens.back()].pos == Pos::kPunct) tokens.pop_back();
  return tokens;
}

int SentenceFacts::ValueOf(int i, ValueKind kind) const {
  for (int v : values_) {
    const Value& value = analysis_.values[static_cast<size_t>(v)];
    if (value.kind != kind) continue;
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

NameType SentenceFacts::TypeOf(int i) const {
  const int entity = text_.EntityOf(i);
  return entity < 0 ? NameType::kNone : analysis_.entities[static_cast<size_t>(entity)].type;
}

bool SentenceFacts::IsPlace(int i) const {
  if (TypeOf(i) == NameType::kPlace) return true;
  if (IsOneOf(tree_[i].lemma,
              {"city",       "town",    "village",      "country",  "region",   "capital", "street",  "hospital",
               "school",     "airport", "building",     "house",    "home",     "office",  "square",  "park",
               "river",      "border",  "area",         "district", "church",   "museum",  "station", "prison",
               "court",      "island",  "port",         "suburb",   "province", "state",   "hotel",   "restaurant",
               "university", "stadium", "valley",       "mountain", "coast",    "beach",   "lake",    "sea",
               "road",       "bridge",  "factory",      "world",    "north",    "south",   "east",    "west",
               "centre",     "center",  "headquarters", "palace",   "theatre",  "theater"})) {
    return true;
  }
  for (int child : tree_.Children(i, {Rel::kNmod})) {
    if (TypeOf(child) == NameType::kPlace && tree_.CaseOf(child) == "of") return true;
  }
  return false;
}

void SentenceFacts::Add(Draft draft) {
  const std::string subject = Lower(draft.subject);
  if (draft.subject.empty() || draft.relation.empty() || IsOpenWord(subject)) return;
  if (IsOpenWord(Lower(draft.object)) || Lower(draft.object) == subject) return;
  if (IsPersonalPronoun(subject)) draft.confidence = draft.confidence * 4 / 10;
  if (IsPersonalPronoun(Lower(draft.object))) draft.confidence = draft.confidence * 6 / 10;
  // Long-winded facts are seldom read right.
  const auto words = std::count(draft.subject.begin(), draft.subject.end(), ' ') +
                     std::count(draft.object.begin(), draft.object.end(), ' ');
  if (words > 14) draft.confidence -= static_cast<int>(std::min<long>(words - 14, 20)) * 120;
  if (draft.value < 0 && draft.object_head >= 0) {
    draft.value = ValueOf(draft.object_head, ValueKind::kNumber);
    if (draft.value < 0) draft.value = ValueOf(draft.object_head, ValueKind::kDuration);
    if (draft.value < 0) draft.value = ValueOf(draft.object_head, ValueKind::kDate);
  }
  if (draft.value < 0 && draft.subject_head >= 0) draft.value = ValueOf(draft.subject_head, ValueKind::kNumber);
  std::sort(draft.evidence.begin(), draft.evidence.end());
  drafts_.push_back(std::move(draft));
}

std::vector<Fact> SentenceFacts::Take() {
  std::vector<Fact> facts;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const Draft& draft : drafts_) {
    if (!seen.insert({Lower(draft.subject), Lower(draft.relation), Lower(draft.object)}).second) continue;
    Fact fact;
    fact.sentence = number_;
    fact.subject = draft.subject;
    fact.relation = draft.relation;
    fact.object = draft.object;
    if (draft.subject_head >= 0) {
      // "Smith's house" is not about Smith: only a phrase that is the name itself.
      const int entity = text_.EntityOf(draft.subject_head);
      if (entity >= 0 && analysis_.entities[static_cast<size_t>(entity)].name == draft.subject) {
        fact.subject_entity = entity;
      }
    }
    fact.begin = tree_[draft.evidence.front()].begin;
    fact.end = tree_[draft.evidence.back()].end;
    fact.value = draft.value;
    fact.when = draft.when;
    fact.where = draft.where;
    fact.negated = draft.negated;
    fact.modality = draft.modality;
    fact.standing = static_cast<uint16_t>(draft.standing);
    fact.confidence = static_cast<uint16_t>(std::clamp(draft.confidence, 500, 10000));
    // The innermost claim around the evidence says whose word it is.
    uint32_t size = ~0u;
    for (const Claim& claim : analysis_.claims) {
      if (draft.presupposed) break;
      if (claim.begin <= fact.begin && fact.end <= claim.end && claim.end - claim.begin < size) {
        size = claim.end - claim.begin;
        fact.attribution = claim.speaker;
      }
    }
    facts.push_back(std::move(fact));
  }
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return std::make_pair(a.begin, a.end) < std::make_pair(b.begin, b.end);
  });
  return facts;
}

}  // namespace pith::compiler
