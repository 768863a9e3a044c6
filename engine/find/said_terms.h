// The words of a sentence that have a term, wherever the part keeps them.

#ifndef PITH_ENGINE_FIND_SAID_TERMS_H_
#define PITH_ENGINE_FIND_SAID_TERMS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "engine/language/words.h"

namespace pith {

// How many records reading these words takes; bytes of text count a quarter each.
uint32_t RecordsOf(const Part& part, const SentenceRecord& sentence);

// Reads these words in order. Of an article compiled for search alone they are cut from the text, as the compiler cut
// them. The arguments must outlive the reader.
//
//   for (SaidTerms terms(language, part, sentence); terms.Next();) ... terms.term() ... terms.Text() ...
class SaidTerms {
 public:
  SaidTerms(const Language& language, const Part& part, const SentenceRecord& sentence);

  // Moves to the next one; false after the last. O(bytes).
  bool Next();

  uint16_t term() const { return term_; }
  uint32_t begin() const { return begin_; }  // bytes of the article's text
  uint32_t end() const { return end_; }
  Bytes Text() const { return part_.text.Sub(begin_, end_ - begin_); }

 private:
  const Language& language_;
  const Part& part_;
  const bool from_text_;
  TokenReader tokens_;
  WordReader words_;
  uint16_t term_ = kNoTerm;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SAID_TERMS_H_
