// The description of one candidate: its features, and what the judgment of doubt needs to know about it. The trainer
// (tools/train/answers) calls this same code, so it learns from what the engine sees.

#ifndef PITH_ENGINE_RANK_FEATURES_H_
#define PITH_ENGINE_RANK_FEATURES_H_

#include <cstdint>

#include "engine/format/records.h"
#include "engine/rank/context.h"
#include "engine/rank/weights.h"

namespace pith {

// What doubt needs to know about a candidate besides its score: shares and strengths of 0..16, and flags.
struct Judged {
  uint8_t clause_share;        // share of the question's weight that its clause contains
  uint8_t tree_distance;       // mean distance to the question's words in the tree
  uint8_t nearest;             // closeness to the nearest of them in the tree
  uint8_t governor;            // strength with which the verb above it means a word of the question
  uint8_t focus_share;         // share of the weight of the noun phrase asked about that is near its noun
  uint8_t modifier_share;      // share of the question's other words that is near that noun in the tree
  bool stated : 1;             // a fact of the article states it
  bool contradicted : 1;       // that noun has a name beside it that the question does not have there
  bool foreign_verb : 1;       // the verb above it is not in the question
  bool fits : 1, misfits : 1;  // it is, or cannot be, an instance of the noun asked about
  bool has_focus : 1;          // its own head is that noun, or stands beside it
};

// Properties of which a candidate has exactly one each, paired with a property of the question (engine/rank/weights.h).
enum WholeFeature : uint32_t {
  kWholeType,
  kWholeKindSlot,
  kWholeRoleSlot,
  kWholeForm,
  kWholeRoleType,
  kWholeFit,
  kWholeFeatures
};

struct FeatureList {
  uint8_t dense[kDenseFeatures];   // by DenseFeature: 0..kWholly
  uint32_t dense_at;               // offset of the first one's weight, in the row of the question's group
  uint16_t whole[kWholeFeatures];  // by WholeFeature: offset, below kRankerWeights, of the weight that counts in full
  Judged judged;
};

// Whether the question itself names a candidate. Such a candidate is no answer, unless the question asks what it is.
bool IsNamedByQuestion(const SentenceContext& context, const CandidateRecord& candidate);

// Whether a candidate, by its type, can answer the question at all. False also if the candidate does not fit its
// sentence, as in a damaged file.
bool CanAnswer(const SentenceContext& context, const CandidateRecord& candidate);

// Describes a candidate for which CanAnswer is true, or at least one that lies in its sentence and contains its head.
// O(tokens of the sentence * words of the question).
void ExtractFeatures(const SentenceContext& context, const CandidateRecord& candidate, FeatureList* out);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_FEATURES_H_
