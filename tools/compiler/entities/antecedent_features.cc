#include "tools/compiler/entities/antecedent_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "tools/compiler/entities/pronouns.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/speech_verbs.h"

namespace pith::compiler {
namespace {

constexpr std::array<absl::string_view, 13> kPrepositions = {"of",   "in",  "on", "at",   "to",    "by",   "with",
                                                             "from", "for", "as", "into", "after", "about"};
static_assert(kPrepositions.size() + 2 == kPrepositionRows, "none, and any other");

// 0, 1, 2, then steps that double: 3 and 4, 5 to 8, 9 to 16, ...
size_t Steps(uint32_t number) {
  if (number <= 2) return number;
  size_t step = 2;
  for (uint32_t most = 2; most < number; most *= 2) ++step;
  return step;
}

// What kind of thing the noun, or the last word of the name, means.
NounClass ClassOf(const PronounContext& context, const Referent& referent) {
  if (referent.entity < 0)
    return referent.lemma.empty() ? NounClass::kNone : NounClassOf(context.language, referent.lemma);
  const std::string& name = context.analysis.entities[static_cast<size_t>(referent.entity)].name;
  return NounClassOf(context.language, absl::AsciiStrToLower(name.substr(name.rfind(' ') + 1)));
}

// Collects the rows.
class Rows {
 public:
  void Set(AntecedentFeature f, bool value) {
    if (value) all_.push_back(RowOf(RowGroup::kAntecedent, f));
  }
  void Set(PronounFeature f, bool value) {
    if (value) all_.push_back(RowOf(RowGroup::kPronoun, f));
  }
  template <typename T>
  void Add(RowGroup group, T value) {
    all_.push_back(RowOf(group, static_cast<size_t>(value)));
  }
  std::vector<uint16_t> Take() { return std::move(all_); }

 private:
  std::vector<uint16_t> all_;
};

}  // namespace

Surroundings SurroundingsOf(const Tree& tree, const Language& language, int i) {
  Surroundings around;
  around.rel = tree[i].rel;
  const std::string preposition = tree.CaseOf(i);
  if (!preposition.empty()) {
    const auto found = std::find(kPrepositions.begin(), kPrepositions.end(), preposition);
    around.preposition = static_cast<uint8_t>(found - kPrepositions.begin() + 1);
  }
  const int governor = tree[i].head;
  if (governor < 0) return around;
  around.governor = tree[governor].lemma;
  around.governor_pos = tree[governor].pos;
  around.governor_rel = tree[governor].rel;
  if (tree[governor].pos == Pos::kNoun) around.governor_class = NounClassOf(language, around.governor);
  around.voice = tree.IsPassive(governor) ? 1 : tree.Has(governor, Rel::kCop) ? 2 : 0;
  return around;
}

int Described(const Tree& tree, int i) {
  for (int left = tree.size(); left > 0 && tree[i].rel == Rel::kAppos && tree[i].head >= 0; --left) i = tree[i].head;
  return i;
}

bool IsSubjectAround(const Tree& tree, int subject, int i) {
  subject = Described(tree, subject);
  if (!IsSubject(tree[subject].rel)) return false;
  int at = tree[i].head;
  for (int left = tree.size(); left > 0 && at >= 0 && !tree.IsClause(at); --left) at = tree[at].head;
  return at >= 0 && tree[subject].head == at;
}

bool IsSpeakerAround(const Tree& tree, int subject, int i) {
  subject = Described(tree, subject);
  if (!IsSubject(tree[subject].rel) || !IsSpeechVerb(tree[tree[subject].head].lemma)) return false;
  int at = i;
  for (int left = tree.size(); left > 0 && at >= 0; --left, at = tree[at].head) {
    if (tree[at].rel == Rel::kCcomp && tree[at].head == tree[subject].head) return true;
  }
  return false;
}

std::vector<uint16_t> RowsOfPronoun(const PronounContext& context, bool near) {
  const Pronoun& pronoun = context.pronoun;
  const Surroundings& around = context.around;
  Rows rows;
  rows.Set(kPronounPossessive, around.rel == Rel::kNmodPoss);
  rows.Set(kPronounDummy, IsDummyPronoun(context.tree, pronoun.token));
  rows.Set(kPronounFar, !near);
  rows.Set(kPronounFirst, pronoun.token == 0);
  rows.Set(kPronounQuoted, context.quotation > 0);
  rows.Add(RowGroup::kPronounKind, pronoun.kind);
  rows.Add(RowGroup::kPronounRel, around.rel);
  rows.Add(RowGroup::kPronounGovernorPos, around.governor_pos);
  rows.Add(RowGroup::kPronounGovernorRel, around.governor_rel);
  rows.Add(RowGroup::kPronounGovernorClass, around.governor_class);
  rows.Add(RowGroup::kPronounVoice, around.voice);
  rows.Add(RowGroup::kPronounPreposition, around.preposition);
  rows.Add(RowGroup::kCandidates, Steps(static_cast<uint32_t>(context.candidates)));
  rows.Add(RowGroup::kDepth, Steps(pronoun.sentence) / 2);
  return rows.Take();
}

std::vector<uint16_t> RowsOfCandidate(const PronounContext& context, const Referent& r, size_t nearer) {
  const Tree& tree = context.tree;
  const Pronoun& pronoun = context.pronoun;
  const Surroundings& around = context.around;
  const bool subject = IsSubject(around.rel);
  Rows rows;
  const uint32_t back = pronoun.sentence - r.sentence;
  rows.Set(kSameSentence, back == 0);
  rows.Set(kSameParagraph, r.paragraph == context.analysis.sentences[pronoun.sentence].paragraph);
  rows.Set(kWasMainSubject, r.role == MentionRole::kMainSubject);
  rows.Set(kWasSubject, r.role == MentionRole::kSubject);
  rows.Set(kWasObject, r.role == MentionRole::kObject);
  rows.Set(kWasPossessor, r.role == MentionRole::kPossessor);
  rows.Set(kWasPronoun, r.pronoun);
  rows.Set(kMostMentions, r.mentions == context.most_mentions);
  rows.Set(kBothSubjects,
           subject && back == 1 && (r.role == MentionRole::kMainSubject || r.role == MentionRole::kSubject));
  rows.Set(kSubjectOfClause, back == 0 && around.rel == Rel::kNmodPoss && IsSubjectAround(tree, r.head, pronoun.token));
  rows.Set(kBothObjects, !subject && r.role == MentionRole::kObject && IsOneOf(around.rel, {Rel::kObj, Rel::kIobj}));
  rows.Set(kNamed, r.entity >= 0);
  rows.Set(kOpening, r.opening);
  rows.Set(kGenderKnown, pronoun.kind == PronounKind::kPerson &&
                             (r.entity >= 0 ? context.known.KnownGender(r.entity) : r.gender) != Gender::kUnknown);
  rows.Set(kDefinite, r.definite);
  rows.Set(kPersonNoun, r.entity < 0 && r.person);
  rows.Set(kOtherQuotation, r.quotation != context.quotation);
  rows.Set(kAlone, context.candidates == 1);
  rows.Set(kIsPlural, r.plural);
  rows.Set(kIsGroup, r.group);
  rows.Set(kAnonymous, r.entity < 0 && r.lemma.empty());
  rows.Set(kTopic, r.topic);
  rows.Set(kMostLed, r.led == context.most_led);
  rows.Set(kLedParagraph, r.paragraph_led == context.analysis.sentences[pronoun.sentence].paragraph + 1);
  rows.Set(kSpeaker, back == 0 && IsSpeakerAround(tree, r.head, pronoun.token));
  rows.Set(kContinued, subject && pronoun.token == 0 && context.quotation == 0 && r.topic && back == 1 &&
                           r.role == MentionRole::kMainSubject);
  rows.Set(kSameRelation, r.around.rel == around.rel);
  rows.Set(kSameGovernor, r.around.governor == around.governor);
  rows.Set(kSamePreposition, r.around.preposition == around.preposition);
  rows.Add(RowGroup::kType, r.entity >= 0 ? static_cast<size_t>(context.known.TypeOf(r.entity)) + 1 : 0);
  rows.Add(RowGroup::kClass, ClassOf(context, r));
  rows.Add(RowGroup::kRel, r.around.rel);
  rows.Add(RowGroup::kGovernorPos, r.around.governor_pos);
  rows.Add(RowGroup::kGovernorClass, r.around.governor_class);
  rows.Add(RowGroup::kVoice, r.around.voice);
  rows.Add(RowGroup::kPreposition, r.around.preposition);
  rows.Add(RowGroup::kSentencesBack, Steps(back));
  if (back == 0) rows.Add(RowGroup::kTokensBack, (pronoun.token - r.head) / 3);
  rows.Add(RowGroup::kNearer, nearer);
  rows.Add(RowGroup::kMentions, Steps(static_cast<uint32_t>(r.mentions)));
  rows.Add(RowGroup::kLed, r.led);
  return rows.Take();
}

}  // namespace pith::compiler
