// What the decision on a pronoun rests on: yes/no features and values, each a row of the table of antecedent_network.h.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_FEATURES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_FEATURES_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/entities/known_entities.h"
#include "tools/compiler/entities/referent.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Of a candidate, for each pronoun anew.
enum AntecedentFeature {
  kSameSentence,
  kSameParagraph,
  kWasMainSubject,
  kWasSubject,
  kWasObject,
  kWasPossessor,
  kWasPronoun,
  kMostMentions,     // of those that fit
  kBothSubjects,     // in the sentence before
  kSubjectOfClause,  // of a possessive: the subject of its own clause
  kBothObjects,
  kNamed,
  kOpening,
  kGenderKnown,
  kDefinite,
  kPersonNoun,
  kOtherQuotation,
  kAlone,  // nobody else fits
  kIsPlural,
  kIsGroup,
  kAnonymous,  // only pronouns have meant it so far
  kSpeaker,    // says the clause that the pronoun is in: "Ruiz said he"
  kTopic,
  kMostLed,       // of those that fit
  kLedParagraph,  // was the main subject of the paragraph's first sentence
  kContinued,     // the topic, which the sentence before was about and "it" goes on with
  kSameRelation,
  kSameGovernor,  // "sold it" after "sold the boat"
  kSamePreposition,
  kAntecedentFeatureCount,
};

// Of a pronoun.
enum PronounFeature {
  kPronounPossessive,
  kPronounDummy,  // "it is clear that"
  kPronounFar,    // nothing that fits in this sentence and the one before
  kPronounFirst,  // begins the sentence
  kPronounQuoted,
  kPronounFeatureCount,
};

// Rows of the table come in groups, one for each kind of value.
enum class RowGroup : uint8_t {
  kNothing,  // for "nothing that was named"
  kPronoun,
  kPronounKind,
  kPronounRel,
  kPronounGovernorPos,
  kPronounGovernorRel,
  kPronounGovernorClass,
  kPronounVoice,
  kPronounPreposition,
  kCandidates,  // how many fit, in steps
  kDepth,       // how far into the text, in steps
  kAntecedent,
  kType,
  kClass,
  kRel,
  kGovernorPos,
  kGovernorClass,
  kVoice,
  kPreposition,
  kSentencesBack,  // in steps
  kTokensBack,     // in threes, in the pronoun's sentence
  kNearer,         // how many that fit were spoken of since
  kMentions,       // in steps
  kLed,            // sentences whose main subject it was
  kCount,
};

inline constexpr size_t kVoices = 3, kPrepositionRows = 15;

// How many rows a group has.
constexpr size_t RowsIn(RowGroup group) {
  switch (group) {
    case RowGroup::kPronoun:
      return kPronounFeatureCount;
    case RowGroup::kPronounKind:
      return kPronounKinds;
    case RowGroup::kPronounRel:
    case RowGroup::kPronounGovernorRel:
    case RowGroup::kRel:
      return kRelCount;
    case RowGroup::kPronounGovernorPos:
    case RowGroup::kGovernorPos:
      return kPosCount;
    case RowGroup::kPronounGovernorClass:
    case RowGroup::kGovernorClass:
    case RowGroup::kClass:
      return kNounClassCount;
    case RowGroup::kPronounVoice:
    case RowGroup::kVoice:
      return kVoices;
    case RowGroup::kPronounPreposition:
    case RowGroup::kPreposition:
      return kPrepositionRows;
    case RowGroup::kAntecedent:
      return kAntecedentFeatureCount;
    case RowGroup::kType:
      return kNameTypeCount + 1;
    case RowGroup::kCandidates:
    case RowGroup::kSentencesBack:
    case RowGroup::kNearer:
      return 8;
    case RowGroup::kTokensBack:
      return 10;
    case RowGroup::kMentions:
      return 7;
    case RowGroup::kDepth:
    case RowGroup::kLed:
      return 5;
    case RowGroup::kNothing:
    case RowGroup::kCount:
      break;
  }
  return 1;
}

// The first row of each group, then the number of all rows.
constexpr auto FirstRows() {
  std::array<size_t, static_cast<size_t>(RowGroup::kCount) + 1> first = {};
  for (size_t g = 0; g + 1 < first.size(); ++g) first[g + 1] = first[g] + RowsIn(static_cast<RowGroup>(g));
  return first;
}
inline constexpr auto kFirstRows = FirstRows();
inline constexpr size_t kAntecedentRows = kFirstRows.back();

// The row of a value; values beyond a group's rows have its last.
inline uint16_t RowOf(RowGroup group, size_t value) {
  return static_cast<uint16_t>(kFirstRows[static_cast<size_t>(group)] + std::min(value, RowsIn(group) - 1));
}

// How token `i` stands in its sentence.
Surroundings SurroundingsOf(const Tree& tree, const Language& language, int i);

// Whether `subject` is the subject of the clause in which token `i` stands.
bool IsSubjectAround(const Tree& tree, int subject, int i);
// Whether the clause of token `i` is what `subject` says.
bool IsSpeakerAround(const Tree& tree, int subject, int i);
// The noun that a name is in apposition to: in "her rival, Leo Odell, ...", the subject is "rival".
int Described(const Tree& tree, int i);

// A pronoun in its sentence, and all that fits it.
struct PronounContext {
  const Analysis& analysis;
  const Tree& tree;
  const Language& language;
  const KnownEntities& known;
  const Pronoun& pronoun;
  int quotation;  // as Referent's
  Surroundings around;
  size_t candidates = 0;
  int most_mentions = 0, most_led = 1;  // of the candidates
};

// The rows of the pronoun's features; `near`: whether a candidate was spoken of in its sentence or the one before.
std::vector<uint16_t> RowsOfPronoun(const PronounContext& context, bool near);
// The rows of a candidate's; `nearer`: how many of the candidates were spoken of since.
std::vector<uint16_t> RowsOfCandidate(const PronounContext& context, const Referent& referent, size_t nearer);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_FEATURES_H_
