#include "tools/compiler/text/dateline.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/types/optional.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostPlace = 8, kMostDay = 7;  // tokens
constexpr int kFewestLetters = 3;

absl::string_view Written(absl::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

bool HasLower(absl::string_view written) { return std::any_of(written.begin(), written.end(), absl::ascii_islower); }

// Letters that are no small ones: beyond ASCII it does not matter which.
int Capitals(absl::string_view written) {
  return static_cast<int>(std::count_if(written.begin(), written.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return absl::ascii_isupper(byte) || byte >= 0xC0;
  }));
}

bool IsDayWord(const Token& token) {
  return Months().Find(token.folded, 0) != 0 || Weekdays().Find(token.folded, absl::nullopt).has_value();
}

bool IsNumber(const Token& token) {
  return !token.folded.empty() && absl::ascii_isdigit(static_cast<unsigned char>(token.folded[0]));
}

}  // namespace

uint32_t DatelineEnd(absl::string_view text, const Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  size_t at = 0;
  int letters = 0;
  for (; at < std::min(kMostPlace, tokens.size()) && tokens[at].folded != ","; ++at) {
    const absl::string_view written = Written(text, tokens[at]);
    if (HasLower(written)) return 0;
    letters += Capitals(written);
  }
  if (sentence.heading || letters < kFewestLetters) return 0;
  bool day = false;
  for (size_t i = at + 1; i < std::min(at + kMostDay, tokens.size()); ++i) {
    const Token& token = tokens[i];
    if (day && IsOneOf(token.folded, {"-", "–", "—", "--"})) {
      // "July 1914 - November 1918", "Monday - Friday" are no dates of a report.
      const size_t next = i + 1 < tokens.size() && IsNumber(tokens[i + 1]) ? i + 2 : i + 1;
      const bool goes_on = next < tokens.size() && IsDayWord(tokens[next]);
      const bool told = std::any_of(tokens.begin() + static_cast<ptrdiff_t>(i), tokens.end(),
                                    [&](const Token& t) { return HasLower(Written(text, t)); });
      return goes_on || !told ? 0 : static_cast<uint32_t>(i + 1);
    }
    const bool name = absl::ascii_isupper(static_cast<unsigned char>(Written(text, token).front()));
    if (!name && !IsNumber(token) && !IsOneOf(token.folded, {",", "."})) return 0;
    day = day || IsDayWord(token);
  }
  return 0;
}

bool DatelineNamesYear(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.begin() + sentence.dateline,
                     [](const Token& token) { return IsYearNumber(token.folded); });
}

}  // namespace pith::compiler
