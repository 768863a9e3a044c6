#include "tools/compiler/dateline.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostPlace = 8, kMostDay = 6;  // tokens
constexpr int kFewestCapitals = 3;

}  // namespace

size_t DatelineEnd(absl::string_view text, const std::vector<Token>& tokens) {
  const auto word = [&](size_t i) { return i < tokens.size() ? absl::string_view(tokens[i].folded) : ""; };
  size_t at = 0;
  int capitals = 0;
  for (; at < kMostPlace && at < tokens.size() && word(at) != ","; ++at) {
    const absl::string_view written = text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
    if (std::any_of(written.begin(), written.end(), absl::ascii_islower)) return 0;
    capitals += static_cast<int>(std::count_if(written.begin(), written.end(), absl::ascii_isupper));
  }
  if (capitals < kFewestCapitals || word(at) != ",") return 0;
  bool day = false;
  for (size_t i = at + 1; i <= at + kMostDay; ++i) {
    if (day && IsOneOf(word(i), {"-", "–", "—", "--"})) return i + 1;
    day = day || Months().Find(word(i), 0) != 0 || Weekdays().Find(word(i), absl::nullopt).has_value();
  }
  return 0;
}

}  // namespace pith::compiler
