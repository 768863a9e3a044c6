// Whether an article is in the language that the models know.

#ifndef PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_
#define PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_

#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Goes by what the article says of itself (`Article::lang`: "en", "en-GB" and the like are the models'), else by its
// words: a text of at least 20 of them, of which few are function words of the language block and most are unknown to
// it, is in another language. Shorter ones, lists of names and tables get the benefit of the doubt. O(tokens).
bool IsForeign(const Language& language, const Article& article, const std::vector<Sentence>& sentences);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_
