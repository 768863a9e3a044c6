// In: section WGHT of a language block. Out: what each of its numbers weighs, and the small networks that they make.
// Who may use it: the ranker, the reader's order beside it (engine/reader), and those who write and learn the weights.
//
// The one page that says what is weighed. Every feature has an enumerator here and a name in
// tools/language/weight_names.cc, by which tools/models/en/weights.txt calls its weights; pith-language refuses a file
// whose names or order differ. A new feature: an enumerator, a name, its value (ExtractFeatures, ExtractDoubt,
// ExtractOrder or ExtractJointDoubt), and new training (tools/train/answers), since every later weight moves.

#ifndef PITH_ENGINE_RANK_WEIGHTS_H_
#define PITH_ENGINE_RANK_WEIGHTS_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/format/bytes.h"
#include "engine/format/kinds.h"
#include "engine/index/index.h"

namespace pith {

// ---- What a candidate is described by -------------------------------------------------------------------------------

// Kinds of question that are alike in what counts for an answer.
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
  kDenseFirstSentence,     // it is the best one
  kDenseSentenceCoverage,  // share of the question's weight that the sentence holds
  kDenseMatchedInside,     // share of the candidate's own content words that the question has, too
  kDenseAllMatchedInside,  // all of them
  kDenseHeadMatched,       // its head means a word of the question
  kDenseGovernorMatched,   // the verb above it does
  kDenseParentMatched,     // the token right above it does
  kDenseClauseCoverage,    // share of the question's weight that its clause holds
  kDenseNearestWord,       // closeness of the nearest word of the question, in words
  kDenseMeanDistance,      // mean distance to the question's words
  kDenseNearestInTree,     // closeness of the nearest, in steps of the tree
  kDenseMeanTreeDistance,  // mean distance in the tree
  kDenseFocusIsHead,       // its head is the noun asked about
  kDenseFocusInside,       // that noun is inside, and not its head
  kDenseFocusBeside,       // it stands beside: "the port of Oban"
  kDenseSize,              // in tokens
  kDenseOneToken,
  kDenseVerbInside,
  kDenseStartsSentence,
  kDenseDeepInClause,    // it does not hang on the verb itself
  kDenseMatchedBefore,   // the token before it means a word of the question
  kDenseMatchedAfter,    // the one after it does
  kDenseHasPreposition,  // it hangs on the preposition that the question leaves for the answer
  kDenseIsEntity,
  kDenseCutNominal,  // something that hangs on it is left out: "of Armenia"
  kDenseCutConjunct,
  kDenseCutName,
  kDenseCutClause,
  kDenseCutApposition,
  kDenseFocusCoverage,  // share of the question's weight in its clause, where the noun asked about is in it or beside
  kDenseSubjectOfVerb,  // of a verb of the question
  kDenseObjectOfVerb,
  kDenseHeadIsName,
  kDenseNothingMatchedInside,
  kDenseFocusShare,      // of the noun phrase asked about, what stands near its noun
  kDenseModifierShare,   // of the question's other words, what does
  kDenseForeignSubject,  // asked for an object: the verb has another subject than the question's
  kDenseForeignObject,   // asked for a subject: the verb has another object
  kDenseHasCue,          // a word that brings in a reason stands at its start or before it
  kDenseIsFullName,
  kDenseStatedByFact,  // a fact of the article states it of the noun asked about
  kDenseFeatures
};

// What a candidate is, by its value, its name or its noun.
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

// Where its phrase stands in its clause.
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

// Whether it is an instance of the noun that the question asks about.
enum Fit : uint32_t { kFitNone, kFitGood, kFitBad, kFitUnsure, kFits };

// ---- What doubt goes by ---------------------------------------------------------------------------------------------

// Whether a candidate is right. Values: 16 is "yes" or wholly, and of scores one unit of log-odds.
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
  kDoubtLead,  // before the best candidate that does not overlap it
  kDoubtClauseShare,
  kDoubtTreeDistance,
  kDoubtNearest,
  kDoubtGovernor,
  kDoubtFocusMissing,
  kDoubtFits,
  kDoubtMisfits,
  kDoubtHasFocus,
  kDoubtIdentity,         // "What is the capital of France"
  kDoubtIdentityOfOther,  // of a noun that the candidate is not
  kDoubtFocusShare,
  kDoubtModifierShare,
  kDoubtNothingSaid,  // all that the sentence holds of the question is names
  kDoubtForeignVerb,  // and the verb is another
  kDoubtContradicted,
  kDoubtStated,
  kDoubtNameAlone,      // a name agrees, but nothing that is said of it
  kDoubtOtherModifier,  // "the prime minister of Russia" where the sentence has Armenia's
  kDoubtGroup,          // AskGroup of the question, a feature each
  kDoubtFeatures = kDoubtGroup + kGroups
};

// The order of the ranker's candidates and the reader's spans together.
enum OrderFeature : uint32_t {
  kOrderRead,   // the reader's log-odds
  kOrderScore,  // the ranker's, behind its best
  kOrderUnread,
  kOrderBare,  // a span that is no candidate
  kOrderExpectedF1,
  kOrderFactFit,       // FactSupport: how far a fact has it in one of its places,
  kOrderFactShare,     // times the question's weight that the fact holds,
  kOrderFactRelation,  // times what of the relation is the question's
  kOrderList,
  kOrderListWanted,  // several are asked for
  kOrderListUnwanted,
  kOrderFeatures
};

// Whether a candidate is right, once the reader has read: all that doubt went by, and what the reader found.
enum JointFeature : uint32_t {
  kJointAnswered = kDoubtFeatures,  // all spans against "no answer"
  kJointAnsweredBy,                 // this span against "no answer"
  kJointRead,
  kJointLead,
  kJointReaderAgrees,  // the reader's best span overlaps it
  kJointRankerAgrees,  // the ranker's best does
  kJointRules,         // RuleLogOdds
  kJointBare,
  kJointScoreShare,
  kJointDoubt,  // what doubt alone says
  kJointExpectedF1,
  kJointFactFit,
  kJointFactShare,
  kJointFactRelation,
  kJointNumberAgrees,  // a list where several are asked for, and none where one is
  kJointSentences,     // found
  kJointFeatures
};

// ---- Where the weights lie ------------------------------------------------------------------------------------------

// The ranker's: a log-linear model. Dense features have a weight for each group; of the others, a weight for each pair
// of a property of the question and one of the candidate, and a candidate has one of each table.
inline constexpr uint32_t kDenseAt = 0;
inline constexpr uint32_t kTypesAt = kDenseAt + uint32_t{kGroups} * kDenseFeatures;
inline constexpr uint32_t kKindSlotsAt = kTypesAt + kAskKindCount * kTypes;
inline constexpr uint32_t kRoleSlotsAt = kKindSlotsAt + kAskKindCount * kSlots;  // twice: the verb is another, or not
inline constexpr uint32_t kFitsAt = kRoleSlotsAt + 2 * kAskRoleCount * kSlots;
inline constexpr uint32_t kFormsAt = kFitsAt + uint32_t{kGroups} * kFits;  // CandidateKind
inline constexpr uint32_t kRoleTypesAt = kFormsAt + kGroups * kCandidateKindCount;
inline constexpr uint32_t kRankerWeights = kRoleTypesAt + kAskRoleCount * kTypes;

// A small network of one hidden layer: much counts only together ("a name agrees, but no verb"). For each hidden unit
// the weights of the inputs, then the weights of the hidden units and of a constant.
inline constexpr uint32_t kHiddenUnits = 12;
constexpr uint32_t NetworkWeights(uint32_t inputs) { return kHiddenUnits * inputs + kHiddenUnits + 1; }

// WGHT, all of it: the default threshold (ten-thousandths), doubt, the ranker; then for the reader: the confidence from
// which the ranker's answer stands unread, the threshold with a reader, the order, joint doubt. All but the confidences
// are times 1024. A block whose weights end before those of the reader does without it.
inline constexpr uint32_t kThresholdAt = 0;
inline constexpr uint32_t kDoubtAt = 1;
inline constexpr uint32_t kRankerAt = kDoubtAt + NetworkWeights(kDoubtFeatures);
inline constexpr uint32_t kSettledAt = kRankerAt + kRankerWeights;
inline constexpr uint32_t kJointThresholdAt = kSettledAt + 1;
inline constexpr uint32_t kOrderAt = kJointThresholdAt + 1;
inline constexpr uint32_t kJointDoubtAt = kOrderAt + NetworkWeights(kOrderFeatures);
inline constexpr uint32_t kWeights = kJointDoubtAt + NetworkWeights(kJointFeatures);

// ---- Reading them ---------------------------------------------------------------------------------------------------

inline constexpr uint32_t kWholly = 16;         // the value of a feature that holds
inline constexpr int32_t kLogOddsUnit = 16384;  // scores and sums: one unit of log-odds
inline constexpr int32_t kFeatureScore = 1024;  // a score as a feature: kLogOddsUnit / kWholly

// The weights of an index; empty where its block has none.
Bytes WeightsOf(const OpenedIndex& index);

inline int32_t WeightAt(Bytes weights, uint32_t at) { return static_cast<int32_t>(weights.U32(uint64_t{at} * 4)); }

// Log-odds, in 1/kLogOddsUnit, of the network of `inputs` inputs whose weights begin with number `at`. Never overflows,
// whatever the weights. O(kHiddenUnits * inputs).
int64_t NetworkLogOdds(Bytes weights, uint32_t at, const int32_t* features, uint32_t inputs);

// The probability, in ten-thousandths, that log-odds (in 1/kLogOddsUnit) stand for.
uint32_t Probability(int64_t log_odds);

// The confidence below which an answer is left out, unless the caller says otherwise.
uint32_t DefaultThreshold(const Language& language);

inline int32_t ClampTo(int64_t x, int32_t low, int32_t high) {
  return x < low ? low : x > high ? high : static_cast<int32_t>(x);
}

}  // namespace pith

#endif  // PITH_ENGINE_RANK_WEIGHTS_H_
