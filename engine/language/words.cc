#include "engine/language/words.h"

#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kMaxCliticBytes = 12;  // with a typographic apostrophe; "'s" has 2
constexpr uint32_t kMaxUnitBytes = 12;    // of letters after a number that may belong to it: "th"
constexpr uint32_t kRegionalFirst = 0x1F1E6, kRegionalLast = 0x1F1FF;  // pairs of these are flags
constexpr uint32_t kZeroWidthJoiner = 0x200D;

bool IsLetter(CharClass kind) { return kind == CharClass::kLetter || kind == CharClass::kUpper; }

bool IsAsciiLetter(uint8_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool IsAsciiWord(uint8_t c) { return IsAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_' || c >= 0x80; }

// Bytes that may stand inside a link.
bool IsLinkByte(uint8_t c) {
  switch (c) {
    case '-':
    case '.':
    case '~':
    case ':':
    case '/':
    case '?':
    case '#':
    case '@':
    case '!':
    case '$':
    case '&':
    case '*':
    case '+':
    case '=':
    case '%':
      return true;
    default:
      return c < 0x80 && IsAsciiWord(c);
  }
}

}  // namespace

WordReader::WordReader(const Language& language, Bytes text, uint32_t begin, uint32_t end)
    : language_(language), text_(text), at_(begin), end_(end), last_end_(begin + 1), chunk_end_(begin) {
  if (end_ > text_.size()) end_ = static_cast<uint32_t>(text_.size());
  if (at_ > end_) at_ = end_;
  text_ = text_.Sub(0, end_);
}

WordReader::Char WordReader::At(uint32_t at) const {
  Char c;
  c.code = text_.U8(at);  // ASCII in nearly all cases
  c.end = at + 1;
  if (c.code >= 0x80) {
    uint64_t next = at;
    c.code = DecodeUtf8(text_, &next);
    c.end = static_cast<uint32_t>(next);
  }
  if (at < end_) c.kind = language_.ClassOf(c.code);
  return c;
}

bool WordReader::Next(Word* word) {
  Char first = At(at_);
  while (at_ < end_ && (first.kind == CharClass::kSpace || first.kind == CharClass::kJoiner)) {
    at_ = first.end;
    first = At(at_);
  }
  if (at_ >= end_) return false;
  if (at_ >= chunk_end_) ReadChunk();
  if (link_begin_ < link_end_ && at_ == link_begin_) return Emit(link_end_, word);
  switch (first.kind) {
    case CharClass::kLetter:
    case CharClass::kUpper:
      return Emit(WordEnd(at_), word);
    case CharClass::kDigit:
      return Emit(NumberWordEnd(at_), word);
    case CharClass::kEmoji:
      return Emit(EmojiEnd(at_, first), word);
    case CharClass::kSymbol:
      return Emit(SymbolEnd(at_, first), word);
    default:
      return Emit(first.end, word);
  }
}

// Fills in *word as the token [at_, end), and moves past it.
bool WordReader::Emit(uint32_t end, Word* word) {
  const bool link = link_begin_ < link_end_ && at_ == link_begin_;
  uint32_t letters = 0, upper = 0, digits = 0, others = 0, last = 0;
  bool capital = false, number = false;
  for (uint32_t at = at_; at < end;) {
    const Char c = At(at);
    if (IsLetter(c.kind) || c.kind == CharClass::kIdeograph) {
      if (letters++ == 0) capital = c.kind == CharClass::kUpper;
      if (c.kind == CharClass::kUpper) ++upper;
    } else if (c.kind == CharClass::kDigit) {
      if (digits++ == 0) number = letters + others == 0;
    } else {
      ++others;
    }
    last = c.code;
    at = c.end;
  }
  uint32_t shape = letters + digits != 0 ? kShapeWord : kShapePunctuation;
  if (letters == 0 && digits != 0 && (number || text_.U8(at_) == '.')) shape |= kShapeNumber;
  if (capital) shape |= kShapeCapital;
  if (upper == letters && upper >= 2) shape |= kShapeUpper;
  if (letters != 0 && last == '.') shape |= kShapePeriod;
  if (link) shape |= kShapeLink;
  if (at_ == last_end_) shape |= kShapeGlued;
  word->begin = at_;
  word->end = end;
  word->shape = static_cast<uint8_t>(shape);
  after_currency_ = At(at_).kind == CharClass::kCurrency;
  last_end_ = at_ = end;
  return true;
}

// ---- Links --------------------------------------------------------------------------------------------------------

// Looks ahead from at_ to the next white space or to the end of the first link, whichever comes first. Looks at every
// byte once.
void WordReader::ReadChunk() {
  link_begin_ = link_end_ = 0;
  uint32_t at = at_;
  while (at < end_ && text_.U8(at) > ' ') {
    const uint32_t run = at;
    bool sign = false;  // whether the run can contain a link at all
    for (; at < end_ && IsLinkByte(text_.U8(at)); ++at) {
      const uint8_t c = text_.U8(at);
      sign = sign || c == '@' || c == '#' || c == '/' || (c | 32) == 'w';
    }
    if (sign && FindLink(run, at)) {
      chunk_end_ = link_end_;
      return;
    }
    if (at == run) ++at;
  }
  chunk_end_ = at;
}

// Whether [begin, end), which consists of link bytes, contains a link; if so, sets link_begin_ and link_end_.
bool WordReader::FindLink(uint32_t begin, uint32_t end) {
  while (end > begin && !IsAsciiWord(text_.U8(end - 1)) && text_.U8(end - 1) != '/') --end;
  uint32_t sign = begin;  // of the first '@', or of "://"
  bool scheme = false;
  for (; sign < end && text_.U8(sign) != '@'; ++sign) {
    scheme = text_.U8(sign) == ':' && text_.U8(sign + 1) == '/' && text_.U8(sign + 2) == '/';
    if (scheme) break;
  }
  uint32_t from = begin;
  while (from < end && !IsAsciiWord(text_.U8(from)) && text_.U8(from) != '@' && text_.U8(from) != '#') ++from;
  const auto lower = [this](uint32_t at) { return text_.U8(at) | 32; };
  const bool www = lower(from) == 'w' && lower(from + 1) == 'w' && lower(from + 2) == 'w' && text_.U8(from + 3) == '.';
  uint32_t to = end;
  if (scheme) {
    for (from = sign; from > begin && IsAsciiLetter(text_.U8(from - 1));) --from;
    if (from == sign || sign + 3 >= end) return false;
  } else if ((text_.U8(from) == '@' || text_.U8(from) == '#') && IsAsciiLetter(text_.U8(from + 1))) {
    for (to = from + 1; to < end && IsAsciiWord(text_.U8(to));) ++to;  // "@name", "#tag"
  } else if (!www) {
    if (sign == from || sign + 1 >= end) return false;
    uint32_t dot = sign + 1;  // "name@place.org"
    while (dot < end && text_.U8(dot) != '.') ++dot;
    if (dot + 1 >= end || dot == sign + 1) return false;
  }
  if (to - from > kMaxTokenBytes) to = from + kMaxTokenBytes;
  link_begin_ = from;
  link_end_ = to;
  return true;
}

// ---- Words and numbers ----------------------------------------------------------------------------------------------

bool WordReader::IsApostrophe(const Char& c) const {
  return c.kind == CharClass::kSymbol && (c.code == '\'' || language_.FoldEntry(c.code) == '\'');
}

bool WordReader::IsClitic(uint32_t begin, uint32_t end) const {
  return end - begin <= kMaxCliticBytes &&
         language_.IsClitic(FoldedWord(language_, text_.Sub(begin, end - begin)).bytes());
}

// The end of the letters and digits that begin at `begin`.
uint32_t WordReader::LettersEnd(uint32_t begin) const {
  uint32_t end = begin;
  for (Char c = At(begin); c.end - begin <= kMaxTokenBytes; c = At(end)) {
    if (!IsLetter(c.kind) && c.kind != CharClass::kDigit && c.kind != CharClass::kJoiner) break;
    end = c.end;
  }
  return end;
}

// The end of the word that begins with a letter at `begin`, without the clitics at its end.
uint32_t WordReader::WordEnd(uint32_t begin) const {
  constexpr uint32_t kMaxCuts = 4;
  uint32_t cuts[kMaxCuts];  // pairs: the letter before an apostrophe, which a clitic may include, and the apostrophe
  uint32_t cut_count = 0;
  uint32_t end = begin, last_letter = begin;
  for (Char c = At(end); c.end - begin <= kMaxTokenBytes; c = At(end)) {
    if (IsLetter(c.kind) || c.kind == CharClass::kDigit || c.kind == CharClass::kJoiner) {
      last_letter = end;
      end = c.end;
      continue;
    }
    // Inside a word: "O'Brien", "AT&T".
    const bool apostrophe = IsApostrophe(c);
    if ((!apostrophe && c.code != '&') || !IsLetter(At(c.end).kind)) break;
    if (apostrophe) {
      if (cut_count + 2 > kMaxCuts) break;
      cuts[cut_count++] = last_letter;
      cuts[cut_count++] = end;
    }
    end = c.end;
  }
  // Cut clitics off the end: "'ve", "n't". The next token begins with what is cut off.
  bool cut = false;
  while (cut_count > 0) {
    const uint32_t letter = cuts[cut_count - 2], apostrophe = cuts[cut_count - 1];
    cut_count -= 2;
    if (IsClitic(apostrophe, end)) {
      end = apostrophe;
    } else if (IsClitic(letter, end)) {
      if (letter == begin) return end;  // the word is itself the clitic
      end = letter;
    } else {
      return PeriodEnd(begin, end);
    }
    cut = true;
  }
  return cut ? end : PeriodEnd(begin, end);
}

// The end of a word whose letters end at `end`, including the periods that belong to it: "U.S.", "Ph.D.", "Mr.",
// "node.js".
uint32_t WordReader::PeriodEnd(uint32_t begin, uint32_t end) const {
  if (text_.U8(end) != '.' || end >= end_) return end;
  bool single = At(begin).end == end;  // only single letters between the periods
  bool several = false;
  uint32_t behind = end;
  while (text_.U8(behind) == '.' && IsLetter(At(behind + 1).kind)) {
    const uint32_t next_end = LettersEnd(behind + 1);
    if (next_end - begin > kMaxTokenBytes) break;
    single = single && At(behind + 1).end == next_end;
    several = true;
    behind = next_end;
  }
  const auto folded = [this, begin](uint32_t to) { return FoldedWord(language_, text_.Sub(begin, to - begin)); };
  const bool period = text_.U8(behind) == '.' && text_.U8(behind + 1) != '.';
  if (several) {
    if (single || language_.IsAbbreviation(folded(behind).bytes(), false)) return period ? behind + 1 : behind;
    if (At(begin).end == end && At(begin).kind == CharClass::kUpper) return end + 1;  // "J.Smith"
    // "node.js", but not the end of one sentence and the start of the next: "the end.Then".
    return At(end + 1).kind == CharClass::kLetter && !language_.IsAbbreviation(folded(end).bytes(), false) ? behind
                                                                                                           : end;
  }
  if (!period) return end;
  uint32_t next = end + 1;
  while (next < end_ && text_.U8(next) == ' ') ++next;
  const Char follows = At(next);
  if (single && At(begin).kind == CharClass::kUpper && next < end_ && IsLetter(follows.kind)) return end + 1;
  return language_.IsAbbreviation(folded(end).bytes(), follows.kind == CharClass::kDigit) ? end + 1 : end;
}

// The end of a run of digits with signs inside it: "1,000", "10:30". *split: whether there were such signs.
uint32_t WordReader::NumberEnd(uint32_t begin, bool* split) const {
  uint32_t end = begin;
  *split = false;
  for (Char c = At(end); c.end - begin <= kMaxTokenBytes; c = At(end)) {
    if (c.kind != CharClass::kDigit) {
      if ((c.code != '.' && c.code != ',' && c.code != ':') || At(c.end).kind != CharClass::kDigit) break;
      *split = true;
    }
    end = c.end;
  }
  return end;
}

// The end of the word that begins with a digit: a number, with the letters after it if they belong to it ("1990s",
// "2nd", "5G", but not "1.5 bn", "10 km").
uint32_t WordReader::NumberWordEnd(uint32_t begin) const {
  bool split = false;
  const uint32_t end = NumberEnd(begin, &split);
  const uint32_t letters_end = LettersEnd(end);
  if (letters_end == end || letters_end - begin > kMaxTokenBytes) return end;
  uint8_t ending[kMaxUnitBytes + 1] = {'0'};
  uint32_t size = 1;
  bool upper = true;
  for (uint32_t at = end; at < letters_end;) {
    const Char c = At(at);
    upper = upper && c.kind != CharClass::kLetter;
    at = c.end;
  }
  const FoldedWord folded(language_, text_.Sub(end, letters_end - end));
  if (folded.bytes().size() > kMaxUnitBytes) return end;
  for (; size <= folded.bytes().size(); ++size) ending[size] = folded.bytes().U8(size - 1);
  if (language_.IsClitic(Bytes(ending, size))) return letters_end;
  // "5G", but "$5 M" and "5 PM".
  return upper && size == 2 && !split && !(after_currency_ && begin == last_end_) ? letters_end : end;
}

// ---- Signs ----------------------------------------------------------------------------------------------------------

uint32_t WordReader::EmojiEnd(uint32_t begin, const Char& first) const {
  uint32_t end = first.end, last = first.code;
  bool flag = first.code >= kRegionalFirst && first.code <= kRegionalLast;
  for (Char c = At(end); c.end - begin <= kMaxTokenBytes; c = At(end)) {
    const bool pair = flag && c.code >= kRegionalFirst && c.code <= kRegionalLast;
    if (c.kind != CharClass::kJoiner && !pair && !(last == kZeroWidthJoiner && c.kind == CharClass::kEmoji)) break;
    if (pair) flag = false;
    last = c.code;
    end = c.end;
  }
  return end;
}

uint32_t WordReader::SymbolEnd(uint32_t begin, const Char& first) const {
  if (first.code == '.' && At(first.end).kind == CharClass::kDigit && begin != last_end_) {
    bool split = false;
    return NumberEnd(first.end, &split);  // ".5"
  }
  if (IsApostrophe(first)) {
    const uint32_t end = LettersEnd(first.end);
    if (end != first.end && IsClitic(begin, end)) return end;
  }
  uint32_t end = first.end;
  for (Char c = At(end); c.code == first.code && end < end_ && c.end - begin <= kMaxTokenBytes; c = At(end))
    end = c.end;
  return end;
}

}  // namespace pith
