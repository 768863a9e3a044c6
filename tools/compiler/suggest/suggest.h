// Suggested questions: what an article answers well, in plain English, for those who cannot or need not type.
//
// A draft is a question made from a sentence's tree where the facts read from it are sure, with the bytes that answer
// it. The best drafts of an article are asked of its own part, and those that get their answer back are stored.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_
#define PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

enum class QuestionKind : uint8_t {
  kSubject,  // who or what did it
  kObject,   // what or whom it was done to
  kAgent,    // by whom
  kWhen,
  kWhere,
  kWhy,
  kHowMany,
  kHowMuch,  // money, lengths, heights
  kHowLong,
  kIdentity,  // who or what somebody or something is
  kStandsFor,
};

struct SuggestionDraft {
  Suggestion suggestion;
  QuestionKind kind = QuestionKind::kSubject;
  uint32_t importance = 0;  // of the fact behind it, less where its names are only resolved
};

// The questions of sentence `sentence`, as the tree has them. None where no fact of it is sure. O(tokens + facts of the
// article).
std::vector<SuggestionDraft> DraftQuestions(const Analysis& analysis, const Language& language, uint32_t sentence);

// The drafts of a whole article as they are to be asked: the most important first, but varied in kind, in sentence and
// in what is asked for. At most kMaxSuggestions, each of at most kMaxSuggestionBytes. O(drafts).
std::vector<SuggestionDraft> DraftSuggestions(const Analysis& analysis, const Language& language);

// What suggestions may add to the part of an article whose text has `text_bytes` bytes: a fifth of the text or 160
// bytes, whichever is more; never over kMaxSuggestions records and questions.
size_t SuggestionBudget(size_t text_bytes);

// Asks each draft of the article alone, by the engine, at the language block's own threshold: the drafts whose best
// answer lies in their sentence and overlaps theirs, in order, within the budget. `part`: the article's, from
// WritePart.
std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, const Analysis& analysis,
                                     absl::string_view part, const Language& language, const WordVectors& vectors);

// `part`, from WritePart, with these suggestions in its last tables. O(size of the part). Internal where a suggestion
// is too long or names no sentence.
absl::StatusOr<std::string> AddSuggestions(absl::string_view part, const std::vector<Suggestion>& suggestions);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_
