// What an article has said about time so far, by which a date without a year is placed.

#ifndef PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_
#define PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "tools/compiler/calendar.h"

namespace pith::compiler {

// One per article, given to its sentences in reading order.
struct DateContext {
  // `article_date`: YYYY-MM-DD, or empty where unknown.
  explicit DateContext(absl::string_view article_date) : article_day(ParseIsoDay(article_date)) {}

  // The date from which "October" or "7 February" without a year is counted. Where the text tells of another time than
  // its own (a history), that is the date told last; else the article's date; without one, the date told last.
  absl::optional<Moment> Anchor() const;

  // What a date was worked out from: the year that it names, the article's date ("Thursday"), or Anchor.
  enum class Source : uint8_t { kYear, kArticle, kAnchor };

  // Takes note of a date that the text told.
  void Note(const Moment& moment, Source source);

  absl::optional<absl::CivilDay> article_day;
  absl::optional<Moment> reference;  // the date told last, with its year known
  uint32_t near = 0, far = 0;        // how many dates lay within a year of the article's, and how many did not
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_DATE_CONTEXT_H_
