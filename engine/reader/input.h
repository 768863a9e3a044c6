// What the neural reader sees of a token: its word, and small numbers for what it looks like and does in its sentence.
// The trainer exports these very numbers, so that it learns from what the engine will see.

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

// What a token looks like. The numbers are part of the reader's weights: add at the end, never renumber.
enum class ReaderShape : uint8_t {
  kLower,
  kStop,
  kCapital,
  kFirstCapital,  // capitalised where every word would be: at the start of its sentence
  kFirstStop,
  kUpper,
  kInitial,  // one capital letter
  kMonth,
  kWeekday,
  kNumberWord,
  kYear,         // 1000 to 2099 in four digits
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
  uint16_t term;    // of the article, kNoTerm: none; of a question always none
  uint16_t suffix;  // hash of its folded ending, below kReaderSuffixes
  uint8_t shape;    // ReaderShape
  uint8_t pos;      // Pos; of a question kReaderPosQuestion or, of the noun asked about, kReaderPosFocus
  uint8_t name;     // NameType
  uint8_t rel;      // Rel; of a question 0
  uint8_t noun_class;
  uint8_t first;  // 1: of its sentence
};

inline constexpr uint8_t kReaderPosQuestion = kPosCount, kReaderPosFocus = kPosCount + 1;
inline constexpr uint32_t kReaderPosCount = kPosCount + 2;

// A token of an article and its text; `first`: of its sentence. O(size).
ReaderToken ReadToken(const Language& language, const TokenRecord& record, Bytes text, bool first);

// Word `number` of a question. O(size).
ReaderToken ReadQuestionToken(const Language& language, const Query& query, const Question& question, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_READER_INPUT_H_
