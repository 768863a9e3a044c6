// Cases of sentences with what is found in them, as readable text. Lines: "# ..." a comment, an unindented line a
// sentence, indented ones below it what is expected, in order.

#ifndef PITH_TESTS_COMPILER_TEXT_CASES_H_
#define PITH_TESTS_COMPILER_TEXT_CASES_H_

#include <string>
#include <vector>

#include "tests/support/language_block.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct TextCase {
  int line = 0;  // in the file
  std::string text;
  std::vector<std::string> expected;
};

// The cases of tests/compiler/cases/NAME; a failed test where there is none.
std::vector<TextCase> ReadTextCases(const std::string& name);

using testing::TestLanguage;

// `text` as one sentence with its words.
Sentence OneSentence(const std::string& text);

// The words of a value in its text.
std::string Shown(const std::string& text, const Sentence& sentence, const Value& value);

// mantissa / 10^scale with its decimal point.
std::string Decimal(int64_t mantissa, uint8_t scale);

}  // namespace pith::compiler

#endif  // PITH_TESTS_COMPILER_TEXT_CASES_H_
