#include "tools/compiler/numbers/hedges.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "tools/compiler/numbers/number_words.h"

namespace pith::compiler {
namespace {

struct Entry {
  absl::string_view words[4];  // empty behind the last
  Hedge hedge;
};

// Longer ones first, as the first that fits is taken.
constexpr Entry kBefore[] = {
    {{"in", "the", "region", "of"}, Hedge::kAbout},
    {{"no", "more", "than"}, Hedge::kAtMost},
    {{"not", "more", "than"}, Hedge::kAtMost},
    {{"no", "fewer", "than"}, Hedge::kAtLeast},
    {{"no", "less", "than"}, Hedge::kAtLeast},
    {{"not", "less", "than"}, Hedge::kAtLeast},
    {{"as", "many", "as"}, Hedge::kUpTo},
    {{"as", "much", "as"}, Hedge::kUpTo},
    {{"as", "few", "as"}, Hedge::kAtLeast},
    {{"as", "little", "as"}, Hedge::kAtLeast},
    {{"a", "maximum", "of"}, Hedge::kAtMost},
    {{"a", "minimum", "of"}, Hedge::kAtLeast},
    {{"a", "total", "of"}, Hedge::kExact},
    {{"in", "excess", "of"}, Hedge::kMoreThan},
    {{"more", "than"}, Hedge::kMoreThan},
    {{"greater", "than"}, Hedge::kMoreThan},
    {{"upwards", "of"}, Hedge::kMoreThan},
    {{"well", "over"}, Hedge::kMoreThan},
    {{"just", "over"}, Hedge::kMoreThan},
    {{"less", "than"}, Hedge::kLessThan},
    {{"fewer", "than"}, Hedge::kLessThan},
    {{"just", "under"}, Hedge::kLessThan},
    {{"well", "under"}, Hedge::kLessThan},
    {{"at", "least"}, Hedge::kAtLeast},
    {{"at", "most"}, Hedge::kAtMost},
    {{"up", "to"}, Hedge::kUpTo},
    {{"close", "to"}, Hedge::kAbout},
    {{"just", "about"}, Hedge::kAbout},
    {{"an", "estimated"}, Hedge::kAbout},
    {{"an", "average"}, Hedge::kAbout},
    {{"over"}, Hedge::kMoreThan},
    {{"above"}, Hedge::kMoreThan},
    {{"exceeding"}, Hedge::kMoreThan},
    {{"under"}, Hedge::kLessThan},
    {{"below"}, Hedge::kLessThan},
    {{"about"}, Hedge::kAbout},
    {{"around"}, Hedge::kAbout},
    {{"some"}, Hedge::kAbout},
    {{"roughly"}, Hedge::kAbout},
    {{"approximately"}, Hedge::kAbout},
    {{"approx"}, Hedge::kAbout},
    {{"circa"}, Hedge::kAbout},
    {{"estimated"}, Hedge::kAbout},
    {{"nearly"}, Hedge::kAbout},
    {{"almost"}, Hedge::kAbout},
    {{"~"}, Hedge::kAbout},
    {{"exactly"}, Hedge::kExact},
    {{"minimum"}, Hedge::kAtLeast},
    {{"maximum"}, Hedge::kAtMost},
};

constexpr Entry kBehind[] = {
    {{"or", "so"}, Hedge::kAbout},     {{"or", "more"}, Hedge::kAtLeast},  {{"or", "less"}, Hedge::kAtMost},
    {{"or", "fewer"}, Hedge::kAtMost}, {{"at", "least"}, Hedge::kAtLeast}, {{"at", "most"}, Hedge::kAtMost},
    {{"+"}, Hedge::kAtLeast},          {{"-", "plus"}, Hedge::kAtLeast},
};

uint32_t Length(const Entry& entry) {
  uint32_t n = 0;
  while (n < 4 && !entry.words[n].empty()) ++n;
  return n;
}

bool Matches(const Entry& entry, uint32_t length, const std::vector<Token>& tokens, uint32_t at) {
  for (uint32_t i = 0; i < length; ++i) {
    if (WordAt(tokens, at + i) != entry.words[i]) return false;
  }
  return true;
}

}  // namespace

HedgeWords HedgeBefore(const std::vector<Token>& tokens, uint32_t number) {
  for (const Entry& entry : kBefore) {
    const uint32_t length = Length(entry);
    if (length <= number && Matches(entry, length, tokens, number - length)) {
      return {number - length, number, entry.hedge};
    }
  }
  return {number, number, Hedge::kExact};
}

HedgeWords HedgeBehind(const std::vector<Token>& tokens, uint32_t behind) {
  for (const Entry& entry : kBehind) {
    const uint32_t length = Length(entry);
    if (Matches(entry, length, tokens, behind)) return {behind, behind + length, entry.hedge};
  }
  return {behind, behind, Hedge::kExact};
}

}  // namespace pith::compiler
