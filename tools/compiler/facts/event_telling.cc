#include "tools/compiler/facts/event_telling.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/facts/event_dates.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/time_nouns.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/reality.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

// Whether the text has one of the name's words: "Lyle" of "Margaret Lyle", "barge" of "the barge". Then it says who.
bool HasWordOf(absl::string_view name, absl::string_view text) {
  const std::vector<absl::string_view> words = absl::StrSplit(text, absl::ByAnyChar(" ,.;:()\"'"));
  for (absl::string_view part : absl::StrSplit(name, ' ')) {
    if (part.size() > 2 && part != "the" && std::find(words.begin(), words.end(), part) != words.end()) return true;
  }
  return false;
}

bool IsPerson(const Token& token) { return token.name == NameType::kPerson || IsPersonNoun(token); }

bool IsPlural(const Tree& tree, int i) {
  return tree[i].folded != tree[i].lemma || tree.Has(i, Rel::kConj) || tree[i].name == NameType::kOrganization;
}

// Whether a word from `begin` on and before the pronoun may be what it means.
bool HasAntecedent(const SentenceReading& reading, int begin, int pronoun) {
  const Tree& tree = reading.tree();
  const absl::string_view word = tree[pronoun].folded;
  const bool person = IsOneOf(word, {"he", "him", "his", "she", "her"});
  const bool thing = word == "it" || word == "its";
  const int clause = tree.ClauseAround(pronoun);
  const int subject = tree.Child(clause, {Rel::kNsubj, Rel::kNsubjPass});
  int whole = pronoun;  // "nineteen" of "made nineteen of them"
  for (int left = tree.size(); left > 0 && tree[whole].rel == Rel::kNmod; --left) whole = tree[whole].head;
  const bool argument = IsOneOf(tree[whole].rel, {Rel::kObj, Rel::kIobj, Rel::kObl, Rel::kOblAgent});
  for (int i = begin; i < pronoun; ++i) {
    const Token& token = tree[i];
    if (token.pos != Pos::kNoun && token.pos != Pos::kPropn) continue;
    if (token.rel == Rel::kCompound || IsDatePart(token.lemma) ||
        IsOneOf(tree.CaseOf(i), {"after", "before", "during", "since", "until"}))
      continue;
    if (reading.ValueOf(i, ValueKind::kDate) >= 0 || reading.ValueOf(i, ValueKind::kDuration) >= 0) continue;
    // "A bomb fell near it": not near the bomb. "Pupils of the school repaired it": hardly the school.
    if (argument && subject >= 0 && tree.Under(i, subject)) continue;
    // "A journal printed it", wherever the tree hangs the journal; "half of it" is not the half.
    if ((argument && i + 1 == tree[whole].head) || tree[pronoun].head == i) continue;
    const bool is_person = IsPerson(token) || reading.BearerOf(i) != i;
    if (person ? is_person : thing ? !is_person && !IsPlural(tree, i) : IsPlural(tree, i)) return true;
  }
  return false;
}

// "It was announced that", "it took five years to": stands for what follows.
bool IsDummy(const Tree& tree, int i) {
  const int verb = tree[i].head;
  // "As the novel has it"
  if (tree[i].rel == Rel::kObj && tree[verb].lemma == "have" && tree.MarkOf(verb) == "as") return true;
  if (tree[i].folded != "it") return tree[i].rel == Rel::kExpl;
  if (tree.Child(verb, {Rel::kCcomp, Rel::kCsubj, Rel::kCsubjPass, Rel::kExpl}) >= 0 && tree[i].rel != Rel::kExpl)
    return true;
  // "It remained the record" is misread.
  const int end =
      tree.Child(verb, {Rel::kCcomp, Rel::kCsubj, Rel::kCsubjPass, Rel::kXcomp, Rel::kAclRelcl, Rel::kAdvcl});
  return tree[i].rel == Rel::kExpl && end >= 0 && tree[end].pos != Pos::kNoun &&
         (tree[end].rel != Rel::kAdvcl || tree.MarkOf(end) == "to");
}

// "her husband, Ivor Brand"
bool IsNamed(const Tree& tree, int phrase) {
  for (int i = tree.SubtreeBegin(phrase); i < tree.SubtreeEnd(phrase); ++i) {
    if (tree[i].pos == Pos::kPropn) return true;
  }
  return false;
}

// "Paid her eight shillings": of "her" one sees only what is next to it.
bool IsRecipient(const Tree& tree, int i) {
  const int noun = tree[i].head;
  return tree[i].folded == "her" && tree[i + 1].pos == Pos::kNum && tree[noun].rel == Rel::kObj &&
         IsOneOf(tree[tree[noun].head].lemma, {"pay", "give", "offer", "owe", "lend", "cost", "fine", "send"});
}

// "A second was sunk", "nineteen joined", "gave up that plan": one would have to know what the sentences before are
// about.
bool PointsBack(const SentenceReading& reading, int begin, int i) {
  const Tree& tree = reading.tree();
  const Token& token = tree[i];
  if (IsOneOf(token.folded, {"that", "those"}) && token.rel == Rel::kDet && tree[token.head].pos == Pos::kNoun) {
    const bool named = std::any_of(tree.sentence().tokens.begin() + begin, tree.sentence().tokens.begin() + i,
                                   [&](const Token& t) { return t.lemma == tree[token.head].lemma; });
    return !named && !IsTimeNoun(tree[token.head].lemma) && !IsDatePart(tree[token.head].lemma) &&
           !tree.Has(token.head, Rel::kAclRelcl);
  }
  const auto said = [&](auto is) {
    for (int k = begin; k < i; ++k) {
      if (is(k)) return true;
    }
    return false;
  };
  // "Since then the number has risen", but not "was built in 1906 and has since then stood empty"
  if (token.folded == "then" && tree[i - 1].folded == "since") return !said([&](int k) { return IsYear(tree[k]); });
  // "The pumps there failed", but not "entered Trinity College in 1920 and taught there"
  if (token.folded == "there" && token.rel == Rel::kAdvmod) {
    return !said([&](int k) { return reading.IsPlace(k) || tree[k].name == NameType::kOrganization; });
  }
  const bool counts = (token.pos == Pos::kNum && !IsYear(token)) ||
                      IsOneOf(token.folded, {"second", "third", "fourth", "fifth", "sixth", "another"});
  // "Forbade any further one"
  const bool one = IsOneOf(token.folded, {"one", "ones"}) && token.rel == Rel::kObj && tree.Has(i, Rel::kAmod);
  if (one) {
    const int subject = tree.Child(token.head, {Rel::kNsubj, Rel::kNsubjPass});
    for (int k = begin; k < i; ++k) {
      if (tree[k].pos == Pos::kNoun && !tree.Under(k, subject)) return false;
    }
    return true;
  }
  if (!counts || !IsSubject(token.rel)) return false;
  for (int child : tree.Children(i, {Rel::kNmod, Rel::kAclRelcl, Rel::kAcl, Rel::kNummod, Rel::kCompound})) {
    const bool aside = tree[child].rel == Rel::kAcl && tree[tree.SubtreeBegin(child) - 1].folded == ",";
    if (!aside && (tree[child].rel != Rel::kNmod || tree.CaseOf(child) == "of")) return false;
  }
  return true;
}

}  // namespace

bool TellEvent(const SentenceReading& reading, TokenRange words, Event* event) {
  const Tree& tree = reading.tree();
  const std::string& text = reading.analysis().article.text;
  const std::string own = text.substr(event->begin, event->end - event->begin);
  std::string told;
  uint32_t copied = event->begin;
  for (int i = words.first; i < words.last; ++i) {
    if (PointsBack(reading, words.first, i)) return false;
  }
  for (int i = words.first; i < words.last; ++i) {
    const Token& token = tree[i];
    const bool subject = IsSubject(token.rel) && tree[token.head].rel != Rel::kAclRelcl;
    // "One of these", but not "one of those who"
    const bool part = token.rel == Rel::kNmod && tree.Child(i, {Rel::kAclRelcl, Rel::kAcl, Rel::kNmod}) < 0;
    const bool pointer = IsOneOf(token.folded, {"this", "that", "these", "those"}) && (subject || part);
    if (token.pos != Pos::kPron || !(pointer || IsThirdPersonPronoun(token.folded)) || IsDummy(tree, i)) continue;
    const std::string meant = reading.text().MeaningOf(i);
    if (meant.empty()) {
      const bool owner = token.rel == Rel::kNmodPoss;
      if (pointer || !(HasAntecedent(reading, words.first, i) || (owner && IsNamed(tree, token.head)))) {
        return false;
      }
      continue;
    }
    const std::string before = text.substr(event->begin, token.begin - event->begin);
    if (HasWordOf(meant, before) || HasWordOf(meant, told)) continue;
    absl::StrAppend(&told, text.substr(copied, token.begin - copied), meant);
    if (token.rel == Rel::kNmodPoss && !IsRecipient(tree, i))
      absl::StrAppend(&told, absl::EndsWith(meant, "s") ? "'" : "'s");
    copied = token.end;
    if (token.begin == event->begin && absl::ascii_isupper(static_cast<unsigned char>(own[0]))) {
      told[0] = absl::ascii_toupper(static_cast<unsigned char>(told[0]));
    }
  }
  if (copied != event->begin) event->told = absl::StrCat(told, text.substr(copied, event->end - copied));
  return true;
}

void MarkEvent(const SentenceReading& reading, absl::Span<const Fact> facts, Event* event) {
  const Analysis& analysis = reading.analysis();
  const Tree& tree = reading.tree();
  const auto iso = [&analysis](int value) -> const std::string& {
    return analysis.values[static_cast<size_t>(value)].iso;
  };
  const absl::string_view own =
      absl::string_view(analysis.article.text).substr(event->begin, event->end - event->begin);
  const bool until = absl::StrContains(own, " until ");
  const bool had_to = absl::StrContains(own, " had to ");  // and did
  const auto first = static_cast<int>(analysis.values[static_cast<size_t>(event->value)].span.first);
  bool exception = IsException(tree, first);  // or before a preposition: "except in 1976"
  for (int t = first - 3; t < first; ++t) exception |= tree[t].folded == "except";
  for (const Fact& fact : facts) {
    if (fact.when < 0 || iso(fact.when) != iso(event->value)) continue;
    // The end of what was not so is an event: "not until 1906", "did not close except in 1976".
    event->modality = fact.modality;
    if (fact.modality == Modality::kObligatory && had_to) event->modality = Modality::kNone;
    event->negated = fact.negated && !until && !exception;
    // A date of something that plainly happened needs no mark.
    if (fact.modality == Modality::kNone && !fact.negated) return;
  }
}

}  // namespace pith::compiler
