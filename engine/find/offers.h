// What a sentence offers as answers, and what that is worth to a question: "how heavy" looks for a number, "who" for a
// person, whatever words the sentence says it in.

#ifndef PITH_ENGINE_FIND_OFFERS_H_
#define PITH_ENGINE_FIND_OFFERS_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/format/kinds.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// The sorts of a candidate: its CandidateKind, then these. It may be of several.
enum OfferSort : uint32_t {
  kOfferNumber = kCandidateKindCount,
  kOfferDate,
  kOfferObliqueDate,  // with its preposition: "on Sunday"
  kOfferDuration,
  kOfferObliqueDuration,
  kOfferPerson,  // its head is in the name of one
  kOfferOrganization,
  kOfferPlace,
  kOfferObliquePlace,
  kOfferOtherName,
  kOfferSorts
};

// A bit for each sort of candidate that a sentence has. O(its candidates).
uint32_t OffersOf(const Part& part, uint32_t sentence);

// What each sort is worth to a question, in a score, per kWorthUnit of the question's weight.
inline constexpr int32_t kWorthUnit = 64;
struct Wanted {
  int16_t worth[kOfferSorts] = {};
  int32_t most = 0;  // the sum of what is above zero

  int32_t WorthOf(uint32_t offers) const {
    int32_t sum = 0;
    for (uint32_t sort = 0; sort < kOfferSorts; ++sort) sum += ((offers >> sort) & 1) != 0 ? worth[sort] : 0;
    return sum;
  }
};

// What a question of this kind wants: nothing if the block does not say. O(kOfferSorts).
Wanted WantedBy(const Language& language, AskKind kind);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_OFFERS_H_
