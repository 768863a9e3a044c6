#include "tools/compiler/numbers/hedges.h"

#include "tools/compiler/lexicon/hedge_words.h"
#include "tools/compiler/text/tokens.h"

namespace pith::compiler {
namespace {

bool Matches(const HedgePhrase& phrase, const std::vector<Token>& tokens, uint32_t at) {
  for (uint32_t i = 0; i < phrase.size(); ++i) {
    if (WordAt(tokens, at + i) != phrase.words[i]) return false;
  }
  return true;
}

}  // namespace

HedgeWords HedgeBefore(const std::vector<Token>& tokens, uint32_t number) {
  for (const HedgePhrase& phrase : HedgesBefore()) {
    if (phrase.size() <= number && Matches(phrase, tokens, number - phrase.size())) {
      return {number - phrase.size(), number, phrase.hedge};
    }
  }
  return {number, number, Hedge::kExact};
}

HedgeWords HedgeBehind(const std::vector<Token>& tokens, uint32_t behind) {
  for (const HedgePhrase& phrase : HedgesBehind()) {
    if (Matches(phrase, tokens, behind)) return {behind, behind + phrase.size(), phrase.hedge};
  }
  return {behind, behind, Hedge::kExact};
}

}  // namespace pith::compiler
