#include "tools/compiler/text/language_check.h"

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

// Of a hundred words of English prose, 26 to 50 are function words, and at least 62 are known to the smallest block, 87
// to the others. Languages close to English have up to 11 and up to 54; other scripts have none.
constexpr uint32_t kFewestWords = 20, kFunctionPercent = 20, kKnownPercent = 60;
constexpr uint32_t kKnownPercentWithNames = 50;
constexpr size_t kLongestWord = 40;  // bytes; longer ones are addresses, keys or noise, of no language

struct Counts {
  uint32_t words = 0, function = 0, known = 0;

  void Add(bool is_function, bool is_known) {
    ++words;
    function += is_function;
    known += is_known;
  }
  bool AreForeign(uint32_t known_percent) const {
    return words >= kFewestWords && function * 100 < words * kFunctionPercent && known * 100 < words * known_percent;
  }
};

}  // namespace

bool IsForeign(const Language& language, const Article& article, const std::vector<Sentence>& sentences) {
  if (!article.lang.empty()) {
    const absl::string_view tag = AsChars(language.tag());
    const absl::string_view main = tag.substr(0, tag.find('\0'));
    const std::string lang = absl::AsciiStrToLower(article.lang);
    return lang.substr(0, lang.find_first_of("-_")) != main;
  }
  // Names belong to every language: capitalized words count only if there are too few others.
  Counts small, all;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      const char first = token.folded.empty() ? ' ' : token.folded[0];
      if (static_cast<uint8_t>(first) < 0x80 && !absl::ascii_isalpha(static_cast<unsigned char>(first))) continue;
      if (token.folded.size() > kLongestWord) continue;
      const bool function = (language.Find(AsBytes(token.folded)).flags & kWordStop) != 0;
      const bool known = language.IsKnown(AsBytes(token.folded));
      all.Add(function, known);
      if (!absl::ascii_isupper(static_cast<unsigned char>(article.text[token.begin]))) small.Add(function, known);
    }
  }
  return small.words >= kFewestWords ? small.AreForeign(kKnownPercent) : all.AreForeign(kKnownPercentWithNames);
}

}  // namespace pith::compiler
