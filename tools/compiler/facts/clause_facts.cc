#include "tools/compiler/facts/clause_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/copula_facts.h"
#include "tools/compiler/facts/verb_facts.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"
#include "tools/compiler/tree/clause_subject.h"
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

// The confidence in a fact of this clause: less if the subject is a pronoun or found elsewhere, and in long sentences.
int ConfidenceOf(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  const bool own = tree[subject].head == verb;
  int confidence = own ? 8500 : 7000;
  if (tree[verb].rel == Rel::kAdvcl && !own) confidence = 6500;
  if (tree[subject].pos == Pos::kPron && reading.text().EntityOf(subject) >= 0) confidence -= 800;
  return confidence - 30 * std::max(0, tree.size() - 25);
}

// In "the fishermen whose boat ...", the boat is "the fishermen's boat".
std::string NameOfSubject(const SentenceReading& reading, int verb, int subject) {
  const Tree& tree = reading.tree();
  const int whose = WhoseOf(tree, subject);
  if (whose < 0) return reading.Name(subject, kBarePhrase);
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

void FindFactsOf(const SentenceReading& reading, int verb, FactDrafts* drafts) {
  const Tree& tree = reading.tree();
  const int subject = SubjectOf(tree, verb);
  if (subject < 0 || (tree[subject].head != verb && Disagree(tree, subject, verb))) return;
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
  base.confidence = ConfidenceOf(reading, verb, subject);
  base.evidence = reading.Phrase(subject, kBarePhrase);
  base.standing = StandingOf(tree, verb);
  if (tree.Has(verb, Rel::kCop)) {
    FindCopulaFacts(reading, verb, std::move(base), drafts);
  } else {
    FindVerbFacts(reading, verb, std::move(base), drafts);
  }
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
