// What an article has said about time so far, from which a date without a year gets its year.

#ifndef PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_
#define PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "tools/compiler/calendar.h"

namespace pith::compiler {

// One per article, passed to its sentences in reading order.
struct DateContext {
  // `article_date`: YYYY-MM-DD, or empty if unknown.
  explicit DateContext(absl::string_view article_date) : article_day(ParseIsoDay(article_date)) {}

  // The date from which "October" or "7 February" without a year is resolved: the date last mentioned if the text is
  // about another time than its own (a history), otherwise the article's date. An article without a date uses the date
  // last mentioned, in the same paragraph or the one before, news without a date none; other news, that in the same
  // paragraph.
  absl::optional<Moment> Anchor() const;

  // The basis on which a date was resolved: the year that it names, the article's date ("Thursday"), or Anchor.
  enum class Source : uint8_t { kYear, kArticle, kAnchor };

  // Records a date that the text mentions. `aside`: of what had happened before the time that the text is about.
  void Note(const Moment& moment, Source source, bool aside);

  uint32_t paragraph = 0;  // of the sentence that is read; set by the reader
  absl::optional<absl::CivilDay> article_day;
  absl::optional<Moment> reference;  // the date last mentioned, with its year known
  uint32_t reference_paragraph = 0;
  bool news = false;           // the text says its own date without the year: "LIMA, 4 October - "
  bool undated_news = false;   // so it does, and the article's date is not known: a date without a year has none
  uint32_t near = 0, far = 0;  // how many dates are within a year of the article's, and how many are not
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_
