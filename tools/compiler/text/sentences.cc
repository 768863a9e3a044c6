#include "tools/compiler/text/sentences.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/format/records.h"
#include "tools/compiler/lexicon/abbreviations.h"
#include "tools/compiler/lexicon/page_furniture.h"
#include "tools/compiler/text/paragraphs.h"
#include "tools/compiler/text/text_marks.h"

namespace pith::compiler {
namespace {

// Bytes [begin, end) of the text.
struct WordBytes {
  uint32_t begin = 0, end = 0;
};

class Splitter {
 public:
  Splitter(absl::string_view text, std::vector<Sentence>* out) : text_(text), out_(out) {}

  void Split(const Paragraph& paragraph, uint32_t number) {
    marks_ = TextMarks(text_, paragraph.end);
    Begin(paragraph.begin);
    number_ = number;
    lower_case_ = std::none_of(text_.begin() + paragraph.begin, text_.begin() + paragraph.end,
                               [](char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); });
    const size_t first = out_->size();
    bool ended = false;
    for (uint32_t at = begin_; at < marks_.end();) {
      ended = false;
      const uint32_t mark = at;
      const uint32_t mark_end = marks_.MarkEnd(at);
      if (mark_end == mark) {
        ++at;
        continue;
      }
      at = marks_.CloserEnd(mark_end);
      ended = true;
      const uint32_t next = marks_.SkipSpace(at);
      const bool glued = next == at && !marks_.IsIdeographicMark(mark) && !LacksSpace(mark, at);
      // Only quotes and brackets are left, separated as in ". ''", or the number of a note.
      if (marks_.SkipOpeners(next) >= marks_.end() || marks_.NoteEnd(next) == marks_.end()) break;
      if (!glued && EndsHere(mark, mark_end, next)) {
        Add(begin_, at);
        Begin(at = next);
      }
    }
    if (begin_ < marks_.end()) Add(begin_, marks_.end());
    if (out_->size() != first + 1) return;
    if ((!ended && !absl::EndsWith(Rest(first), ":")) || IsPageFurniture(Rest(first))) out_->back().heading = true;
  }

 private:
  void Begin(uint32_t at) {
    begin_ = at;
    first_word_ = marks_.SkipOpeners(at);
  }

  absl::string_view Rest(size_t first) const {
    return text_.substr((*out_)[first].begin, (*out_)[first].end - (*out_)[first].begin);
  }

  // "in 1931.Visitors came": whether a space was forgotten between two sentences, and the period at `mark` is not part
  // of an address or a name ("example.org", "Node.js").
  bool LacksSpace(uint32_t mark, uint32_t at) const {
    if (at != mark + 1 || text_[mark] != '.' || mark < begin_ + 3) return false;
    for (uint32_t i = mark - 3; i < mark; ++i) {
      if (!absl::ascii_islower(marks_.Byte(i)) && !absl::ascii_isdigit(marks_.Byte(i))) return false;
    }
    const uint32_t end = marks_.WordEnd(at);
    if (DomainEndings().Has(Lower({at, end}))) return false;
    return end > at + 1 && absl::ascii_isupper(marks_.Byte(at)) && absl::ascii_islower(marks_.Byte(at + 1)) &&
           (WhiteSpaceAt(text_, end) != 0 || marks_.Byte(end) == ',');
  }

  // The word before the mark, with its inner periods.
  WordBytes WordBefore(uint32_t mark) const {
    WordBytes word{mark, mark};
    while (word.begin > begin_) {
      const uint8_t c = static_cast<uint8_t>(text_[word.begin - 1]);
      if (!absl::ascii_isalnum(c) && c != '.' && c < 0x80) break;
      if (WhiteSpaceAt(text_, word.begin - 1) != 0) break;
      if (word.begin >= begin_ + 3) {  // typographic opening quotes and dashes are not part of a word
        const absl::string_view three = text_.substr(word.begin - 3, 3);
        if (three == "“" || three == "‘" || three == "—" || three == "–" || three == "”" || three == "’") break;
      }
      --word.begin;
    }
    return word;
  }

  std::string Lower(WordBytes word) const {
    std::string lower = absl::AsciiStrToLower(Text(word));
    lower.erase(std::remove(lower.begin(), lower.end(), '.'), lower.end());
    return lower;
  }

  absl::string_view Text(WordBytes word) const { return text_.substr(word.begin, word.end - word.begin); }

  bool EndsHere(uint32_t mark, uint32_t mark_end, uint32_t next) const {
    const uint32_t start = marks_.SkipOpeners(next);
    if (start >= marks_.end() || marks_.NoteEnd(start) > start) return false;
    // "(photo: a friend)", but not "at 6 p.m. (but later ...)"
    const bool aside = text_[next] == '(' && next + 1 == start && !IsDotted(Text(WordBefore(mark)));
    const bool lower = lower_case_ && absl::ascii_islower(marks_.Byte(start));
    if (!marks_.StartsSentence(start) && !lower &&
        !(aside && text_[mark] == '.' && absl::ascii_isalpha(marks_.Byte(start))))
      return false;
    if (text_[mark] != '.' || mark_end != mark + 1) return true;  // ! ? … ...
    return PeriodEnds(WordBefore(mark), mark_end, start);
  }

  // Whether the single period after `word` ends a sentence, provided that what follows could begin one.
  bool PeriodEnds(WordBytes word, uint32_t mark_end, uint32_t start) const {
    const uint32_t size = word.end - word.begin;
    if (size == 0) return true;
    const bool closed = marks_.CloserEnd(mark_end) > mark_end;
    const bool digit_follows = absl::ascii_isdigit(marks_.Byte(start));
    const std::string next = Lower({start, marks_.WordEnd(start)});
    // A title begins a sentence as well as "the" does: "is 5 km. Dr. Lee built it".
    const bool title =
        LeadingAbbreviations().Has(next) && absl::ascii_isupper(marks_.Byte(start)) && FollowsNumber(word);
    const bool starter = title || SentenceStarters().Has(next);
    const uint8_t first = static_cast<uint8_t>(text_[word.begin]);
    const absl::string_view view = Text(word);

    const bool at_start = first_word_ >= word.begin;
    if (absl::ascii_isdigit(first)) {  // "1. First item", only at the start
      return !(at_start && size <= 3);
    }
    const std::string lower = Lower(word);
    if (size == 1 && absl::ascii_isalpha(first)) {
      if (at_start) return false;                                                         // "A. An item", "J. Smith"
      const bool bracket = marks_.Byte(mark_end) == ']' || marks_.Byte(mark_end) == ')';  // "[Ana R.] Vega"
      if (absl::ascii_isupper(first) && (!closed || bracket)) return starter;
      return closed || (starter && !digit_follows);
    }
    if (IsDotted(view)) {  // "U.S.", "p.m.", "e.g."
      if (lower == "eg" || lower == "ie") return false;
      const bool time = lower == "am" || lower == "pm";
      if (time && title && OpensSentence(word)) return false;
      return closed || starter || (time && !digit_follows);
    }
    if (!closed && LeadingAbbreviations().Has(lower)) return lower == "st" && starter;
    if (AbbreviationsBeforeNumbers().Has(lower) && digit_follows) return false;
    if (!closed && OtherAbbreviations().Has(lower) && IsAbbreviated(view, lower)) return starter;
    return true;
  }

  // Whether the word consists of single letters, or "Ph" and the like, with periods between them; not "example.org".
  static bool IsDotted(absl::string_view view) {
    const size_t last = view.rfind('.');
    return last != absl::string_view::npos && view.size() - last - 1 <= 1 && view.find('.') <= 2;
  }

  // Whether a word of OtherAbbreviations is used as an abbreviation. Those that are also words ("mass", "sat") must
  // have a capital.
  static bool IsAbbreviated(absl::string_view view, absl::string_view lower) {
    return !AbbreviationsLikeWords().Has(lower) ||
           (absl::ascii_isupper(static_cast<unsigned char>(view[0])) && view.size() > 2 &&
            absl::ascii_islower(static_cast<unsigned char>(view[1])) && lower != "sun");
  }

  // "5 km", "6 p.m.": whether a number stands before the word.
  bool FollowsNumber(WordBytes word) const {
    return word.begin > begin_ + 1 && text_[word.begin - 1] == ' ' && absl::ascii_isdigit(marks_.Byte(word.begin - 2));
  }

  // "At 5 a.m.": whether nothing but a short phrase has been said.
  bool OpensSentence(WordBytes word) const {
    constexpr int kShort = 3;  // words
    return std::count(text_.begin() + begin_, text_.begin() + word.end, ' ') < kShort;
  }

  // Adds [begin, end), split where it is too long.
  void Add(uint32_t begin, uint32_t end) {
    while (end - begin > kMaxSentenceBytes) {
      const uint32_t cut = BestCut(begin, begin + kMaxSentenceBytes);
      AddWhole(begin, cut);
      begin = marks_.SkipSpace(cut);
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

  // The best place to split in the second half of [begin, limit]: after a semicolon, a colon or a comma; at white
  // space; at worst, between characters.
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
  TextMarks marks_{text_, 0};  // up to the paragraph's end
  uint32_t begin_ = 0;         // the beginning of what is left of the paragraph
  uint32_t first_word_ = 0;    // behind the quotation marks, brackets and the like that open it
  uint32_t number_ = 0;
  bool lower_case_ = false;  // the paragraph has no capital
};

bool HasDigit(absl::string_view line) { return std::any_of(line.begin(), line.end(), absl::ascii_isdigit); }

// "Adults: 12 euros", "- a torch", "2. a blanket": whether a line has a label or the mark of a list.
bool HasLabel(absl::string_view line) {
  constexpr size_t kMostLabel = 60;  // bytes
  const size_t colon = line.find(": ");
  if (colon != 0 && colon < kMostLabel) return true;
  for (const absl::string_view mark : {"- ", "* ", "• ", "– "}) {
    if (absl::StartsWith(line, mark)) return true;
  }
  const size_t number = line.find_first_not_of("0123456789");
  return number != 0 && number != absl::string_view::npos && (line[number] == '.' || line[number] == ')');
}

// Notes which headings of a plain text are rows: those with a label, and those with a number that stand beside others
// ("Adults 12 euros"). The first is the text's title.
void NoteRows(absl::string_view text, std::vector<Sentence>* sentences) {
  const size_t count = sentences->size();
  for (size_t i = 1; i < count; ++i) {
    Sentence& it = (*sentences)[i];
    if (!it.heading) continue;
    const absl::string_view line = text.substr(it.begin, it.end - it.begin);
    const bool beside = (*sentences)[i - 1].heading || (i + 1 < count && (*sentences)[i + 1].heading);
    it.row = HasLabel(line) || (beside && HasDigit(line));
  }
}

}  // namespace

std::vector<Sentence> SplitSentences(absl::string_view text) {
  std::vector<Sentence> sentences;
  Splitter splitter(text, &sentences);
  uint32_t number = 0;
  for (const Paragraph& paragraph : SplitParagraphs(text)) splitter.Split(paragraph, number++);
  NoteRows(text, &sentences);
  return sentences;
}

std::vector<Sentence> SplitSentences(absl::string_view text, const std::vector<Block>& blocks) {
  std::vector<Sentence> sentences;
  Splitter splitter(text, &sentences);
  uint32_t number = 0;
  for (const Block& block : blocks) {
    const size_t first = sentences.size();
    for (const Paragraph& paragraph : SplitParagraphs(text.substr(block.begin, block.end - block.begin))) {
      splitter.Split({block.begin + paragraph.begin, block.begin + paragraph.end}, number++);
    }
    for (size_t i = first; i < sentences.size(); ++i) {
      sentences[i].heading |= block.kind != BlockKind::kParagraph && block.kind != BlockKind::kListItem;
      sentences[i].row =
          sentences[i].heading && (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kListItem);
    }
  }
  return sentences;
}

}  // namespace pith::compiler
