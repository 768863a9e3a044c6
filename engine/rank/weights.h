// In: section WGHT of a language block. Out: what each of its numbers weighs, and the small networks that they form.
// Who may use it: engine/rank, the joint order in engine/reader, and the code that writes and learns the weights.
//
// The one page that lists everything that is weighed. Every feature has an enumerator here and a name in
// tools/language/weight_names.cc, by which tools/models/en/weights.txt labels its weights; pith-language refuses a file
// whose names or order differ. A new feature needs an enumerator, a name, its value (in ExtractFeatures, ExtractDoubt,
// ExtractOrder or ExtractJointDoubt), and new training (tools/train/answers), since every later weight moves.

#ifndef PITH_ENGINE_RANK_WEIGHTS_H_
#define PITH_ENGINE_RANK_WEIGHTS_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/format/bytes.h"
#include "engine/format/kinds.h"
#include "engine/index/index.h"

namespace pith {

// ---- The description of a candidate ---------------------------------------------------------------------------------

// Kinds of question for which the same things make a good answer.
enum AskGroup : uint32_t {
  kGroupOther,
  kGroupPerson,
  kGroupPlace,
  kGroupTime,
  kGroupNumber,
  kGroupReason,
  kGroupThing,
  kGroupDefinition,
  kGroupSort,
  kGroups
};

AskGroup GroupOf(AskKind kind);

// Features with a value from 0 to 16 and a weight for each AskGroup.
enum DenseFeature : uint32_t {
  kDenseScoreShare,        // the sentence's score, as a share of the best one's
  kDenseFirstSentence,     // the sentence is the best one
  kDenseSentenceCoverage,  // share of the question's weight that the sentence contains
  kDenseMatchedInside,     // share of the candidate's content words that are also in the question
  kDenseAllMatchedInside,  // all of them are
  kDenseHeadMatched,       // its head means a word of the question
  kDenseGovernorMatched,   // the verb above it does
  kDenseParentMatched,     // the token directly above it does
  kDenseClauseCoverage,    // share of the question's weight that its clause contains
  kDenseNearestWord,       // closeness of the nearest question word, counted in words
  kDenseMeanDistance,      // mean distance to the question's words
  kDenseNearestInTree,     // closeness of the nearest question word, in steps of the tree
  kDenseMeanTreeDistance,  // mean distance in the tree
  kDenseFocusIsHead,       // its head is the noun asked about
  kDenseFocusInside,       // that noun is inside it, but not its head
  kDenseFocusBeside,       // that noun stands beside it: "the port of Oban"
  kDenseSize,              // in tokens
  kDenseOneToken,
  kDenseVerbInside,
  kDenseStartsSentence,
  kDenseDeepInClause,    // it does not depend on the verb directly
  kDenseMatchedBefore,   // the token before it means a word of the question
  kDenseMatchedAfter,    // the token after it does
  kDenseHasPreposition,  // it has the preposition that the question leaves for the answer
  kDenseIsEntity,
  kDenseCutNominal,  // something that depends on it is left out: "of Armenia"
  kDenseCutConjunct,
  kDenseCutName,
  kDenseCutClause,
  kDenseCutApposition,
  kDenseFocusCoverage,  // the clause's share, if the noun asked about is its head or beside it; else 0
  kDenseSubjectOfVerb,  // it is the subject of a verb of the question
  kDenseObjectOfVerb,
  kDenseHeadIsName,
  kDenseNothingMatchedInside,
  kDenseFocusShare,      // share of the noun phrase asked about that is near its noun
  kDenseModifierShare,   // share of the question's other words that is near that noun
  kDenseForeignSubject,  // the question asks for an object, but its verb has a subject foreign to the question
  kDenseForeignObject,   // the question asks for a subject, but its verb has an object foreign to the question
  kDenseHasCue,          // a word that introduces a reason is at its start or before it
  kDenseIsFullName,
  kDenseStatedByFact,  // a fact of the article states it about the noun asked for
  kDenseFeatures
};

// The type of a candidate, by its value, its name or its noun.
enum AnswerType : uint32_t {
  kTypePerson,
  kTypeOrganization,
  kTypePlace,
  kTypeOtherName,
  kTypePersonNoun,
  kTypeOrganizationNoun,
  kTypePlaceNoun,
  kTypeTimeNoun,
  kTypeQuantityNoun,
  kTypeEventNoun,
  kTypeSubstanceNoun,
  kTypeThingNoun,
  kTypeOtherNoun,
  kTypeNumber,
  kTypeDate,
  kTypeDuration,
  kTypeList,
  kTypeClause,
  kTypePurpose,
  kTypeModifier,
  kTypePredicate,
  kTypePronoun,
  kTypeObliquePlace,
  kTypeObliqueTime,
  kTypeOblique,
  kTypeNone,
  kTypes
};

// The place of a candidate's phrase in its clause.
enum Slot : uint32_t {
  kSlotSubject,
  kSlotPassiveSubject,
  kSlotObject,
  kSlotIndirectObject,
  kSlotOblique,
  kSlotAgent,
  kSlotAdverbial,
  kSlotNominal,
  kSlotPossessor,
  kSlotApposition,
  kSlotModifier,
  kSlotClause,
  kSlotComplement,
  kSlotOther,
  kSlots
};

// Whether a candidate is an instance of the noun that the question asks about.
enum Fit : uint32_t { kFitNone, kFitGood, kFitBad, kFitUnsure, kFits };

// ---- The grounds for doubt ------------------------------------------------------------------------------------------

// Features for whether a candidate is right. 16 means "yes" or "all of it"; in scores, it is one unit of log-odds.
enum DoubtFeature : uint32_t {
  kDoubtConstant,
  kDoubtCoverage,
  kDoubtCoveredWords,
  kDoubtAllCovered,
  kDoubtMissing,  // share of the question's weight that the article lacks
  kDoubtMissingWords,
  kDoubtMissingName,
  kDoubtNameElsewhere,  // a name that the article has, but not the sentence
  kDoubtScore,
  kDoubtLead,  // ahead of the best candidate that does not overlap it
  kDoubtClauseShare,
  kDoubtTreeDistance,
  kDoubtNearest,
  kDoubtGovernor,
  kDoubtFocusMissing,
  kDoubtFits,
  kDoubtMisfits,
  kDoubtHasFocus,
  kDoubtIdentity,         // "What is the capital of France"
  kDoubtIdentityOfOther,  // the same, for a noun that is neither the candidate's head nor beside it
  kDoubtFocusShare,
  kDoubtModifierShare,
  kDoubtNothingSaid,  // of the question's words, the sentence has only names and lacks some
  kDoubtForeignVerb,  // and the verb above the candidate is not the question's
  kDoubtContradicted,
  kDoubtStated,
  kDoubtNameAlone,      // a name agrees, but nothing that is said about it
  kDoubtOtherModifier,  // "the prime minister of Russia", but the sentence has Armenia's
  kDoubtGroup,          // one feature for each AskGroup
  kDoubtFeatures = kDoubtGroup + kGroups
};

// Features for the joint order of the ranker's candidates and the reader's spans.
enum OrderFeature : uint32_t {
  kOrderRead,   // the reader's log-odds
  kOrderScore,  // the ranker's score, less its best one
  kOrderUnread,
  kOrderBare,  // it is a span of the reader but not a candidate
  kOrderExpectedF1,
  kOrderFactFit,       // FactSupport::fit
  kOrderFactShare,     // fit times FactSupport::share
  kOrderFactRelation,  // fit times FactSupport::relation
  kOrderList,
  kOrderListWanted,  // it is a list, and the question asks for several
  kOrderListUnwanted,
  kOrderFeatures
};

// Features for whether a candidate is right after reading: everything that doubt used, and what the reader found.
enum JointFeature : uint32_t {
  kJointAnswered = kDoubtFeatures,  // all spans against "no answer"
  kJointAnsweredBy,                 // this span against "no answer"
  kJointRead,
  kJointLead,
  kJointReaderAgrees,  // the reader's best span overlaps it
  kJointRankerAgrees,  // the ranker's best candidate overlaps it
  kJointRules,         // RuleLogOdds
  kJointBare,
  kJointScoreShare,
  kJointDoubt,  // the log-odds by doubt alone
  kJointExpectedF1,
  kJointFactFit,
  kJointFactShare,
  kJointFactRelation,
  kJointNumberAgrees,  // it is a list if and only if the question asks for several
  kJointSentences,     // how many were found
  kJointFeatures
};

// Features for whether a sentence settles a yes/no question.
enum PolarFeature : uint32_t {
  kPolarConstant,
  kPolarShare,        // of the question's weight that the sentence has
  kPolarAll,          // it has all of it
  kPolarClauseShare,  // of the question's weight that the best clause has
  kPolarWhole,        // one clause has all of it, word for word
  kPolarDecided,      // with a yes or a no
  kPolarVerb,         // a verb of it means one of the question's
  kPolarSameVerb,     // and is the same
  kPolarSubject,      // whose subject is the question's
  kPolarLacksName,    // it lacks a name or a number of the question
  kPolarMissing,      // share of the question's weight that the article lacks
  kPolarScore,        // of retrieval, as a share of the best sentence's
  kPolarFirst,        // it is the best sentence of retrieval
  kPolarWords,        // the question's content words
  kPolarRead,         // the reader's log-odds of its best span against all spans; the rest are 0 without reading
  kPolarAnswered,     // all spans against "no answer"
  kPolarAnsweredBy,   // its best span against "no answer"
  kPolarBest,         // the reader's best span is in it
  kPolarFeatures
};

// ---- Where the weights lie ------------------------------------------------------------------------------------------

// The ranker's weights form a log-linear model. Each dense feature has a weight for each group. Every WholeFeature has
// a table with a weight for each pair of a property of the question and one of the candidate, and a candidate uses one
// entry of each table.
inline constexpr uint32_t kDenseAt = 0;
inline constexpr uint32_t kTypesAt = kDenseAt + uint32_t{kGroups} * kDenseFeatures;
inline constexpr uint32_t kKindSlotsAt = kTypesAt + kAskKindCount * kTypes;
inline constexpr uint32_t kRoleSlotsAt = kKindSlotsAt + kAskKindCount * kSlots;  // twice: the verb is foreign, or not
inline constexpr uint32_t kFitsAt = kRoleSlotsAt + 2 * kAskRoleCount * kSlots;
inline constexpr uint32_t kFormsAt = kFitsAt + uint32_t{kGroups} * kFits;  // CandidateKind
inline constexpr uint32_t kRoleTypesAt = kFormsAt + kGroups * kCandidateKindCount;
inline constexpr uint32_t kRankerWeights = kRoleTypesAt + kAskRoleCount * kTypes;

// A small network with one hidden layer, because many features count only together ("a name agrees, but no verb"). For
// each hidden unit, the weights of the inputs; then the weights of the hidden units and of a constant.
inline constexpr uint32_t kHiddenUnits = 12;
constexpr uint32_t NetworkWeights(uint32_t inputs) { return kHiddenUnits * inputs + kHiddenUnits + 1; }

// The contents of WGHT: the default threshold (ten-thousandths), doubt, the ranker; then, for the reader: a
// confidence from which earlier engines answered without reading, now out of reach, the threshold with a reader, the
// order, joint doubt, and the doubt about yes/no questions without reading and after it. All numbers but the confidences
// are stored times 1024. A block whose weights end before those of the reader does without one.
inline constexpr uint32_t kThresholdAt = 0;
inline constexpr uint32_t kDoubtAt = 1;
inline constexpr uint32_t kRankerAt = kDoubtAt + NetworkWeights(kDoubtFeatures);
inline constexpr uint32_t kSettledAt = kRankerAt + kRankerWeights;
inline constexpr uint32_t kJointThresholdAt = kSettledAt + 1;
inline constexpr uint32_t kOrderAt = kJointThresholdAt + 1;
inline constexpr uint32_t kJointDoubtAt = kOrderAt + NetworkWeights(kOrderFeatures);
inline constexpr uint32_t kPolarAt = kJointDoubtAt + NetworkWeights(kJointFeatures);
inline constexpr uint32_t kPolarReadAt = kPolarAt + NetworkWeights(kPolarFeatures);
inline constexpr uint32_t kWeights = kPolarReadAt + NetworkWeights(kPolarFeatures);

// ---- Reading the weights --------------------------------------------------------------------------------------------

inline constexpr uint32_t kWholly = 16;         // the value of a feature that holds in full
inline constexpr int32_t kLogOddsUnit = 16384;  // one unit of log-odds, in scores and sums
inline constexpr int32_t kFeatureScore = 1024;  // divides a score into a feature: kLogOddsUnit / kWholly

// The weights of an index; empty if its block has none.
Bytes WeightsOf(const OpenedIndex& index);

inline int32_t WeightAt(Bytes weights, uint32_t at) { return static_cast<int32_t>(weights.U32(uint64_t{at} * 4)); }

// The log-odds, in 1/kLogOddsUnit, from the network with `inputs` inputs whose weights begin at number `at`. Never
// overflows, whatever the weights. O(kHiddenUnits * inputs).
int64_t NetworkLogOdds(Bytes weights, uint32_t at, const int32_t* features, uint32_t inputs);

// The probability, in ten-thousandths, for log-odds in 1/kLogOddsUnit.
uint32_t Probability(int64_t log_odds);

// The confidence, in ten-thousandths, below which answers are left out unless the caller says otherwise.
uint32_t DefaultThreshold(const Language& language);

inline int32_t ClampTo(int64_t x, int32_t low, int32_t high) {
  return x < low ? low : x > high ? high : static_cast<int32_t>(x);
}

}  // namespace pith

#endif  // PITH_ENGINE_RANK_WEIGHTS_H_
