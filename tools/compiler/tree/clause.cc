#include "tools/compiler/tree/clause.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/prepositions.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// Whether an adverb changes the meaning of its verb, as "nearly" does in "nearly drowned".
bool IsMannerAdverb(const Tree& tree, int i) {
  const Token& token = tree[i];
  return token.rel == Rel::kAdvmod && token.pos == Pos::kAdv && tree.children(i).empty() &&
         !IsSentenceAdverb(token.folded);
}

// The "to" of "is to be paid".
bool IsBoundInfinitive(const Tree& tree, int to) {
  const int verb = tree[to].head;
  return tree[to].rel == Rel::kMark && tree[to].folded == "to" && IsOneOf(tree[to - 1].rel, {Rel::kAux, Rel::kCop}) &&
         tree[to - 1].lemma == "be" && tree[to - 1].head == verb && to < verb;
}

}  // namespace

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

std::string VerbGroup(const Analysis& analysis, const Tree& tree, int verb, std::vector<int>* tokens) {
  std::vector<int> group = {verb};
  // Without "not", "did" adds nothing.
  const bool negated = tree.IsNegated(verb);
  for (int child : tree.children(verb)) {
    const Rel rel = tree[child].rel;
    // "got everybody out": a particle apart from its verb stays where it stands.
    const bool particle = rel == Rel::kCompoundPrt && child == verb + 1;
    const bool part = rel == Rel::kAux || rel == Rel::kAuxPass || particle ||
                      (rel == Rel::kCop && IsCopular(tree, verb)) || IsBoundInfinitive(tree, child);
    if (part && !(negated && tree[child].lemma == "do")) group.push_back(child);
  }
  const int first = *std::min_element(group.begin(), group.end());
  for (int child : tree.children(verb)) {
    if (child < verb && (child > first || child == verb - 1) && IsMannerAdverb(tree, child)) group.push_back(child);
  }
  std::sort(group.begin(), group.end());
  if (tokens != nullptr) tokens->insert(tokens->end(), group.begin(), group.end());
  std::string text;
  for (int t : group) {
    const std::string word(TextOf(analysis.article, tree[t]));
    // "wo" and "ca" are what "n't" leaves. Only the sentence's first word has a capital for its place.
    const std::string& folded = tree[t].folded;
    const std::string whole = folded == "wo" ? "will" : folded == "ca" ? "can" : folded == "sha" ? "shall" : word;
    absl::StrAppend(&text, text.empty() ? "" : " ", t == 0 ? absl::AsciiStrToLower(whole) : whole);
  }
  return text;
}

bool IsCopular(const Tree& tree, int head) {
  const int copula = tree.Child(head, Rel::kCop), mark = tree.Child(head, Rel::kMark);
  const std::vector<int> subjects = tree.Children(head, {Rel::kNsubj, Rel::kNsubjPass});
  const bool own = !subjects.empty() && subjects.back() > mark && subjects.back() < head;
  return copula >= 0 && !(tree[head].pos == Pos::kVerb && copula < mark && own);
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
    if (IsSpatialPreposition(preposition) && found.where_head < 0 && reading.IsPlace(child)) {
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
