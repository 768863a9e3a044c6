// Reads single tokens: as a word, by how they stand, by their first letter.

#ifndef PITH_TOOLS_COMPILER_TEXT_TOKENS_H_
#define PITH_TOOLS_COMPILER_TEXT_TOKENS_H_

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Absl's tests of ASCII take unsigned char; these take what a text is made of.
inline bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
inline bool IsAlpha(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// The folded word of token `i`, without a final period that belongs to it ("jan." -> "jan"); "" outside the sentence.
absl::string_view WordAt(const std::vector<Token>& tokens, size_t i);

// Whether token `i` stands directly behind the one before it. False outside the sentence.
bool IsGlued(const std::vector<Token>& tokens, size_t i);

// Whether token `i` begins with a capital of ASCII in `text`. False outside the sentence.
bool HasCapital(absl::string_view text, const std::vector<Token>& tokens, size_t i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_TOKENS_H_
