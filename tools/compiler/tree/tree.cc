#include "tools/compiler/tree/tree.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool IsDropped(const Token& child, bool at_head, uint32_t drop) {
  switch (child.rel) {
    case Rel::kAclRelcl:
    case Rel::kAdvclRelcl:
      return drop & kDropRelatives;
    case Rel::kAcl:
    case Rel::kAdvcl:
    case Rel::kCcomp:
    case Rel::kParataxis:
      return drop & kDropClauses;
    case Rel::kAppos:
      return drop & kDropAppositions;
    case Rel::kNmod:
      return drop & kDropNominals;
    case Rel::kConj:
    case Rel::kCcPreconj:
      return at_head && (drop & kDropConjuncts);
    case Rel::kCc:
      // Drops the conjunction before the head, if the head itself is a later member of a list.
      return at_head && (drop & (kDropConjuncts | kDropCase));
    case Rel::kCase:
    case Rel::kMark:
      return at_head && (drop & kDropCase);
    case Rel::kDet:
    case Rel::kDetPredet:
      return at_head && (drop & kDropDeterminer);
    default:
      return false;
  }
}

// The mark that closes (or opens) what `folded` opens (or closes); empty for other punctuation.
absl::string_view PartnerOf(absl::string_view folded) {
  constexpr absl::string_view kPairs[] = {"(", ")", "[", "]", "\"", "\"", "``", "''", "\xE2\x80\x9C", "\xE2\x80\x9D"};
  for (size_t i = 0; i < std::size(kPairs); ++i) {
    if (folded == kPairs[i]) return kPairs[i ^ 1];
  }
  return "";
}

}  // namespace

Tree::Tree(const Sentence& sentence)
    : sentence_(&sentence), children_(sentence.tokens.size()), begin_(sentence.tokens.size()), end_(begin_) {
  const int n = size();
  for (int i = 0; i < n; ++i) {
    begin_[static_cast<size_t>(i)] = i;
    end_[static_cast<size_t>(i)] = i + 1;
    const int head = (*this)[i].head;
    if (head < 0 || head >= n || head == i) {
      if (root_ < 0) root_ = i;
    } else {
      children_[static_cast<size_t>(head)].push_back(i);
    }
  }
  if (root_ < 0) return;
  // Heads come before their dependents; in reverse order, every subtree is complete before its head needs it.
  std::vector<int> order = {root_};
  for (size_t k = 0; k < order.size() && order.size() <= children_.size(); ++k) {
    order.insert(order.end(), children(order[k]).begin(), children(order[k]).end());
  }
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    for (int child : children(*i)) {
      auto at = static_cast<size_t>(*i);
      begin_[at] = std::min(begin_[at], SubtreeBegin(child));
      end_[at] = std::max(end_[at], SubtreeEnd(child));
    }
  }
}

const Token& Tree::Outside() {
  static const Token& outside = *new Token();
  return outside;
}

int Tree::Child(int i, std::initializer_list<Rel> rels) const {
  for (int child : children(i)) {
    if (IsOneOf((*this)[child].rel, rels)) return child;
  }
  return -1;
}

std::vector<int> Tree::Children(int i, std::initializer_list<Rel> rels) const {
  std::vector<int> found;
  for (int child : children(i)) {
    if (IsOneOf((*this)[child].rel, rels)) found.push_back(child);
  }
  return found;
}

bool Tree::Under(int i, int ancestor) const {
  for (int steps = 0; i >= 0 && i < size() && steps <= size(); ++steps, i = (*this)[i].head) {
    if (i == ancestor) return true;
  }
  return false;
}

std::vector<int> Tree::Yield(int i, uint32_t drop) const {
  std::vector<int> tokens = {i};
  for (size_t k = 0; k < tokens.size() && tokens.size() <= children_.size(); ++k) {
    const int head = tokens[k];
    for (int child : children(head)) {
      const Token& token = (*this)[child];
      // A dropped part in brackets or commas takes its punctuation along, because that is attached to the part. A
      // conjunction inside the phrase joins words of the phrase, whatever it is attached to: "an old and steep road".
      const bool joins = token.rel == Rel::kCc && child > SubtreeBegin(i) && child < i && !(drop & kDropConjuncts);
      if (joins || !IsDropped(token, head == i, drop)) tokens.push_back(child);
    }
  }
  std::sort(tokens.begin(), tokens.end());
  const auto edge_goes = [&](int edge) {
    const Token& token = (*this)[edge];
    if (edge == i || token.pos != Pos::kPunct) return false;
    const absl::string_view partner = PartnerOf(token.folded);
    return partner.empty() || !std::any_of(tokens.begin(), tokens.end(), [&](int other) {
             return other != edge && (*this)[other].folded == partner;
           });
  };
  // A mark at one edge whose partner is at the other edge is removed together with it.
  for (bool again = true; again && tokens.size() > 1;) {
    again = false;
    if (edge_goes(tokens.back())) {
      tokens.pop_back();
      again = true;
    } else if (edge_goes(tokens.front())) {
      tokens.erase(tokens.begin());
      again = true;
    } else if ((*this)[tokens.front()].pos == Pos::kPunct && (*this)[tokens.back()].pos == Pos::kPunct &&
               tokens.front() != i && tokens.back() != i && tokens.size() > 2 &&
               PartnerOf((*this)[tokens.front()].folded) == (*this)[tokens.back()].folded) {
      tokens.pop_back();
      tokens.erase(tokens.begin());
      again = true;
    }
  }
  return tokens;
}

std::vector<int> Tree::Conjuncts(int i) const {
  std::vector<int> heads = {i};
  for (size_t k = 0; k < heads.size() && heads.size() <= children_.size(); ++k) {
    for (int child : children(heads[k])) {
      if ((*this)[child].rel == Rel::kConj) heads.push_back(child);
    }
  }
  std::sort(heads.begin(), heads.end());
  return heads;
}

bool Tree::IsClause(int i) const {
  return (*this)[i].pos == Pos::kVerb ||
         Child(i, {Rel::kCop, Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kCsubjPass}) >= 0;
}

int Tree::ClauseAround(int i) const {
  for (i = (*this)[i].head; i >= 0 && !IsClause(i); i = (*this)[i].head) {
  }
  return i;
}

bool Tree::IsPassive(int i) const {
  if (Child(i, {Rel::kAuxPass, Rel::kNsubjPass, Rel::kCsubjPass, Rel::kOblAgent}) >= 0) return true;
  const Token& token = (*this)[i];
  // A participle without an object that modifies a noun: "the cars burned".
  if (token.pos != Pos::kVerb || token.rel != Rel::kAcl || Has(i, Rel::kObj) || Has(i, Rel::kMark)) return false;
  const absl::string_view form = token.folded;
  return form.size() < 3 || form.substr(form.size() - 3) != "ing";
}

bool Tree::IsNegated(int i) const {
  const auto negative = [](const Token& token) { return IsNegativeWord(token.folded); };
  for (int child : children(i)) {
    const Token& token = (*this)[child];
    if (IsOneOf(token.rel, {Rel::kAdvmod, Rel::kNsubj, Rel::kNsubjPass, Rel::kObj, Rel::kCcPreconj}) &&
        negative(token)) {
      // "not only" does not negate.
      const bool only = child + 1 < size() && IsOneOf((*this)[child + 1].folded, {"only", "just", "merely"});
      if (!only) return true;
    }
    if (IsOneOf(token.rel, {Rel::kNsubj, Rel::kNsubjPass, Rel::kObj})) {
      const int det = Child(child, Rel::kDet);
      if (det >= 0 && negative((*this)[det])) return true;
    }
    // "no longer"
    if (token.rel == Rel::kAdvmod && token.folded == "longer" && child > 0 && (*this)[child - 1].folded == "no") {
      return true;
    }
  }
  // "no evidence" as a predicate; a predicate noun has a determiner of its own.
  if (Has(i, Rel::kCop)) {
    const int det = Child(i, Rel::kDet);
    return det >= 0 && negative((*this)[det]);
  }
  return false;
}

std::string Tree::JoinFixed(int i) const {
  std::string words = (*this)[i].folded;
  for (int child : children(i)) {
    if ((*this)[child].rel == Rel::kFixed) absl::StrAppend(&words, " ", (*this)[child].folded);
  }
  return words;
}

std::string Tree::CaseOf(int i) const {
  for (int child : children(i)) {
    // The possessive clitic comes after its noun; it is not a preposition.
    if ((*this)[child].rel == Rel::kCase && child < i) return JoinFixed(child);
  }
  return "";
}

std::string Tree::MarkOf(int i) const {
  const int mark = Child(i, Rel::kMark);
  return mark < 0 ? "" : JoinFixed(mark);
}

absl::string_view TextOf(const Article& article, const Token& token) {
  return absl::string_view(article.text).substr(token.begin, token.end - token.begin);
}

std::string TextOf(const Article& article, const Sentence& sentence, const std::vector<int>& tokens) {
  std::string text;
  int previous = -1;
  for (int i : tokens) {
    if (i < 0 || static_cast<size_t>(i) >= sentence.tokens.size()) continue;
    const Token& token = sentence.tokens[static_cast<size_t>(i)];
    if (previous >= 0) {
      const bool adjacent = i == previous + 1 && sentence.tokens[static_cast<size_t>(previous)].end == token.begin;
      // After omitted words, closing marks and clitics still belong to the word before.
      const bool leans = i != previous + 1 && (token.pos == Pos::kPunct || token.folded == "'s");
      if (!adjacent && !leans) text += ' ';
    }
    absl::StrAppend(&text, TextOf(article, token));
    previous = i;
  }
  return text;
}

std::string TextOf(const Analysis& analysis, const Span& span) {
  std::vector<int> tokens;
  for (uint32_t i = span.first; i < span.last; ++i) tokens.push_back(static_cast<int>(i));
  return TextOf(analysis.article, analysis.sentences[span.sentence], tokens);
}

bool IsPersonNoun(const Token& token) {
  if (token.pos != Pos::kNoun && token.pos != Pos::kPropn) return false;
  if (token.lemma != token.folded && token.folded.size() > token.lemma.size()) return false;  // a plural
  return MeansPerson(token.lemma);
}

}  // namespace pith::compiler
