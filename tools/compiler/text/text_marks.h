// Reads the marks of a text: what ends a sentence, what closes and opens it, and what it may begin with.

#ifndef PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_
#define PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// Looks at `text` up to byte `end`; everything from there on reads as the end. Places are bytes from the text's start.
class TextMarks {
 public:
  TextMarks(absl::string_view text, uint32_t end) : text_(text), end_(end) {}

  uint32_t end() const { return end_; }
  // The byte there, 0 at the end.
  uint8_t Byte(uint32_t at) const { return at < end_ ? static_cast<uint8_t>(text_[at]) : 0; }
  // Whether `s` stands there.
  bool Has(uint32_t at, absl::string_view s) const;
  // Whether a full stop, exclamation or question mark of Chinese or Japanese stands there: no space follows those.
  bool IsIdeographicMark(uint32_t at) const;

  // Each of these returns the place behind what it reads, or `at` if nothing of the kind stands there.
  // A run of marks that may end a sentence.
  uint32_t MarkEnd(uint32_t at) const;
  // The quotes, brackets and note marks ("[12]") that close together with a sentence.
  uint32_t CloserEnd(uint32_t at) const;
  // White space.
  uint32_t SkipSpace(uint32_t at) const;
  // Opening quotes, brackets, dashes and white space before the first letter or digit of what may be a sentence.
  uint32_t SkipOpeners(uint32_t at) const;
  // The number of a note, alone behind a sentence at the end of its line.
  uint32_t NoteEnd(uint32_t at) const;
  // Letters and digits.
  uint32_t WordEnd(uint32_t at) const;

  // Whether a sentence may begin with what stands there: not with most lower-case letters, nor with marks that go on.
  bool StartsSentence(uint32_t at) const;

 private:
  absl::string_view text_;
  uint32_t end_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_TEXT_MARKS_H_
