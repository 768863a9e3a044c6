#include "tools/compiler/text/tokens.h"

namespace pith::compiler {

absl::string_view WordAt(const std::vector<Token>& tokens, size_t i) {
  if (i >= tokens.size()) return "";
  absl::string_view word = tokens[i].folded;
  if (word.size() > 2 && word.back() == '.' && IsAlpha(word[word.size() - 2])) word.remove_suffix(1);
  return word;
}

bool IsGlued(const std::vector<Token>& tokens, size_t i) {
  return i > 0 && i < tokens.size() && tokens[i - 1].end == tokens[i].begin;
}

bool HasCapital(absl::string_view text, const std::vector<Token>& tokens, size_t i) {
  return i < tokens.size() && tokens[i].begin < text.size() &&
         absl::ascii_isupper(static_cast<unsigned char>(text[tokens[i].begin]));
}

}  // namespace pith::compiler
