#include "tools/compiler/facts/event_dates.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"

namespace pith::compiler {
namespace {

bool IsFinite(const Tree& tree, int verb) {
  if (tree.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0) return tree.MarkOf(verb) != "to";
  return tree[verb].pos == Pos::kVerb && !absl::EndsWith(tree[verb].folded, "ing") &&
         !IsOneOf(tree[verb].rel, {Rel::kAcl, Rel::kXcomp}) && tree.MarkOf(verb) != "to";
}

// "are open from 1 March", "is held in August each year", "Book early for July": the present tense with a date that
// names no year tells of no event, but of what is so every year. "The show opens on 3 May" is one to come.
bool IsHabit(const Tree& tree, int top, int head, TokenRange date) {
  bool month = false;
  for (int i = date.first; i < date.last; ++i) {
    month = month || Months().Find(tree[i].folded, 0) != 0 || Seasons().Find(tree[i].folded, 0) != 0;
    if (IsYear(tree[i])) return false;
  }
  if (!month) return false;
  // A participle stands in the time of the verb above it: "the fair, held in August, draws a crowd".
  int verb = head;
  for (int above = ClauseAbove(tree, verb); above >= 0 && !IsFinite(tree, verb); above = ClauseAbove(tree, verb))
    verb = above;
  if (!tree.IsClause(verb)) return true;
  if (IsPast(tree, verb) || !IsFinite(tree, verb)) return false;
  for (int i = head; i >= 0; i = ClauseAbove(tree, i)) {
    // "plans to open in May" lies ahead; "stays closed from May to July" is a habit.
    const int end = tree.Child(i, Rel::kXcomp);
    if (ModalityOf(tree, i) == Modality::kPlanned || (end >= 0 && tree.MarkOf(end) == "to")) return false;
    for (int helper : tree.Children(i, {Rel::kAux})) {
      if (tree[helper].lemma == "have") return false;
    }
    if (i == verb) break;
  }
  const bool day = std::any_of(tree.sentence().tokens.begin() + date.first, tree.sentence().tokens.begin() + date.last,
                               [](const Token& t) { return t.pos == Pos::kNum; });
  const bool turn = IsOneOf(tree[verb].lemma, {"open", "reopen", "close", "start", "begin", "end", "finish", "launch"});
  return !(day && turn && tree[verb].pos == Pos::kVerb && tree.CaseOf(top) == "on");
}

// "the highest since 1988", "had not lost since October": that year nothing of the kind happened.
bool IsLimitOfState(const Tree& tree, int head, TokenRange date) {
  if (tree[date.first].folded != "since" && tree[date.first - 1].folded != "since") return false;
  if (tree.IsNegated(head)) return true;
  for (int i = tree.SubtreeBegin(head); i < date.first; ++i) {
    const bool superlative = tree[i].pos == Pos::kAdj && absl::EndsWith(tree[i].folded, "est");
    if (superlative || IsOneOf(tree[i].folded, {"first", "most", "least", "best", "worst", "only"})) return true;
  }
  return false;
}

// "replaced a bridge of 1794": the year tells which bridge, not when it was replaced. "Cracked in the frost of 1814"
// tells when.
bool IsOfNoun(const Tree& tree, int top) {
  const int noun = tree[top].head;
  if (tree[top].rel != Rel::kNmod || tree.CaseOf(top) != "of" || noun < 0 || noun > top) return false;
  // "Is put down to the frost of 1814" does not.
  return tree[noun].rel != Rel::kObl || IsOneOf(tree.CaseOf(noun), {"to", "about", "against", "for", "of"});
}

// "compared with 21,000 in 1999", "more than in 1999"
bool IsCompared(const Tree& tree, int top, int head) {
  if (tree[head].folded == "compared" && IsOneOf(tree[head].rel, {Rel::kAdvcl, Rel::kAcl, Rel::kObl})) return true;
  for (int at = top, left = tree.size(); left > 0 && at >= 0 && at != head; --left, at = tree[at].head) {
    if (absl::StrContains(tree.CaseOf(at), "than") || absl::StartsWith(tree.CaseOf(at), "compared")) return true;
  }
  // "A third of what was made in 1970"
  const int whole = tree[head].head;
  if (tree[head].rel == Rel::kAclRelcl && tree[whole].folded == "what" && tree.CaseOf(whole) == "of") return true;
  return tree.MarkOf(head) == "than";
}

// "19th century buildings", "an early 1990s initiative": the date says which, or of what kind.
bool IsOfKind(const Tree& tree, int top, TokenRange date) {
  const int noun = tree[top].head;
  if (!IsOneOf(tree[top].rel, {Rel::kCompound, Rel::kAmod}) || noun < date.last) return false;
  return std::none_of(tree.sentence().tokens.begin() + date.first, tree.sentence().tokens.begin() + date.last, IsYear);
}

// "Athens today is a busy city", "is still growing today": how things are.
bool IsNow(const Tree& tree, int head, TokenRange date) {
  const bool day = date.last == date.first + 1 && IsOneOf(tree[date.first].folded, {"today", "tonight"});
  if (!day || !tree.IsClause(head) || IsPast(tree, head) || ModalityOf(tree, head) != Modality::kNone) return false;
  const int helper = tree.Child(head, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
  return helper >= 0 && tree[helper].lemma == "be" && !tree.Has(head, Rel::kAuxPass);
}

// "The stone gives 1838 as the beginning", "was used long into the 20th century", "a decline from 2011".
bool IsOnlyMentioned(const Tree& tree, int top) {
  const std::string preposition = tree.CaseOf(top);
  if (preposition == "into" || tree[top].rel == Rel::kObj) return true;
  return preposition == "from" && tree[top].rel == Rel::kNmod &&
         IsOneOf(tree[tree[top].head].lemma,
                 {"decline", "decrease", "drop", "fall", "rise", "increase", "growth", "change"});
}

// "She did so in 2009", "he did it again in May", "the court said so on Friday": what happened stands in another
// sentence.
bool IsDoneSo(const Tree& tree, int head) {
  if (!IsOneOf(tree[head].lemma, {"do", "say", "think"}) || tree[head].pos != Pos::kVerb) return false;
  for (int child : tree.children(head)) {
    if (child > head && IsOneOf(tree[child].folded, {"so", "it", "that", "this", "same"})) return true;
  }
  return false;
}

}  // namespace

bool IsYear(const Token& token) { return IsYearNumber(token.folded); }

int ClauseAbove(const Tree& tree, int i) {
  int at = tree[i].head;
  for (int steps = 0; at >= 0 && steps <= tree.size(); ++steps, at = tree[at].head) {
    if (tree.IsClause(at) || tree[at].head < 0) return at;
  }
  return -1;
}

bool DatesSomething(const Tree& tree, int top, int head, TokenRange date) {
  // "machines made before 2020", "the only woman known to have run a foundry before 1800"
  const bool limit = tree[date.first].folded == "before" || tree.CaseOf(top) == "before";
  if (limit && IsOneOf(tree[head].rel, {Rel::kAcl, Rel::kXcomp})) return false;
  // "printed in the following year's issue": the year tells which issue.
  if (tree[top].rel == Rel::kNmodPoss || IsOfKind(tree, top, date)) return false;
  if (IsHabit(tree, top, head, date) || IsNow(tree, head, date) || IsLimitOfState(tree, head, date)) return false;
  return !IsOfNoun(tree, top) && !IsCompared(tree, top, head) && !IsOnlyMentioned(tree, top) && !IsDoneSo(tree, head);
}

}  // namespace pith::compiler
