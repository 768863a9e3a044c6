// The engine judges: a suggestion is kept where asking it brings its answer back.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_
#define PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/suggest/suggestion_draft.h"

namespace pith::compiler {

// The bytes that suggestions may add to an article whose text has `text_bytes` bytes: a fifth of the text or 160 bytes,
// whichever is more, but never over kMaxSuggestions records and questions.
size_t SuggestionBudget(size_t text_bytes);

// Asks each draft at the language block's own threshold, and keeps those whose best answer lies in their sentence and
// overlaps theirs, in order, as far as they fit into `budget` bytes. `index` is the file of an index, without its
// language block, that holds the drafts' article alone.
std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, absl::string_view index,
                                     const Language& language, size_t budget);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_
