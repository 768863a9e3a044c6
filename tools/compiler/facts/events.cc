#include "tools/compiler/facts/events.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/types/span.h"
#include "tools/compiler/facts/event_dates.h"
#include "tools/compiler/facts/event_telling.h"
#include "tools/compiler/facts/event_words.h"
#include "tools/compiler/tree/phrases.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostWhole = 30;  // tokens of a sentence that tells as a whole what its only date dates

using Day = std::array<int, 3>;  // year, month, day; 0: not stated

// The start of an EDTF date; false if it fixes no time. "199X" starts with 1990, "2019/2021" with 2019, a season with
// its first month.
bool StartOf(absl::string_view iso, Day* day) {
  const std::vector<absl::string_view> ends = absl::StrSplit(iso, '/');
  absl::string_view date = ends[0];
  if ((date.empty() || date == "..") && ends.size() > 1) date = ends[1];
  const bool negative = absl::ConsumePrefix(&date, "-");
  *day = {0, 0, 0};
  size_t part = 0;
  for (absl::string_view digits : absl::StrSplit(date.substr(0, date.find('T')), '-')) {
    if (part == day->size()) return false;
    std::string number;
    for (char c : digits) {
      if (absl::ascii_isdigit(static_cast<unsigned char>(c))) {
        number += c;
      } else if (c == 'X') {
        number += '0';
      } else if (c != '~' && c != '?' && c != '%') {
        return false;
      }
    }
    if (!absl::SimpleAtoi(number, &(*day)[part])) return false;
    ++part;
  }
  if (part == 0) return false;
  if (negative) (*day)[0] = -(*day)[0];
  int& month = (*day)[1];
  if (month >= 21 && month <= 24) month = 3 * (month - 20);      // spring .. winter
  if (month >= 33 && month <= 36) month = 3 * (month - 32) - 2;  // first to fourth quarter
  return true;
}

// For each sentence, whether it stands in a caption or in code: those tell of no events.
std::vector<bool> Aside(const Analysis& analysis) {
  std::vector<bool> aside(analysis.sentences.size());
  size_t s = 0;
  for (const Block& block : analysis.article.blocks) {
    for (; s < aside.size() && analysis.sentences[s].begin < block.end; ++s) {
      aside[s] = block.kind == BlockKind::kCaption || block.kind == BlockKind::kCode;
    }
  }
  return aside;
}

// The facts of sentence `s`; they stand in the order of their sentences.
absl::Span<const Fact> FactsOf(const Analysis& analysis, uint32_t s) {
  const auto first = std::lower_bound(analysis.facts.begin(), analysis.facts.end(), s,
                                      [](const Fact& fact, uint32_t of) { return fact.sentence < of; });
  const auto last = std::find_if(first, analysis.facts.end(), [s](const Fact& fact) { return fact.sentence != s; });
  return absl::MakeConstSpan(analysis.facts)
      .subspan(static_cast<size_t>(first - analysis.facts.begin()), static_cast<size_t>(last - first));
}

// "1931" of "1931: the mill closes", but not "Friday" of "Tuesday to Friday: 9 am - 5 pm".
bool NamesYear(const Sentence& sentence, const Span& date) {
  return std::any_of(sentence.tokens.begin() + date.first, sentence.tokens.begin() + date.last, IsYear);
}

}  // namespace

void FindEvents(Analysis* analysis) {
  struct Dated {
    Day day;
    Event event;
  };
  std::vector<std::vector<size_t>> dates(analysis->sentences.size());
  std::vector<Day> days(analysis->values.size());
  for (size_t i = 0; i < analysis->values.size(); ++i) {
    const Value& value = analysis->values[i];
    if (value.kind != ValueKind::kDate || value.hedge == Hedge::kVague || !StartOf(value.iso, &days[i])) continue;
    // "From October to May": a month of no year is none of the timeline's; a day may be that of a feast or a death.
    if (absl::StartsWith(value.iso, "XXXX") && days[i][2] == 0) continue;
    if (value.span.sentence >= dates.size() || value.span.first >= value.span.last) continue;
    // The day of a report is not that of what it tells, but "PEARL HARBOR, 7 December 1941 -" is on a panel.
    const Sentence& sentence = analysis->sentences[value.span.sentence];
    if (value.span.last <= sentence.dateline && !NamesYear(sentence, value.span)) continue;
    dates[value.span.sentence].push_back(i);
  }
  const std::vector<bool> aside = Aside(*analysis);
  std::vector<Dated> found;
  for (uint32_t s = 0; s < dates.size(); ++s) {
    // "Were eels in space in 2009?"
    const bool asks = !analysis->sentences[s].tokens.empty() && analysis->sentences[s].tokens.back().folded == "?";
    const Sentence& sentence = analysis->sentences[s];
    const bool title = sentence.heading && analysis->article.text.compare(sentence.begin, sentence.end - sentence.begin,
                                                                          analysis->article.title) == 0;
    if (dates[s].empty() || aside[s] || asks || title) continue;
    const std::vector<Token>& tokens = analysis->sentences[s].tokens;
    EventWords finder(*analysis, s, dates[s]);
    const absl::Span<const Fact> facts = FactsOf(*analysis, s);
    for (size_t i : dates[s]) {
      // A line without a sentence, such as one of opening hours, tells of an event only where it says in which year.
      if (sentence.heading && !NamesYear(sentence, analysis->values[i].span)) continue;
      const TokenRange words = finder.Of(i);
      if (words.empty()) continue;
      Event event;
      event.value = static_cast<int>(i);
      event.sentence = s;
      const auto tell = [&](TokenRange range) {
        event.begin = tokens[static_cast<size_t>(range.first)].begin;
        event.end = tokens[static_cast<size_t>(range.last - 1)].end;
        // A whole sentence keeps its final period and quotation marks.
        if (finder.IsWhole(range)) {
          event.begin = finder.Begin();
          event.end = sentence.end;
        }
        return TellEvent(finder.reading(), range, &event);
      };
      // "Her paper was rejected before a journal printed it in 1924": what "it" means may stand in the same sentence.
      if (!tell(words) && (dates[s].size() > 1 || tokens.size() > kMostWhole || !tell(finder.Whole()))) continue;
      MarkEvent(finder.reading(), facts, &event);
      found.push_back({days[i], std::move(event)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Dated& a, const Dated& b) {
    return std::make_tuple(a.day, a.event.begin, a.event.end) < std::make_tuple(b.day, b.event.begin, b.event.end);
  });
  analysis->events.clear();
  const Dated* last = nullptr;
  for (const Dated& dated : found) {
    const bool again = last != nullptr && last->day == dated.day && last->event.begin == dated.event.begin &&
                       last->event.end == dated.event.end;
    if (!again) analysis->events.push_back(dated.event);
    last = &dated;
  }
}

}  // namespace pith::compiler
