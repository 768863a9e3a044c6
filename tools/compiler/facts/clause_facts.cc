#include "tools/compiler/facts/clause_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/predicate_facts.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause.h"
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

// "Not everyone was friendly": the "not" belongs to the subject, wherever the tree hangs it.
bool IsDeniedSubject(const Tree& tree, int subject, int verb) {
  const int before = tree.SubtreeBegin(subject) - 1;
  if (before < 0 || tree[before].folded != "not" || tree[before].head != verb || subject > verb) return false;
  const int det = tree.Child(subject, {Rel::kDet, Rel::kAmod, Rel::kNummod, Rel::kAdvmod});
  return IsOneOf(tree[det < 0 ? subject : det].folded,
                 {"all", "every", "everyone", "everybody", "everything", "many", "much", "only", "one", "a", "just"});
}

// Whether the noun of a relative clause names nobody in particular: "anyone who is deaf", "every cabbage eaten there".
bool IsAnybody(const Tree& tree, int noun) {
  const int det = tree.Child(noun, {Rel::kDet, Rel::kDetPredet});
  return IsOneOf(tree[noun].folded, {"anyone", "anybody", "anything", "someone", "somebody", "something", "everyone",
                                     "everybody", "everything", "those", "one", "whoever"}) ||
         IsOneOf(tree[det].folded, {"any", "every", "each", "no", "all", "both"});
}

// Whether the article tells it of the subject at all: not of "half of which", "anyone who is deaf", a subject beyond a
// semicolon, "they" of "sells".
bool IsToldOf(const Tree& tree, int subject, int verb) {
  const Rel rel = tree[verb].rel;
  const bool modifies = IsOneOf(rel, {Rel::kAclRelcl, Rel::kAcl}) && tree[verb].head == subject;
  if (modifies && IsAnybody(tree, subject)) return false;
  if (subject < verb && tree[subject].head != verb && IsOneOf(rel, {Rel::kConj, Rel::kParataxis})) {
    for (int i = subject + 1; i < verb; ++i) {
      if (tree[i].folded == ";") return false;
    }
  }
  // "almost nothing happens"
  return !(IsNegativeWord(tree[subject].folded) && tree.Child(subject, Rel::kAdvmod) >= 0);
}

// "After the long tone carry papers upstairs": what has a preposition is no subject, whatever the tree says.
bool HasPreposition(const Tree& tree, int subject, int verb) {
  if (tree[subject].head != verb || !IsOneOf(tree[subject].rel, {Rel::kNsubj, Rel::kNsubjPass})) return false;
  const int preposition = tree.Child(subject, Rel::kCase);
  return preposition >= 0 && preposition < subject &&
         IsOneOf(tree[preposition].folded,
                 {"after", "at", "before", "beside", "by", "during", "for", "from", "in", "inside", "into", "of", "on",
                  "outside", "since", "to", "until", "with", "without"});
}

// "no ship sank" denies that any ship did.
bool IsNoOfSubject(const Tree& tree, int subject) {
  const int det = tree.Child(subject, Rel::kDet);
  return det >= 0 && det == tree.SubtreeBegin(subject) && IsNegativeWord(tree[det].folded);
}

// The phrase as one would name the thing, with clauses that tell which one is meant: "the room people remember".
std::vector<int> SubjectTokens(const SentenceReading& reading, int subject, int verb) {
  const Tree& tree = reading.tree();
  const bool denied = IsDeniedSubject(tree, subject, verb);  // "Not everyone was friendly."
  if (reading.text().EntityOf(subject) >= 0 ||
      (tree[subject].pos == Pos::kPron && !denied && !IsAnybody(tree, subject)))
    return reading.Phrase(subject, kBarePhrase);
  // Of the clause that tells the fact the subject needs nothing: "the boy" in "the boy who was found".
  int clause = verb;
  for (int left = tree.size(); left > 0 && tree.Contains(clause) && tree[clause].head != subject; --left) {
    clause = tree[clause].head;
  }
  std::vector<int> tokens = WithoutAsides(tree, subject, clause);
  while (tokens.size() > 1 && tree[tokens.front()].rel == Rel::kCc) tokens.erase(tokens.begin());
  const int det = tree.Child(subject, Rel::kDet);
  if (denied) tokens.insert(tokens.begin(), tree.SubtreeBegin(subject) - 1);
  if (IsNoOfSubject(tree, subject) && det == tokens.front() && tokens.size() > 1) tokens.erase(tokens.begin());
  return tokens;
}

// In "the fishermen whose boat ...", the boat is "the fishermen's boat".
std::string NameOfSubject(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  const int whose = WhoseOf(tree, subject);
  if (whose < 0) {
    const std::string name = reading.text().Of(SubjectTokens(reading, subject, verb), subject);
    if (!IsNoOfSubject(tree, subject)) return name;
    return absl::StrCat(tree[tree.Child(subject, Rel::kDet)].folded == "neither" ? "either " : "any ", name);
  }
  const int owner = tree[verb].rel == Rel::kAclRelcl ? tree[verb].head : -1;
  if (owner < 0) return "";
  std::vector<int> owned = reading.Phrase(subject, kBarePhrase);
  owned.erase(std::remove(owned.begin(), owned.end(), whose), owned.end());
  std::vector<int> owners = reading.Phrase(owner, kBarePhrase | kDropNominals);
  while (owners.size() > 1 && tree[owners.front()].rel == Rel::kCc) owners.erase(owners.begin());
  const std::string name = reading.text().Of(owners, owner);
  return absl::StrCat(name, absl::EndsWith(name, "s") ? "' " : "'s ", reading.text().Of(owned, -1));
}

// The subject that is meant; for a pronoun, it may stand in the enclosing clause.
int MeantSubject(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  int meant = subject;
  // "Lee was a physicist who showed it": Lee did.
  const bool predicate = IsOneOf(tree[verb].rel, {Rel::kAclRelcl, Rel::kAcl}) && tree[verb].head == subject &&
                         tree.Has(subject, Rel::kCop);
  if (predicate && reading.text().EntityOf(subject) < 0) {
    const int whole = tree.Child(subject, Rel::kNsubj);
    if (whole >= 0 && tree[whole].pos != Pos::kDet && !IsOpenWord(tree[whole].folded)) meant = whole;
  }
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
  // "Do not run, call the guard" or "Do not run, shout or smoke": no telling.
  const bool listed = tree[verb].rel == Rel::kConj && tree.Child(verb, Rel::kCc) < 0 && tree.IsNegated(tree[verb].head);
  if (listed && !SharesNegation(tree, verb)) return;
  Draft draft;
  draft.subject = "you";
  draft.relation = "should ";
  draft.negated = tree.IsNegated(verb) || SharesNegation(tree, verb);
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
  if (HasPreposition(tree, subject, verb) || Disagree(tree, subject, verb) || IsUnstated(tree, verb) ||
      !IsToldOf(tree, subject, verb))
    return;
  // "to clear the snow and mend the road": the second infinitive adds nothing to the first, whose relation states the
  // purpose.
  if (tree[verb].rel == Rel::kConj && IsInfinitive(tree, tree[verb].head) && tree[subject].head != verb) return;
  const int meant = MeantSubject(reading, verb, subject);
  Draft base;
  base.subject = NameOfSubject(reading, verb, meant);
  base.subject_head = meant;
  // "neither Jo nor"; but "twins, who are held to bring luck, paid nothing"
  const bool own = tree[subject].head == verb || !tree.IsNegated(tree[subject].head);
  const bool neither = own && subject != tree[verb].head && RealityOf(tree, subject, subject) == Reality::kNegated;
  base.negated = tree.IsNegated(verb) || neither || SharesNegation(tree, verb);
  base.modality = ModalityOf(tree, verb);
  if (!AddReality(RealityOfClause(tree, verb), &base)) return;
  if (IsDeniedSubject(tree, subject, verb)) base.negated = false;
  base.pattern = IsCopular(tree, verb) ? FactPattern::kCopula : FactPattern::kClause;
  base.clause = verb;
  base.evidence = SubjectTokens(reading, subject, verb);
  // "Under the seat is a box", "At four the captain": no subject begins with a preposition, so the tree is wrong.
  const Token& first = tree[base.evidence.front()];
  if (first.pos == Pos::kAdp && first.rel == Rel::kCase) return;
  // "not even the kind that calls itself so": of it nothing is told.
  if (first.folded == "not" && !IsDeniedSubject(tree, subject, verb)) return;
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
