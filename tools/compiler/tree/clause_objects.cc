#include "tools/compiler/tree/clause_objects.h"

#include <algorithm>

#include "tools/compiler/lexicon/verb_frames.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsInfinitive(const Tree& tree, int verb) {
  const std::vector<int> marks = tree.Children(verb, {Rel::kMark});
  return std::any_of(marks.begin(), marks.end(), [&](int mark) { return tree[mark].folded == "to"; });
}

int SharedObject(const Tree& tree, int verb) {
  if (StandsAlone(tree[verb].lemma)) return -1;
  for (int next : tree.Children(verb, {Rel::kConj})) {
    bool adjacent = next > verb;
    for (int t = verb + 1; t < next && adjacent; ++t) {
      adjacent = tree[t].pos == Pos::kPunct || tree[t].pos == Pos::kAdv || tree[t].rel == Rel::kCc ||
                 tree[t].rel == Rel::kConj;
    }
    const int object = adjacent ? tree.Child(next, Rel::kObj) : -1;
    if (object > next) return object;
  }
  return -1;
}

bool HasRelativeAdverb(const Tree& tree, int verb) {
  for (int child : tree.children(verb)) {
    const Token& token = tree[child];
    if (IsOneOf(token.folded, {"where", "when", "why", "how"})) return true;
    if (token.rel == Rel::kObl && IsOneOf(token.folded, {"which", "whom", "that"})) return true;
  }
  return false;
}

int WhoseOf(const Tree& tree, int subject) {
  const int owner = tree.Child(subject, {Rel::kNmodPoss, Rel::kDet});
  return owner >= 0 && tree[owner].folded == "whose" ? owner : -1;
}

bool SaysNothing(const Tree& tree, int phrase) {
  const std::string preposition = tree.CaseOf(phrase);
  const int next = tree.SubtreeEnd(phrase);
  if (IsOneOf(tree[phrase].lemma, {"bid", "attempt", "effort", "order", "move"})) {
    return preposition == "in" && next < tree.size() && tree[next].folded == "to" && tree[next].rel == Rel::kMark;
  }
  // The phrase has a preposition and nothing else.
  if (tree.SubtreeEnd(phrase) - tree.SubtreeBegin(phrase) > 3 || tree.Has(phrase, Rel::kDet)) return false;
  return (preposition == "in" && IsOneOf(tree[phrase].folded, {"addition", "fact", "turn", "particular", "general",
                                                               "contrast", "short", "effect", "response"})) ||
         (preposition == "for" && IsOneOf(tree[phrase].folded, {"example", "instance"})) ||
         (preposition == "of" && tree[phrase].folded == "course");
}

}  // namespace pith::compiler
