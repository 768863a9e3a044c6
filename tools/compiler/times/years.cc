#include "tools/compiler/times/years.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

using Found = absl::optional<TimeMatch>;

bool IsCounted(const TimeInput& in, uint32_t i) {
  const absl::string_view word = in.Word(i);
  if (NounsBehindCounts().Has(word) || (word == "or" && in.Is(i + 1, {"more", "so", "fewer"}))) return true;
  if (word.size() < 4 || word.back() != 's' || absl::EndsWith(word, "ss") || WordsLikePlurals().Has(word)) return false;
  const Pos pos = in.tokens[i].pos;
  return pos == Pos::kNoun || (pos == Pos::kX && !in.IsCapital(i));
}

}  // namespace

TimeMatch Dated(uint32_t first, uint32_t last, const Moment& moment, bool says_year) {
  TimeMatch match;
  match.first = first;
  match.last = last;
  match.moment = moment;
  match.says_year = says_year;
  return match;
}

absl::optional<int> YearBehind(const TimeInput& in, uint32_t at, uint32_t* last) {
  // "October of the following year"
  const absl::optional<Shift> shift = ShiftWords().Find(in.Word(at + 2), absl::nullopt);
  if (in.Word(at) == "of" && in.Word(at + 1) == "the" && in.Word(at + 3) == "year" && shift.has_value() &&
      shift->from_spoken && in.context.reference.has_value()) {
    *last = at + 4;
    return static_cast<int>(in.context.reference->day.year()) + shift->shift;
  }
  if (in.Is(at, {",", "of", "in"})) ++at;
  int year = 0;
  if (ErasBefore().Has(in.Word(at + 1)) && in.Word(at).size() <= 4 && absl::SimpleAtoi(in.Word(at), &year)) {
    *last = at + 2;
    return 1 - year;
  }
  year = YearAt(in, at);
  if (year == 0 || in.Word(at + 1) == "%" || (in.Word(at - 1) == "in" && in.Word(at + 1) == "-")) return absl::nullopt;
  *last = at + 1;
  return year;
}

int ShortYearAt(const TimeInput& in, uint32_t i) {
  const absl::string_view word = in.Word(i);
  int year = 0;
  if (word.size() != 2 || !absl::SimpleAtoi(word, &year)) return 0;
  const absl::optional<absl::CivilDay>& article = in.context.article_day;
  const int now = article.has_value() ? static_cast<int>(article->year()) : 2030;
  year += now - now % 100;
  return year > now + 5 ? year - 100 : year;
}

int ShortYearBehind(const TimeInput& in, uint32_t at, uint32_t* last) {
  const absl::string_view word = in.Word(at);
  int year = 0;
  if (word == "'" && IsGlued(in.tokens, at + 1) && !IsGlued(in.tokens, at)) {
    year = ShortYearAt(in, at + 1);
    at += 2;
  } else if (word.size() == 2 && word[0] == '0') {  // "1 Jan 01"; "1 Jan 12" may be followed by what is counted
    year = ShortYearAt(in, at);
    ++at;
  }
  if (year != 0) *last = at;
  return year;
}

Found ReadEra(const TimeInput& in, uint32_t first) {
  const bool before = ErasSince().Has(in.Word(first)) && in.IsCapital(first);
  const uint32_t at = before ? first + 1 : first;
  const absl::string_view word = in.Word(at);
  int year = 0;
  if (word.empty() || word.size() > 4 || !absl::ascii_isdigit(static_cast<unsigned char>(word[0])) ||
      !absl::SimpleAtoi(word, &year) || year == 0) {
    return absl::nullopt;
  }
  if (before) return Dated(first, at + 1, {absl::CivilDay(year), Precision::kYear}, true);
  // "490-479 BC": the era applies to both.
  const bool range = in.Word(at + 1) == "-" && ErasBefore().Has(in.Word(at + 3));
  if (ErasBefore().Has(in.Word(at + 1)) || range) {
    return Dated(first, range ? at + 1 : at + 2, {absl::CivilDay(1 - year), Precision::kYear}, true);
  }
  if (ErasSince().Has(in.Word(at + 1)) && in.IsCapital(at + 1)) {
    return Dated(first, at + 2, {absl::CivilDay(year), Precision::kYear}, true);
  }
  return absl::nullopt;
}

Found ReadDecadeOrCentury(const TimeInput& in, uint32_t first) {
  absl::string_view word = in.Word(first);
  const bool own = first > 0 && in.Is(first - 1, {"his", "her", "their", "my", "your", "its"});  // an age
  const int named = DecadeNames().Find(word, 0);
  if (named != 0 && first > 0 && in.Is(first - 1, {"the", "early", "late", "mid", "-", "and"})) {
    return Dated(first, first + 1, {absl::CivilDay(named), Precision::kDecade}, true);
  }
  const bool apostrophe = word == "'" && IsGlued(in.tokens, first + 1);
  uint32_t at = apostrophe ? first + 1 : first;
  word = in.Word(at);
  if (!word.empty() && word[0] == '\'') word.remove_prefix(1);
  const bool separate = IsGlued(in.tokens, at + 1) && (in.Word(at + 1) == "s" || in.Word(at + 1) == "'s");
  if (separate || (word.size() >= 3 && word.back() == 's')) {
    if (!separate) word.remove_suffix(1);
    int year = 0;
    const bool sized = word.size() == 4 || word.size() == 2;
    if (!own && sized && absl::SimpleAtoi(word, &year) && year % 10 == 0 && (word.size() == 2 || year >= 1000)) {
      if (word.size() == 2) {
        if (!apostrophe && in.tokens[first].folded[0] != '\'' &&
            !(first > 0 && in.Is(first - 1, {"the", "early", "late", "mid", "-", "and"}))) {
          return absl::nullopt;
        }
        year += year < 20 ? 2000 : 1900;
      }
      if (separate && word.size() == 4 && in.Word(at + 1) == "'s" && !(first > 0 && in.Word(first - 1) == "the")) {
        return absl::nullopt;  // "2010's best film"
      }
      // "The 1800s" are a century; of it "mid-" and the like tell a part, which has no form of its own.
      const Precision precision =
          word.size() == 4 && year % 100 == 0 && year < 2000 ? Precision::kCentury : Precision::kDecade;
      return Dated(first, at + (separate ? 2 : 1), {absl::CivilDay(year), precision}, true);
    }
  }
  const int ordinal = OrdinalWord(in.Word(first));
  if (ordinal == 0) return absl::nullopt;
  at = in.Word(first + 1) == "-" ? first + 2 : first + 1;
  if (!in.Is(at, {"century", "centuries"})) return absl::nullopt;
  if (!ErasBefore().Has(in.Word(at + 1))) {
    return Dated(first, at + 1, {absl::CivilDay(100 * (ordinal - 1)), Precision::kCentury}, true);
  }
  TimeMatch match;
  match.first = first;
  match.last = at + 2;
  match.says_year = true;
  match.iso = IsoInterval({absl::CivilDay(1 - 100 * ordinal), Precision::kYear},
                          {absl::CivilDay(-100 * (ordinal - 1)), Precision::kYear});
  return match;
}

Found ReadYear(const TimeInput& in, uint32_t first) {
  const bool short_form = in.tokens[first].folded.size() == 3 && in.tokens[first].folded[0] == '\'';
  uint32_t at = first;
  int year = YearAt(in, first);
  if (short_form || (in.Word(first) == "'" && IsGlued(in.tokens, first + 1) && !IsGlued(in.tokens, first))) {
    const absl::string_view digits = short_form ? in.Word(first).substr(1) : in.Word(first + 1);
    if (digits.size() != 2 || !absl::SimpleAtoi(digits, &year)) return absl::nullopt;
    const absl::optional<Moment> anchor = in.context.Anchor();
    const int64_t now = anchor.has_value() ? anchor->day.year() : 2000;
    year += static_cast<int>(now - now % 100);
    if (year > now + 20) year -= 100;
    if (year < now - 80) year += 100;
    at = short_form ? first : first + 1;
    return Dated(first, at + 1, {absl::CivilDay(year), Precision::kYear}, true);
  }
  if (year == 0) return absl::nullopt;
  const absl::string_view before = first > 0 ? in.Word(first - 1) : absl::string_view();
  const bool glued = IsGlued(in.tokens, first) && before != "(" && before != "[" && before != "-" && before != "/" &&
                     before != "'" && before != "\"";
  if (glued || WordsBeforeCounts().Has(before)) {
    return absl::nullopt;
  }
  // "737-2000" is not a year, "1914-1918" and "pre-1982" are.
  if (before == "-" && IsGlued(in.tokens, first) && first > 1 && IsGlued(in.tokens, first - 1) &&
      YearAt(in, first - 2) == 0 && !in.Is(first - 2, {"mid", "pre", "post", "early", "late", "s"})) {
    return absl::nullopt;
  }
  const bool counted = IsCounted(in, first + 1) || (in.tokens[first].pos == Pos::kNum && first + 1 < in.tokens.size() &&
                                                    in.tokens[first + 1].pos == Pos::kAdj && IsCounted(in, first + 2));
  const bool in_context = WordsBeforeYears().Has(before);
  const bool likely = year >= 1500 && year <= 2050;
  // "A survey of 1709 schoolchildren", but "the 1936 games" and "1848 Hill organ"
  const Token& token = in.tokens[first];
  if (token.rel == Rel::kNummod && token.pos == Pos::kNum && token.head == static_cast<int>(first) + 1 &&
      in.tokens[first + 1].pos == Pos::kNoun && in.tokens[first + 1].lemma != in.tokens[first + 1].folded &&
      !in.Is(first - 1, {"the", "this", "that", "its", "his", "her", "their", "a"})) {
    return absl::nullopt;
  }
  if (counted && !(in_context && likely && year % 100 != 0)) {
    return absl::nullopt;
  }
  if (in.Is(first + 1, {"-"}) && IsGlued(in.tokens, first + 1) && TimeUnitOf(in.Word(first + 2)).letter != 0)
    return absl::nullopt;
  // "was raised about 1312": no count of anything.
  const bool about = IsOneOf(before, {"about", "around", "circa"}) && in.tokens[first].rel == Rel::kObl;
  if (!likely && !in_context && !about && !in.Is(first - 1, {"by", "of", "(", "before", "after", "and", "to", "-"})) {
    return absl::nullopt;
  }
  if (year < 1500 && in_context && in.tokens[first].pos == Pos::kNum && first + 1 < in.tokens.size() &&
      in.tokens[first + 1].pos == Pos::kNoun) {
    return absl::nullopt;
  }
  TimeMatch match = Dated(first, first + 1, {absl::CivilDay(year), Precision::kYear}, true);
  // "1914-18", "2008/09"
  if (in.Is(first + 1, {"-", "/"}) && IsGlued(in.tokens, first + 1) && IsGlued(in.tokens, first + 2)) {
    int end = 0;
    const absl::string_view digits = in.Word(first + 2);
    if (digits.size() == 2 && absl::SimpleAtoi(digits, &end) && end > year % 100) {
      match.last = first + 3;
      match.iso = IsoInterval(*match.moment, {absl::CivilDay(year - year % 100 + end), Precision::kYear});
    }
  }
  return match;
}

}  // namespace pith::compiler
