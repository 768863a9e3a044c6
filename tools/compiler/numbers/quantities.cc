#include "tools/compiler/numbers/quantities.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/types/optional.h"
#include "tools/compiler/lexicon/number_names.h"
#include "tools/compiler/lexicon/person_verbs.h"
#include "tools/compiler/numbers/hedges.h"
#include "tools/compiler/numbers/number_words.h"
#include "tools/compiler/numbers/units.h"
#include "tools/compiler/text/tokens.h"

namespace pith::compiler {
namespace {

using Tokens = std::vector<Token>;

constexpr int64_t kMostRanged = INT64_MAX / 100;  // a larger end of a range is not brought to the scale of the other

// A value in tokens [first, last) with head token `head`, as far as it has been read.
struct Quantity {
  uint32_t first = 0, last = 0, head = 0;
  Number number;
  std::string unit;
  bool counts = false;
  absl::optional<int64_t> to;  // of a range: its upper end, with the scale of `number`
};

class QuantityReader {
 public:
  QuantityReader(absl::string_view text, const Sentence& sentence) : text_(text), tokens_(sentence.tokens) {}

  absl::optional<Quantity> Read(uint32_t at) const {
    if (absl::optional<Quantity> change = ReadChange(at)) return change;
    if (absl::optional<Quantity> share = ReadShare(at)) return share;
    if (absl::optional<Quantity> fraction = ReadFraction(at)) return fraction;
    return ReadAmount(at);
  }

 private:
  absl::string_view Word(size_t i) const { return WordAt(tokens_, i); }
  bool Is(size_t i, std::initializer_list<absl::string_view> words) const {
    return std::find(words.begin(), words.end(), Word(i)) != words.end();
  }
  bool IsCapital(size_t i) const { return HasCapital(text_, tokens_, i); }

  // A factor: "doubled", "halved", "twice", "threefold".
  absl::optional<Quantity> ReadChange(uint32_t at) const {
    const Factor factor = Factors().Find(Word(at), Factor());
    if (factor.mantissa == 0) return absl::nullopt;
    const HedgeWords hedge = HedgeBefore(tokens_, at);
    Quantity quantity{hedge.first, at + 1, at, Number(), "times", false, {}};
    quantity.number.mantissa = factor.mantissa;
    quantity.number.scale = factor.scale;
    quantity.number.hedge = hedge.hedge;
    return quantity;
  }

  // "one in five adults", "3 out of 10 women".
  absl::optional<Quantity> ReadShare(uint32_t at) const {
    const absl::optional<Number> part = ReadNumber(tokens_, at);
    if (!part.has_value() || part->scale != 0 || part->hedge != Hedge::kExact) return absl::nullopt;
    const bool out_of = Word(part->last) == "out" && Word(part->last + 1) == "of";
    if (!out_of && Word(part->last) != "in") return absl::nullopt;
    const absl::optional<Number> whole = ReadNumber(tokens_, part->last + (out_of ? 2 : 1));
    if (!whole.has_value() || whole->scale != 0 || whole->hedge != Hedge::kExact) return absl::nullopt;
    const int64_t count = part->mantissa, of = whole->mantissa;
    if (count < 1 || count > 9 || count >= of || of > 1000 || (of > 10 && of % 10 != 0)) return absl::nullopt;
    // "Three in 10 minutes" is no share, and "two in ten" says of nothing what it is.
    const Unit counted = UnitBehind(text_, tokens_, whole->last - 1, whole->last, true);
    if (!out_of && !counted.counts) return absl::nullopt;
    Quantity quantity{at, counted.counts ? counted.last : whole->last, at, Number(), "%", false, {}};
    quantity.number.mantissa = (count * 1000 + of / 2) / of;
    quantity.number.scale = 1;
    quantity.number.Raise(0);
    if (count * 1000 % of != 0) quantity.number.hedge = Hedge::kAbout;
    const HedgeWords hedge = HedgeBefore(tokens_, at);
    quantity.first = hedge.first;
    if (hedge.hedge != Hedge::kExact) quantity.number.hedge = hedge.hedge;
    return quantity;
  }

  // "half of", "a third of", "two-thirds of", "three quarters".
  absl::optional<Quantity> ReadFraction(uint32_t at) const {
    Quantity quantity{at, at + 1, at, Number(), "%", false, {}};
    if (Word(at) == "half") {
      const bool share =
          Is(at + 1, {"of", "the", "its", "their", "his", "her", "our", "that", "all", "a"}) ||
          (at > 0 && Is(at - 1, {"by", "in", "about", "nearly", "almost", "over", "than", "least", "around"}));
      const bool other =
          at > 0 && Is(at - 1, {"first", "second", "other", "latter", "former", "and", "better", "-", "one"});
      const absl::optional<Number> amount = ReadNumber(tokens_, at);  // "half a million"
      if (!share || (other && Word(at + 1) != "of") || amount.has_value()) return absl::nullopt;
      if (Word(at + 1) == "the" && Word(at + 2) == "time") return absl::nullopt;
      quantity.number.mantissa = 50;
    } else {
      const bool article = Is(at, {"a", "one"});
      int64_t count = article ? 1 : CardinalWord(Word(at));
      if (count < 1 || count > 9) return absl::nullopt;
      const uint32_t part = Word(at + 1) == "-" ? at + 2 : at + 1;
      absl::string_view name = Word(part);
      const bool many = absl::EndsWith(name, "s");
      if (many) name.remove_suffix(1);
      const int64_t parts = name == "quarter" ? 4 : name == "half" || name == "halve" ? 2 : OrdinalWord(name);
      if (parts < 2 || parts > 10 || count >= parts || many != (count > 1)) return absl::nullopt;
      // "a third person", "one quarter later" are not fractions.
      if (Word(part + 1) != "of" && !(many && EndsPhrase(tokens_, part + 1))) return absl::nullopt;
      quantity.last = part + 1;
      quantity.number.mantissa = (count * 1000 + parts / 2) / parts;
      quantity.number.scale = 1;
      quantity.number.Raise(0);
      if (count * 100 % parts != 0) quantity.number.hedge = Hedge::kAbout;
      quantity.head = part;
    }
    const HedgeWords hedge = HedgeBefore(tokens_, at);
    quantity.first = hedge.first;
    if (hedge.hedge != Hedge::kExact) quantity.number.hedge = hedge.hedge;
    TakeWhole(&quantity);
    return quantity;
  }

  // Extends the span of a share to the noun phrase that it is a share of: "a third of the votes".
  void TakeWhole(Quantity* quantity) const {
    uint32_t at = quantity->last;
    if (Word(at) != "of" && Word(at) != "the") return;
    if (Word(at) == "of") ++at;
    if (Is(at, {"the", "all", "its", "their", "his", "her", "our", "these", "those", "this", "that"})) ++at;
    const Unit whole = UnitBehind(text_, tokens_, quantity->head, at, true);
    if (!whole.unit.empty() && whole.counts) quantity->last = whole.last;
  }

  // Whether a number is part of a name or label: "Boeing 737", "No. 5", "F-16", "World War Two", "Article 5".
  bool IsLabel(uint32_t at, const Number& number) const {
    if (at == 0) return false;
    if (NumberLabels().Has(Word(at - 1))) {
      return !(Is(at - 1, {"no", "number"}) && tokens_[at - 1].folded == "no" && !number.digits);
    }
    if (!number.digits) return IsCapital(at) && IsCapital(at - 1);
    if (IsGlued(tokens_, at) && !Is(at - 1, {"(", "[", "\"", "'", "~", "+", "-"}) &&
        CurrencyBefore(tokens_, at - 1).empty()) {
      return true;
    }
    const bool hyphen = Word(at - 1) == "-" && IsGlued(tokens_, at) && IsGlued(tokens_, at - 1);
    if (hyphen) return true;
    const absl::string_view digits = tokens_[at].folded;
    const bool grouped = digits.find(',') != absl::string_view::npos || number.power != 0;
    // A capitalized word in mid-sentence, followed by a number that counts nothing.
    return at > 1 && IsCapital(at - 1) && !grouped && CurrencyBefore(tokens_, at - 1).empty() &&
           EndsPhrase(tokens_, number.last) && Word(number.last) != "%";
  }

  absl::optional<Quantity> ReadAmount(uint32_t at) const {
    // The sign of a currency; the longer spelling is tried first: "US$".
    uint32_t start = at;
    absl::string_view currency;
    if (Word(at + 1) == "$" && IsGlued(tokens_, at + 1) && tokens_[at].folded.size() <= 2 && Word(at) != "-") {
      currency = CurrencyBefore(tokens_, at + 1);
      if (!currency.empty()) start = at + 2;
    }
    if (currency.empty() && !(currency = CurrencyBefore(tokens_, at)).empty()) start = at + 1;
    absl::optional<Number> number = ReadNumber(tokens_, start);
    if (!number.has_value()) number = ReadMillions(start);
    if (!number.has_value() || (!currency.empty() && !number->digits)) return absl::nullopt;
    if (currency.empty() && IsLabel(at, *number)) return absl::nullopt;
    Quantity quantity{at, number->last, start, *number, std::string(currency), false, {}};
    TakeRange(!currency.empty(), &quantity);
    const bool one = !number->digits && number->mantissa == 1 && number->scale == 0 && number->last == at + 1;
    HedgeWords behind = HedgeBehind(tokens_, quantity.last);
    quantity.last = behind.last;
    if (currency.empty() && !TakeUnit(one, &quantity)) return absl::nullopt;
    if (behind.last == behind.first) {
      behind = HedgeBehind(tokens_, quantity.last);
      quantity.last = behind.last;
    }
    TakeSign(&quantity);
    const HedgeWords before = HedgeBefore(tokens_, quantity.first);
    quantity.first = before.first;
    for (const Hedge hedge : {behind.hedge, before.hedge}) {
      if (hedge != Hedge::kExact) quantity.number.hedge = hedge;
    }
    return quantity;
  }

  // "2M users", with a capital: "2m" is a length.
  absl::optional<Number> ReadMillions(uint32_t at) const {
    const Token* token = at < tokens_.size() ? &tokens_[at] : nullptr;
    if (token == nullptr || token->end - token->begin < 2 || text_[token->end - 1] != 'M') return absl::nullopt;
    Number number;
    if (!absl::SimpleAtoi(text_.substr(token->begin, token->end - token->begin - 1), &number.mantissa)) {
      return absl::nullopt;
    }
    if (number.mantissa < 1 || number.mantissa > 9999 || EndsPhrase(tokens_, at + 1)) return absl::nullopt;
    number.Raise(6);
    number.power = 6;
    number.last = at + 1;
    number.digits = true;
    return number;
  }

  // Takes the sign before a number: "-78 degrees", "minus 40", "-$3 million"; not the hyphen of "10-15".
  void TakeSign(Quantity* quantity) const {
    const uint32_t first = quantity->first;
    if (first == 0 || quantity->number.hedge != Hedge::kExact) return;
    const bool hyphen = Word(first - 1) == "-" && IsGlued(tokens_, first) && !IsGlued(tokens_, first - 1);
    if (!hyphen && Word(first - 1) != "minus") return;
    // A list item and a clause may begin with a dash.
    if (hyphen && first == 1) return;
    quantity->number.mantissa = -quantity->number.mantissa;
    --quantity->first;
  }

  // "10 to 15", "10-15", "between 10 and 15".
  void TakeRange(bool money, Quantity* quantity) const {
    const uint32_t link = quantity->last;
    const bool hyphen = Word(link) == "-", to = Word(link) == "to";
    const bool between = Word(link) == "and" && quantity->first > 0 && Word(quantity->first - 1) == "between";
    if (!hyphen && !to && !between) return;
    if (to && quantity->first > 0 && Is(quantity->first - 1, {"from"})) return;  // may be a change
    uint32_t at = link + 1;
    if (money && !CurrencyBefore(tokens_, at).empty()) ++at;
    const absl::optional<Number> high = ReadNumber(tokens_, at);
    if (!high.has_value() || high->collective) return;
    Number low = quantity->number;
    if (low.power == 0 && high->power > 2 && low.Floor() < 1000) low.Raise(high->power);  // "5 to 10 million"
    int64_t top = high->mantissa;
    uint8_t scale = high->scale;
    while (low.scale < scale && low.mantissa < kMostRanged) low.mantissa *= 10, ++low.scale;
    while (scale < low.scale && top < kMostRanged) top *= 10, ++scale;
    if (low.scale != scale || low.mantissa >= top) return;
    const bool counted = money || Is(high->last, {"%", "per", "percent"}) || !EndsPhrase(tokens_, high->last);
    if (!counted) return;
    quantity->number.mantissa = low.mantissa;
    quantity->number.scale = low.scale;
    quantity->number.hedge = high->hedge;
    quantity->to = top;
    quantity->last = high->last;
    if (between) --quantity->first;
  }

  // Finds what is counted. False if the number is not a quantity ("one of them", "the one").
  bool TakeUnit(bool one, Quantity* quantity) const {
    uint32_t at = quantity->last;
    const bool vague = quantity->number.hedge == Hedge::kVague;
    if (one) {
      const bool pronoun = quantity->first > 0 && Is(quantity->first - 1, {"the", "this", "that", "no", "any", "every",
                                                                           "which", "each", "another"});
      if (pronoun || EndsPhrase(tokens_, at) || Is(at, {"another", "day", "-", "more", "or"})) return false;
    }
    if (Word(at) == "of") {  // "dozens of people", "two of the men"
      ++at;
      if (Is(at, {"the", "these", "those", "its", "their", "his", "her", "our"})) ++at;
      if (const absl::optional<Number> whole = ReadNumber(tokens_, at)) {  // "20 of the 300 guests"
        const Unit unit = UnitBehind(text_, tokens_, at, whole->last, true);
        quantity->unit = unit.unit;
        quantity->counts = unit.counts;
        return !vague;
      }
    } else if (Is(at, {"more", "other", "additional", "further"}) && !EndsPhrase(tokens_, at + 1)) {
      ++at;
    }
    if (Word(at) == "times") {
      if (vague) return false;
      quantity->unit = "times";
      quantity->last = at + 1;
      return true;
    }
    const Unit unit = UnitBehind(text_, tokens_, quantity->head, at, !one);
    if (unit.unit.empty()) {
      // Scores, times of day and the like: "3-2", "5/6".
      if (Is(quantity->last, {"-", "/", ":"}) && IsGlued(tokens_, quantity->last)) return false;
      return !vague && !one;
    }
    // "few" alone is as good as no number.
    if (vague && !unit.counts) return false;
    quantity->unit = unit.unit;
    quantity->head = unit.head;
    quantity->counts = unit.counts;
    quantity->last = unit.last;
    return true;
  }

  const absl::string_view text_;
  const Tokens& tokens_;
};

// "with 400 in hospital and 62 in intensive care": whether a bare number continues a count that is at least as large.
bool GoesOn(const Tokens& tokens, const Quantity& last, const Quantity& bare) {
  if (bare.first == 0 || bare.number.Floor() > last.number.Floor()) return false;
  const absl::string_view before = WordAt(tokens, bare.first - 1);
  for (const absl::string_view word : {"with", "and", ",", "including", "or", "of"}) {
    if (before == word) return true;
  }
  return false;
}

// "and that more than 200 had been detained": whether a bare number counts people, because of a verb that only applies
// to people.
bool CountsPeople(const Tokens& tokens, const Quantity& bare) {
  const Token& number = tokens[bare.head];
  if ((number.rel != Rel::kNsubj && number.rel != Rel::kNsubjPass) || number.head < 0) return false;
  const Token& verb = tokens[static_cast<size_t>(number.head)];
  const bool passive = number.rel == Rel::kNsubjPass;
  return verb.pos == Pos::kVerb && (passive ? VerbsDoneToPeople() : VerbsOfPeople()).Has(verb.lemma);
}

}  // namespace

std::vector<Value> FindQuantities(absl::string_view text, uint32_t sentence_number, const Sentence& sentence,
                                  absl::Span<const Value> times) {
  const Tokens& tokens = sentence.tokens;
  std::vector<bool> is_time(tokens.size());
  for (const Value& time : times) {
    std::fill(is_time.begin() + time.span.first, is_time.begin() + time.span.last, true);
  }
  const QuantityReader reader(text, sentence);
  std::vector<Value> values;
  Quantity last;
  uint32_t free = 0;  // the first token after the last value
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (is_time[i]) continue;
    absl::optional<Quantity> quantity = reader.Read(i);
    if (!quantity.has_value()) continue;
    quantity->first = std::max(quantity->first, free);
    // A number whose noun comes after a time, or that extends into one, ends before it.
    while (quantity->last > i + 1 && is_time[quantity->last - 1]) --quantity->last;
    if (quantity->unit.empty() && last.counts && GoesOn(tokens, last, *quantity)) {
      quantity->unit = last.unit;
      quantity->counts = true;
    }
    if (quantity->unit.empty() && CountsPeople(tokens, *quantity)) {
      quantity->unit = "people";
      quantity->counts = true;
    }
    if (quantity->counts) last = *quantity;
    Value value;
    value.span = Span{sentence_number, quantity->first, quantity->last, std::min(quantity->head, quantity->last - 1)};
    value.kind = ValueKind::kNumber;
    value.hedge = quantity->number.hedge;
    value.mantissa = quantity->number.mantissa;
    value.scale = quantity->number.scale;
    value.to = quantity->to;
    value.unit = quantity->unit;
    values.push_back(std::move(value));
    free = quantity->last;
    i = quantity->last - 1;
  }
  return values;
}

}  // namespace pith::compiler
