// ASKS of an index: which articles have a question settled by an editor.

#ifndef PITH_TOOLS_COMPILER_WRITE_WORDING_SECTION_H_
#define PITH_TOOLS_COMPILER_WRITE_WORDING_SECTION_H_

#include <cstdint>
#include <vector>

#include "engine/format/records.h"
#include "engine/index/part.h"
#include "tools/compiler/write/index_file.h"

namespace pith::compiler {

// Takes memory for the questions.
class WordingSection {
 public:
  // Takes those of article `article`. O(questions).
  void Add(const Part& part, uint32_t article);
  bool empty() const { return places_.empty(); }
  void Write(IndexFile* file);

 private:
  std::vector<WordingPlaceRecord> places_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_WORDING_SECTION_H_
