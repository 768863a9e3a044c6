// Reads the marks of a text: what ends a sentence, what opens and closes it, and what it may begin with.

#ifndef PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_
#define PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// Looks at `text` up to byte `end`; everything from there on counts as the end. Places are byte offsets in the text.
class TextMarks {
 public:
  TextMarks(absl::string_view text, uint32_t end) : text_(text), end_(end) {}

  uint32_t end() const { return end_; }
  // The byte at `at`; 0 at the end.
  uint8_t Byte(uint32_t at) const { return at < end_ ? static_cast<uint8_t>(text_[at]) : 0; }
  // Whether `s` stands at `at`.
  bool Has(uint32_t at, absl::string_view s) const;
  // Whether a Chinese or Japanese full stop, exclamation mark or question mark stands at `at`: no space follows these.
  bool IsIdeographicMark(uint32_t at) const;

  // Each of these functions returns the place after what it reads, or `at` if there is nothing of that kind. MarkEnd
  // reads a run of marks that may end a sentence.
  uint32_t MarkEnd(uint32_t at) const;
  // Reads the quotes, brackets and note marks ("[12]") that close together with a sentence.
  uint32_t CloserEnd(uint32_t at) const;
  // Reads white space.
  uint32_t SkipSpace(uint32_t at) const;
  // Reads opening quotes, brackets, dashes and white space before the first letter or digit of a possible sentence.
  uint32_t SkipOpeners(uint32_t at) const;
  // Reads the number of a note that stands alone after a sentence, at the end of its line.
  uint32_t NoteEnd(uint32_t at) const;
  // Reads letters and digits.
  uint32_t WordEnd(uint32_t at) const;

  // Whether a sentence may begin at `at`: not with most lower-case letters, nor with marks that continue a sentence.
  bool StartsSentence(uint32_t at) const;

 private:
  absl::string_view text_;
  uint32_t end_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_
