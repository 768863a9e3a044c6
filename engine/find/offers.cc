#include "engine/find/offers.h"

#include "engine/format/sections.h"

namespace pith {
namespace {

// Of a candidate whose head has this tag.
uint32_t SortsOf(const Part& part, const CandidateRecord& candidate, uint8_t tag) {
  const auto kind = static_cast<CandidateKind>(candidate.kind);
  if (candidate.kind >= kCandidateKindCount) return 0;
  uint32_t sorts = 1u << candidate.kind;
  const auto add = [&sorts](uint32_t sort) { sorts |= 1u << sort; };
  const bool oblique = kind == CandidateKind::kOblique;
  const auto value = static_cast<ValueKind>(part.values.FirstField(candidate.value));
  const auto name = static_cast<NameType>(tag >> 5);
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
  const SentenceRecord record = part.sentences[sentence];
  if (record.candidates == 0) return 0;
  uint8_t tags[kMaxSentenceTokens];
  uint32_t words = 0, offers = 0;
  for (TokenReader tokens(part, record); tokens.Next();) tags[words++] = tokens.token().tag;
  for (CandidateReader candidates(part, record, words); candidates.Next();) {
    offers |= SortsOf(part, candidates.candidate(), tags[candidates.candidate().head]);
  }
  return offers;
}

}  // namespace pith
