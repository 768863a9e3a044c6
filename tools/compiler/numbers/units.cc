#include "tools/compiler/numbers/units.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "tools/compiler/lexicon/phrase_words.h"
#include "tools/compiler/lexicon/unit_words.h"
#include "tools/compiler/numbers/number_words.h"
#include "tools/compiler/text/tokens.h"

namespace pith::compiler {
namespace {

using Tokens = std::vector<Token>;

// From a word to the unit that it means.
using UnitForms = absl::flat_hash_map<std::string, absl::string_view>;

// Adds a unit's name and its plural: "watt", "watts"; "inch", "inches".
void AddName(absl::string_view name, absl::string_view unit, UnitForms* forms) {
  forms->try_emplace(name, unit);
  forms->try_emplace(absl::StrCat(name, absl::EndsWith(name, "ch") ? "es" : "s"), unit);
}

// All forms of the units, including names in British spelling: "metre" and "kilogramme".
UnitForms FormsOf(absl::Span<const UnitWords> units) {
  UnitForms forms;
  for (const UnitWords& words : units) {
    for (const absl::string_view symbol : words.symbols) {
      if (!symbol.empty()) forms.try_emplace(symbol, words.unit);
    }
    for (const absl::string_view name : words.names) {
      if (name.empty()) continue;
      AddName(name, words.unit, &forms);
      if (absl::EndsWith(name, "ter")) AddName(absl::StrCat(absl::StripSuffix(name, "er"), "re"), words.unit, &forms);
      if (absl::EndsWith(name, "gram")) AddName(absl::StrCat(name, "me"), words.unit, &forms);
    }
  }
  return forms;
}

// The unit that the word means, or "".
absl::string_view Find(const UnitForms& forms, absl::string_view word) {
  const auto it = forms.find(word);
  return it == forms.end() ? absl::string_view() : it->second;
}

absl::string_view MeasureOf(absl::string_view word) {
  static const UnitForms* const forms = new UnitForms(FormsOf(Measures()));
  return Find(*forms, word);
}

absl::string_view CurrencyOf(absl::string_view word) {
  static const UnitForms* const forms = new UnitForms(FormsOf(Currencies()));
  const absl::string_view code = Find(*forms, word);
  return code.empty() ? CurrencySigns().Find(word, "") : code;  // "300 €"
}

// A noun phrase before its noun is seldom longer.
constexpr uint32_t kMaxPhrase = 7;

bool LooksPlural(absl::string_view word) {
  if (IrregularPlurals().Has(word) || absl::EndsWith(word, "men")) return true;
  return word.size() > 3 && word.back() == 's' && !absl::EndsWith(word, "ss") && !absl::EndsWith(word, "us") &&
         !absl::EndsWith(word, "is");
}

bool IsNominal(Pos pos) { return pos == Pos::kNoun || pos == Pos::kPropn; }

// The noun of the phrase that begins at token `at`; `at - 1` if there is none.
uint32_t CountedNoun(absl::string_view text, const Tokens& tokens, uint32_t number, uint32_t at, bool plural) {
  // The parse decides if it attaches the number to a noun after it.
  const Token& token = tokens[number];
  if (token.rel == Rel::kNummod && token.head >= static_cast<int>(at) && IsNominal(tokens[token.head].pos) &&
      token.head < static_cast<int>(at + kMaxPhrase)) {
    return static_cast<uint32_t>(token.head);
  }
  const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(tokens.size()), at + kMaxPhrase);
  uint32_t noun = at - 1;
  for (uint32_t i = at; i < end; ++i) {
    const Token& word = tokens[i];
    const bool hyphen = word.folded == "-" && i > at && IsGlued(tokens, i) && IsGlued(tokens, i + 1);
    if (hyphen) continue;
    if (EndsPhrase(tokens, i)) break;
    if (word.pos != Pos::kX) {
      if (IsNominal(word.pos)) {
        noun = i;
      } else if (noun >= at || (word.pos != Pos::kAdj && word.pos != Pos::kAdv && word.pos != Pos::kVerb)) {
        break;
      } else if (word.pos == Pos::kVerb && absl::EndsWith(word.folded, "ing")) {
        break;  // "400 being treated"
      }
      continue;
    }
    if (i > at && HasCapital(text, tokens, i) && noun >= at) break;
    if (absl::EndsWith(word.folded, "ed") && EndsPhrase(tokens, i + 1)) break;  // "about 200 stayed"
    if (noun == at - 1 && absl::EndsWith(word.folded, "ing") && i == at && !LooksPlural(WordAt(tokens, i + 1))) break;
    noun = i;
    // The first plural is the noun, unless another noun continues it ("sports cars").
    if (plural && LooksPlural(word.folded) &&
        !(i + 1 < end && !EndsPhrase(tokens, i + 1) && LooksPlural(tokens[i + 1].folded)))
      break;
  }
  return noun;
}

}  // namespace

bool EndsPhrase(const std::vector<Token>& tokens, uint32_t i) {
  if (i >= tokens.size()) return true;
  const Token& token = tokens[i];
  if (token.folded.empty() || PhraseEnds().Has(WordAt(tokens, i))) return true;
  switch (token.pos) {
    case Pos::kAdp:
    case Pos::kAux:
    case Pos::kCconj:
    case Pos::kDet:
    case Pos::kPron:
    case Pos::kPunct:
    case Pos::kSconj:
    case Pos::kPart:
      return true;
    default:
      break;
  }
  const char first = token.folded[0];
  return static_cast<unsigned char>(first) < 0x80 && !IsAlpha(first);
}

absl::string_view CurrencyBefore(const std::vector<Token>& tokens, uint32_t i) {
  if (i >= tokens.size()) return "";
  if (tokens[i].folded == "$" && i > 0 && IsGlued(tokens, i)) {  // "US$" split in two
    const absl::string_view whole = CurrencySigns().Find(absl::StrCat(tokens[i - 1].folded, "$"), "");
    if (!whole.empty()) return whole;
  }
  return CurrencySigns().Find(tokens[i].folded, "");
}

Unit UnitBehind(absl::string_view text, const std::vector<Token>& tokens, uint32_t number, uint32_t at, bool plural) {
  const absl::string_view word = WordAt(tokens, at), next = WordAt(tokens, at + 1);
  if (word == "%" || word == "percent") return {at + 1, at, "%", false};
  if (word == "per" && next == "cent") return {at + 2, at + 1, "%", false};
  if (word == "percentage" && absl::StartsWith(next, "point")) return {at + 2, at + 1, "percentage points", false};
  // "50 million US dollars": the country comes before the word.
  if (const absl::string_view code = DollarCountries().Find(word, "");
      !code.empty() && absl::StartsWith(next, "dollar")) {
    return {at + 2, at + 1, std::string(code), false};
  }
  if (const absl::string_view code = CurrencyOf(word); !code.empty()) {
    return {at + 1, at, std::string(code), false};
  }
  const bool square = word == "square" || word == "sq", cubic = word == "cubic";
  const uint32_t measure_at = square || cubic ? at + 1 : word == "-" && IsGlued(tokens, at) ? at + 1 : at;
  const absl::string_view measure_word = WordAt(tokens, measure_at);
  if (const absl::string_view measure = MeasureOf(measure_word); !measure.empty()) {
    const absl::string_view follows = WordAt(tokens, measure_at + 1), behind = WordAt(tokens, measure_at + 2);
    uint32_t last = measure_at + 1;
    std::string unit = absl::StrCat(square ? "square " : cubic ? "cubic " : "", measure);
    if (unit == "degrees") {
      if (follows == "celsius" || (follows == "c" && measure_word == "°")) unit = "°C", ++last;
      if (follows == "fahrenheit" || (follows == "f" && measure_word == "°")) unit = "°F", ++last;
    } else if (follows == "/" && (behind == "h" || behind == "s")) {
      absl::StrAppend(&unit, "/", behind);
      last += 2;
    } else if ((follows == "an" || follows == "per") && behind == "hour") {
      unit = unit == "miles" ? "mph" : unit + "/h";
      last += 2;
    }
    // A single letter is a unit only directly after its number or before a word that is not a noun.
    const bool letter = measure_word.size() == 1 && measure_word != "°";
    // "three watt-balance measurements" are not watts, but "5 km-long" is a length.
    const bool compound = follows == "-" && IsGlued(tokens, measure_at + 1) && !Dimensions().Has(behind);
    const bool alone = EndsPhrase(tokens, measure_at + 1) || Dimensions().Has(follows);
    if (!compound && (!letter || alone)) return {last, measure_at, unit, false};
  }
  if (at >= tokens.size()) return {at, number, "", false};
  uint32_t from = at;
  if (word == "-" && IsGlued(tokens, at) && IsGlued(tokens, at + 1)) {
    ++from;  // "three-storey"
    plural = false;
    if (EndsPhrase(tokens, from) || CardinalWord(WordAt(tokens, from)) >= 0) return {at, number, "", false};
    return {from + 1, from, tokens[from].folded, true};
  }
  const uint32_t noun = CountedNoun(text, tokens, number, from, plural);
  if (noun < from) return {at, number, "", false};
  return {noun + 1, noun, tokens[noun].folded, true};
}

}  // namespace pith::compiler
