// What stands around a candidate in its sentence, gathered once and read by several features.

#ifndef PITH_ENGINE_RANK_SURROUNDINGS_H_
#define PITH_ENGINE_RANK_SURROUNDINGS_H_

#include <cstdint>

#include "engine/rank/context.h"
#include "engine/rank/scan.h"

namespace pith {

inline constexpr uint32_t kFar = 12;  // steps in the tree, or words, beyond which all is equally far

// What the tokens outside a candidate say about it, gathered once.
struct Surroundings {
  uint32_t matched_inside = 0;  // content tokens of the candidate that the question holds
  uint32_t content_inside = 0;
  uint32_t clause_weight = 0;  // of the question's words in the clause of the candidate, outside it
  uint32_t distance_sum = 0, tree_sum = 0, weight_sum = 0;
  uint32_t nearest = kFar, nearest_tree = kFar;
  uint32_t focus_head = 0, focus_near = 0;  // strength of the match with the noun asked about, 0..16
  uint8_t focus_token = kNoToken;
  bool focus_inside = false, verb_inside = false;
  uint8_t cut = 0;     // TokenNotes of what hangs on the candidate but is left out of it
  uint8_t beside = 0;  // and of what else hangs on its governor
};

// What a candidate holds, what hangs on it, and what stands beside it on its verb. O(tokens).
void NoteStructure(const Scan& scan, const CandidateRecord& candidate, Surroundings* s);

// Where the question's words stand from a candidate. O(matched tokens).
void NoteMatches(const SentenceContext& c, const CandidateRecord& candidate, Surroundings* out);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_SURROUNDINGS_H_
