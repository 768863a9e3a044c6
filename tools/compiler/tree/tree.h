// Reading a sentence's dependency tree. Comes in: an analysis whose words have heads. Goes out: answers to questions
// about it (children, phrases, subjects, how sure a clause is); nothing in this folder changes the analysis.
// Used by every stage after the parser, which may include any header here. This one holds the bare tree.

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

// Parts of a phrase to leave out; combine with `|`. They apply at every depth, unless said otherwise.
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
// A noun phrase as a reader would name the thing: without preposition, relative clause, apposition.
inline constexpr uint32_t kNounPhrase = kDropRelatives | kDropAppositions | kDropCase;
// The same without clauses of any kind.
inline constexpr uint32_t kBarePhrase = kNounPhrase | kDropClauses;

// Whether `rel` is one of `rels`.
inline bool IsOneOf(Rel rel, std::initializer_list<Rel> rels) {
  return std::find(rels.begin(), rels.end(), rel) != rels.end();
}

// A view of one sentence's tree. Building costs O(tokens); the sentence must outlive it.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  int size() const { return static_cast<int>(sentence_->tokens.size()); }
  const Token& operator[](int i) const { return sentence_->tokens[static_cast<size_t>(i)]; }
  int root() const { return root_; }  // -1 for an empty sentence

  // Children of token i in order of text.
  const std::vector<int>& children(int i) const { return children_[static_cast<size_t>(i)]; }
  // The first child with one of the relations, or -1.
  int Child(int i, std::initializer_list<Rel> rels) const;
  int Child(int i, Rel rel) const { return Child(i, {rel}); }
  bool Has(int i, Rel rel) const { return Child(i, rel) >= 0; }
  // All children with one of the relations.
  std::vector<int> Children(int i, std::initializer_list<Rel> rels) const;
  // Whether `i` equals `ancestor` or hangs below it.
  bool Under(int i, int ancestor) const;

  // The first and one past the last token of the whole subtree.
  int SubtreeBegin(int i) const { return begin_[static_cast<size_t>(i)]; }
  int SubtreeEnd(int i) const { return end_[static_cast<size_t>(i)]; }

  // The tokens of the phrase headed by `i`, in order, without the parts that `drop` names and without punctuation at
  // its edges (a bracket or quotation mark stays when its partner is inside). Never empty.
  std::vector<int> Yield(int i, uint32_t drop = kDropNothing) const;
  // `i` and the conjuncts that hang on it (also on one another), in order: "A, B and C" gives three heads.
  std::vector<int> Conjuncts(int i) const;

  // Whether the word heads a clause, finite or not: a verb, or a predicate with a copula or subject.
  bool IsClause(int i) const;
  // "was burned", "burned by", or reduced: "the cars burned by".
  bool IsPassive(int i) const;
  // By "not", "never", "no longer", or by a negative subject or object ("no one", "no cars").
  bool IsNegated(int i) const;
  // The folded preposition of a phrase, of several words when fixed ("according to"); empty: none.
  std::string CaseOf(int i) const;
  // The folded marker of a clause ("that", "because", "to"), likewise.
  std::string MarkOf(int i) const;

 private:
  std::string JoinFixed(int i) const;

  const Sentence* sentence_;
  std::vector<std::vector<int>> children_;
  std::vector<int> begin_, end_;
  int root_ = -1;
};

// The token as it stands in the article.
absl::string_view TextOf(const Article& article, const Token& token);
// The tokens' text: adjacent tokens as they stand in the article, one space for every gap and run of white space.
std::string TextOf(const Article& article, const Sentence& sentence, const std::vector<int>& tokens);
// The text of a span, with one space for every run of white space.
std::string TextOf(const Analysis& analysis, const Span& span);

// Whether the token is a noun in the singular that means a person: "teacher", "mayor".
bool IsPersonNoun(const Token& token);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_TREE_H_
