// The tokens and candidates of a sentence as a part stores them: codes of varying length, one sentence after the other.
//
//   token      := kind [shape]  step  term?
//   kind       := a code of kTokenKinds: TokenKind, kOddToken with a shape and the kind, or kEscape with its bits
//   shape      := u1 long, u4 (long: u16) gap, u8 size; else both are those that the text suggests
//   step       := a code of kHeadSteps of the relation's class: how far the head is; or kEscape with its 8 bits
//   term       := as many bits as tell the part's terms apart, if the kind says that there is one
//
//   candidate  := step  span  label  value?  entity?
//   step       := a code of kCandidateSteps: how far the first token is from that of the candidate before, from 0 for
//                 the first; or kEscape with the first token's 8 bits
//   span       := a code of kCandidateSpans: SpanSymbol, or kEscape with its 16 bits
//   label      := a code of kCandidateLabels: LabelSymbol, or kEscape with its bits
//   value, entity := as many bits as tell those of the part apart, if the label says that there is one

#ifndef PITH_ENGINE_INDEX_SENTENCE_CODES_H_
#define PITH_ENGINE_INDEX_SENTENCE_CODES_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/prefix_code.h"

namespace pith {

inline constexpr uint16_t kOddToken = 0xFFFE;
inline constexpr uint32_t kTokenKindBits = 15, kSpanBits = 16, kLabelBits = 9, kPlaceBits = 8;
inline constexpr uint32_t kShortGapBits = 4, kLongGapBits = 16, kSizeBits = 8;

// What a token's kind says, and whether it has a term.
constexpr uint16_t TokenKind(uint8_t rel, uint8_t tag, bool term) {
  return static_cast<uint16_t>((rel & 63) | tag << 6 | term << 14);
}
// Numbers around 0 as 0, 1, 2, ...: 0, -1, 1, -2, ...
constexpr uint16_t StepSymbol(int step) { return static_cast<uint16_t>(step < 0 ? -2 * step - 1 : 2 * step); }
constexpr int StepOf(uint16_t symbol) { return (symbol & 1) != 0 ? -(symbol / 2) - 1 : symbol / 2; }
// How many tokens a candidate has, and which of them is the head.
constexpr uint16_t SpanSymbol(uint8_t size, uint8_t head) { return static_cast<uint16_t>(size | head << 8); }
constexpr uint16_t LabelSymbol(uint8_t kind, uint8_t reality, bool value, bool entity) {
  return static_cast<uint16_t>((kind & 15) | (reality & 7) << 4 | value << 7 | entity << 8);
}

// The gap and the size of a token, as the text suggests them where the token before it ends: a space before it or none,
// and a run of letters and digits or one other byte.
struct TokenShape {
  uint32_t gap, size;
};
TokenShape SuggestedShape(Bytes text, uint64_t end);

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_SENTENCE_CODES_H_
