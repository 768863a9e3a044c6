// Rows of a table or a list, and lines with a label ("Adults: 12 euros"): each says the same sort of thing of something
// else, so which of them is meant decides.

#ifndef PITH_ENGINE_RANK_ROWS_H_
#define PITH_ENGINE_RANK_ROWS_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/rank/fact_support.h"
#include "engine/rank/scan.h"

namespace pith {

struct Row {
  uint8_t label_end;  // tokens [0, label_end) are its label, or its first cell; 0: it has none
  bool labelled;      // the label means a content word of the query
  // Beside it stands a row that means all that this one does, and more; or it is about other weekdays than the query.
  bool outdone;
  // Bits of the query's weekdays that the label spans without naming them ("Tuesday to Friday"), if no row names them.
  uint64_t spanned;
};

// "9 am - 5 pm": whether tokens [first, end) are two times and what joins them. O(tokens).
bool AreHours(const Part& part, const Scan& scan, uint32_t first, uint32_t end);

// "What time does it open?" of "Saturday | 10 am | 6 pm" under "Opens" and "Closes": whether bytes of a row stand in
// another column than the one that the query names. O(facts).
bool IsOfOtherColumn(const SentenceFacts& facts, Range span);

// What a scanned sentence is as a row; all 0 if it is none. O(matches * (log postings + kMostRowsLed)), and the tokens
// of the labels where the query has a weekday.
Row ReadRow(const Part& part, const Query& query, const Matches& matches, const Scan& scan);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_ROWS_H_
