// What a candidate answer is, and whether that agrees with the noun that the question asks about.

#ifndef PITH_ENGINE_RANK_ANSWER_TYPE_H_
#define PITH_ENGINE_RANK_ANSWER_TYPE_H_

#include <cstdint>

#include "engine/rank/context.h"
#include "engine/rank/weights.h"

namespace pith {

AnswerType TypeOfName(NameType name);

// Of a candidate whose head is `head`. O(1).
AnswerType TypeOf(const SentenceContext& c, const CandidateRecord& candidate, const ScannedToken& head);

// Whether a candidate of that type is an instance of the noun asked about ("which city").
Fit FitOf(const Question& q, AnswerType type);

// Whether a number counts what the question counts: "400 shops" are no answer to "how many people". The candidate has a
// value.
Fit FitOfNumber(const SentenceContext& c, const CandidateRecord& candidate);

// Whether a value is a measurement ("41 metres"), not a count.
bool IsMeasure(const SentenceContext& c, const ValueRecord& value);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_ANSWER_TYPE_H_
