#include "tools/compiler/numbers/number_words.h"

#include <algorithm>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/number_names.h"
#include "tools/compiler/lexicon/unit_words.h"
#include "tools/compiler/text/tokens.h"

namespace pith::compiler {
namespace {

using Tokens = std::vector<Token>;

constexpr int64_t kMaxMantissa = 1000000000000000;

// The power of ten by which a word multiplies; 0 for other words. "k" counts only directly after digits.
uint8_t PowerOf(absl::string_view word, bool glued_to_digits) {
  return glued_to_digits && word == "k" ? 3 : Powers().Find(word, 0);
}

bool IsCurrencySign(absl::string_view word) {
  return !CurrencySigns().Find(word, "").empty() || absl::EndsWith(word, "$");
}

// Reads digits with grouping commas and a decimal point, as far as they go; returns the number of bytes, 0 if
// malformed.
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

// The exponent in "e5" or "e+05"; 0 for anything else.
uint8_t ExponentOf(absl::string_view rest) {
  int value = 0;
  if (!absl::ConsumePrefix(&rest, "e")) return 0;
  absl::ConsumePrefix(&rest, "+");
  if (rest.size() > 2 || !absl::SimpleAtoi(rest, &value) || value > 15) return 0;
  return static_cast<uint8_t>(value);
}

// "12 000", "1 250 000": continues digits with groups of three behind a space each. One group may as well be a number
// of its own ("room 12 300 people"), unless it is round.
void ReadSpacedGroups(const Tokens& tokens, Number* number) {
  const absl::string_view first = WordAt(tokens, number->last - 1);
  if (first.size() > 3 || first[0] == '0' || number->scale != 0 || first.find(',') != absl::string_view::npos) return;
  Number grouped = *number;
  uint32_t groups = 0;
  absl::string_view group;
  for (; grouped.last < tokens.size() && !IsGlued(tokens, grouped.last); ++grouped.last, ++groups) {
    const absl::string_view next = WordAt(tokens, grouped.last);
    int64_t value = 0;
    if (next.size() != 3 || !absl::c_all_of(next, IsDigit) || !absl::SimpleAtoi(next, &value)) break;
    if (grouped.mantissa > kMaxMantissa / 1000) return;
    grouped.mantissa = grouped.mantissa * 1000 + value;
    group = next;
  }
  if (groups > 1 || (groups == 1 && absl::EndsWith(group, "00"))) *number = grouped;
}

// "1.35 x 10^5".
void ReadPowerOfTen(const Tokens& tokens, Number* number) {
  const absl::string_view sign = WordAt(tokens, number->last);
  if (sign != "x" && sign != "×" && sign != "*") return;
  uint32_t last = number->last + 2;
  std::string whole(WordAt(tokens, last - 1));
  while (whole.size() < 6 && last < tokens.size() && IsGlued(tokens, last))
    absl::StrAppend(&whole, WordAt(tokens, last++));
  int exponent = 0;
  absl::string_view power = whole;
  if (!absl::ConsumePrefix(&power, "10^") || !absl::SimpleAtoi(power, &exponent) || exponent < 1 || exponent > 15)
    return;
  number->Raise(static_cast<uint8_t>(exponent));
  number->last = last;
}

// Reads a number below 100: "three", "seventy - five", "seventy five", "nineteen". Returns the number of tokens read.
uint32_t ReadBelowHundred(const Tokens& tokens, uint32_t first, int64_t* value) {
  const int tens = CardinalWord(WordAt(tokens, first));
  if (tens < 0) return 0;
  *value = tens;
  if (tens < 20) return 1;
  const bool hyphen = WordAt(tokens, first + 1) == "-";
  const uint32_t unit_at = hyphen ? first + 2 : first + 1;
  if (hyphen && OrdinalWord(WordAt(tokens, unit_at)) != 0) return 0;  // "twenty-first"
  const int unit = CardinalWord(WordAt(tokens, unit_at));
  if (unit < 1 || unit > 9) return 1;
  *value += unit;
  return unit_at + 1 - first;
}

// Reads the first part of a number: digits, words, "a" or "half a" before a scale word, "several", "a few".
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
      if (const uint8_t exponent = glued ? ExponentOf(next) : 0; exponent != 0) {  // "1.35e5" in two tokens
        number->Raise(exponent);
        ++number->last;
        return true;
      }
      ReadSpacedGroups(tokens, number);
      ReadPowerOfTen(tokens, number);
      return !(glued && (OrdinalEndings().Has(next) || next == "s"));
    }
    const bool money = first > 0 && IsCurrencySign(WordAt(tokens, first - 1));
    if (const uint8_t exponent = ExponentOf(rest); exponent != 0) {
      number->Raise(exponent);
      return true;
    }
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
  // "Hundred dollars were lost."
  if (first == 0 && (word == "hundred" || word == "thousand" || word == "dozen")) {
    number->mantissa = 1;
    number->last = first;
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

// Continues `group` with "hundred and five".
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
  // A decimal that became an integer, as in "1.50 million", needs no scale.
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
  // Adds the groups of "two million, three hundred and five thousand and six" one by one, each of a smaller scale.
  const bool money = first > 0 && IsCurrencySign(WordAt(tokens, first - 1));
  Number group = number;
  int64_t total = 0;
  uint8_t smallest = 15;
  while (true) {
    ReadHundreds(tokens, &group);
    const absl::string_view word = WordAt(tokens, group.last);
    const bool glued = group.digits && IsGlued(tokens, group.last);
    const uint8_t power = money && group.digits && word == "m" ? 6 : PowerOf(word, glued);
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
    const absl::string_view link = WordAt(tokens, number.last);
    // "Three thousand, two hundred"; but "three thousand, two of them".
    const bool comma = link == "," && WordAt(tokens, number.last + 2) == "hundred";
    const uint32_t at = link == "and" || comma ? number.last + 1 : number.last;
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
