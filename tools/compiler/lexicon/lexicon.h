// In: nothing. Out: the English that the compiler goes by, as tables and nothing else, a header a subject.
// Who may use it: every stage; it uses none of them. The rules that read the order of words stay in the stages.
// A new language: write these tables anew.
//
// tools/models/en/closed.txt and abbreviations.txt hold some of the same words for the language block. They stay apart:
// the block keeps a few flags a word for the engine, where the compiler needs to know which month, which number and
// which gender, and the abbreviations there tell the tokenizer what keeps its period, here where a sentence goes on.

#ifndef PITH_TOOLS_COMPILER_LEXICON_LEXICON_H_
#define PITH_TOOLS_COMPILER_LEXICON_LEXICON_H_

#include <initializer_list>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// A list of words. They are written as Token::folded or Token::lemma has them: in lower case, without accents.
class WordSet {
 public:
  WordSet(std::initializer_list<absl::string_view> words) : words_(words), index_(words) {}

  // Whether the word is in the list. O(1).
  bool Has(absl::string_view word) const { return index_.contains(word); }
  // The words in the order in which they are written.
  const std::vector<absl::string_view>& words() const { return words_; }

 private:
  std::vector<absl::string_view> words_;
  absl::flat_hash_set<absl::string_view> index_;
};

// A table from words, written as in WordSet, to what they mean.
template <typename Value>
class WordTable {
 public:
  using Row = std::pair<absl::string_view, Value>;

  WordTable(std::initializer_list<Row> rows) : rows_(rows), index_(rows.begin(), rows.end()) {}

  // What the word means, or `otherwise` for a word that is not in the table. O(1).
  Value Find(absl::string_view word, Value otherwise) const {
    const auto it = index_.find(word);
    return it == index_.end() ? otherwise : it->second;
  }
  // The rows in the order in which they are written.
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
  absl::flat_hash_map<absl::string_view, Value> index_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_LEXICON_H_
