#include "tools/compiler/tree/clause_subject.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// "the police were", "the rest are"
bool MayBePlural(absl::string_view folded) {
  return IsOneOf(folded,
                 {"police", "people",    "staff", "team",       "crew",  "cattle",    "majority", "number",  "rest",
                  "half",   "third",     "pair",  "couple",     "group", "family",    "public",   "lot",     "crowd",
                  "sheep",  "fish",      "deer",  "aircraft",   "data",  "media",     "series",   "species", "clergy",
                  "few",    "remainder", "youth", "government", "band",  "committee", "poultry",  "gentry"});
}

// The noun directly before "who", to which its position points if the tree does not say.
int AntecedentOf(const Tree& tree, int pronoun) {
  int before = pronoun - 1;
  while (before >= 0 && tree[before].pos == Pos::kPunct) --before;
  while (before >= 0 && tree[before].head >= 0 && tree[before].head < before &&
         (tree[before].rel == Rel::kFlat || tree[before].rel == Rel::kCompound)) {
    before = tree[before].head;
  }
  const bool noun = before >= 0 && (tree[before].pos == Pos::kNoun || tree[before].pos == Pos::kPropn);
  return noun ? before : -1;
}

// "..., killing one": a participle after a comma is about the whole clause and its subject.
bool IsLooseParticiple(const Tree& tree, int verb) {
  const int first = tree.SubtreeBegin(verb);
  return first > 0 && absl::EndsWith(tree[verb].folded, "ing") &&
         (tree[first].folded == "," || tree[first - 1].folded == ",") && tree[verb].head < first;
}

// "the second person to lead", "the first to arrive": the person is the subject of the infinitive.
bool IsRanked(const Tree& tree, int noun) {
  for (int child : tree.children(noun)) {
    if (IsOneOf(tree[child].folded, {"first", "second", "third", "fourth", "fifth", "last", "only", "next"}))
      return true;
  }
  return IsOneOf(tree[noun].folded, {"first", "second", "third", "last"});
}

}  // namespace

int SubjectOf(const Tree& tree, int i) {
  for (int steps = 0; i >= 0 && steps < 8; ++steps) {
    const std::vector<int> subjects = tree.Children(i, {Rel::kNsubj, Rel::kNsubjPass});
    const int head = tree[i].head;
    if (!subjects.empty()) {
      // Of two subjects before the verb, the first is a marker mistaken for one: "and that ten were hurt". A subject
      // after the verb counts only if there is no other ("said Ruiz"); otherwise it is the subject of the next clause
      // ("Ruiz said Odell would pay").
      int subject = subjects.front();
      for (int other : subjects) {
        if (other < i) subject = other;
      }
      if (!IsRelativePronoun(tree[subject].folded)) return subject;
      return tree[i].rel == Rel::kAclRelcl ? head : tree[subject].folded == "who" ? AntecedentOf(tree, subject) : -1;
    }
    if (head < 0 || tree.Has(i, Rel::kExpl)) return -1;
    switch (tree[i].rel) {
      case Rel::kConj:
        if (!tree.IsClause(head)) return -1;
        i = head;
        break;
      case Rel::kCcomp: {
        const std::vector<int> of_head = tree.Children(head, {Rel::kNsubj, Rel::kNsubjPass});
        const bool second = of_head.size() > 1 && of_head.back() > head && of_head.back() < i;
        return second ? of_head.back() : -1;
      }
      case Rel::kXcomp: {
        const int object = tree.Child(head, {Rel::kObj, Rel::kIobj});
        if (object >= 0 && tree[head].lemma != "promise") return object;
        i = head;
        break;
      }
      case Rel::kAdvcl:
        // "After leaving, he ...": the subject of the main clause; a clause that depends on a noun ("with cars
        // burning") has none.
        if (!tree.IsClause(head)) return -1;
        i = head;
        break;
      case Rel::kAcl: {
        const bool infinitive = tree.MarkOf(i) == "to";
        if (IsLooseParticiple(tree, i) && tree.ClauseAround(head) >= 0) {
          i = tree.ClauseAround(head);
          break;
        }
        if (!infinitive) return tree.Has(i, Rel::kMark) ? -1 : head;
        if (!IsRanked(tree, head)) return -1;
        // As a predicate, it is about the subject: "he is the second to lead".
        const int whole = tree.Child(head, Rel::kNsubj);
        return whole >= 0 ? whole : head;
      }
      case Rel::kAclRelcl:
        return tree.Has(i, Rel::kObj) ? head : -1;
      default:
        return -1;
    }
  }
  return -1;
}

bool Disagree(const Tree& tree, int subject, int verb) {
  const Token& token = tree[subject];
  const std::vector<int> helpers = tree.Children(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
  // "they sells"
  const Token& form = tree[verb];
  const bool singular = helpers.empty() && form.pos == Pos::kVerb && form.folded != form.lemma &&
                        absl::EndsWith(form.folded, "s") && !absl::EndsWith(form.lemma, "s");
  if (singular && tree[subject].head == verb) return IsOneOf(token.folded, {"they", "we", "you", "these", "those"});
  if (singular && IsOneOf(token.folded, {"they", "we", "you"})) return true;
  if (token.pos != Pos::kNoun || helpers.empty()) return false;
  const absl::string_view finite = tree[helpers.front()].folded;
  if (token.lemma != token.folded && absl::EndsWith(token.folded, "s")) {
    return IsOneOf(finite, {"is", "was", "has", "does"}) && !tree.Has(subject, Rel::kNummod);  // "five years is long"
  }
  const int det = tree.Child(subject, Rel::kDet);
  const bool one = det >= 0 && IsOneOf(tree[det].folded, {"a", "an", "the", "this", "that", "each", "every"});
  return one && token.lemma == token.folded && !tree.Has(subject, Rel::kConj) && !tree.Has(subject, Rel::kNummod) &&
         !MayBePlural(token.folded) && IsOneOf(finite, {"are", "were", "have", "do"});
}

int MeantBySubject(const Tree& tree, int pronoun, int verb) {
  const bool singular = tree[pronoun].folded == "it";
  if (!singular && tree[pronoun].folded != "they") return -1;
  // "it" only if what speaks or acts is named directly before: "the council said it would pay".
  if (singular && tree[verb].rel != Rel::kCcomp) return -1;
  const int around = tree.ClauseAround(verb);
  if (around < 0 || tree[verb].rel == Rel::kConj) return -1;
  const int subject = SubjectOf(tree, around);
  if (subject < 0 || subject > pronoun || tree[subject].pos == Pos::kPron) return -1;
  const Token& token = tree[subject];
  const bool plural = (token.pos == Pos::kNoun && token.lemma != token.folded) ||
                      IsOneOf(token.folded, {"people", "police"}) || tree.Has(subject, Rel::kConj);
  if (singular && (!IsSpeechVerb(tree[around].lemma) || IsPersonNoun(token))) return -1;
  return plural != singular ? subject : -1;
}

}  // namespace pith::compiler
