// The phrases around a verb, other than its subject, that a question may keep or ask for.

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
  bool before = false;     // comes before the verb
  bool essential = false;  // without it, the verb means something else
  bool date = false;
  std::optional<Wording> wording;  // none: the phrase cannot be part of a question
};

// The verb that has the subject of `verb`: itself, or the one that it is coordinated with ("was built in 1838 and was
// sold"). `verb` if there is none.
int SubjectClause(const Tree& tree, int verb);

// The complements of `verb`, in text order. None if the clause is misread, or if it cannot be told without words that
// no question should contain. `self` is the entity that the subject mentions, -1: none.
std::optional<std::vector<Complement>> ReadComplements(const AskedSentence& sentence, int verb, int self);

// Whether a complement that can be left out helps a reader of the question. `asks_time`: the question is for a time.
bool MayStay(const AskedSentence& sentence, const Complement& one, bool asks_time);

// Whether all essential complements except number `without` (-1: no exception) have a wording.
bool CanBeTold(const std::vector<Complement>& complements, int without);

// The words of a question after its verb, each phrase with a space before it: all essential complements except number
// `without` (-1: no exception), and others if they help a reader and fit into `room` words. `brief`: without the date
// and agent of what is done once.
Wording TailOf(const AskedSentence& sentence, const std::vector<Complement>& complements, int without, size_t room,
               bool brief = false);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_COMPLEMENTS_H_
