#include "tools/compiler/facts/copula_facts.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/clause_drafts.h"
#include "tools/compiler/tree/clause.h"

namespace pith::compiler {

void FindCopulaFacts(const SentenceReading& reading, int predicate, Draft base, FactDrafts* drafts) {
  const Tree& tree = reading.tree();
  ClauseDrafts clause(tree, drafts);
  const Circumstances around = CircumstancesOf(reading, predicate);
  base.when = around.when;
  std::vector<int> group;
  for (int child : tree.Children(predicate, {Rel::kAux, Rel::kCop})) {
    if (!(base.negated && tree[child].lemma == "do")) group.push_back(child);
  }
  for (int t : group) {
    absl::StrAppend(&base.relation, base.relation.empty() ? "" : " ", TextOf(reading.analysis().article, tree[t]));
  }
  base.evidence.insert(base.evidence.end(), group.begin(), group.end());
  const std::string preposition = tree.CaseOf(predicate);
  Draft draft = base;
  if (!preposition.empty()) absl::StrAppend(&draft.relation, " ", preposition);
  const std::vector<int> tokens = PredicateOf(reading, predicate);
  draft.object = reading.text().Of(tokens, predicate);
  draft.object_head = predicate;
  clause.Add(draft, tokens, around.when_head);
  // "is an alliance of A, B and C", "is a member of X".
  for (int child : tree.Children(predicate, {Rel::kNmod})) {
    const bool named = reading.text().EntityOf(child) >= 0 || tree.Has(child, Rel::kConj);
    if (!named || tree.CaseOf(child).empty() || !preposition.empty()) continue;
    Draft inner = base;
    std::vector<int> before;
    for (int t : tokens) {
      if (t < child && !tree.Under(t, child)) before.push_back(t);
    }
    if (before.size() > kMaxRelationWords) continue;
    absl::StrAppend(&inner.relation, " ", reading.text().Of(before, -1), " ", tree.CaseOf(child));
    inner.object = reading.Name(child);
    inner.object_head = child;
    inner.confidence -= 500;
    clause.Add(inner, tree.Yield(child, kBarePhrase), around.when_head);
  }
}

}  // namespace pith::compiler
