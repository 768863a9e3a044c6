// Suggested questions in plain English, for readers who cannot or need not type.
// Comes in: an analysis with its facts. Goes out: drafts of questions, each with the bytes that answer it.
// Used by compile.cc, which has the engine judge the drafts (keep_answered.h) before they are written.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_
#define PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_

#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/suggest/suggestion_draft.h"

namespace pith::compiler {

// The drafts of a whole article, the most important first, but varied in kind, in sentence and in what is asked for. At
// most kMaxSuggestions, each of at most kMaxSuggestionBytes. O(drafts).
std::vector<SuggestionDraft> DraftSuggestions(const Analysis& analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_SUGGEST_H_
