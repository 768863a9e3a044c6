// One occurrence of a name in the text, as the entities are gathered from them.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_NAME_USE_H_
#define PITH_TOOLS_COMPILER_ENTITIES_NAME_USE_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct NameUse {
  Span span;          // including its title
  uint32_t core = 0;  // the first token after the title
  std::vector<std::string> words;
  std::string key;      // the words, joined
  std::string written;  // without the title
  std::string title;    // folded; its first word. Empty if untitled
  int votes[kNameTypeCount] = {};
  int cluster = -1;  // the uses of one entity have the same one; -1: not known yet

  bool titled() const { return !title.empty(); }
  NameType Type() const { return static_cast<NameType>(std::max_element(votes, votes + kNameTypeCount) - votes); }
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_NAME_USE_H_
