// The words of an article as an index stores them: families of words, the places where each occurs or is meant.

#ifndef PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_
#define PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_

#include <cstdint>
#include <vector>

#include "engine/format/records.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct PartTerms {
  std::vector<TermRecord> terms;  // with the one past the last
  std::vector<PostingRecord> postings;
  std::vector<std::vector<uint16_t>> token_terms;  // sentence by sentence, token by token
  uint32_t word_count = 0;                         // tokens that are words, stop words included
};

// A posting weighs 16 an occurrence. A sentence that means a word without saying it (the name behind "he", the long
// form of an acronym and the reverse) has it with kMeantWeight.
inline constexpr uint32_t kOccurrenceWeight = 16;
inline constexpr uint32_t kMeantWeight = 8;

// References in `analysis` must have been checked. O(tokens + mentions).
PartTerms FindTerms(const Analysis& analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_
