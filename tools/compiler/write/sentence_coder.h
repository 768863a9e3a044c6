// Writes the tokens and candidates of sentences in codes of varying length: the other side of TokenReader and
// CandidateReader.

#ifndef PITH_TOOLS_COMPILER_WRITE_SENTENCE_CODER_H_
#define PITH_TOOLS_COMPILER_WRITE_SENTENCE_CODER_H_

#include <cstdint>
#include <string>

#include "engine/format/bytes.h"
#include "engine/format/records.h"

namespace pith::compiler {

// Appends bits to bytes, the lowest bit of a byte first.
class BitWriter {
 public:
  void Put(uint32_t value, uint32_t count);
  // A code: its highest bit first.
  void PutCode(uint32_t code, uint32_t length);

  uint32_t size() const { return size_; }  // bits
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  uint32_t size_ = 0;
};

// The codes of one article's sentences.
class SentenceCoder {
 public:
  // What the article has: of its text, and how many terms, values and entities.
  SentenceCoder(Bytes text, uint32_t terms, uint32_t values, uint32_t entities);

  // Begins a sentence, which begins at byte `begin` of the text.
  void BeginSentence(uint32_t begin);
  void Add(const TokenRecord& token);
  void Add(const CandidateRecord& candidate);

  const BitWriter& tokens() const { return tokens_; }
  const BitWriter& candidates() const { return candidates_; }

 private:
  const Bytes text_;
  const uint32_t term_bits_, value_bits_, entity_bits_;
  BitWriter tokens_, candidates_;
  uint64_t end_ = 0;            // of the token before
  int number_ = 0, first_ = 0;  // of the next token, and the first one of the candidate before
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_SENTENCE_CODER_H_
