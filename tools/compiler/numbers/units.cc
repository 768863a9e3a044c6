#include "tools/compiler/numbers/units.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/numbers/number_words.h"

namespace pith::compiler {
namespace {

using Tokens = std::vector<Token>;
using WordMap = absl::flat_hash_map<absl::string_view, absl::string_view>;
using WordSet = absl::flat_hash_set<absl::string_view>;

// A noun phrase before its noun is seldom longer.
constexpr uint32_t kMaxPhrase = 7;

const WordMap& Currencies() {
  static const WordMap* const words =
      new WordMap{{"dollar", "USD"},  {"dollars", "USD"}, {"usd", "USD"},      {"euro", "EUR"},   {"euros", "EUR"},
                  {"eur", "EUR"},     {"yen", "JPY"},     {"jpy", "JPY"},      {"yuan", "CNY"},   {"renminbi", "CNY"},
                  {"cny", "CNY"},     {"gbp", "GBP"},     {"sterling", "GBP"}, {"rouble", "RUB"}, {"roubles", "RUB"},
                  {"ruble", "RUB"},   {"rubles", "RUB"},  {"rupees", "INR"},   {"rupee", "INR"},  {"francs", "CHF"},
                  {"chf", "CHF"},     {"krona", "SEK"},   {"kronor", "SEK"},   {"zloty", "PLN"},  {"shekels", "ILS"},
                  {"bitcoin", "BTC"}, {"bitcoins", "BTC"}};
  return *words;
}

const WordMap& Measures() {
  static const WordMap* const words = new WordMap{{"km", "km"},
                                                  {"kilometre", "km"},
                                                  {"kilometres", "km"},
                                                  {"kilometer", "km"},
                                                  {"kilometers", "km"},
                                                  {"m", "m"},
                                                  {"metre", "m"},
                                                  {"metres", "m"},
                                                  {"meter", "m"},
                                                  {"meters", "m"},
                                                  {"cm", "cm"},
                                                  {"centimetre", "cm"},
                                                  {"centimetres", "cm"},
                                                  {"centimeters", "cm"},
                                                  {"mm", "mm"},
                                                  {"millimetres", "mm"},
                                                  {"millimeters", "mm"},
                                                  {"mile", "miles"},
                                                  {"miles", "miles"},
                                                  {"mi", "miles"},
                                                  {"foot", "ft"},
                                                  {"feet", "ft"},
                                                  {"ft", "ft"},
                                                  {"inch", "in"},
                                                  {"inches", "in"},
                                                  {"yards", "yd"},
                                                  {"yard", "yd"},
                                                  {"kg", "kg"},
                                                  {"kilo", "kg"},
                                                  {"kilos", "kg"},
                                                  {"kilogram", "kg"},
                                                  {"kilograms", "kg"},
                                                  {"kilogrammes", "kg"},
                                                  {"g", "g"},
                                                  {"gram", "g"},
                                                  {"grams", "g"},
                                                  {"mg", "mg"},
                                                  {"tonne", "t"},
                                                  {"tonnes", "t"},
                                                  {"ton", "tons"},
                                                  {"tons", "tons"},
                                                  {"lb", "lb"},
                                                  {"lbs", "lb"},
                                                  {"oz", "oz"},
                                                  {"ounces", "oz"},
                                                  {"litre", "l"},
                                                  {"litres", "l"},
                                                  {"liters", "l"},
                                                  {"liter", "l"},
                                                  {"l", "l"},
                                                  {"ml", "ml"},
                                                  {"gallons", "gal"},
                                                  {"barrels", "barrels"},
                                                  {"hectare", "ha"},
                                                  {"hectares", "ha"},
                                                  {"acre", "acres"},
                                                  {"acres", "acres"},
                                                  {"mph", "mph"},
                                                  {"kmh", "km/h"},
                                                  {"kph", "km/h"},
                                                  {"knots", "kn"},
                                                  {"hz", "Hz"},
                                                  {"khz", "kHz"},
                                                  {"mhz", "MHz"},
                                                  {"ghz", "GHz"},
                                                  {"w", "W"},
                                                  {"kw", "kW"},
                                                  {"mw", "MW"},
                                                  {"gw", "GW"},
                                                  {"kwh", "kWh"},
                                                  {"watts", "W"},
                                                  {"volts", "V"},
                                                  {"kb", "kB"},
                                                  {"mb", "MB"},
                                                  {"gb", "GB"},
                                                  {"tb", "TB"},
                                                  {"gigabytes", "GB"},
                                                  {"megabytes", "MB"},
                                                  {"degree", "degrees"},
                                                  {"degrees", "degrees"},
                                                  {"°", "degrees"},
                                                  {"°c", "°C"},
                                                  {"°f", "°F"}};
  return *words;
}

bool IsAlpha(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// Plurals without "s", and nouns that stand for many.
bool IsIrregularPlural(absl::string_view word) {
  static const WordSet* const words =
      new WordSet{"people",  "men",       "women",      "children",  "police",     "troops",     "staff",   "feet",
                  "teeth",   "mice",      "geese",      "sheep",     "fish",       "aircraft",   "species", "series",
                  "crew",    "personnel", "cattle",     "criteria",  "phenomena",  "media",      "data",    "dead",
                  "injured", "wounded",   "countrymen", "policemen", "spacecraft", "hovercraft", "dice",    "oxen",
                  "lives",   "wives",     "offspring",  "folk",      "youth",      "infantry",   "cavalry"};
  return words->contains(word) || absl::EndsWith(word, "men");
}

bool IsPlural(absl::string_view word) {
  if (IsIrregularPlural(word)) return true;
  return word.size() > 3 && word.back() == 's' && !absl::EndsWith(word, "ss") && !absl::EndsWith(word, "us") &&
         !absl::EndsWith(word, "is");
}

bool IsNominal(Pos pos) { return pos == Pos::kNoun || pos == Pos::kPropn; }

// The noun of the phrase that begins at token `at`, or `at - 1`.
uint32_t CountedNoun(absl::string_view text, const Tokens& tokens, uint32_t number, uint32_t at, bool plural) {
  // The parse knows best, where it hangs the number on a noun behind it.
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
    if (i > at && IsAlpha(text[word.begin]) && absl::ascii_isupper(static_cast<unsigned char>(text[word.begin])) &&
        noun >= at) {
      break;
    }
    if (absl::EndsWith(word.folded, "ed") && EndsPhrase(tokens, i + 1)) break;  // "about 200 stayed"
    if (noun == at - 1 && absl::EndsWith(word.folded, "ing") && i == at && !IsPlural(WordAt(tokens, i + 1))) break;
    noun = i;
    // The first plural is the noun, unless another noun goes on from it ("sports cars").
    if (plural && IsPlural(word.folded) &&
        !(i + 1 < end && !EndsPhrase(tokens, i + 1) && IsPlural(tokens[i + 1].folded)))
      break;
  }
  return noun;
}

}  // namespace

bool EndsPhrase(const std::vector<Token>& tokens, uint32_t i) {
  static const WordSet* const words = new WordSet{
      "of",      "in",      "on",        "at",      "by",     "for",    "from",    "with",    "to",       "into",
      "over",    "under",   "about",     "after",   "before", "during", "since",   "until",   "as",       "than",
      "through", "across",  "near",      "against", "and",    "or",     "but",     "nor",     "that",     "which",
      "who",     "whom",    "whose",     "where",   "when",   "while",  "if",      "because", "though",   "is",
      "are",     "was",     "were",      "be",      "been",   "being",  "has",     "have",    "had",      "do",
      "does",    "did",     "will",      "would",   "can",    "could",  "may",     "might",   "shall",    "should",
      "must",    "said",    "says",      "the",     "a",      "an",     "this",    "these",   "those",    "his",
      "her",     "its",     "their",     "our",     "my",     "your",   "it",      "he",      "she",      "they",
      "we",      "i",       "you",       "him",     "them",   "us",     "not",     "n't",     "'s",       "'",
      "there",   "here",    "then",      "so",      "per",    "each",   "ago",     "later",   "earlier",  "just",
      "also",    "now",     "including", "between", "among",  "within", "without", "around",  "via",      "upon",
      "off",     "out",     "up",        "down",    "away",   "died",   "came",    "went",    "took",     "made",
      "got",     "left",    "more",      "fewer",   "less",   "became", "began",   "remain",  "remained", "reportedly",
      "if",      "whether", "every",     "all",     "both"};
  if (i >= tokens.size()) return true;
  const Token& token = tokens[i];
  if (token.folded.empty() || words->contains(WordAt(tokens, i))) return true;
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
  const unsigned char first = static_cast<unsigned char>(token.folded[0]);
  return first < 0x80 && !absl::ascii_isalpha(first);
}

absl::string_view CurrencyBefore(const std::vector<Token>& tokens, uint32_t i) {
  static const WordMap* const signs =
      new WordMap{{"$", "USD"},   {"us$", "USD"}, {"a$", "AUD"},  {"au$", "AUD"}, {"c$", "CAD"},  {"ca$", "CAD"},
                  {"nz$", "NZD"}, {"hk$", "HKD"}, {"s$", "SGD"},  {"€", "EUR"},   {"£", "GBP"},   {"¥", "JPY"},
                  {"₹", "INR"},   {"₽", "RUB"}, {"₩", "KRW"},   {"₪", "ILS"},   {"usd", "USD"}, {"eur", "EUR"},
                  {"gbp", "GBP"}, {"jpy", "JPY"}, {"chf", "CHF"}, {"cny", "CNY"}, {"aud", "AUD"}, {"cad", "CAD"}};
  if (i >= tokens.size()) return "";
  if (tokens[i].folded == "$" && i > 0 && IsGlued(tokens, i)) {  // "US$" cut in two
    const auto whole = signs->find(absl::StrCat(tokens[i - 1].folded, "$"));
    if (whole != signs->end()) return whole->second;
  }
  const auto it = signs->find(tokens[i].folded);
  return it == signs->end() ? absl::string_view() : it->second;
}

Unit UnitBehind(absl::string_view text, const std::vector<Token>& tokens, uint32_t number, uint32_t at, bool plural) {
  const absl::string_view word = WordAt(tokens, at), next = WordAt(tokens, at + 1);
  if (word == "%" || word == "percent") return {at + 1, at, "%", false};
  if (word == "per" && next == "cent") return {at + 2, at + 1, "%", false};
  if (word == "percentage" && absl::StartsWith(next, "point")) return {at + 2, at + 1, "percentage points", false};
  // "50 million US dollars": the country's name before the word.
  static const WordMap* const dollars =
      new WordMap{{"us", "USD"},       {"u.s", "USD"},       {"american", "USD"}, {"australian", "AUD"},
                  {"canadian", "CAD"}, {"hong kong", "HKD"}, {"singapore", "SGD"}};
  if (const auto it = dollars->find(word); it != dollars->end() && absl::StartsWith(next, "dollar")) {
    return {at + 2, at + 1, std::string(it->second), false};
  }
  if (const auto it = Currencies().find(word); it != Currencies().end()) {
    return {at + 1, at, std::string(it->second), false};
  }
  const bool square = word == "square" || word == "sq", cubic = word == "cubic";
  const uint32_t measure_at = square || cubic ? at + 1 : word == "-" && IsGlued(tokens, at) ? at + 1 : at;
  if (const auto it = Measures().find(WordAt(tokens, measure_at)); it != Measures().end()) {
    const absl::string_view follows = WordAt(tokens, measure_at + 1), behind = WordAt(tokens, measure_at + 2);
    uint32_t last = measure_at + 1;
    std::string unit = absl::StrCat(square ? "square " : cubic ? "cubic " : "", it->second);
    if (unit == "degrees") {
      if (follows == "celsius" || (follows == "c" && it->first == "°")) unit = "°C", ++last;
      if (follows == "fahrenheit" || (follows == "f" && it->first == "°")) unit = "°F", ++last;
    } else if (follows == "/" && (behind == "h" || behind == "s")) {
      absl::StrAppend(&unit, "/", behind);
      last += 2;
    } else if ((follows == "an" || follows == "per") && behind == "hour") {
      unit = unit == "miles" ? "mph" : unit + "/h";
      last += 2;
    }
    // A single letter is a unit only right behind its number or before what is no noun.
    const bool letter = WordAt(tokens, measure_at).size() == 1 && it->first != "°";
    static const WordSet* const dimensions =
        new WordSet{"long", "high", "wide", "tall", "deep", "thick", "apart", "away", "below", "above"};
    if (!letter || EndsPhrase(tokens, measure_at + 1) || dimensions->contains(follows))
      return {last, measure_at, unit, false};
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
