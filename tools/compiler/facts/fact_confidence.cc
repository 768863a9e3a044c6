#include "tools/compiler/facts/fact_confidence.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

#include "tools/compiler/facts/fact_confidence_weights.inc"

// 10000 times the logistic function at 0, 0.5, ..., 6; beyond, it hardly changes.
constexpr int kLogistic[] = {5000, 6225, 7311, 8176, 8808, 9241, 9526, 9707, 9820, 9890, 9933, 9959, 9975};
constexpr int kLogisticStep = 50;  // in units of the weights

void SetClause(const Tree& tree, const Draft& draft, uint64_t* features) {
  const auto set = [features](FactFeature f, bool value) { *features |= static_cast<uint64_t>(value) << f; };
  switch (draft.pattern) {
    case FactPattern::kClause:
      break;
    case FactPattern::kCopula:
      set(kFactCopula, true);
      break;
    case FactPattern::kInstruction:
      set(kFactInstruction, true);
      break;
    case FactPattern::kApposition:
      set(kFactApposition, true);
      break;
    case FactPattern::kRole:
    case FactPattern::kMembers:
      set(kFactRole, true);
      break;
    case FactPattern::kPlaceKind:
      set(kFactPlaceKind, true);
      break;
    case FactPattern::kDated:
      set(kFactDated, true);
      break;
    case FactPattern::kHyphened:
      set(kFactHyphened, true);
      break;
    case FactPattern::kLasting:
      set(kFactLasting, true);
      break;
    case FactPattern::kTitle:
      set(kFactTitle, true);
      break;
    case FactPattern::kAcronym:
      set(kFactAcronym, true);
      break;
  }
  if (draft.clause < 0) return;
  const Rel rel = tree[draft.clause].rel;
  set(kFactRoot, rel == Rel::kRoot);
  set(kFactConjunct, rel == Rel::kConj || rel == Rel::kParataxis);
  set(kFactComplement, rel == Rel::kCcomp || rel == Rel::kXcomp || rel == Rel::kCsubj);
  set(kFactAdverbial, rel == Rel::kAdvcl);
  set(kFactRelative, rel == Rel::kAclRelcl || rel == Rel::kAdvclRelcl);
  set(kFactParticiple, rel == Rel::kAcl || (rel == Rel::kAdvcl && tree.MarkOf(draft.clause).empty()));
  set(kFactSubjectElsewhere, draft.subject_head >= 0 && tree[draft.subject_head].head != draft.clause);
}

// Whether the text holds a pronoun of the third person as a word of its own: one that was not resolved.
bool HasPronoun(absl::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    size_t end = text.find(' ', at);
    if (end == absl::string_view::npos) end = text.size();
    absl::string_view word = text.substr(at, end - at);
    while (!word.empty() && absl::StrContains(",.;:\"'", word.substr(word.size() - 1))) word.remove_suffix(1);
    if (IsThirdPersonPronoun(word) || word == "them" || word == "it" || word == "its") return true;
    at = end + 1;
  }
  return false;
}

long Words(absl::string_view text) { return text.empty() ? 0 : 1 + std::count(text.begin(), text.end(), ' '); }

void SetSubject(const SentenceReading& reading, const Draft& draft, uint64_t* features) {
  const auto set = [features](FactFeature f, bool value) { *features |= static_cast<uint64_t>(value) << f; };
  const Tree& tree = reading.tree();
  const int head = draft.subject_head;
  const bool you = draft.subject == "you";
  const bool pronoun = !you && IsPersonalPronoun(draft.subject);
  set(kFactYou, you);
  set(kFactPronounSubject, pronoun || draft.subject == "I" || draft.subject == "we");
  set(kFactNamedSubject, head >= 0 && reading.text().EntityOf(head) >= 0 && tree[head].pos != Pos::kPron);
  set(kFactResolvedSubject, head >= 0 && tree[head].pos == Pos::kPron && !pronoun && !you);
  const absl::string_view first = absl::string_view(draft.subject).substr(0, draft.subject.find(' '));
  set(kFactDefiniteSubject, first == "the");
  set(kFactIndefiniteSubject, first == "a" || first == "an");
  set(kFactPointingSubject, IsOneOf(first, {"this", "that", "these", "those", "such", "both", "all", "some", "each"}));
  set(kFactBareSubject,
      head >= 0 && tree[head].pos == Pos::kNoun && tree.Child(head, {Rel::kDet, Rel::kNmodPoss, Rel::kNummod}) < 0);
  set(kFactOwnedSubject, !pronoun && !you && HasPronoun(draft.subject));
  set(kFactLongSubject, Words(draft.subject) > 6);
}

void SetObject(const Tree& tree, const Draft& draft, uint64_t* features) {
  const auto set = [features](FactFeature f, bool value) { *features |= static_cast<uint64_t>(value) << f; };
  const long words = Words(draft.object);
  set(kFactNoObject, words == 0);
  set(kFactPronounObject, HasPronoun(draft.object));
  set(kFactLongObject, words > 9);
  set(kFactVeryLongObject, words > 18);
  const auto points = [&](int t) {
    return (tree[t].rel == Rel::kDet && IsOneOf(tree[t].folded, {"this", "that", "these", "those", "such"})) ||
           IsOneOf(tree[t].folded, {"there", "here", "then", "so", "one", "another", "others"});
  };
  set(kFactPointingObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), points));
  const auto verb = [&](int t) { return tree[t].pos == Pos::kVerb && t != draft.clause; };
  set(kFactClauseObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), verb));
  set(kFactOddObject, draft.object.find_first_of(";:()[]") != std::string::npos);
}

void SetCertainty(const Tree& tree, const Draft& draft, uint64_t* features) {
  const auto set = [features](FactFeature f, bool value) { *features |= static_cast<uint64_t>(value) << f; };
  int least = 255, core = 255;
  for (int t : draft.evidence) {
    if (tree[t].pos != Pos::kPunct) least = std::min<int>(least, tree[t].certainty);
  }
  for (int t : {draft.subject_head, draft.clause, draft.object_head}) {
    if (t >= 0) core = std::min<int>(core, tree[t].certainty);
  }
  set(kFactLeast1, least < 8);
  set(kFactLeast2, least >= 8 && least < 20);
  set(kFactLeast3, least >= 20 && least < 40);
  set(kFactCore1, core < 8);
  set(kFactCore2, core >= 8 && core < 20);
  set(kFactCore3, core >= 20 && core < 40);
}

}  // namespace

uint64_t FactFeaturesOf(const SentenceReading& reading, const Draft& draft, bool attributed) {
  const Tree& tree = reading.tree();
  uint64_t features = uint64_t{1} << kFactAlways;
  SetClause(tree, draft, &features);
  SetSubject(reading, draft, &features);
  SetObject(tree, draft, &features);
  SetCertainty(tree, draft, &features);
  const auto set = [&features](FactFeature f, bool value) { features |= static_cast<uint64_t>(value) << f; };
  set(kFactNegated, draft.negated);
  set(kFactModal, draft.modality != Modality::kNone);
  set(kFactAttributed, attributed);
  set(kFactHasDate, draft.when >= 0);
  set(kFactHasNumber, draft.value >= 0);
  set(kFactLongSentence, tree.size() > 25);
  set(kFactVeryLongSentence, tree.size() > 40);
  bool quoted = false;
  for (int i = 0; i < tree.size(); ++i) quoted = quoted || tree[i].folded == "\"";
  set(kFactQuoted, quoted);
  return features;
}

uint16_t FactConfidence(uint64_t features) {
  int score = 0;
  for (int f = 0; f < kFactFeatureCount; ++f) {
    if (features >> f & 1) score += kFactConfidenceWeights[f];
  }
  const int size = std::min(std::abs(score), static_cast<int>(std::size(kLogistic) - 1) * kLogisticStep - 1);
  const int below = kLogistic[size / kLogisticStep], above = kLogistic[size / kLogisticStep + 1];
  const int value = below + (above - below) * (size % kLogisticStep) / kLogisticStep;
  return static_cast<uint16_t>(score < 0 ? 10000 - value : value);
}

}  // namespace pith::compiler
