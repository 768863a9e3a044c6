// ASKS and LOOK of an index: which articles have a question settled by an editor, and which have facts of a key.

#ifndef PITH_TOOLS_COMPILER_WRITE_PLACE_SECTIONS_H_
#define PITH_TOOLS_COMPILER_WRITE_PLACE_SECTIONS_H_

#include <cstdint>
#include <vector>

#include "engine/format/records.h"
#include "engine/index/part.h"
#include "tools/compiler/write/index_file.h"

namespace pith::compiler {

// Takes memory for the questions and for the keys of each article.
class PlaceSections {
 public:
  // Takes what article `article` of `articles` has. O(its questions and facts).
  void Add(const Part& part, uint32_t article, uint32_t articles);

  bool has_wordings() const { return !wordings_.empty(); }
  bool has_lookups() const { return !lookups_.empty(); }
  void WriteWordings(IndexFile* file);
  void WriteLookups(IndexFile* file);

 private:
  std::vector<WordingPlaceRecord> wordings_;
  std::vector<LookupPlaceRecord> lookups_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PLACE_SECTIONS_H_
