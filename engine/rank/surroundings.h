// The surroundings of a candidate in its sentence, gathered once for several features.

#ifndef PITH_ENGINE_RANK_SURROUNDINGS_H_
#define PITH_ENGINE_RANK_SURROUNDINGS_H_

#include <cstdint>

#include "engine/rank/context.h"
#include "engine/rank/scan.h"

namespace pith {

inline constexpr uint32_t kFar = 12;  // steps in the tree, or words, beyond which everything is equally far

// What the tokens in and around a candidate say about it.
struct Surroundings {
  uint32_t matched_inside = 0;  // its tokens that mean words of the question, apart from the noun asked about
  uint32_t content_inside = 0;
  uint32_t clause_weight = 0;  // of the question's words in its clause outside it, and of the noun asked about inside
  uint32_t distance_sum = 0, tree_sum = 0, weight_sum = 0;
  uint32_t nearest = kFar, nearest_tree = kFar;
  uint32_t focus_head = 0, focus_near = 0;  // strength of the match with the noun asked about, 0..16
  uint8_t focus_token = kNoToken;
  bool focus_inside = false, verb_inside = false;
  uint8_t cut = 0;     // TokenNotes of what depends on the candidate but is left out of it
  uint8_t beside = 0;  // TokenNotes of what else depends on its governor
};

// Notes what a candidate contains, what depends on it, and what else depends on its governor. O(tokens).
void NoteStructure(const Scan& scan, const CandidateRecord& candidate, Surroundings* s);

// Notes where the question's words are, relative to a candidate. O(matched tokens).
void NoteMatches(const SentenceContext& c, const CandidateRecord& candidate, Surroundings* out);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_SURROUNDINGS_H_
