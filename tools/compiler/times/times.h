// Finds dates, times of day, durations and ages, and works out which they are.

#ifndef PITH_TOOLS_COMPILER_TIMES_TIMES_H_
#define PITH_TOOLS_COMPILER_TIMES_TIMES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/calendar.h"

namespace pith::compiler {

// What the sentences so far say about time. One per article, given to its sentences in reading order.
struct DateContext {
  // `article_date`: YYYY-MM-DD, or empty where unknown.
  explicit DateContext(absl::string_view article_date) : article_day(ParseIsoDay(article_date)) {}

  // From what "October" or "7 February" without a year is counted: the date told last where the text tells of another
  // time than its own (a history), else the article's date, else the date told last.
  absl::optional<Moment> Anchor() const;

  // What a date was worked out from: the year that it names, the article's date ("Thursday"), or Anchor.
  enum class Source : uint8_t { kYear, kArticle, kAnchor };

  // Takes note of a date that the text told.
  void Note(const Moment& moment, Source source);

  absl::optional<absl::CivilDay> article_day;
  absl::optional<Moment> reference;  // the date told last, with its year known
  uint32_t near = 0, far = 0;        // dates told that lie within a year of the article's date, and others
};

// The expressions of time in one sentence, in order, without overlap. A date has Value::kind kDate and `iso` in EDTF
// ("2022-01-06", "1939/1945", "199X"), with T and the time of day where that is told; `iso` is empty where the text
// does not say enough ("Thursday" in an article without a date). A duration or age has kDuration and `iso` as ISO 8601
// ("P2W"). Spans cover the words without a preposition before them: "early Wednesday", "1991", "two-week". Token::pos
// is used where it is filled. O(tokens).
std::vector<Value> FindTimes(absl::string_view text, uint32_t sentence_number, const Sentence& sentence,
                             DateContext* context);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_TIMES_H_
