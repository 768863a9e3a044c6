// Reads single tokens: their word, their spacing, their first letter.

#ifndef PITH_TOOLS_COMPILER_TEXT_TOKENS_H_
#define PITH_TOOLS_COMPILER_TEXT_TOKENS_H_

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Absl's ASCII tests take unsigned char; these take the chars of a text.
inline bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
inline bool IsAlpha(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// The folded word of token `i`, without a final period that belongs to it ("jan." -> "jan"); "" outside the sentence.
absl::string_view WordAt(const std::vector<Token>& tokens, size_t i);

// Whether token `i` directly follows the one before it, without a space. False outside the sentence.
bool IsGlued(const std::vector<Token>& tokens, size_t i);

// Whether token `i` begins with an ASCII capital in `text`. False outside the sentence.
bool HasCapital(absl::string_view text, const std::vector<Token>& tokens, size_t i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_TOKENS_H_
