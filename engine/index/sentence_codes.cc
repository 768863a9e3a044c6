#include "engine/index/sentence_codes.h"

#include "engine/index/part.h"

namespace pith {
namespace {

constexpr uint32_t kMostSuggested = 255;

bool IsWordByte(uint8_t c) {
  const auto letter = static_cast<uint8_t>(c | 0x20);
  return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

uint8_t ReadHead(uint8_t rel, uint32_t number, BitReader* bits) {
  const uint16_t step = kHeadSteps[rel < kRelCount ? kHeadClasses[rel] : 0].Read(bits);
  return static_cast<uint8_t>(step == kEscape ? bits->Take(kPlaceBits) : number + static_cast<uint32_t>(StepOf(step)));
}

}  // namespace

TokenShape SuggestedShape(Bytes text, uint64_t end) {
  const uint32_t gap = text.U8(end) == ' ' ? 1 : 0;
  uint32_t size = 0;
  while (size < kMostSuggested && IsWordByte(text.U8(end + gap + size))) ++size;
  return {gap, size == 0 ? 1 : size};
}

bool TokenReader::Next() {
  if (left_ == 0) return false;
  --left_;
  TokenShape shape;
  uint16_t kind = kTokenKinds.Read(&bits_);
  if (kind == kOddToken) {
    shape.gap = bits_.Take(bits_.Take(1) != 0 ? kLongGapBits : kShortGapBits);
    shape.size = bits_.Take(kSizeBits);
    kind = kTokenKinds.Read(&bits_);
  } else {
    shape = SuggestedShape(part_.text, end_);
  }
  if (kind == kEscape) kind = static_cast<uint16_t>(bits_.Take(kTokenKindBits));
  token_.rel = static_cast<uint8_t>(kind & 63);
  token_.tag = static_cast<uint8_t>(kind >> 6);
  token_.head = ReadHead(token_.rel, number_++, &bits_);
  token_.term = (kind >> 14 & 1) != 0 ? static_cast<uint16_t>(bits_.Take(part_.term_bits_)) : kNoTerm;
  token_.gap = static_cast<uint16_t>(shape.gap);
  token_.size = static_cast<uint8_t>(shape.size);
  begin_ = end_ + shape.gap;
  end_ = begin_ + shape.size;
  return true;
}

bool CandidateReader::Read() {
  if (left_ == 0) return false;
  --left_;
  const uint16_t step = kCandidateSteps.Read(&bits_);
  const uint32_t first = step == kEscape ? bits_.Take(kPlaceBits) : candidate_.first + uint32_t{step};
  uint16_t span = kCandidateSpans.Read(&bits_);
  if (span == kEscape) span = static_cast<uint16_t>(bits_.Take(kSpanBits));
  uint16_t label = kCandidateLabels.Read(&bits_);
  if (label == kEscape) label = static_cast<uint16_t>(bits_.Take(kLabelBits));
  candidate_.first = static_cast<uint8_t>(first);
  candidate_.last = static_cast<uint8_t>(first + (span & 0xFF));
  candidate_.head = static_cast<uint8_t>(first + (span >> 8));
  candidate_.kind = static_cast<uint8_t>(label & 15);
  candidate_.reality = static_cast<uint8_t>(label >> 4 & 7);
  candidate_.value = (label >> 7 & 1) != 0 ? static_cast<uint16_t>(bits_.Take(part_.value_bits_)) : kNone16;
  candidate_.entity = (label >> 8 & 1) != 0 ? static_cast<uint16_t>(bits_.Take(part_.entity_bits_)) : kNone16;
  return true;
}

}  // namespace pith
