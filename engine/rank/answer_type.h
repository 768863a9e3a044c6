// The type of a candidate answer, and whether it agrees with the noun that the question asks about.

#ifndef PITH_ENGINE_RANK_ANSWER_TYPE_H_
#define PITH_ENGINE_RANK_ANSWER_TYPE_H_

#include <cstdint>

#include "engine/rank/context.h"
#include "engine/rank/weights.h"

namespace pith {

// What the language block knows of the noun at `token`; looked up once.
NounClass NounClassOf(const SentenceContext& c, uint32_t token);

bool IsPersonal(NounClass noun_class);

// What the language block knows about a value's unit; an empty WordInfo if the value has none.
WordInfo UnitOf(const SentenceContext& c, const ValueRecord& value);

AnswerType TypeOfName(NameType name);

// The type of a candidate whose head is `head`. O(1).
AnswerType TypeOf(const SentenceContext& c, const CandidateRecord& candidate, const ScannedToken& head);

// Whether a candidate of this type is an instance of the noun asked about ("which city").
Fit FitOf(const Question& q, AnswerType type);

// Whether a number counts what the question counts: "400 shops" does not answer "how many people". The candidate must
// have a value.
Fit FitOfNumber(const SentenceContext& c, const CandidateRecord& candidate);

// Whether a value is a measurement ("41 meters") and not a count.
bool IsMeasure(const SentenceContext& c, const ValueRecord& value);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_ANSWER_TYPE_H_
