// Finds whom or what "he", "her", "its", "the president" and "the country" mean. A wrong person is worse than none, so
// a word with more than one plausible reading stays unresolved.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_
#define PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_

#include <vector>

#include "absl/functional/function_ref.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/entities/antecedents.h"

namespace pith::compiler {

// Runs after FindEntities. Adds the mentions that are not names and keeps `mentions` in text order, and fills
// `anaphors`. Linear in the number of tokens; for each pronoun, also in the referents of the last sentences.
void ResolveReferences(Analysis* analysis, const Language& language);

// Chooses one of the candidates, or -1: what the trainer knows better.
using AntecedentChoice = absl::FunctionRef<int(const Pronoun& pronoun, const std::vector<Antecedent>& candidates,
                                               const Referents& referents)>;
void ResolveReferences(Analysis* analysis, const Language& language, AntecedentChoice choose);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_
