#include "tools/compiler/lexicon/hedge_words.h"

namespace pith::compiler {
namespace {

constexpr HedgePhrase kBefore[] = {
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

constexpr HedgePhrase kBehind[] = {
    {{"or", "so"}, Hedge::kAbout},     {{"or", "more"}, Hedge::kAtLeast},  {{"or", "less"}, Hedge::kAtMost},
    {{"or", "fewer"}, Hedge::kAtMost}, {{"at", "least"}, Hedge::kAtLeast}, {{"at", "most"}, Hedge::kAtMost},
    {{"+"}, Hedge::kAtLeast},          {{"-", "plus"}, Hedge::kAtLeast},
};

}  // namespace

uint32_t HedgePhrase::size() const {
  uint32_t n = 0;
  while (n < 4 && !words[n].empty()) ++n;
  return n;
}

absl::Span<const HedgePhrase> HedgesBefore() { return kBefore; }
absl::Span<const HedgePhrase> HedgesBehind() { return kBehind; }

}  // namespace pith::compiler
