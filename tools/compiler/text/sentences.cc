#include "tools/compiler/text/sentences.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/format/records.h"
#include "tools/compiler/lexicon/abbreviations.h"
#include "tools/compiler/text/paragraphs.h"

namespace pith::compiler {
namespace {

struct Word {
  uint32_t begin = 0, end = 0;
};

class Splitter {
 public:
  Splitter(absl::string_view text, std::vector<Sentence>* out) : text_(text), out_(out) {}

  void Split(const Paragraph& paragraph, uint32_t number) {
    begin_ = paragraph.begin;
    end_ = paragraph.end;
    number_ = number;
    const size_t first = out_->size();
    bool ended = false;
    for (uint32_t at = begin_; at < end_;) {
      ended = false;
      const uint32_t mark = at;
      const uint32_t mark_end = MarkEnd(at);
      if (mark_end == mark) {
        ++at;
        continue;
      }
      at = CloserEnd(mark_end);
      ended = true;
      const uint32_t next = SkipSpace(at);
      const bool glued = next == at && !IsIdeographicMark(mark);
      // Only quotes and brackets are left, apart as in ". ''", or a note's number.
      if (SkipOpeners(next) >= end_ || NoteEnd(next) == end_) break;
      if (!glued && EndsHere(mark, mark_end, next)) {
        Add(begin_, at);
        at = begin_ = next;
      }
    }
    if (begin_ < end_) Add(begin_, end_);
    if (!ended && out_->size() == first + 1 && !absl::EndsWith(Rest(first), ":")) out_->back().heading = true;
  }

 private:
  absl::string_view Rest(size_t first) const {
    return text_.substr((*out_)[first].begin, (*out_)[first].end - (*out_)[first].begin);
  }

  uint8_t Byte(uint32_t at) const { return at < end_ ? static_cast<uint8_t>(text_[at]) : 0; }
  bool Has(uint32_t at, absl::string_view s) const {
    return at < end_ && absl::StartsWith(text_.substr(at, end_ - at), s);
  }

  bool IsIdeographicMark(uint32_t at) const { return Has(at, "。") || Has(at, "！") || Has(at, "？"); }

  // Behind a run of marks that may end a sentence; `at` if there is none.
  uint32_t MarkEnd(uint32_t at) const {
    while (true) {
      const uint8_t c = Byte(at);
      if (c == '.' || c == '!' || c == '?') {
        ++at;
      } else if (Has(at, "…") || IsIdeographicMark(at)) {
        at += 3;
      } else {
        return at;
      }
    }
  }

  // Behind the quotes, brackets and note marks ("[12]") that close together with a sentence.
  uint32_t CloserEnd(uint32_t at) const {
    while (true) {
      const uint8_t c = Byte(at);
      if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '}') {
        ++at;
      } else if (Has(at, "”") || Has(at, "’") || Has(at, "›")) {
        at += 3;
      } else if (Has(at, "»")) {
        at += 2;
      } else {
        const uint32_t note = SkipSpace(at);
        uint32_t digit = note + 1;
        while (absl::ascii_isdigit(Byte(digit))) ++digit;
        if (Byte(note) != '[' || digit == note + 1 || Byte(digit) != ']') return at;
        at = digit + 1;
      }
    }
  }

  uint32_t SkipSpace(uint32_t at) const {
    for (uint32_t n = 0; at < end_ && (n = WhiteSpaceAt(text_, at)) != 0;) at += n;
    return std::min(at, end_);
  }

  // Past opening quotes, brackets and dashes, to the first letter or digit of what may be a sentence.
  uint32_t SkipOpeners(uint32_t at) const {
    while (true) {
      const uint8_t c = Byte(at);
      if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '-' || c == '*') {
        ++at;
      } else if (Has(at, "“") || Has(at, "‘") || Has(at, "–") || Has(at, "—") || Has(at, "„") || Has(at, "•")) {
        at += 3;
      } else if (Has(at, "«") || Has(at, "¿") || Has(at, "¡")) {
        at += 2;
      } else {
        const uint32_t next = SkipSpace(at);
        if (next == at) return at;
        at = next;
      }
    }
  }

  static bool IsWordByte(uint8_t c) { return absl::ascii_isalnum(c) || c >= 0x80; }

  Word WordAt(uint32_t at) const {
    Word word{at, at};
    while (IsWordByte(Byte(word.end)) && !Has(word.end, "’") && !Has(word.end, "—")) ++word.end;
    return word;
  }

  // The word before the mark, with its inner periods.
  Word WordBefore(uint32_t mark) const {
    Word word{mark, mark};
    while (word.begin > begin_) {
      const uint8_t c = static_cast<uint8_t>(text_[word.begin - 1]);
      if (!absl::ascii_isalnum(c) && c != '.' && c < 0x80) break;
      if (WhiteSpaceAt(text_, word.begin - 1) != 0) break;
      if (word.begin >= begin_ + 3) {  // typographic opening quotes and dashes are no part of a word
        const absl::string_view three = text_.substr(word.begin - 3, 3);
        if (three == "“" || three == "‘" || three == "—" || three == "–" || three == "”" || three == "’") break;
      }
      --word.begin;
    }
    return word;
  }

  std::string Lower(Word word) const {
    std::string lower = absl::AsciiStrToLower(Text(word));
    lower.erase(std::remove(lower.begin(), lower.end(), '.'), lower.end());
    return lower;
  }

  // What does not begin like a sentence: lower-case letters, and marks that go on.
  bool StartsSentence(uint32_t at) const {
    const uint8_t c = Byte(at);
    if (absl::ascii_isupper(c) || absl::ascii_isdigit(c)) return true;
    if (absl::ascii_islower(c)) {  // "iPhone", "wikiHow"
      uint32_t inner = at + 1;
      while (absl::ascii_islower(Byte(inner))) ++inner;
      return absl::ascii_isupper(Byte(inner)) && absl::ascii_isalpha(Byte(inner + 1));
    }
    if (c < 0x80) return c == '$' || c == '#' || c == '@' || c == '<';
    // Latin-1's and Latin Extended-A's and the Cyrillic lower case; every other letter may begin a sentence.
    const uint8_t d = Byte(at + 1);
    if (c == 0xC3) return d < 0x9F;
    if (c == 0xC4 || c == 0xC5) return d % 2 == 0;
    if (c == 0xD0) return d < 0xB0;
    return c != 0xD1;
  }

  // Behind the number of a note, alone behind a sentence at the end of its line; `at` if there is none.
  uint32_t NoteEnd(uint32_t at) const {
    uint32_t digit = at;
    while (absl::ascii_isdigit(Byte(digit))) ++digit;
    return digit - at <= 3 && (digit == end_ || Byte(digit) == '\n') ? digit : at;
  }

  absl::string_view Text(Word word) const { return text_.substr(word.begin, word.end - word.begin); }

  bool EndsHere(uint32_t mark, uint32_t mark_end, uint32_t next) const {
    const uint32_t start = SkipOpeners(next);
    if (start >= end_ || NoteEnd(start) > start) return false;
    // "(photo: a friend)", but not "at 6 p.m. (but later ...)"
    const bool aside = text_[next] == '(' && next + 1 == start && !IsDotted(Text(WordBefore(mark)));
    if (!StartsSentence(start) && !(aside && text_[mark] == '.' && absl::ascii_isalpha(Byte(start)))) return false;
    if (text_[mark] != '.' || mark_end != mark + 1) return true;  // ! ? … ...
    return PeriodEnds(WordBefore(mark), mark_end, start);
  }

  // Whether the single period behind `word` ends a sentence, given that what follows could begin one.
  bool PeriodEnds(Word word, uint32_t mark_end, uint32_t start) const {
    const uint32_t size = word.end - word.begin;
    if (size == 0) return true;
    const bool closed = CloserEnd(mark_end) > mark_end;
    const bool digit_follows = absl::ascii_isdigit(Byte(start));
    const std::string next = Lower(WordAt(start));
    const bool starter = SentenceStarters().Has(next);
    const uint8_t first = static_cast<uint8_t>(text_[word.begin]);
    const absl::string_view view = Text(word);

    const bool at_start = SkipOpeners(begin_) >= word.begin;
    if (absl::ascii_isdigit(first)) {  // "1. First item", at the start alone
      return !(at_start && size <= 3);
    }
    const std::string lower = Lower(word);
    if (size == 1 && absl::ascii_isalpha(first)) {
      if (at_start) return false;                                           // "A. An item", "J. Smith"
      const bool bracket = Byte(mark_end) == ']' || Byte(mark_end) == ')';  // "[Ana R.] Vega"
      if (absl::ascii_isupper(first) && (!closed || bracket)) return starter && !(lower == "i");
      return closed || (starter && !digit_follows);
    }
    if (IsDotted(view)) {  // "U.S.", "p.m.", "e.g."
      if (lower == "eg" || lower == "ie") return false;
      const bool time = lower == "am" || lower == "pm";
      return closed || starter || (time && !digit_follows);
    }
    if (!closed && LeadingAbbreviations().Has(lower)) return lower == "st" && starter;
    if (AbbreviationsBeforeNumbers().Has(lower) && digit_follows) return false;
    if (!closed && OtherAbbreviations().Has(lower) && IsAbbreviated(view, lower)) return starter;
    return true;
  }

  // Single letters, or "Ph" and such, with periods between them; not "example.org".
  static bool IsDotted(absl::string_view view) {
    const size_t last = view.rfind('.');
    return last != absl::string_view::npos && view.size() - last - 1 <= 1 && view.find('.') <= 2;
  }

  // Words that are also abbreviations ("mass", "sat", "ill") are those when written so: with a capital, or without one
  // for units.
  static bool IsAbbreviated(absl::string_view view, absl::string_view lower) {
    return !AbbreviationsLikeWords().Has(lower) ||
           (absl::ascii_isupper(static_cast<unsigned char>(view[0])) && view.size() > 2 &&
            absl::ascii_islower(static_cast<unsigned char>(view[1])) && lower != "sun");
  }

  // Adds [begin, end), cut where it is too long.
  void Add(uint32_t begin, uint32_t end) {
    while (end - begin > kMaxSentenceBytes) {
      const uint32_t cut = BestCut(begin, begin + kMaxSentenceBytes);
      AddWhole(begin, cut);
      begin = SkipSpace(cut);
    }
    if (begin < end) AddWhole(begin, end);
  }

  void AddWhole(uint32_t begin, uint32_t end) {
    Sentence sentence;
    sentence.begin = begin;
    sentence.end = end;
    sentence.paragraph = number_;
    out_->push_back(std::move(sentence));
  }

  // The best place to cut in the second half of [begin, limit]: behind a semicolon, a colon, a comma; at white space;
  // at worst between characters.
  uint32_t BestCut(uint32_t begin, uint32_t limit) const {
    uint32_t best = 0, best_rank = 0;
    for (uint32_t at = limit; at > begin + (limit - begin) / 2; --at) {
      if (WhiteSpaceAt(text_, at) == 0) continue;
      const char before = text_[at - 1];
      const uint32_t rank = before == ';' || before == ':' ? 3 : before == ',' ? 2 : 1;
      if (rank > best_rank) {
        best = at;
        best_rank = rank;
      }
    }
    if (best_rank == 0) {
      best = limit;
      while (best > begin + 1 && (text_[best] & 0xC0) == 0x80) --best;
    }
    while (best > begin + 1 && WhiteSpaceAt(text_, best - 1) == 1) --best;
    return best;
  }

  const absl::string_view text_;
  std::vector<Sentence>* const out_;
  uint32_t begin_ = 0, end_ = 0;  // what is left of the paragraph
  uint32_t number_ = 0;
};

}  // namespace

std::vector<Sentence> SplitSentences(absl::string_view text) {
  std::vector<Sentence> sentences;
  Splitter splitter(text, &sentences);
  uint32_t number = 0;
  for (const Paragraph& paragraph : SplitParagraphs(text)) splitter.Split(paragraph, number++);
  return sentences;
}

}  // namespace pith::compiler
