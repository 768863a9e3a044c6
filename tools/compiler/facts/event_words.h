// Which words of a sentence tell what happened on a date.

#ifndef PITH_TOOLS_COMPILER_FACTS_EVENT_WORDS_H_
#define PITH_TOOLS_COMPILER_FACTS_EVENT_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// "1931"; "May" and "1990s" are none.
bool IsYear(const Token& token);

// The dated words of one sentence. Construction costs O(tokens + values and mentions of the sentence). The analysis
// must outlive it.
class EventWords {
 public:
  // `dates`: indices into Analysis::values of the sentence's dates.
  EventWords(const Analysis& analysis, uint32_t sentence, const std::vector<size_t>& dates);

  const SentenceReading& reading() const { return reading_; }

  // The words that say what happened on date `value`; empty if it dates nothing that happened.
  TokenRange Of(size_t value);
  // Whether those words are the whole sentence.
  bool IsWhole(TokenRange words) const;

 private:
  TokenRange RangeOf(size_t value) const;
  int GovernorOf(int top, TokenRange date) const;
  int ClauseAbove(int i) const;
  bool DatesNothing(int top, int head, TokenRange date) const;
  bool IsHabit(int head, TokenRange date) const;
  bool IsLimitOfState(int head, TokenRange date) const;
  bool IsOfNoun(int top) const;
  bool IsCompared(int top, int head) const;
  bool IsFinite(int verb) const;
  bool SaysUndated(int head, size_t value) const;
  TokenRange WordsAround(int head, TokenRange date);
  TokenRange DescribedNoun(int head, TokenRange date);
  TokenRange WithoutLaterDates(TokenRange range, TokenRange date) const;
  bool GoesOnWithBut(int head) const;
  int FirstSubject(int head) const;
  bool FollowsComma(int head) const;
  int WordsIn(TokenRange range) const;
  bool IsLeaning(TokenRange range) const;

  const Analysis& analysis_;
  const SentenceReading reading_;
  const Tree& tree_;
  Phrases phrases_;
  std::vector<int> dates_below_;  // per token, how many dates lie in its subtree
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENT_WORDS_H_
