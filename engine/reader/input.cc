#include "engine/reader/input.h"

#include "engine/language/fold.h"

namespace pith {
namespace {

ReaderShape NumberShape(Bytes folded) {
  uint64_t digits = 0;
  while (digits < folded.size() && IsAsciiDigit(folded.U8(digits))) ++digits;
  if (digits != folded.size()) return ReaderShape::kMixedNumber;
  if (digits <= 2) return ReaderShape::kShortNumber;
  const bool year = digits == 4 && (folded.U8(0) == '1' || (folded.U8(0) == '2' && folded.U8(1) == '0'));
  return year ? ReaderShape::kYear : ReaderShape::kLongNumber;
}

ReaderShape SymbolShape(Bytes folded) {
  switch (folded.U8(0)) {
    case ',':
      return ReaderShape::kComma;
    case '.':
    case '!':
      return ReaderShape::kPeriod;
    case '(':
    case '[':
      return ReaderShape::kOpen;
    case ')':
    case ']':
      return ReaderShape::kClose;
    case '"':
    case '`':
      return ReaderShape::kQuote;
    case '\'':
      return ReaderShape::kApostrophe;
    case '-':
      return ReaderShape::kDash;
    case ';':
      return ReaderShape::kSemicolon;
    case ':':
      return ReaderShape::kColon;
    case '%':
      return ReaderShape::kPercent;
    case '$':
    case 0xC2:  // pound, yen
    case 0xE2:  // euro and its neighbors
      return ReaderShape::kCurrency;
    case '?':
      return ReaderShape::kQuestion;
    default:
      return ReaderShape::kSymbol;
  }
}

// Whether the text begins with A to Z, or with 0xC3, the lead byte of Latin-1's accented letters (of either case).
bool IsCapital(Bytes text) {
  const uint8_t c = text.U8(0);
  return (c >= 'A' && c <= 'Z') || c == 0xC3;
}

ReaderShape WordShapeOf(Bytes text, Bytes folded, uint16_t flags, bool first) {
  const uint8_t c = folded.U8(0);
  if (IsAsciiDigit(c)) return NumberShape(folded);
  const bool letter = (c >= 'a' && c <= 'z') || c >= 0x80;
  if (!letter) return folded.size() > 1 && c == '\'' ? ReaderShape::kClitic : SymbolShape(folded);
  const bool capital = IsCapital(text), stop = (flags & kWordStop) != 0;
  if ((flags & kWordMonth) != 0 && capital) return ReaderShape::kMonth;
  if ((flags & kWordWeekday) != 0) return ReaderShape::kWeekday;
  if ((flags & kWordNumber) != 0) return ReaderShape::kNumberWord;
  if (!capital) return stop ? ReaderShape::kStop : ReaderShape::kLower;
  if (text.size() == 1 && !first) return ReaderShape::kInitial;
  if (text.size() > 1 && IsCapital(text.Sub(1, 1))) return ReaderShape::kUpper;
  if (first) return stop ? ReaderShape::kFirstStop : ReaderShape::kFirstCapital;
  return ReaderShape::kCapital;
}

ReaderToken Read(const Language& language, Bytes text, bool first) {
  const FoldedWord folded(language, text);
  const Bytes word = folded.bytes();
  const WordInfo info = language.Find(word);
  const uint64_t tail = word.size() < kReaderSuffixBytes ? word.size() : kReaderSuffixBytes;
  ReaderToken token = {};
  token.word = HashWord(word);
  token.term = kNoTerm;
  token.suffix = static_cast<uint16_t>(HashWord(word.Sub(word.size() - tail, tail)) % kReaderSuffixes);
  token.shape = static_cast<uint8_t>(WordShapeOf(text, word, info.flags, first));
  token.noun_class = info.noun_class < kNounClassCount ? info.noun_class : uint8_t{0};
  token.first = first ? 1 : 0;
  return token;
}

}  // namespace

ReaderToken ReadToken(const Language& language, const TokenRecord& record, Bytes text, bool first) {
  ReaderToken token = Read(language, text, first);
  token.term = record.term;
  const uint8_t pos = record.tag & 31, name = record.tag >> 5;
  token.pos = pos < kPosCount ? pos : uint8_t{0};
  token.name = name < kNameTypeCount ? name : uint8_t{0};
  token.rel = record.rel < kRelCount ? record.rel : uint8_t{0};
  return token;
}

ReaderToken ReadQuestionToken(const Language& language, const Query& query, const Question& question, uint32_t number) {
  const QueryWord& word = query.words[number];
  ReaderToken token = Read(language, query.text.Sub(word.begin, word.end - word.begin), number == 0);
  token.pos = question.InFocus(number) ? kReaderPosFocus : kReaderPosQuestion;
  return token;
}

}  // namespace pith
