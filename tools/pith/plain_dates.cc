#include "tools/pith/plain_dates.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace pith::command {
namespace {

constexpr absl::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
constexpr absl::string_view kSeasons[] = {"spring", "summer", "autumn", "winter"};

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

// "1881", "1990s", "44 BC"; empty if `digits` is no year.
std::string PlainYear(absl::string_view digits, bool negative) {
  if (digits.size() != 4) return "";
  const absl::string_view known = digits.substr(0, digits.find('X'));
  int year = 0;
  if (known.size() < 2 || !absl::SimpleAtoi(known, &year)) return "";
  if (known.size() < 4) return negative ? "" : absl::StrCat(year, std::string(4 - known.size(), '0'), "s");
  return negative ? absl::StrCat(year + 1, " BC") : absl::StrCat(year);
}

// One point or stretch of the calendar; empty if it is of no known form.
std::string PlainPoint(absl::string_view date) {
  std::string hedge;
  while (!date.empty() && absl::StrContains("~?%", date.substr(date.size() - 1))) {
    hedge = "about ";
    date.remove_suffix(1);
  }
  const bool negative = absl::ConsumePrefix(&date, "-");
  const size_t clock = date.find('T');
  const std::vector<absl::string_view> parts = absl::StrSplit(date.substr(0, clock), '-');
  const std::string year = parts[0] == "XXXX" ? "" : PlainYear(parts[0], negative);
  if (parts.size() > 3 || (year.empty() && (parts[0] != "XXXX" || parts.size() < 2))) return "";
  int month = 0, day = 0;
  if (parts.size() > 1 && !absl::SimpleAtoi(parts[1], &month)) return "";
  if (parts.size() > 2 && !absl::SimpleAtoi(parts[2], &day)) return "";
  std::vector<std::string> words;
  if (day > 0) words.push_back(absl::StrCat(day));
  if (month >= 1 && month <= 12) {
    words.emplace_back(kMonths[month - 1]);
  } else if (month >= 21 && month <= 24) {
    words.emplace_back(kSeasons[month - 21]);
  } else if (month >= 33 && month <= 36) {
    words.push_back(absl::StrCat("quarter ", month - 32, " of"));
  } else if (parts.size() > 1) {
    return "";
  }
  if (!year.empty()) words.push_back(year);
  if (clock != absl::string_view::npos) words.push_back(absl::StrCat("at ", date.substr(clock + 1)));
  return absl::StrCat(hedge, absl::StrJoin(words, " "));
}

absl::string_view UnitOf(char letter, bool clock) {
  switch (letter) {
    case 'Y':
      return "year";
    case 'M':
      return clock ? "minute" : "month";
    case 'W':
      return "week";
    case 'D':
      return "day";
    case 'H':
      return "hour";
    case 'S':
      return "second";
    default:
      return "";
  }
}

// One duration; empty if it is of no known form.
std::string PlainStretch(absl::string_view iso) {
  std::vector<std::string> words;
  bool clock = false;
  if (!absl::ConsumePrefix(&iso, "P")) return "";
  while (!iso.empty()) {
    if (absl::ConsumePrefix(&iso, "T")) {
      clock = true;
      continue;
    }
    size_t size = 0;
    while (size < iso.size() && (IsDigit(iso[size]) || iso[size] == '.')) ++size;
    const absl::string_view number = iso.substr(0, size);
    const absl::string_view unit = size < iso.size() ? UnitOf(iso[size], clock) : "";
    if (number.empty() || unit.empty()) return "";
    words.push_back(absl::StrCat(number, " ", unit, number == "1" ? "" : "s"));
    iso.remove_prefix(size + 1);
  }
  return absl::StrJoin(words, " ");
}

}  // namespace

std::string PlainDate(absl::string_view edtf) {
  const std::vector<absl::string_view> ends = absl::StrSplit(edtf, '/');
  const auto open = [](absl::string_view end) { return end.empty() || end == ".."; };
  if (ends.size() == 1) {
    std::string point = PlainPoint(edtf);
    return point.empty() ? std::string(edtf) : point;
  }
  const std::string from = open(ends[0]) ? "" : PlainPoint(ends[0]), to = open(ends[1]) ? "" : PlainPoint(ends[1]);
  if (ends.size() > 2 || (from.empty() && to.empty())) return std::string(edtf);
  if (from.empty()) return absl::StrCat("until ", to);
  if (to.empty()) return absl::StrCat("since ", from);
  return absl::StrCat(from, " to ", to);
}

std::string PlainDuration(absl::string_view iso) {
  std::vector<std::string> stretches;
  for (absl::string_view one : absl::StrSplit(iso, '/')) {
    stretches.push_back(PlainStretch(one));
    if (stretches.back().empty()) return std::string(iso);
  }
  return absl::StrJoin(stretches, " to ");
}

}  // namespace pith::command
