// The committed model, and sentences for it from words that are written with single spaces between them.

#ifndef PITH_TESTS_COMPILER_MODEL_SENTENCES_H_
#define PITH_TESTS_COMPILER_MODEL_SENTENCES_H_

#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/text/dateline.h"

namespace pith::compiler {

inline const Models& EnglishModels() {
  static const auto* const kModels = new absl::StatusOr<Models>(Models::Load(PITH_MODEL_DIR "/en.model"));
  EXPECT_TRUE(kModels->ok()) << kModels->status().message();
  return **kModels;
}

// A sentence over all of `text`, folded as far as ASCII needs it.
inline Sentence SentenceOf(const std::string& text) {
  Sentence sentence;
  sentence.end = static_cast<uint32_t>(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    Token token;
    token.begin = static_cast<uint32_t>(at);
    token.end = static_cast<uint32_t>(end);
    token.folded = absl::AsciiStrToLower(text.substr(at, end - at));
    sentence.tokens.push_back(token);
    at = end + 1;
  }
  sentence.dateline = DatelineEnd(text, sentence);
  return sentence;
}

}  // namespace pith::compiler

#endif  // PITH_TESTS_COMPILER_MODEL_SENTENCES_H_
