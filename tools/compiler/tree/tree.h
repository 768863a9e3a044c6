// In: an analysis whose words have heads. Out: answers to questions about a sentence's dependency tree: children,
// phrases, subjects, how certain a clause is. Nothing in this folder changes the analysis.
// Who may use it: every stage after the parser, which may include any header here. This one holds the bare tree.

#ifndef PITH_TOOLS_COMPILER_TREE_TREE_H_
#define PITH_TOOLS_COMPILER_TREE_TREE_H_

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Parts of a phrase to leave out; combine with `|`. They apply at every depth unless noted.
enum Drop : uint32_t {
  kDropNothing = 0,
  kDropRelatives = 1,    // relative clauses
  kDropClauses = 2,      // other clauses: participles, infinitives, complements, adverbial clauses, parataxis
  kDropAppositions = 4,  // appositions, loose or in brackets
  kDropConjuncts = 8,    // second and later members of a list, with their conjunctions; only at the head
  kDropCase = 16,        // prepositions, markers, conjunctions and the possessive clitic; only at the head
  kDropDeterminer = 32,  // articles and the like; only at the head
  kDropNominals = 64,    // prepositional phrases
};
// A noun phrase as one would name the thing: without preposition, relative clauses and appositions.
inline constexpr uint32_t kNounPhrase = kDropRelatives | kDropAppositions | kDropCase;
// The same without clauses of any kind.
inline constexpr uint32_t kBarePhrase = kNounPhrase | kDropClauses;

// Whether `rel` is one of `rels`.
inline bool IsOneOf(Rel rel, std::initializer_list<Rel> rels) {
  return std::find(rels.begin(), rels.end(), rel) != rels.end();
}

// A view of one sentence's tree. Construction costs O(tokens); the sentence must outlive it.
//
// Patterns look to the left and right of words and follow heads and children that may not be there, so every index is
// allowed: outside the sentence (-1, size()) there is a token without text, head and children.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  int size() const { return static_cast<int>(sentence_->tokens.size()); }
  bool Contains(int i) const { return i >= 0 && i < size(); }
  const Token& operator[](int i) const { return Contains(i) ? sentence_->tokens[static_cast<size_t>(i)] : Outside(); }
  int root() const { return root_; }  // -1 for an empty sentence

  // Children of token i, in text order.
  const std::vector<int>& children(int i) const {
    static const std::vector<int>& none = *new std::vector<int>();
    return Contains(i) ? children_[static_cast<size_t>(i)] : none;
  }
  // The first child with one of the relations, or -1.
  int Child(int i, std::initializer_list<Rel> rels) const;
  int Child(int i, Rel rel) const { return Child(i, {rel}); }
  bool Has(int i, Rel rel) const { return Child(i, rel) >= 0; }
  // All children with one of the relations.
  std::vector<int> Children(int i, std::initializer_list<Rel> rels) const;
  // Whether `i` equals `ancestor` or is below it.
  bool Under(int i, int ancestor) const;

  // The first token of the whole subtree, and the one after its last; for a token outside, nothing at the beginning.
  int SubtreeBegin(int i) const { return Contains(i) ? begin_[static_cast<size_t>(i)] : 0; }
  int SubtreeEnd(int i) const { return Contains(i) ? end_[static_cast<size_t>(i)] : 0; }

  // The tokens of the phrase headed by `i`, in order, without the parts that `drop` names and without punctuation at
  // its edges (a bracket or quotation mark stays when its partner is inside). Never without `i`.
  std::vector<int> Yield(int i, uint32_t drop = kDropNothing) const;
  // `i` and the conjuncts attached to it (or to one another), in order: "A, B and C" gives three heads.
  std::vector<int> Conjuncts(int i) const;

  // Whether the word heads a clause, finite or not: a verb, or a predicate with a copula or subject.
  bool IsClause(int i) const;
  // The head of the nearest clause above token `i`; -1: none.
  int ClauseAround(int i) const;
  // Whether the verb is passive: "was burned", "burned by", or reduced, as in "the cars burned by".
  bool IsPassive(int i) const;
  // Whether the clause is negated by "not", "never", "no longer", or by a negative subject or object ("no one", "no
  // cars").
  bool IsNegated(int i) const;
  // The folded preposition of a phrase, several words if fixed ("according to"); empty: none.
  std::string CaseOf(int i) const;
  // The folded marker of a clause ("that", "because", "to"), several words if fixed; empty: none.
  std::string MarkOf(int i) const;

 private:
  static const Token& Outside();
  std::string JoinFixed(int i) const;

  const Sentence* sentence_;
  std::vector<std::vector<int>> children_;
  std::vector<int> begin_, end_;
  int root_ = -1;
};

// The token as it stands in the article.
absl::string_view TextOf(const Article& article, const Token& token);
// The tokens' text: adjacent tokens as they stand in the article, with one space for every gap and run of white space.
// Indices outside the sentence have no text.
std::string TextOf(const Article& article, const Sentence& sentence, const std::vector<int>& tokens);
// The text of a span, with one space for every run of white space.
std::string TextOf(const Analysis& analysis, const Span& span);

// A subject that is a phrase, of an active or a passive verb.
inline bool IsSubject(Rel rel) { return rel == Rel::kNsubj || rel == Rel::kNsubjPass; }

// Whether the token is a singular noun that means a person: "teacher", "mayor".
bool IsPersonNoun(const Token& token);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_TREE_H_
