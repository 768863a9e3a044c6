// The questions that one sentence can answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_

#include <cstdint>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/suggest/suggestion_draft.h"

namespace pith::compiler {

// The questions of sentence `sentence`, as its tree has them. Needs the article's facts: there are no questions where
// none of the sentence's facts is sure. O(tokens + facts of the article).
std::vector<SuggestionDraft> DraftQuestions(const Analysis& analysis, const Language& language, uint32_t sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_DRAFTS_H_
