#include "tools/compiler/text/paragraphs.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/abbreviations.h"

namespace pith::compiler {
namespace {

// Text is seldom wrapped wider than this, and a wrapped line of prose is seldom narrower.
constexpr uint32_t kMaxWrapColumns = 120;
constexpr uint32_t kMinWrapColumns = 40;

struct Line {
  uint32_t begin, end;  // without surrounding white space; begin == end: blank
  uint32_t columns;     // characters, not bytes
};

bool IsSpace(char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); }
bool IsLower(char c) { return absl::ascii_islower(static_cast<unsigned char>(c)); }
bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

uint32_t Columns(absl::string_view s) {
  return static_cast<uint32_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Narrows [begin, end) to exclude white space at either end.
void Trim(absl::string_view text, uint32_t* begin, uint32_t* end) {
  while (*begin < *end) {
    const uint32_t n = WhiteSpaceAt(text, *begin);
    if (n == 0) break;
    *begin = std::min(*begin + n, *end);
  }
  for (bool found = true; found && *begin < *end;) {
    found = false;
    for (uint32_t n = 1; n <= 3 && n <= *end - *begin && !found; ++n) {
      if (WhiteSpaceAt(text, *end - n) != n) continue;
      *end -= n;
      found = true;
    }
  }
}

std::vector<Line> SplitLines(absl::string_view text) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t newline = std::min(text.find('\n', at), text.size());
    Line line{static_cast<uint32_t>(at), static_cast<uint32_t>(newline), 0};
    Trim(text, &line.begin, &line.end);
    line.columns = Columns(text.substr(line.begin, line.end - line.begin));
    lines.push_back(line);
    at = newline + 1;
  }
  return lines;
}

absl::string_view View(absl::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

// "is Dr.", "was J.": whether the line ends in a title or an initial, which a name follows.
bool EndsBeforeName(absl::string_view line) {
  if (!absl::ConsumeSuffix(&line, ".")) return false;
  const size_t space = line.find_last_of(" \t");
  if (space == absl::string_view::npos) return false;
  const absl::string_view word = line.substr(space + 1);
  if (word.size() == 1) return absl::ascii_isupper(static_cast<unsigned char>(word[0])) && word != "I";
  return LeadingAbbreviations().Has(absl::AsciiStrToLower(word));
}

// Whether the line's last character, apart from closing quotes and brackets, ends a sentence.
bool EndsSentence(absl::string_view line) {
  while (true) {
    const size_t before = line.size();
    for (const absl::string_view closer : {"\"", "'", ")", "]", "”", "’", "»"}) {
      if (absl::EndsWith(line, closer)) line.remove_suffix(closer.size());
    }
    if (line.size() == before) break;
  }
  if (EndsBeforeName(line)) return false;
  return absl::EndsWith(line, ".") || absl::EndsWith(line, "!") || absl::EndsWith(line, "?") ||
         absl::EndsWith(line, "…") || absl::EndsWith(line, ":");
}

// "- ", "* ", "• ", "1. ", "2) ", "(a) "
bool StartsListItem(absl::string_view line) {
  for (const absl::string_view bullet : {"- ", "* ", "• ", "– ", "— ", "· ", "‣ ", "◦ "}) {
    if (absl::StartsWith(line, bullet)) return true;
  }
  size_t at = line[0] == '(' ? 1 : 0;
  const size_t label = at;
  while (at < line.size() && at < label + 3 && IsDigit(line[at])) ++at;
  if (at == label && at < line.size() && IsLower(line[at])) ++at;
  return at > label && at + 1 < line.size() && (line[at] == ')' || (line[at] == '.' && IsDigit(line[label]))) &&
         IsSpace(line[at + 1]);
}

// Whether `line` is cut in the middle of a sentence that `next` goes on with.
bool IsCut(absl::string_view line, absl::string_view next) {
  return !EndsSentence(line) && (IsLower(next[0]) || EndsBeforeName(line));
}

// Whether lines end because they are full: some line ends in the middle of a sentence.
bool IsWrapped(absl::string_view text, const std::vector<Line>& lines) {
  uint32_t pairs = 0, goes_on = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line &line = lines[i], &next = lines[i + 1];
    if (line.begin == line.end || next.begin == next.end || line.columns < kMinWrapColumns) continue;
    if (line.columns > kMaxWrapColumns) continue;
    ++pairs;
    const absl::string_view view = View(text, line), next_view = View(text, next);
    if (IsCut(view, next_view) || (!EndsSentence(view) && IsDigit(next_view[0]) && !StartsListItem(next_view))) {
      ++goes_on;
    }
  }
  return goes_on * 4 >= pairs && goes_on > 0;
}

// Whether `next` continues what `line` began. In wrapped text, a line with room for the next one's first word was ended
// on purpose.
bool GoesOn(absl::string_view text, const Line& line, const Line& next, bool wrapped, uint32_t width) {
  const absl::string_view view = View(text, line), next_view = View(text, next);
  if (StartsListItem(next_view)) return false;
  const bool in_sentence = IsCut(view, next_view);
  if (in_sentence || !wrapped || width > kMaxWrapColumns) return in_sentence;
  // A number after a long line: "his whole family / 3.5 million crowns".
  if (!EndsSentence(view) && IsDigit(next_view[0]) && line.columns * 4 >= width * 3) return true;
  const size_t word = std::find_if(next_view.begin(), next_view.end(), IsSpace) - next_view.begin();
  return line.columns + 1 + Columns(next_view.substr(0, word)) > width;
}

}  // namespace

uint32_t WhiteSpaceAt(absl::string_view text, uint32_t at) {
  const auto byte = [&](uint32_t i) { return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : 0u; };
  const uint32_t first = byte(0);
  if (first == ' ' || (first >= '\t' && first <= '\r') || (first >= 0x1C && first <= 0x1F)) return 1;
  if (first == 0xC2) return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
  if (first == 0xE2 && byte(1) == 0x80) {  // U+2000 to U+200B, U+2028, U+2029, U+202F
    return (byte(2) >= 0x80 && byte(2) <= 0x8B) || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF ? 3 : 0;
  }
  if (first == 0xE2) return byte(1) == 0x81 && byte(2) == 0x9F ? 3 : 0;
  if (first == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  if (first == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
  return 0;
}

std::vector<Paragraph> SplitParagraphs(absl::string_view text) {
  const std::vector<Line> lines = SplitLines(text);
  const bool wrapped = IsWrapped(text, lines);
  std::vector<Paragraph> paragraphs;
  for (size_t i = 0; i < lines.size();) {
    if (lines[i].begin == lines[i].end) {
      ++i;
      continue;
    }
    // A block: the lines up to the next blank one.
    size_t end = i;
    uint32_t width = 0;
    for (; end < lines.size() && lines[end].begin != lines[end].end; ++end) width = std::max(width, lines[end].columns);
    for (; i < end; ++i) {
      Paragraph paragraph{lines[i].begin, lines[i].end};
      while (i + 1 < end && GoesOn(text, lines[i], lines[i + 1], wrapped, width)) paragraph.end = lines[++i].end;
      paragraphs.push_back(paragraph);
    }
  }
  return paragraphs;
}

}  // namespace pith::compiler
