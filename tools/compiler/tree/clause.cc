#include "tools/compiler/tree/clause.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool IsRelativePronoun(absl::string_view folded) { return IsOneOf(folded, {"who", "which", "that", "whom"}); }

// What "who" speaks of by its place where the tree does not say: the noun right before it.
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

// "..., killing one": a participle behind a comma speaks of the whole clause and its subject.
bool IsLooseParticiple(const Tree& tree, int verb) {
  const int first = tree.SubtreeBegin(verb);
  return first > 0 && absl::EndsWith(tree[verb].folded, "ing") &&
         (tree[first].folded == "," || tree[first - 1].folded == ",") && tree[verb].head < first;
}

// The clause around token i.
int ClauseAround(const Tree& tree, int i) {
  for (i = tree[i].head; i >= 0; i = tree[i].head) {
    if (tree.IsClause(i)) return i;
  }
  return -1;
}

// "the second person to lead", "the first to arrive": the infinitive's subject is the person.
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
      // Of two, the first is a marker that was mistaken for one: "and that ten were hurt". Behind the verb stands only
      // a lone one: "said Ruiz"; else it is what the next clause speaks of: "Ruiz said Odell would pay".
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
        // "After leaving, he ...": whoever acts in the main clause; a noun's own clause ("with cars burning") has none.
        if (!tree.IsClause(head)) return -1;
        i = head;
        break;
      case Rel::kAcl: {
        const bool infinitive = tree.MarkOf(i) == "to";
        if (IsLooseParticiple(tree, i) && ClauseAround(tree, head) >= 0) {
          i = ClauseAround(tree, head);
          break;
        }
        if (!infinitive) return tree.Has(i, Rel::kMark) ? -1 : head;
        if (!IsRanked(tree, head)) return -1;
        // As a predicate it speaks of the subject: "he is the second to lead".
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
  const bool plural = token.pos == Pos::kNoun && token.lemma != token.folded && token.lemma + "s" == token.folded;
  if (!plural) return false;
  const std::vector<int> helpers = tree.Children(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
  const absl::string_view finite = helpers.empty() ? absl::string_view() : tree[helpers.front()].folded;
  return IsOneOf(finite, {"is", "was", "has", "does"});
}

std::vector<int> SaidBy(const Tree& tree, int verb) {
  std::vector<int> said = tree.Children(verb, {Rel::kCcomp});
  const std::vector<int> subjects = tree.Children(verb, {Rel::kNsubj});
  if (!said.empty() && subjects.size() > 1 && subjects.front() < verb && subjects.back() > verb) {
    said.push_back(subjects.back());
  }
  std::vector<int> tokens;
  for (int part : said) {
    const std::vector<int> of_part = tree.Yield(part);
    tokens.insert(tokens.end(), of_part.begin(), of_part.end());
  }
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

int MeantBySubject(const Tree& tree, int pronoun, int verb) {
  const bool singular = tree[pronoun].folded == "it";
  if (!singular && tree[pronoun].folded != "they") return -1;
  // "it" only where what speaks or acts is named right before: "the council said it would pay".
  if (singular && tree[verb].rel != Rel::kCcomp) return -1;
  const int around = ClauseAround(tree, verb);
  if (around < 0 || tree[verb].rel == Rel::kConj) return -1;
  const int subject = SubjectOf(tree, around);
  if (subject < 0 || subject > pronoun || tree[subject].pos == Pos::kPron) return -1;
  const Token& token = tree[subject];
  const bool plural = (token.pos == Pos::kNoun && token.lemma != token.folded) ||
                      IsOneOf(token.folded, {"people", "police"}) || tree.Has(subject, Rel::kConj);
  if (singular && (!IsSpeechVerb(tree[around].lemma) || IsPersonNoun(token))) return -1;
  return plural != singular ? subject : -1;
}

// Whether an adverb changes what its verb says: "nearly" does in "nearly drowned". Not so what joins sentences, tells
// how sure they are or denies them, for which a fact has other room.
bool IsMannerAdverb(const Tree& tree, int i) {
  const Token& token = tree[i];
  return token.rel == Rel::kAdvmod && token.pos == Pos::kAdv && tree.children(i).empty() &&
         !IsSentenceAdverb(token.folded);
}

std::string VerbGroup(const Analysis& analysis, const Tree& tree, int verb, std::vector<int>* tokens) {
  std::vector<int> group = {verb};
  // Without "not", "did" says nothing.
  const bool negated = tree.IsNegated(verb);
  for (int child : tree.children(verb)) {
    const Rel rel = tree[child].rel;
    const bool part = rel == Rel::kAux || rel == Rel::kAuxPass || rel == Rel::kCompoundPrt ||
                      (rel == Rel::kCop && tree.IsClause(verb));
    if (part && !(negated && tree[child].lemma == "do")) group.push_back(child);
  }
  const int first = *std::min_element(group.begin(), group.end());
  for (int child : tree.children(verb)) {
    if (child < verb && (child > first || child == verb - 1) && IsMannerAdverb(tree, child)) group.push_back(child);
  }
  std::sort(group.begin(), group.end());
  if (tokens != nullptr) tokens->insert(tokens->end(), group.begin(), group.end());
  std::string text;
  for (int t : group) absl::StrAppend(&text, text.empty() ? "" : " ", TextOf(analysis.article, tree[t]));
  return text;
}

int StandingOf(const Tree& tree, int verb) {
  int standing = tree.Has(verb, Rel::kCop) ? 80 : 100;
  int i = verb;
  for (int left = tree.size(); i != tree.root() && left > 0; --left) {
    const Rel rel = tree[i].rel;
    i = tree[i].head;
    if (i < 0 || i >= tree.size()) break;  // no tree
    if (rel == Rel::kConj || rel == Rel::kParataxis) continue;
    const bool said = rel == Rel::kCcomp || rel == Rel::kCsubj || rel == Rel::kCsubjPass;
    if (said && IsSpeechVerb(tree[i].lemma)) continue;
    const bool completes = rel == Rel::kCcomp || rel == Rel::kXcomp;
    standing = standing * (completes ? 85 : rel == Rel::kAdvcl ? 75 : 55) / 100;
  }
  return standing;
}

Modality ModalityOf(const Tree& tree, int verb) {
  for (int child : tree.children(verb)) {
    const Token& token = tree[child];
    if (token.rel == Rel::kAux) {
      if (IsFutureAuxiliary(token.folded) || IsFutureAuxiliary(token.lemma)) return Modality::kPlanned;
      if (IsPossibilityAuxiliary(token.lemma)) return Modality::kPossible;
    }
    if (token.rel == Rel::kAdvmod) {
      if (IsHearsayAdverb(token.folded)) return Modality::kClaimed;
      if (IsDoubtAdverb(token.folded)) return Modality::kPossible;
    }
    if (token.rel == Rel::kMark && IsConditionMarker(token.folded)) return Modality::kPossible;
  }
  const int head = tree[verb].head;
  if (head < 0) return Modality::kNone;
  const Rel rel = tree[verb].rel;
  if (rel == Rel::kConj && !tree.Has(verb, Rel::kNsubj) && !tree.Has(verb, Rel::kNsubjPass) &&
      !tree.Has(verb, Rel::kAux)) {
    return ModalityOf(tree, head);
  }
  // "may flood the town, killing hundreds": no surer than the clause around.
  if (rel == Rel::kAdvcl && absl::EndsWith(tree[verb].folded, "ing") &&
      tree.Child(verb, {Rel::kMark, Rel::kNsubj, Rel::kNsubjPass}) < 0) {
    return ModalityOf(tree, head);
  }
  if (rel == Rel::kXcomp || rel == Rel::kCcomp || rel == Rel::kCsubjPass) {
    if (rel == Rel::kXcomp && IsPlanningVerb(tree[head].lemma)) return Modality::kPlanned;
    // "is said to rise", but not "was observed rising".
    const bool seen = rel == Rel::kXcomp && tree.MarkOf(verb) != "to";
    if (IsSpeechVerb(tree[head].lemma) && tree.IsPassive(head) && !seen) return Modality::kClaimed;
  }
  // "accused of taking", "charged with stealing"
  if (rel == Rel::kAdvcl && IsOneOf(tree.MarkOf(verb), {"of", "with"}) && IsAccusingVerb(tree[head].lemma)) {
    return Modality::kClaimed;
  }
  if (rel == Rel::kCcomp || rel == Rel::kCsubj || rel == Rel::kAcl) {
    if (IsPossibilityWord(tree[head].lemma)) return Modality::kPossible;
    if (IsSpeechNoun(tree[head].lemma) && tree.MarkOf(verb) == "that") return Modality::kClaimed;
  }
  return Modality::kNone;
}

Circumstances CircumstancesOf(const SentenceReading& reading, int verb) {
  const Tree& tree = reading.tree();
  Circumstances found;
  for (int child : tree.children(verb)) {
    const Rel rel = tree[child].rel;
    const int date = reading.ValueOf(child, ValueKind::kDate);
    if (date >= 0 && (rel == Rel::kObl || rel == Rel::kOblUnmarked || rel == Rel::kAdvmod)) {
      if (found.when < 0) {
        found.when = date;
        found.when_head = child;
      }
      continue;
    }
    if (rel == Rel::kOblAgent && found.agent < 0) {
      found.agent = child;
      continue;
    }
    if ((rel != Rel::kObl && rel != Rel::kOblAgent) || tree[child].pos == Pos::kAdv) continue;
    const std::string preposition = tree.CaseOf(child);
    if (preposition.empty() || IsOneOf(preposition, {"including", "according to", "such as", "like"})) continue;
    if (preposition == "by" && tree.IsPassive(verb) && found.agent < 0 && tree[child].pos != Pos::kVerb) {
      found.agent = child;
      continue;
    }
    const bool spatial =
        IsOneOf(preposition, {"in",      "at",    "on",         "near",        "across",  "around", "outside",
                              "inside",  "over",  "throughout", "along",       "off",     "under",  "behind",
                              "beneath", "above", "outside of", "in front of", "next to", "beside", "beyond"});
    if (spatial && found.where_head < 0 && reading.IsPlace(child)) {
      found.where_head = child;
      found.where = reading.Name(child, kBarePhrase & ~static_cast<uint32_t>(kDropCase));
      continue;
    }
    found.others.push_back(child);
  }
  // "On Monday the dam broke and the mayor resigned."
  const int head = tree[verb].head;
  if (found.when < 0 && tree[verb].rel == Rel::kConj && head >= 0 && tree.IsClause(head)) {
    const Circumstances first = CircumstancesOf(reading, head);
    if (first.when >= 0 && first.when_head < head) {
      found.when = first.when;
      found.when_head = first.when_head;
    }
  }
  return found;
}

std::vector<int> PredicateOf(const SentenceReading& reading, int predicate) {
  const Tree& tree = reading.tree();
  const bool nominal = tree[predicate].pos == Pos::kNoun || tree[predicate].pos == Pos::kPropn ||
                       tree[predicate].pos == Pos::kNum || tree[predicate].pos == Pos::kPron;
  std::vector<int> tokens = {predicate};
  for (int child : tree.children(predicate)) {
    const Token& token = tree[child];
    bool part = false;
    switch (token.rel) {
      case Rel::kDet:
      case Rel::kDetPredet:
      case Rel::kAmod:
      case Rel::kCompound:
      case Rel::kFlat:
      case Rel::kNmod:
      case Rel::kNmodPoss:
      case Rel::kNummod:
      case Rel::kFixed:
      case Rel::kNmodDesc:
      case Rel::kNmodUnmarked:
      case Rel::kObj:
      case Rel::kIobj:
      case Rel::kXcomp:
      case Rel::kCompoundPrt:
        part = true;
        break;
      case Rel::kObl:
        part = (!nominal || child > predicate) && reading.ValueOf(child, ValueKind::kDate) < 0;
        break;
      case Rel::kAcl:
        part = tree.MarkOf(child) == "to";
        break;
      case Rel::kAdvcl:
        part = tree.MarkOf(child) == "to" && child > predicate;
        break;
      case Rel::kCase:
        part = child > predicate;
        break;
      case Rel::kMark:
        part = tree[predicate].pos == Pos::kVerb && token.folded == "to";
        break;
      case Rel::kAdvmod:
        part = !IsOneOf(token.folded, {"not", "n't", "never", "also", "reportedly", "allegedly", "then", "now"}) &&
               (child > predicate - 3);
        break;
      case Rel::kConj:
        part = tree.Child(child, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCop}) < 0 &&
               (nominal || tree[child].pos != Pos::kVerb);
        break;
      case Rel::kPunct:
        part = token.folded == "-";
        break;
      default:
        break;
    }
    if (!part) continue;
    const std::vector<int> inner = reading.Phrase(child, kDropRelatives | kDropAppositions);
    const int comma = inner.front() - 1;
    if (token.rel == Rel::kConj && comma > predicate && tree[comma].folded == ",") tokens.push_back(comma);
    tokens.insert(tokens.end(), inner.begin(), inner.end());
  }
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

}  // namespace pith::compiler
