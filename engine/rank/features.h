// The description of one candidate: its features, and what the judgement of doubt wants to know of it. The trainer
// (tools/train/answers) calls this same code, so that it learns from what the engine sees.

#ifndef PITH_ENGINE_RANK_FEATURES_H_
#define PITH_ENGINE_RANK_FEATURES_H_

#include <cstdint>

#include "engine/format/records.h"
#include "engine/rank/context.h"
#include "engine/rank/weights.h"

namespace pith {

// What doubt wants to know of a candidate besides its score: shares and strengths of 0..16, and what is so or not.
struct Judged {
  uint8_t clause_share;        // of the question's weight that its clause holds
  uint8_t tree_distance;       // to the question's words on average
  uint8_t nearest;             // closeness to the nearest of them in the tree
  uint8_t governor;            // how well the question holds the verb above it
  uint8_t focus_share;         // of the words of the noun asked about, in it or beside it
  uint8_t modifier_share;      // of the question's other words, beside that noun in the tree
  bool stated : 1;             // a fact of the article states it
  bool contradicted : 1;       // beside that noun stands a name that the question does not have in its place
  bool foreign_verb : 1;       // the verb above it is not the question's
  bool fits : 1, misfits : 1;  // the noun that the question asks about
  bool has_focus : 1;          // its own head is that noun, or stands beside it
};

// The properties that a candidate has one of each: pairs with a property of the question (engine/rank/weights.h).
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
  uint32_t dense_at;               // the weight of the first: that of the question's group
  uint16_t whole[kWholeFeatures];  // by WholeFeature: the weight, below kRankerWeights, of what is kWholly
  Judged judged;
};

// Whether the question itself names a candidate: that is not what it asks for, unless it asks what that is.
bool IsNamedByQuestion(const SentenceContext& context, const CandidateRecord& candidate);

// Whether a candidate can answer the question at all, by what it is. Compares it with its sentence: what a damaged file
// says is no.
bool CanAnswer(const SentenceContext& context, const CandidateRecord& candidate);

// Describes a candidate of which CanAnswer is true, or which lies in its sentence with its head inside.
// O(tokens of the sentence * words of the question).
void ExtractFeatures(const SentenceContext& context, const CandidateRecord& candidate, FeatureList* out);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_FEATURES_H_
