// What the engine looks at when it judges whether a candidate answers a question: numbers from 0 to 16 (16: wholly),
// each with a weight from the language block. tools/train/answers learns the weights from this same code.

#ifndef PITH_ENGINE_RANK_FEATURES_H_
#define PITH_ENGINE_RANK_FEATURES_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/format/bytes.h"
#include "engine/format/records.h"
#include "engine/rank/scan.h"

namespace pith {

// ---- The places of the weights in section WGHT of the language block -----------------------------------------------

inline constexpr uint32_t kGroups = 9;          // of AskKind, alike in what counts
inline constexpr uint32_t kDenseFeatures = 42;  // for each group
inline constexpr uint32_t kTypes = 26;          // what a candidate is, for each AskKind
inline constexpr uint32_t kSlots = 14;          // where it stands in its clause, for each AskKind and for each AskRole
inline constexpr uint32_t kFits = 4;            // how it fits the noun of the question, for each group

inline constexpr uint32_t kDenseAt = 0;
inline constexpr uint32_t kTypesAt = kDenseAt + kGroups * kDenseFeatures;
inline constexpr uint32_t kKindSlotsAt = kTypesAt + kAskKindCount * kTypes;
inline constexpr uint32_t kRoleSlotsAt = kKindSlotsAt + kAskKindCount * kSlots;
inline constexpr uint32_t kFitsAt = kRoleSlotsAt + 2 * kAskRoleCount * kSlots;
inline constexpr uint32_t kFormsAt = kFitsAt + kGroups * kFits;  // CandidateKind, for each group
inline constexpr uint32_t kRoleTypesAt = kFormsAt + kGroups * kCandidateKindCount;
inline constexpr uint32_t kRankerWeights = kRoleTypesAt + kAskRoleCount * kTypes;

// Whether the best candidate is right: what counts for that, the group of the question among it, and a small network
// over it, since much counts only together ("a name agrees, but no verb"). For each hidden unit the weights of the
// inputs, then the weights of the hidden units and of a constant.
inline constexpr uint32_t kDoubtFeatures = 28 + kGroups;
inline constexpr uint32_t kDoubtHidden = 12;
inline constexpr uint32_t kDoubtWeights = kDoubtHidden * kDoubtFeatures + kDoubtHidden + 1;

// With the reader (engine/reader/join.h): the order of its spans and the ranker's candidates together, and a second
// judgement that knows what the reader found.
inline constexpr uint32_t kJoinFeatures = 11;
inline constexpr uint32_t kJoinWeights = kDoubtHidden * kJoinFeatures + kDoubtHidden + 1;
inline constexpr uint32_t kJoinDoubtFeatures = kDoubtFeatures + 16;
inline constexpr uint32_t kJoinDoubtWeights = kDoubtHidden * kJoinDoubtFeatures + kDoubtHidden + 1;

// WGHT: the default threshold (ten-thousandths), the weights of doubt, the ranker's; then those of the reader: the
// confidence from which the ranker's answer stands without it, the threshold with it, its order, its doubt. All but
// the confidences are times 1024. A block whose weights end before those of the reader does without it.
inline constexpr uint32_t kThresholdAt = 0;
inline constexpr uint32_t kDoubtAt = 1;
inline constexpr uint32_t kRankerAt = kDoubtAt + kDoubtWeights;
inline constexpr uint32_t kSettledAt = kRankerAt + kRankerWeights;
inline constexpr uint32_t kJoinThresholdAt = kSettledAt + 1;
inline constexpr uint32_t kJoinAt = kJoinThresholdAt + 1;
inline constexpr uint32_t kJoinDoubtAt = kJoinAt + kJoinWeights;
inline constexpr uint32_t kWeights = kJoinDoubtAt + kJoinDoubtWeights;

struct Feature {
  uint16_t at;    // below kRankerWeights
  int16_t value;  // 0..16
};
inline constexpr uint32_t kWholly = 16;
inline constexpr uint32_t kWholeFeatures = 6;  // of the others, which are 0 or 16, those that are 16

struct FeatureList {
  uint8_t dense[kDenseFeatures];   // values, in the order of their weights
  uint32_t dense_at;               // the first of these
  uint16_t whole[kWholeFeatures];  // places of weights, below kRankerWeights
  // What the judgement of doubt wants to know of a candidate besides its score.
  uint8_t clause_share;    // of the question's weight that its clause holds, 0..16
  uint8_t tree_distance;   // to the question's words on average, 0..16
  uint8_t nearest;         // closeness to the nearest of them in the tree, 0..16
  uint8_t governor;        // how well the question holds the verb above it, 0..16
  uint8_t focus_share;     // of the words of the noun asked about, in it or beside it, 0..16
  uint8_t modifier_share;  // of the question's other words, beside that noun in the tree, 0..16
  bool stated;             // a fact of the article states it
  bool contradicted;       // beside that noun stands a name that the question does not have in its place
  bool foreign_verb;       // the verb above it is not the question's
  bool fits, misfits;      // the noun that the question asks about
  bool has_focus;          // its own head is that noun, or stands beside it

  // Calls visit(Feature) for every one that is not 0.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (uint32_t f = 0; f < kDenseFeatures; ++f) {
      if (dense[f] != 0) visit(Feature{static_cast<uint16_t>(dense_at + f), dense[f]});
    }
    for (const uint16_t at : whole) visit(Feature{at, static_cast<int16_t>(kWholly)});
  }
};

// What is the same for all candidates of a sentence.
struct SentenceContext {
  const Language* language;
  const Part* part;
  const Query* query;
  const Question* question;
  Scan* scan;               // noun classes are kept there once they were looked up
  uint32_t content_weight;  // of the query, at least 1
  uint32_t rank;            // of the sentence, from 0
  uint32_t score_share;     // its score as a share of the best one's, 0..16
  pith_text stated;         // what a fact of the article states of the noun asked about; empty: none does
};

uint32_t GroupOf(AskKind kind);

// Whether the question itself names a candidate: that is not what it asks for.
bool IsNamedByQuestion(const SentenceContext& context, const CandidateRecord& candidate);

// Whether a candidate can answer such a question at all: a number is asked for, so it has to be one.
bool CanAnswer(const SentenceContext& context, const CandidateRecord& candidate);

// The features of one candidate. O(tokens of the sentence).
void ExtractFeatures(const SentenceContext& context, const CandidateRecord& candidate, FeatureList* out);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_FEATURES_H_
