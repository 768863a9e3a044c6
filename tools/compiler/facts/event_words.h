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
  // The first byte behind a dateline.
  uint32_t Begin() const;
  // All words but for a dateline.
  TokenRange Whole() const;

 private:
  TokenRange RangeOf(size_t value) const;
  int GovernorOf(int top, TokenRange date) const;
  bool SaysUndated(int head, size_t value) const;
  TokenRange WordsAround(int head, TokenRange date);
  TokenRange DescribedNoun(int head, TokenRange date);
  TokenRange WithoutLaterDates(TokenRange range, TokenRange date) const;
  bool GoesOn(int head) const;
  bool LacksSubject(int head, TokenRange range) const;
  bool IsDateline(TokenRange date) const;
  int FirstSubject(int head) const;
  bool FollowsComma(int head) const;
  int WordsIn(TokenRange range) const;
  bool IsLeaning(TokenRange range) const;

  const Analysis& analysis_;
  const SentenceReading reading_;
  const Tree& tree_;
  Phrases phrases_;
  const int dateline_;            // the tokens of "LIMA, 4 October -", 0: none
  std::vector<int> dates_below_;  // per token, how many dates lie in its subtree
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENT_WORDS_H_
