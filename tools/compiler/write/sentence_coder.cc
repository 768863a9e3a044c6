#include "tools/compiler/write/sentence_coder.h"

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/format/prefix_code.h"
#include "engine/index/code_tables.h"
#include "engine/index/sentence_codes.h"

namespace pith::compiler {
namespace {

struct Code {
  uint32_t bits, length;
};

// The codes of a PrefixCode by symbol.
class CodeBook {
 public:
  template <uint32_t count>
  explicit CodeBook(const PrefixCode<count>& code) {
    uint32_t bits = 0, number = 0;
    for (uint32_t length = 1; length <= kMaxCodeBits; ++length, bits <<= 1) {
      for (uint32_t i = 0; i < code.counts[length - 1]; ++i) codes_[code.symbols[number++]] = {bits++, length};
    }
  }

  bool Has(uint16_t symbol) const { return codes_.contains(symbol); }
  void Put(uint16_t symbol, BitWriter* out) const {
    const Code& code = codes_.at(symbol);
    out->PutCode(code.bits, code.length);
  }
  // The symbol's code, or kEscape and `plain` in so many bits.
  void PutOrEscape(uint16_t symbol, uint32_t plain, uint32_t plain_bits, BitWriter* out) const {
    if (Has(symbol)) return Put(symbol, out);
    Put(kEscape, out);
    out->Put(plain, plain_bits);
  }

 private:
  absl::flat_hash_map<uint16_t, Code> codes_;
};

struct CodeBooks {
  const CodeBook kinds{kTokenKinds}, steps{kCandidateSteps}, spans{kCandidateSpans}, labels{kCandidateLabels};
  std::vector<CodeBook> heads;

  CodeBooks() {
    for (const auto& code : kHeadSteps) heads.emplace_back(code);
  }
};

const CodeBooks& Books() {
  static const auto* const books = new CodeBooks;
  return *books;
}

}  // namespace

void BitWriter::Put(uint32_t value, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i, ++size_) {
    if (size_ % 8 == 0) bytes_.push_back('\0');
    bytes_.back() = static_cast<char>(static_cast<uint8_t>(bytes_.back()) | (value >> i & 1) << (size_ % 8));
  }
}

void BitWriter::PutCode(uint32_t code, uint32_t length) {
  for (uint32_t i = length; i-- > 0;) Put(code >> i, 1);
}

SentenceCoder::SentenceCoder(Bytes text, uint32_t terms, uint32_t values, uint32_t entities)
    : text_(text), term_bits_(BitsFor(terms)), value_bits_(BitsFor(values)), entity_bits_(BitsFor(entities)) {}

void SentenceCoder::BeginSentence(uint32_t begin) {
  end_ = begin;
  number_ = first_ = 0;
}

void SentenceCoder::Add(const TokenRecord& token) {
  const CodeBooks& books = Books();
  const TokenShape suggested = SuggestedShape(text_, end_);
  if (token.gap != suggested.gap || token.size != suggested.size) {
    const bool is_long = token.gap >> kShortGapBits != 0;
    books.kinds.Put(kOddToken, &tokens_);
    tokens_.Put(is_long ? 1 : 0, 1);
    tokens_.Put(token.gap, is_long ? kLongGapBits : kShortGapBits);
    tokens_.Put(token.size, kSizeBits);
  }
  const uint16_t kind = TokenKind(token.rel, token.tag, token.term != kNoTerm);
  books.kinds.PutOrEscape(kind, kind, kTokenKindBits, &tokens_);
  const CodeBook& head = books.heads[kHeadClasses[token.rel]];
  head.PutOrEscape(StepSymbol(token.head - number_++), token.head, kPlaceBits, &tokens_);
  if (token.term != kNoTerm) tokens_.Put(token.term, term_bits_);
  end_ += token.gap + token.size;
}

void SentenceCoder::Add(const CandidateRecord& candidate) {
  const CodeBooks& books = Books();
  const int step = candidate.first - first_;
  first_ = candidate.first;
  books.steps.PutOrEscape(step < 0 ? kEscape - 1 : static_cast<uint16_t>(step), candidate.first, kPlaceBits,
                          &candidates_);
  const uint16_t span = SpanSymbol(static_cast<uint8_t>(candidate.last - candidate.first),
                                   static_cast<uint8_t>(candidate.head - candidate.first));
  books.spans.PutOrEscape(span, span, kSpanBits, &candidates_);
  const uint16_t label =
      LabelSymbol(candidate.kind, candidate.reality, candidate.value != kNone16, candidate.entity != kNone16);
  books.labels.PutOrEscape(label, label, kLabelBits, &candidates_);
  if (candidate.value != kNone16) candidates_.Put(candidate.value, value_bits_);
  if (candidate.entity != kNone16) candidates_.Put(candidate.entity, entity_bits_);
}

}  // namespace pith::compiler
