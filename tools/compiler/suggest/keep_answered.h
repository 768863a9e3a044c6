// Lets the engine judge the suggestions: one is kept if asking it returns its answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_
#define PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/suggest/suggestion_draft.h"

namespace pith::compiler {

// The bytes that suggestions may add to an article whose text has `text_bytes` bytes: a fifth of that, a third but no
// more than 384, or 160, whichever is most, but never more than kMaxSuggestions records and questions.
size_t SuggestionBudget(size_t text_bytes);

// Asks each draft at the language block's own threshold. Keeps those whose best answer is in their sentence and says
// all that theirs does, in order, as far as they fit into `budget` bytes. An answer of a few words more becomes the
// suggestion's. `index` is an index file without its language block that holds only the drafts' article.
std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, absl::string_view index,
                                     const Language& language, size_t budget);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_KEEP_ANSWERED_H_
