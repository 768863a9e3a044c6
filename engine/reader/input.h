// What the neural reader sees of a token: its word, and small numbers for how it looks and what it does in its
// sentence. The trainer exports these same numbers, so it learns from what the engine sees.

#ifndef PITH_ENGINE_READER_INPUT_H_
#define PITH_ENGINE_READER_INPUT_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kReaderSuffixes = 1024;
inline constexpr uint32_t kReaderSuffixBytes = 3;  // of the folded word

// The look of a token. The numbers are part of the reader's weights: add at the end, never renumber.
enum class ReaderShape : uint8_t {
  kLower,
  kStop,
  kCapital,
  kFirstCapital,  // capitalized where any word would be: at the start of a sentence
  kFirstStop,
  kUpper,
  kInitial,  // one capital letter
  kMonth,
  kWeekday,
  kNumberWord,
  kYear,         // four digits, 1000 to 2099
  kShortNumber,  // one or two digits
  kLongNumber,
  kMixedNumber,  // with a comma, point or letters: "1,500", "3.5", "19th"
  kComma,
  kPeriod,
  kOpen,   // ( [
  kClose,  // ) ]
  kQuote,
  kApostrophe,
  kDash,
  kSemicolon,
  kColon,
  kPercent,
  kCurrency,
  kQuestion,
  kSymbol,
  kClitic,  // "'s"
  kCount
};

struct ReaderToken {
  uint32_t word;    // HashWord of its folded form
  uint16_t term;    // of the article; kNoTerm: none, as for every word of a question
  uint16_t suffix;  // hash of its folded ending, below kReaderSuffixes
  uint8_t shape;    // ReaderShape
  uint8_t pos;      // Pos; in a question kReaderPosQuestion, or kReaderPosFocus for the noun asked about
  uint8_t name;     // NameType
  uint8_t rel;      // Rel; 0 in a question
  uint8_t noun_class;
  uint8_t first;  // 1: it is the first of its sentence
};

inline constexpr uint8_t kReaderPosQuestion = kPosCount, kReaderPosFocus = kPosCount + 1;
inline constexpr uint32_t kReaderPosCount = kPosCount + 2;

// Describes a token of an article, given its text and whether it is the first of its sentence. O(size).
ReaderToken ReadToken(const Language& language, const TokenRecord& record, Bytes text, bool first);

// Describes word `number` of a question. O(size).
ReaderToken ReadQuestionToken(const Language& language, const Query& query, const Question& question, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_READER_INPUT_H_
