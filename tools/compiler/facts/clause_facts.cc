#include "tools/compiler/facts/clause_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/predicate_facts.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"
#include "tools/compiler/tree/clause_rest.h"
#include "tools/compiler/tree/clause_subject.h"
#include "tools/compiler/tree/imperative.h"
#include "tools/compiler/tree/reality.h"

namespace pith::compiler {
namespace {

// Whether the verb is read together with another one that it completes, or states no such fact: "there are", "it is
// clear".
bool IsReadWithHead(const Tree& tree, int i) {
  return tree[i].rel == Rel::kXcomp || tree[i].rel == Rel::kAmod || tree[i].rel == Rel::kCase ||
         tree[i].rel == Rel::kMark || tree[i].rel == Rel::kFixed || tree[i].rel == Rel::kCompound ||
         tree[i].rel == Rel::kAux || IsOneOf(tree[i].folded, {"following", "including", "according", "regarding"}) ||
         tree.Has(i, Rel::kExpl);
}

// The phrase as one would name the thing, with clauses that tell which one is meant: "the room people remember".
std::vector<int> SubjectTokens(const SentenceReading& reading, int subject, int verb) {
  const Tree& tree = reading.tree();
  if (reading.text().EntityOf(subject) >= 0 || tree[subject].pos == Pos::kPron)
    return reading.Phrase(subject, kBarePhrase);
  // Of the clause that tells the fact the subject needs nothing: "the boy" in "the boy who was found".
  int clause = verb;
  for (int left = tree.size(); left > 0 && tree.Contains(clause) && tree[clause].head != subject; --left) {
    clause = tree[clause].head;
  }
  std::vector<int> tokens = WithoutAsides(tree, subject, clause);
  while (tokens.size() > 1 && tree[tokens.front()].rel == Rel::kCc) tokens.erase(tokens.begin());
  const int det = tree.Child(subject, Rel::kDet);
  // "no ship sank" is told of a ship.
  if (det >= 0 && det == tokens.front() && IsNegativeWord(tree[det].folded)) tokens.erase(tokens.begin());
  return tokens;
}

// In "the fishermen whose boat ...", the boat is "the fishermen's boat".
std::string NameOfSubject(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  const int whose = WhoseOf(tree, subject);
  if (whose < 0) return reading.text().Of(SubjectTokens(reading, subject, verb), subject);
  const int owner = tree[verb].rel == Rel::kAclRelcl ? tree[verb].head : -1;
  if (owner < 0) return "";
  std::vector<int> owned = reading.Phrase(subject, kBarePhrase);
  owned.erase(std::remove(owned.begin(), owned.end(), whose), owned.end());
  const std::string name = reading.Name(owner, kBarePhrase | kDropNominals);
  return absl::StrCat(name, absl::EndsWith(name, "s") ? "' " : "'s ", reading.text().Of(owned, -1));
}

// The subject that is meant; for a pronoun, it may stand in the enclosing clause.
int MeantSubject(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  int meant = subject;
  if (tree[subject].pos == Pos::kPron && reading.text().EntityOf(subject) < 0) {
    const int around = MeantBySubject(tree, subject, verb);
    const bool person = around >= 0 && reading.TypeOf(around) == NameType::kPerson;
    if (around >= 0 && !(person && tree[subject].folded == "it")) meant = around;
  }
  return reading.BearerOf(meant);
}

// Adds what the sentence around a clause says of it: "it is not true that", "denied that", "if". False if it asks.
bool AddReality(Reality reality, Draft* base) {
  switch (reality) {
    case Reality::kAsked:
      return false;
    case Reality::kNegated:
      base->negated = true;
      return true;
    case Reality::kDenied:
      base->modality = Modality::kDenied;
      return true;
    case Reality::kFailed:
      base->modality = Modality::kFailed;
      return true;
    case Reality::kPlanned:
    case Reality::kPossible:
      if (base->modality == Modality::kNone) {
        base->modality = reality == Reality::kPlanned ? Modality::kPlanned : Modality::kPossible;
      }
      return true;
    case Reality::kStated:
      return true;
  }
  return true;
}

// "Wash the pan": you should wash the pan.
void FindInstruction(const SentenceReading& reading, int verb, FactDrafts* drafts) {
  const Tree& tree = reading.tree();
  if (!IsImperative(tree, verb)) return;
  Draft draft;
  draft.subject = "you";
  draft.relation = "should ";
  draft.negated = tree.IsNegated(verb);
  draft.modality = Modality::kObligatory;
  draft.pattern = FactPattern::kInstruction;
  draft.clause = verb;
  draft.standing = StandingOf(tree, verb);
  FindPredicateFacts(reading, verb, std::move(draft), drafts);
}

void FindFactsOf(const SentenceReading& reading, int verb, FactDrafts* drafts) {
  const Tree& tree = reading.tree();
  const int subject = SubjectOf(tree, verb);
  if (subject < 0) return FindInstruction(reading, verb, drafts);
  if (Disagree(tree, subject, verb) || IsUnstated(tree, verb)) return;
  // "to clear the snow and mend the road": the second infinitive adds nothing to the first, whose relation states the
  // purpose.
  if (tree[verb].rel == Rel::kConj && IsInfinitive(tree, tree[verb].head) && tree[subject].head != verb) return;
  const int meant = MeantSubject(reading, verb, subject);
  Draft base;
  base.subject = NameOfSubject(reading, verb, meant);
  base.subject_head = meant;
  base.negated = tree.IsNegated(verb) || RealityOf(tree, subject, subject) == Reality::kNegated;  // "neither Jo nor"
  base.modality = ModalityOf(tree, verb);
  if (!AddReality(RealityOfClause(tree, verb), &base)) return;
  base.pattern = tree.Has(verb, Rel::kCop) ? FactPattern::kCopula : FactPattern::kClause;
  base.clause = verb;
  base.evidence = SubjectTokens(reading, subject, verb);
  // "Under the seat is a box", "At four the captain": no subject begins with a preposition, so the tree is wrong.
  const Token& first = tree[base.evidence.front()];
  if (first.pos == Pos::kAdp && first.rel == Rel::kCase) return;
  // "half of which": the relative clause does not say of what.
  const auto open = [&tree](int t) { return IsOneOf(tree[t].folded, {"which", "whom", "whose"}); };
  if (std::any_of(base.evidence.begin(), base.evidence.end(), open) && WhoseOf(tree, meant) < 0) return;
  base.standing = StandingOf(tree, verb);
  FindPredicateFacts(reading, verb, std::move(base), drafts);
}

}  // namespace

void FindClauseFacts(const SentenceReading& reading, FactDrafts* drafts) {
  const Tree& tree = reading.tree();
  for (int i = 0; i < tree.size(); ++i) {
    const bool clause = tree[i].pos == Pos::kVerb || tree.Has(i, Rel::kCop);
    if (clause && !IsReadWithHead(tree, i)) FindFactsOf(reading, i, drafts);
  }
}

}  // namespace pith::compiler
