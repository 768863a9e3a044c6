#include "tools/compiler/syntax/phrase_repair.h"

#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/syntax/tree_editor.h"

namespace pith::compiler {
namespace {

class PhraseRepair : private TreeEditor {
 public:
  explicit PhraseRepair(Sentence* sentence) : TreeEditor(sentence) {}

  void Run() {
    ForEachToken([this](int i) { NamePart(i); });
    ForEachToken([this](int i) { AfterBracket(i); });
    ForEachToken([this](int i) { AdjectiveSubject(i); });
    ForEachToken([this](int i) { DescribedPerson(i); });
  }

 private:
  // "to the American Paige Lindqvist": of a name, the first word is the head, and what stands before it belongs to
  // that.
  void NamePart(int i) {
    const int head = tree_[i].head;
    if (tree_[i].rel != Rel::kFlat || head < 0 || head > i) return;
    for (int child : tree_.children(i)) {
      if (child < head) Hang(child, head, tree_[child].rel);
    }
  }

  // "councils (known as courts) of elders": the elders have nothing to do with the courts.
  void AfterBracket(int i) {
    const int inside = tree_[i].head;
    if (inside < 0 || inside > i || tree_[i].rel == Rel::kPunct) return;
    int depth = 0, opening = -1;
    for (int t = i - 1; t > inside; --t) {
      depth += IsOneOf(tree_[t].folded, {")", "]"});
      depth -= IsOneOf(tree_[t].folded, {"(", "["});
    }
    for (int t = inside; t >= 0 && depth > 0 && opening < 0; --t) {
      if (IsOneOf(tree_[t].folded, {"(", "["})) opening = t;
      if (IsOneOf(tree_[t].folded, {")", "]"})) return;
    }
    if (depth != 1 || opening < 0) return;
    int outside = inside;
    for (int left = tree_.size(); left > 0 && outside > opening; --left) outside = tree_[outside].head;
    if (outside < 0) return;
    const bool noun = tree_[outside].pos == Pos::kNoun || tree_[outside].pos == Pos::kPropn;
    const bool phrase = IsOneOf(tree_[i].rel, {Rel::kObl, Rel::kNmod});
    Hang(i, outside, !phrase ? tree_[i].rel : noun ? Rel::kNmod : Rel::kObl);
  }

  // "Cloudy, wet autumns are": no clause has two subjects side by side, the first an adjective.
  void AdjectiveSubject(int i) {
    if (tree_[i].pos != Pos::kAdj || !IsSubject(tree_[i].rel) || !tree_.Children(i, {Rel::kDet}).empty()) return;
    for (int noun : tree_.Children(tree_[i].head, {Rel::kNsubj, Rel::kNsubjPass})) {
      const int begin = tree_.SubtreeBegin(noun);
      const bool beside = begin == i + 1 || (begin == i + 2 && tree_[i + 1].folded == ",");
      if (noun > i && beside && tree_[noun].pos == Pos::kNoun) Hang(i, noun, Rel::kAmod);
    }
  }

  // "the doctor in charge, Annelise Mwape": the doctor is she, and not the charge.
  void DescribedPerson(int i) {
    const int near = tree_[i].head;
    if (tree_[i].rel != Rel::kAppos || tree_[i].pos != Pos::kPropn || near < 0 || near > i) return;
    const int person = tree_[near].head;
    const bool of_person = tree_[near].rel == Rel::kNmod && tree_[near].pos == Pos::kNoun && person >= 0;
    if (of_person && tree_.Child(near, Rel::kDet) < 0 && IsPersonNoun(tree_[person]) && !IsPersonNoun(tree_[near])) {
      Hang(i, person, Rel::kAppos);
    }
  }
};

}  // namespace

void RepairPhrases(Sentence* sentence) { PhraseRepair(sentence).Run(); }

}  // namespace pith::compiler
