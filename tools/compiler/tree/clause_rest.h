// What a clause says besides its subject and its verb, worded so that it is true without the rest of its sentence:
// conditions, measures and restrictive clauses stay, asides go.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_REST_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_REST_H_

#include <vector>

#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

inline constexpr size_t kMaxRestTokens = 24;  // a longer rest loses what it can do without

struct ClauseRest {
  std::vector<int> tokens;  // in text order, but what stands before the verb comes last
  int head = -1;            // of the first phrase after the verb: determines value and entity; -1: none
};

// The tokens of the phrase headed by `i`, in order, without asides: clauses and appositions set off by commas, dashes
// or brackets. "the room people remember", but not "the lockers, which take a coin". Without its preposition or marker,
// and without the clause `but` (-1: none). Cost: O(size of the subtree).
std::vector<int> WithoutAsides(const Tree& tree, int i, int but = -1);

// The rest of the clause whose verbs or predicate are `heads` ("vowed", "take"), the last of which is the one that
// objects belong to. `left_out` are tokens and the heads of phrases that are told elsewhere: the verb group, the date.
// Cost: O(size of the subtree).
ClauseRest RestOf(const Tree& tree, const std::vector<int>& heads, const std::vector<int>& left_out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_REST_H_
