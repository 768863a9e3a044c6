// The phrases around a verb that are not its subject, as a question may keep or ask for them.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_COMPLEMENTS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_COMPLEMENTS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/format/kinds.h"
#include "tools/compiler/suggest/asked_sentence.h"
#include "tools/compiler/suggest/wording.h"

namespace pith::compiler {

struct Complement {
  int head = -1;
  Rel rel = Rel::kDep;
  bool before = false;     // stands before the verb
  bool essential = false;  // the verb says something else without it
  bool date = false;
  std::optional<Wording> wording;  // none: no question can hold the phrase
};

// The complements of `verb` in order of text; none where the clause cannot be told without words that no question
// should hold, or is misread. `self` is the entity that the subject mentions, -1: none.
std::optional<std::vector<Complement>> ReadComplements(const AskedSentence& sentence, int verb, int self);

// The words of a question behind its verb, each phrase with a space before it: all essential complements but number
// `without` (-1: all), and others where they are of use to a reader and fit into `room` words.
Wording TailOf(const AskedSentence& sentence, const std::vector<Complement>& complements, int without, size_t room);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_COMPLEMENTS_H_
