// The words of an article as an index stores them: families of words, and the places where each occurs or is meant.

#ifndef PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_
#define PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_

#include <cstdint>
#include <vector>

#include "engine/format/records.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct PartTerms {
  std::vector<TermRecord> terms;  // including the extra record at the end
  std::vector<PostingRecord> postings;
  std::vector<std::vector<uint16_t>> token_terms;  // per sentence, per token
  std::vector<uint16_t> topic;                     // the title's, rising
  uint32_t word_count = 0;                         // tokens that are words, including stop words
};

// A posting weighs 16 per occurrence. A sentence that means a word without saying it (the name for which it says "he";
// the long form of an acronym, or the reverse) has a posting of weight kMeantWeight.
inline constexpr uint32_t kOccurrenceWeight = 16;
inline constexpr uint32_t kMeantWeight = 8;
// How many words an entity may mean; further ones of a very long name, or of very many acronyms, are left out.
inline constexpr size_t kMaxMeantWords = 32;

// References in `analysis` must have been checked. O(tokens + mentions).
PartTerms FindTerms(const Analysis& analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PART_TERMS_H_
