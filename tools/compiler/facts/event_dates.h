// Whether a date of a sentence says when something happened.

#ifndef PITH_TOOLS_COMPILER_FACTS_EVENT_DATES_H_
#define PITH_TOOLS_COMPILER_FACTS_EVENT_DATES_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// "1931"; "May" and "1990s" are none.
bool IsYear(const Token& token);

// The clause above token `i` to which it belongs; -1: none.
int ClauseAbove(const Tree& tree, int i);

// False for a date of what is so every year, of a bound, of a thing ("a bridge of 1794"), of a comparison. `top` is the
// head of the date's words, `head` the clause that it belongs to. O(tokens).
bool DatesSomething(const Tree& tree, int top, int head, TokenRange date);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENT_DATES_H_
