// Where the words of a quotation stand in an article.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_QUOTATIONS_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_QUOTATIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The words of a text, folded, without punctuation: quotations are compared by them.
std::vector<std::string> QuotedWords(const Language& language, absl::string_view text);

// Finds quotations in the words of an analysis, which must outlive this and keep its tokens. Making one takes O(words
// of the article), a search O(occurrences of the first word * words of the quotation).
class Quotations {
 public:
  Quotations(const Analysis& analysis, const Language& language);

  // All places, in reading order, each within one sentence, without punctuation at either end.
  std::vector<Span> Find(absl::string_view quote) const;

  // "; nearest is sentence 5: \"...\"": the sentence that shares most words with it; "" where none does. O(words).
  std::string Nearest(absl::string_view quote) const;

 private:
  struct Word {
    uint32_t sentence, token;
  };

  const Analysis& analysis_;
  const Language& language_;
  std::vector<Word> words_;  // all but punctuation, in reading order
  absl::flat_hash_map<absl::string_view, std::vector<size_t>> places_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_QUOTATIONS_H_
