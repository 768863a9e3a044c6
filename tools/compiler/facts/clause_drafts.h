// The drafts of one clause on their way to those of its sentence.

#ifndef PITH_TOOLS_COMPILER_FACTS_CLAUSE_DRAFTS_H_
#define PITH_TOOLS_COMPILER_FACTS_CLAUSE_DRAFTS_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

inline constexpr size_t kMaxRelationWords = 8;  // with more, a phrase is no relation

// Passes a clause's drafts on with what all of them share.
class ClauseDrafts {
 public:
  ClauseDrafts(const Tree& tree, FactDrafts* drafts) : tree_(tree), drafts_(*drafts) {}

  // Adds a draft that the tokens of `more` and of the date headed by `when_head` (-1: none) help to prove. A clause has
  // at most six facts; later ones are dropped.
  void Add(Draft draft, const std::vector<int>& more, int when_head) {
    if (added_ >= kMaxFactsOfClause) return;
    draft.evidence.insert(draft.evidence.end(), more.begin(), more.end());
    if (when_head >= 0) {
      const std::vector<int> when = tree_.Yield(when_head);
      draft.evidence.insert(draft.evidence.end(), when.begin(), when.end());
    }
    ++added_;
    drafts_.Add(std::move(draft));
  }

 private:
  static constexpr int kMaxFactsOfClause = 6;

  const Tree& tree_;
  FactDrafts& drafts_;
  int added_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_CLAUSE_DRAFTS_H_
