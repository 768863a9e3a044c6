#include "tools/compiler/language_check.h"

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {
namespace {

// English prose has 40 to 50 function words in a hundred and, with the smallest block, 70 known ones. German, French,
// Spanish or Dutch have below 20 and below 45; other scripts none.
constexpr uint32_t kFewestWords = 20, kFunctionPercent = 20, kKnownPercent = 50;
constexpr size_t kLongestWord = 40;  // bytes; longer ones are addresses, keys, noise: of no language

Bytes View(absl::string_view text) { return Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()); }

}  // namespace

bool IsForeign(const Language& language, const Article& article, const std::vector<Sentence>& sentences) {
  if (!article.lang.empty()) {
    const absl::string_view tag(reinterpret_cast<const char*>(language.tag().data()), language.tag().size());
    const absl::string_view main = tag.substr(0, tag.find('\0'));
    const std::string lang = absl::AsciiStrToLower(article.lang);
    return lang.substr(0, lang.find_first_of("-_")) != main;
  }
  uint32_t words = 0, function = 0, known = 0;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      const char first = token.folded.empty() ? ' ' : token.folded[0];
      if (static_cast<uint8_t>(first) < 0x80 && !absl::ascii_isalpha(static_cast<unsigned char>(first))) continue;
      if (token.folded.size() > kLongestWord) continue;
      const WordInfo info = language.Find(View(token.folded));
      ++words;
      known += language.IsKnown(View(token.folded));
      function += (info.flags & kWordStop) != 0;
    }
  }
  return words >= kFewestWords && function * 100 < words * kFunctionPercent && known * 100 < words * kKnownPercent;
}

}  // namespace pith::compiler
