#include "tools/compiler/facts/fact_confidence.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"

namespace pith::compiler {
namespace {

#include "tools/compiler/facts/fact_confidence_weights.inc"

// 10000 times the logistic function at 0, 0.5, ..., 6; beyond, it hardly changes.
constexpr int kLogistic[] = {5000, 6225, 7311, 8176, 8808, 9241, 9526, 9707, 9820, 9890, 9933, 9959, 9975};
constexpr int kLogisticStep = 50;  // in units of the weights

class Features {
 public:
  void Set(FactFeature feature, bool value) { bits_ |= static_cast<uint64_t>(value) << feature; }
  bool Has(FactFeature feature) const { return (bits_ >> feature & 1) != 0; }
  uint64_t bits() const { return bits_; }

 private:
  uint64_t bits_ = 0;
};

// What made the fact, as a feature. A plain clause has none.
FactFeature FeatureOf(FactPattern pattern) {
  constexpr FactFeature kFeatures[] = {kFactAlways,   kFactCopula,  kFactInstruction, kFactApposition,
                                       kFactRole,     kFactRole,    kFactPlaceKind,   kFactAlways,
                                       kFactHyphened, kFactLasting, kFactTitle,       kFactAcronym};
  static_assert(std::size(kFeatures) == static_cast<size_t>(FactPattern::kAcronym) + 1);
  return kFeatures[static_cast<size_t>(pattern)];
}

bool IsSubject(Rel rel) { return rel == Rel::kNsubj || rel == Rel::kNsubjPass; }

bool HasTwoSubjects(const Tree& tree, int clause) {
  const std::vector<int>& children = tree.children(clause);
  return std::count_if(children.begin(), children.end(), [&](int i) { return IsSubject(tree[i].rel); }) > 1;
}

// "is the banker", "is Captain": true, and of little use alone.
bool IsBare(const Draft& draft) {
  const bool passing = draft.pattern == FactPattern::kApposition || draft.pattern == FactPattern::kTitle;
  if (!passing || draft.relation != "is") return false;
  absl::string_view noun = draft.object;
  for (absl::string_view article : {"the ", "a ", "an "}) {
    if (absl::ConsumePrefix(&noun, article)) break;
  }
  return !absl::StrContains(noun, " ");
}

void SetClause(const Tree& tree, const Draft& draft, Features* features) {
  features->Set(FeatureOf(draft.pattern), true);
  features->Set(kFactBare, IsBare(draft));
  const int clause = draft.clause;
  if (clause < 0) return;
  const Rel rel = tree[clause].rel;
  const bool relative = rel == Rel::kAclRelcl || rel == Rel::kAdvclRelcl, participle = rel == Rel::kAcl;
  features->Set(kFactRoot, rel == Rel::kRoot);
  features->Set(kFactConjunct, rel == Rel::kConj || rel == Rel::kParataxis);
  features->Set(kFactComplement, rel == Rel::kCcomp || rel == Rel::kXcomp || rel == Rel::kCsubj);
  features->Set(kFactAdverbial, rel == Rel::kAdvcl);
  features->Set(kFactRelative, relative);
  features->Set(kFactParticiple, participle || (rel == Rel::kAdvcl && tree.MarkOf(clause).empty()));
  features->Set(kFactSubjectElsewhere, draft.subject_head >= 0 && tree[draft.subject_head].head != clause);
  const int first = tree.SubtreeBegin(clause);
  const bool comma = tree[first].folded == "," || tree[first - 1].folded == ",";
  features->Set(kFactRestrictive, (relative || participle) && !comma);
  features->Set(kFactAmbiguousNoun,
                (relative || participle) && IsOneOf(tree[tree[clause].head].rel, {Rel::kNmod, Rel::kConj}));
  features->Set(kFactTwoSubjects, HasTwoSubjects(tree, clause));
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

// "the first", "some", "those for children", "the rest": what is meant stands in another sentence.
bool IsElliptic(const Tree& tree, int head) {
  const Token& token = tree[head];
  const bool nameless = token.pos == Pos::kAdj || token.pos == Pos::kNum || token.pos == Pos::kDet ||
                        token.pos == Pos::kAdv || (token.pos == Pos::kPron && !IsPersonalPronoun(token.folded));
  return nameless || IsOneOf(token.folded, {"rest", "one", "ones", "other", "others", "half", "latter", "former"});
}

// "the tin": two words, the first of which is "the".
bool IsPlain(absl::string_view phrase) {
  return absl::StartsWith(phrase, "the ") && std::count(phrase.begin(), phrase.end(), ' ') == 1;
}

void SetSubject(const SentenceReading& reading, const Draft& draft, Features* features) {
  const Tree& tree = reading.tree();
  const int head = draft.subject_head;
  const bool you = draft.subject == "you";
  const bool pronoun = !you && IsPersonalPronoun(absl::AsciiStrToLower(draft.subject));
  const NameType type = head < 0 ? NameType::kNone : reading.TypeOf(head);
  const bool named = type != NameType::kNone && type != NameType::kOther && tree[head].pos == Pos::kPropn;
  features->Set(kFactYou, you);
  features->Set(kFactPronounSubject, pronoun);
  features->Set(kFactNamedSubject, named);
  features->Set(kFactResolvedSubject, head >= 0 && tree[head].pos == Pos::kPron && !pronoun && !you);
  const absl::string_view first = absl::string_view(draft.subject).substr(0, draft.subject.find(' '));
  features->Set(kFactDefiniteSubject, first == "the");
  features->Set(kFactIndefiniteSubject, first == "a" || first == "an");
  features->Set(kFactPointingSubject,
                IsOneOf(first, {"this", "that", "these", "those", "such", "both", "all", "some", "each"}));
  features->Set(kFactBareSubject, head >= 0 && tree[head].pos == Pos::kNoun &&
                                      tree.Child(head, {Rel::kDet, Rel::kNmodPoss, Rel::kNummod}) < 0);
  features->Set(kFactPastBare, features->Has(kFactBareSubject) && draft.clause >= 0 && IsPast(tree, draft.clause));
  features->Set(kFactOwnedSubject, !pronoun && !you && HasPronoun(draft.subject));
  features->Set(kFactLongSubject, Words(draft.subject) > 6);
  features->Set(kFactPlainDefinite, !named && IsPlain(draft.subject));
  features->Set(kFactTopicSubject, head >= 0 && !named && reading.IsTopic(head));
  const bool open = head >= 0 && (tree[head].pos != Pos::kPron || draft.subject == tree[head].folded);  // not resolved
  features->Set(kFactElliptic, open && !named && !you && !pronoun && IsElliptic(tree, head));
}

bool IsUnresolved(const SentenceReading& reading, int t) {
  const absl::string_view folded = reading.tree()[t].folded;
  return (IsThirdPersonPronoun(folded) || folded == "them" || folded == "it" || folded == "its") &&
         !reading.text().IsResolved(t);
}

// "means she painted on a sail": whether the fact holds a clause with a subject that nothing joins to the rest.
bool HasLooseClause(const Tree& tree, const Draft& draft) {
  for (int t : draft.evidence) {
    const int verb = tree[t].head;
    if (!IsSubject(tree[t].rel) || verb < 0 || verb == draft.clause || tree[t].head == draft.clause) continue;
    const bool held = std::binary_search(draft.evidence.begin(), draft.evidence.end(), verb);
    const bool said = tree[verb].rel == Rel::kCcomp && IsSpeechVerb(tree[tree[verb].head].lemma);
    const int first = tree.SubtreeBegin(verb);
    const bool joined = tree.Child(verb, {Rel::kMark, Rel::kCc}) >= 0 || IsRelativePronoun(tree[t].folded) ||
                        tree[first].pos == Pos::kSconj || tree[first].pos == Pos::kAdv ||
                        tree[first].pos == Pos::kPron || tree[first].pos == Pos::kAdp;
    if (held && !said && !joined) return true;
  }
  return false;
}

// Whether quotation marks lack their partner, or the last word leads nowhere: "the vote of".
bool IsFrayed(const Tree& tree, const Draft& draft) {
  const auto quote = [&](int t) { return tree[t].folded == "\""; };
  const Token& last = tree[draft.evidence.back()];
  const bool leads =
      (last.pos == Pos::kAdp && last.rel == Rel::kCase) || last.pos == Pos::kDet || last.pos == Pos::kCconj;
  return std::count(draft.object.begin(), draft.object.end(), '"') % 2 != 0 || leads ||
         std::count_if(draft.evidence.begin(), draft.evidence.end(), quote) % 2 != 0;
}

void SetObject(const SentenceReading& reading, const Draft& draft, Features* features) {
  const Tree& tree = reading.tree();
  const long words = Words(draft.object);
  features->Set(kFactNoObject, words == 0);
  features->Set(kFactPronounObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), [&](int t) {
                  return t != draft.subject_head && IsUnresolved(reading, t);
                }));
  features->Set(kFactLongObject, words > 9);
  features->Set(kFactVeryLongObject, words > 18);
  features->Set(kFactPlainObject, IsPlain(draft.object));
  const auto points = [&](int t) {
    const bool pronoun = tree[t].pos == Pos::kPron && IsOneOf(tree[t].rel, {Rel::kObj, Rel::kObl, Rel::kNmod});
    return (pronoun && IsOneOf(tree[t].folded, {"this", "that", "these", "those"})) ||
           (tree[t].rel == Rel::kDet && IsOneOf(tree[t].folded, {"this", "that", "these", "those", "such"})) ||
           IsOneOf(tree[t].folded, {"there", "here", "then", "so", "one", "another", "others", "same", "such", "other",
                                    "again", "else", "too", "later", "latter", "former", "following"});
  };
  features->Set(kFactPointingObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), points));
  const auto verb = [&](int t) { return tree[t].pos == Pos::kVerb && t != draft.clause; };
  features->Set(kFactClauseObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), verb));
  features->Set(kFactOddObject, draft.object.find_first_of(";:()[]") != std::string::npos || IsFrayed(tree, draft));
  features->Set(kFactEllipticObject,
                IsOneOf(tree[draft.object_head].folded, {"third", "half", "quarter", "rest", "one", "ones", "others",
                                                         "some", "most", "many", "more", "first", "second", "last"}) &&
                    tree.Child(draft.object_head, Rel::kNmod) < 0);
  features->Set(kFactNamedObject, std::any_of(draft.evidence.begin(), draft.evidence.end(), [&](int t) {
                  return t > draft.clause && tree[t].pos != Pos::kPron && reading.text().EntityOf(t) >= 0;
                }));
  features->Set(kFactLooseClause, HasLooseClause(tree, draft));
}

// Whether the fact lacks words, other than negations and conjunctions, that stand between its own.
bool IsCut(const Tree& tree, const Draft& draft) {
  if (draft.clause < 0) return false;
  for (size_t k = 0; k + 1 < draft.evidence.size(); ++k) {
    for (int t = draft.evidence[k] + 1; t < draft.evidence[k + 1]; ++t) {
      const Pos pos = tree[t].pos;
      const bool small = pos == Pos::kPunct || pos == Pos::kAux || pos == Pos::kPart || pos == Pos::kCconj;
      if (!small && pos != Pos::kDet && !IsSentenceAdverb(tree[t].folded)) return true;
    }
  }
  return false;
}

void SetCertainty(const Tree& tree, const Draft& draft, Features* features) {
  int least = 255, core = 255;
  for (int t : draft.evidence) {
    if (tree[t].pos != Pos::kPunct) least = std::min<int>(least, tree[t].certainty);
  }
  for (int t : {draft.subject_head, draft.clause, draft.object_head}) {
    if (t >= 0) core = std::min<int>(core, tree[t].certainty);
  }
  features->Set(kFactLeast1, least < 8);
  features->Set(kFactLeast2, least >= 8 && least < 20);
  features->Set(kFactLeast3, least >= 20 && least < 40);
  features->Set(kFactCore1, core < 8);
  features->Set(kFactCore2, core >= 8 && core < 20);
  features->Set(kFactCore3, core >= 20 && core < 40);
}

// A fact without any of these is right more often than the sum of their weights tells.
bool IsFlawless(const Features& features) {
  constexpr FactFeature kFlaws[] = {kFactBare,
                                    kFactConjunct,
                                    kFactAdverbial,
                                    kFactRelative,
                                    kFactParticiple,
                                    kFactSubjectElsewhere,
                                    kFactRestrictive,
                                    kFactPronounSubject,
                                    kFactPointingSubject,
                                    kFactOwnedSubject,
                                    kFactElliptic,
                                    kFactNoObject,
                                    kFactPronounObject,
                                    kFactPointingObject,
                                    kFactPlainObject,
                                    kFactEllipticObject,
                                    kFactLooseClause,
                                    kFactCore1,
                                    kFactCore2,
                                    kFactCore3,
                                    kFactQuoted,
                                    kFactLeaning,
                                    kFactCut};
  return std::none_of(std::begin(kFlaws), std::end(kFlaws), [&](FactFeature f) { return features.Has(f); });
}

}  // namespace

uint64_t FactFeaturesOf(const SentenceReading& reading, const Draft& draft, bool attributed) {
  const Tree& tree = reading.tree();
  Features features;
  features.Set(kFactAlways, true);
  SetClause(tree, draft, &features);
  SetSubject(reading, draft, &features);
  SetObject(reading, draft, &features);
  SetCertainty(tree, draft, &features);
  features.Set(kFactNegated, draft.negated);
  features.Set(kFactModal, draft.modality != Modality::kNone);
  features.Set(kFactAttributed, attributed);
  features.Set(kFactHasDate, draft.when >= 0);
  features.Set(kFactHasNumber, draft.value >= 0);
  features.Set(kFactLongSentence, tree.size() > 25);
  features.Set(kFactVeryLongSentence, tree.size() > 40);
  const auto& tokens = tree.sentence().tokens;
  features.Set(kFactQuoted, std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.folded == "\""; }));
  features.Set(kFactLeaning, tree.sentence().leans_on >= 0);
  features.Set(kFactCut, IsCut(tree, draft));
  features.Set(kFactReported, draft.clause >= 0 && IsSpeechVerb(tree[draft.clause].lemma));
  features.Set(kFactFlawless, IsFlawless(features));
  return features.bits();
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
