#include "engine/find/offers.h"

#include "engine/format/sections.h"

namespace pith {
namespace {

// Of a candidate that begins with these fields of CandidateRecord.
uint32_t SortsOf(const Part& part, const uint64_t (&fields)[5], Range tokens) {
  const uint64_t head = fields[0] + fields[2], number = fields[4];
  const auto kind = static_cast<CandidateKind>(fields[3]);
  if (fields[3] >= kCandidateKindCount || head >= tokens.size()) return 0;
  uint32_t sorts = 1u << fields[3];
  const auto add = [&sorts](uint32_t sort) { sorts |= 1u << sort; };
  const bool oblique = kind == CandidateKind::kOblique;
  const auto value = static_cast<ValueKind>(number >= part.values.size() ? 0 : part.values.FirstField(number));
  const auto name = static_cast<NameType>(part.tokens[tokens.begin + head].tag >> 5);
  if (value == ValueKind::kNumber) add(kOfferNumber);
  if (value == ValueKind::kDate) add(oblique ? kOfferObliqueDate : kOfferDate);
  if (value == ValueKind::kDuration) add(oblique ? kOfferObliqueDuration : kOfferDuration);
  if (name == NameType::kPerson) add(kOfferPerson);
  if (name == NameType::kOrganization) add(kOfferOrganization);
  if (name == NameType::kPlace) add(oblique ? kOfferObliquePlace : kOfferPlace);
  if (name == NameType::kOther) add(kOfferOtherName);
  return sorts;
}

}  // namespace

Wanted WantedBy(const Language& language, AskKind kind) {
  const Bytes all = language.Section(kSectionWanted);
  Wanted wanted;
  for (uint32_t sort = 0; sort < kOfferSorts; ++sort) {
    const uint32_t number = static_cast<uint32_t>(kind) * kOfferSorts + sort;
    // cppcheck-suppress constStatement ; it is the left side of an assignment
    wanted.worth[sort] = static_cast<int16_t>(all.U16(uint64_t{number} * 2));
    wanted.most += wanted.worth[sort] > 0 ? wanted.worth[sort] : 0;
  }
  return wanted;
}

uint32_t OffersOf(const Part& part, uint32_t sentence) {
  const Range candidates = part.CandidatesOf(sentence), tokens = part.TokensOf(sentence);
  uint32_t offers = 0;
  for (uint32_t c = candidates.begin; c < candidates.end; ++c) {
    uint64_t fields[5];
    part.candidates.FirstFields(c, fields);
    offers |= SortsOf(part, fields, tokens);
  }
  return offers;
}

}  // namespace pith
