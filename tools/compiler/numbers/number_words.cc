#include "tools/compiler/numbers/number_words.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/number_names.h"
#include "tools/compiler/text/tokens.h"

namespace pith::compiler {
namespace {

using Tokens = std::vector<Token>;

constexpr int64_t kMaxMantissa = 1000000000000000;

// The power of ten that a word multiplies by, 0 for others. "k" is read only right behind digits.
uint8_t PowerOf(absl::string_view word, bool glued_to_digits) {
  return glued_to_digits && word == "k" ? 3 : Powers().Find(word, 0);
}

bool IsCurrencySign(absl::string_view word) {
  return word == "$" || word == "€" || word == "£" || word == "¥" || absl::EndsWith(word, "$");
}

// Digits with grouping commas and a decimal point, as far as they go; returns how many bytes, 0 if malformed.
size_t ReadDigits(absl::string_view word, Number* number) {
  size_t at = 0, group = 0;
  bool point = false, comma = false;
  for (; at < word.size(); ++at) {
    const char c = word[at];
    if (IsDigit(c)) {
      if (number->mantissa >= kMaxMantissa) return 0;
      number->mantissa = number->mantissa * 10 + (c - '0');
      ++group;
      if (point) ++number->scale;
    } else if (c == ',' && !point && at + 1 < word.size() && IsDigit(word[at + 1])) {
      if (comma ? group != 3 : group > 3) return 0;
      comma = true;
      group = 0;
    } else if (c == '.' && !point && at + 1 < word.size() && IsDigit(word[at + 1])) {
      point = true;
      if (comma && group != 3) return 0;
    } else {
      break;
    }
  }
  if (comma && !point && group != 3) return 0;
  return at;
}

// "three", "seventy - five", "seventy five", "nineteen": below 100. Returns the number of tokens read.
uint32_t ReadBelowHundred(const Tokens& tokens, uint32_t first, int64_t* value) {
  const int tens = CardinalWord(WordAt(tokens, first));
  if (tens < 0) return 0;
  *value = tens;
  if (tens < 20) return 1;
  const uint32_t unit_at = WordAt(tokens, first + 1) == "-" ? first + 2 : first + 1;
  const int unit = CardinalWord(WordAt(tokens, unit_at));
  if (unit < 1 || unit > 9) return 1;
  *value += unit;
  return unit_at + 1 - first;
}

// What a number's first part may be: digits, words, "a" or "half a" before a word of scale, "several", "a few".
bool ReadBase(const Tokens& tokens, uint32_t first, Number* number) {
  const absl::string_view word = WordAt(tokens, first), next = WordAt(tokens, first + 1);
  number->last = first + 1;
  if (!word.empty() && IsDigit(word[0])) {
    const size_t size = ReadDigits(word, number);
    const absl::string_view rest = word.substr(size);
    number->digits = true;
    if (size == 0) return false;
    const bool glued = IsGlued(tokens, first + 1);
    if (rest.empty()) {
      return !(glued && (OrdinalEndings().Has(next) || next == "s"));
    }
    const bool money = first > 0 && IsCurrencySign(WordAt(tokens, first - 1));
    const uint8_t power = money && rest == "m" ? 6 : PowerOf(rest, true);
    number->Raise(power);
    number->power = power;
    return power != 0;
  }
  int64_t value = 0;
  if (const uint32_t read = ReadBelowHundred(tokens, first, &value); read != 0) {
    number->mantissa = value;
    number->last = first + read;
    // "two and a half"
    if (WordAt(tokens, number->last) == "and" && WordAt(tokens, number->last + 1) == "a" &&
        WordAt(tokens, number->last + 2) == "half") {
      number->mantissa = value * 10 + 5;
      number->scale = 1;
      number->last += 3;
    }
    return true;
  }
  const bool article = word == "a" || word == "an";
  if (article && (PowerOf(next, false) != 0 || next == "dozen")) {
    number->mantissa = 1;
    return true;
  }
  if (word == "half" && (next == "a" || next == "-")) {
    const absl::string_view scale = WordAt(tokens, first + 2);
    if (PowerOf(scale, false) == 0 && scale != "dozen") return false;
    number->mantissa = 5;
    number->scale = 1;
    number->last = first + 2;
    return true;
  }
  if (article && next == "couple" && WordAt(tokens, first + 2) == "of") {
    number->mantissa = 2;
    number->hedge = Hedge::kAbout;
    number->collective = true;
    number->last = first + 2;
    return true;
  }
  if (word == "several" || (article && next == "few")) {
    number->mantissa = 3;
    number->hedge = Hedge::kVague;
    if (article) number->last = first + 2;
    return true;
  }
  return false;
}

// "dozens", "tens of thousands", "hundreds of millions".
absl::optional<Number> ReadCollective(const Tokens& tokens, uint32_t first) {
  const int64_t value = Collectives().Find(WordAt(tokens, first), 0);
  if (value == 0) return absl::nullopt;
  Number number;
  number.mantissa = value;
  number.hedge = Hedge::kAtLeast;
  number.collective = true;
  number.last = first + 1;
  if (WordAt(tokens, first + 1) == "of") {
    absl::string_view scale = WordAt(tokens, first + 2);
    if (absl::ConsumeSuffix(&scale, "s")) {
      if (const uint8_t power = PowerOf(scale, false); power > 2) {
        number.Raise(power);
        number.last = first + 3;
      }
    }
  }
  if (WordAt(tokens, first) == "tens" && number.last == first + 1) return absl::nullopt;
  return number;
}

// Goes on behind `group` with "hundred and five".
void ReadHundreds(const Tokens& tokens, Number* group) {
  if (WordAt(tokens, group->last) != "hundred" || group->Floor() >= 100) return;
  group->Raise(2);
  group->power = 2;
  ++group->last;
  int64_t below = 0;
  const uint32_t at = WordAt(tokens, group->last) == "and" ? group->last + 1 : group->last;
  const uint32_t read = ReadBelowHundred(tokens, at, &below);
  if (read == 0 || group->scale != 0) return;
  group->mantissa += below;
  group->last = at + read;
}

}  // namespace

void Number::Raise(uint8_t n) {
  const uint8_t from_scale = std::min(n, scale);
  int64_t raised = mantissa;
  for (uint8_t i = from_scale; i < n; ++i) {
    if (raised > kMaxMantissa) return;
    raised *= 10;
  }
  scale = static_cast<uint8_t>(scale - from_scale);
  mantissa = raised;
  // A decimal that became whole, as in "1.50 million", needs no scale.
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
}

int64_t Number::Floor() const {
  int64_t value = mantissa;
  for (uint8_t i = 0; i < scale; ++i) value /= 10;
  return value;
}

int CardinalWord(absl::string_view folded) { return Cardinals().Find(folded, -1); }

int OrdinalWord(absl::string_view folded) {
  if (const int ordinal = Ordinals().Find(folded, 0); ordinal != 0) return ordinal;
  // "21st"
  size_t digits = 0;
  int value = 0;
  while (digits < folded.size() && digits < 2 && IsDigit(folded[digits])) value = value * 10 + (folded[digits++] - '0');
  const absl::string_view ending = folded.substr(digits);
  return digits > 0 && OrdinalEndings().Has(ending) ? value : 0;
}

absl::optional<Number> ReadNumber(const std::vector<Token>& tokens, uint32_t first) {
  if (absl::optional<Number> collective = ReadCollective(tokens, first)) return collective;
  Number number;
  if (!ReadBase(tokens, first, &number)) return absl::nullopt;
  if (number.collective) return number;
  if (number.hedge == Hedge::kVague) {  // "several hundred", "a few dozen": at least two of them
    const absl::string_view scale = WordAt(tokens, number.last);
    const uint8_t power = PowerOf(scale, false);
    if (power == 0 && scale != "dozen") return number;
    number.mantissa = scale == "dozen" ? 24 : 2;
    number.Raise(power);
    number.hedge = Hedge::kAtLeast;
    ++number.last;
    return number;
  }
  // The groups of "two million, three hundred and five thousand and six" one after the other, each of a smaller scale.
  const bool money = first > 0 && IsCurrencySign(WordAt(tokens, first - 1));
  Number group = number;
  int64_t total = 0;
  uint8_t smallest = 15;
  while (true) {
    ReadHundreds(tokens, &group);
    const absl::string_view word = WordAt(tokens, group.last);
    const bool glued = group.digits && IsGlued(tokens, group.last);
    const uint8_t power = glued && money && word == "m" ? 6 : PowerOf(word, glued);
    const bool scaled = power > 2 && power < smallest;
    if (scaled) {
      group.Raise(power);
      group.power = power;
      ++group.last;
      smallest = power;
    }
    number = group;
    number.mantissa += total;
    if (!scaled || number.scale != 0 || number.digits) break;
    total = number.mantissa;
    const uint32_t at = WordAt(tokens, number.last) == "and" ? number.last + 1 : number.last;
    group = Number();
    if (CardinalWord(WordAt(tokens, at)) < 1 || !ReadBase(tokens, at, &group) || group.scale != 0) break;
  }
  if (WordAt(tokens, number.last) == "dozen") {
    number.mantissa *= 12;
    ++number.last;
    while (number.scale > 0 && number.mantissa % 10 == 0) {
      number.mantissa /= 10;
      --number.scale;
    }
  }
  return number;
}

}  // namespace pith::compiler
