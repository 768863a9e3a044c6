// Whether an article is in the language of the models.

#ifndef PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_
#define PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_

#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Goes by the article's own label (`Article::lang`: "en", "en-GB" and the like are the models' language), or else by
// its words: a text of at least 20 words, few of which are function words of the language block and most of which are
// unknown to it, is in another language. Shorter texts, lists of names and tables get the benefit of the doubt.
// O(tokens).
bool IsForeign(const Language& language, const Article& article, const std::vector<Sentence>& sentences);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_LANGUAGE_CHECK_H_
