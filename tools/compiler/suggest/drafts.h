// The questions that one sentence can answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_

#include <cstdint>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/suggest/suggestion_draft.h"

namespace pith::compiler {

// The questions that sentence `sentence` can answer according to its tree. Needs the article's facts: if none of the
// sentence's facts is reliable, there are no questions. O(tokens + facts of the sentence), and a walk through the
// article for a pronoun or a capitalized first word.
std::vector<SuggestionDraft> DraftQuestions(const Analysis& analysis, const Language& language, uint32_t sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_
