// TITL, TITN and SPEL of an index: the folded titles and words of its articles.

#ifndef PITH_TOOLS_COMPILER_WRITE_DICTIONARY_SECTIONS_H_
#define PITH_TOOLS_COMPILER_WRITE_DICTIONARY_SECTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "tools/compiler/write/index_file.h"

namespace pith::compiler {

// Takes memory for the titles and for the distinct words.
class DictionarySections {
 public:
  explicit DictionarySections(const Language& language) : language_(language) {}

  // Takes the title and the aliases of article `article`. O(their size).
  void AddTitles(const Part& part, uint32_t article);
  // Takes its words, for misspelled ones. O(tokens).
  void AddSpellings(const Part& part);

  bool has_titles() const { return !titles_.empty(); }
  bool has_spellings() const { return !spellings_.empty(); }
  void WriteTitles(IndexFile* file);
  void WriteSpellings(IndexFile* file) const;

 private:
  struct Title {
    std::string folded;
    uint32_t article, alias;
  };

  const Language& language_;
  std::vector<Title> titles_;
  absl::flat_hash_set<std::string> spellings_;  // folded
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_DICTIONARY_SECTIONS_H_
