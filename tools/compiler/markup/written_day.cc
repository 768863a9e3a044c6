#include "tools/compiler/markup/written_day.h"

#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/lexicon/calendar_words.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxWords = 64;  // a day stands near the beginning of what is given

// A run of digits, or of letters, and the characters up to the next one.
struct Word {
  absl::string_view text, behind;
  bool digits = false;
};

std::vector<Word> WordsIn(absl::string_view text) {
  std::vector<Word> words;
  for (size_t i = 0; i < text.size() && words.size() < kMaxWords;) {
    const auto is_digit = [&](size_t at) { return absl::ascii_isdigit(static_cast<unsigned char>(text[at])); };
    const auto is_alpha = [&](size_t at) { return absl::ascii_isalpha(static_cast<unsigned char>(text[at])); };
    size_t end = i;
    const bool digits = is_digit(i);
    while (end < text.size() && (digits ? is_digit(end) : is_alpha(end))) ++end;
    size_t next = end;
    while (next < text.size() && !is_digit(next) && !is_alpha(next)) ++next;
    if (end > i) words.push_back({text.substr(i, end - i), text.substr(end, next - end), digits});
    i = next;
  }
  return words;
}

class DayReader {
 public:
  explicit DayReader(absl::string_view text) : words_(WordsIn(text)) {}

  std::string Read() const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (const auto& read : {&DayReader::YearFirst, &DayReader::DayFirst, &DayReader::MonthFirst,
                               &DayReader::NumbersOnly, &DayReader::Joined}) {
        const std::string day = (this->*read)(i);
        if (!day.empty()) return day;
      }
    }
    return "";
  }

 private:
  // The number at `i`, if it has between `least` and `most` digits; -1 otherwise.
  int Number(size_t i, size_t least, size_t most) const {
    if (i >= words_.size() || !words_[i].digits) return -1;
    const absl::string_view text = words_[i].text;
    int number = 0;
    return text.size() >= least && text.size() <= most && absl::SimpleAtoi(text, &number) ? number : -1;
  }

  int Month(size_t i) const {
    if (i >= words_.size() || words_[i].digits) return 0;
    return Months().Find(absl::AsciiStrToLower(words_[i].text), 0);
  }

  bool Is(size_t i, absl::string_view word) const {
    return i < words_.size() && absl::EqualsIgnoreCase(words_[i].text, word);
  }

  // Behind the "th" of "6th", if it is there.
  size_t BehindOrdinal(size_t i) const {
    const bool ordinal =
        i < words_.size() && words_[i - 1].behind.empty() && (Is(i, "st") || Is(i, "nd") || Is(i, "rd") || Is(i, "th"));
    return ordinal ? i + 1 : i;
  }

  static std::string Iso(int year, int month, int day) {
    if (year < 1000 || month < 1 || day < 1) return "";
    const std::string iso = absl::StrFormat("%04d-%02d-%02d", year, month, day);
    return IsIsoDay(iso) ? iso : "";
  }

  bool SameMarks(size_t i) const {
    const absl::string_view mark = words_[i].behind;
    return i + 2 < words_.size() && mark == words_[i + 1].behind && (mark == "-" || mark == "/" || mark == ".");
  }

  // 2022-01-06
  std::string YearFirst(size_t i) const {
    const int year = Number(i, 4, 4);
    return year > 0 && SameMarks(i) ? Iso(year, Number(i + 1, 1, 2), Number(i + 2, 1, 2)) : "";
  }

  // 6 January 2022, 6th of January 2022
  std::string DayFirst(size_t i) const {
    const int day = Number(i, 1, 2);
    if (day < 0) return "";
    size_t at = BehindOrdinal(i + 1);
    if (Is(at, "of")) ++at;
    return Month(at) > 0 ? Iso(Number(at + 1, 4, 4), Month(at), day) : "";
  }

  // January 6, 2022
  std::string MonthFirst(size_t i) const {
    if (Month(i) == 0) return "";
    return Iso(Number(BehindOrdinal(i + 2), 4, 4), Month(i), Number(i + 1, 1, 2));
  }

  // 06.01.2022; with other marks only if one number is no month.
  std::string NumbersOnly(size_t i) const {
    const int first = Number(i, 1, 2);
    if (first < 0 || !SameMarks(i)) return "";
    const int second = Number(i + 1, 1, 2), year = Number(i + 2, 4, 4);
    if (words_[i].behind == "." || first > 12) return Iso(year, second, first);
    return second > 12 || first == second ? Iso(year, first, second) : "";
  }

  // 20220106 alone, or with the time behind it
  std::string Joined(size_t i) const {
    if (i > 0 || !words_[0].digits || words_[0].text[0] > '2') return "";
    const absl::string_view text = words_[0].text;
    if (text.size() != 8 && text.size() != 14) return "";
    int year = 0, month = 0, day = 0;
    if (!absl::SimpleAtoi(text.substr(0, 4), &year) || !absl::SimpleAtoi(text.substr(4, 2), &month) ||
        !absl::SimpleAtoi(text.substr(6, 2), &day)) {
      return "";
    }
    return Iso(year, month, day);
  }

  const std::vector<Word> words_;
};

}  // namespace

std::string WrittenDay(absl::string_view text) { return DayReader(text).Read(); }

}  // namespace pith::compiler
