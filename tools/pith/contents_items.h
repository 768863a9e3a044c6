// What an index holds of an article, as items that two indexes can be compared by.

#ifndef PITH_TOOLS_PITH_CONTENTS_ITEMS_H_
#define PITH_TOOLS_PITH_CONTENTS_ITEMS_H_

#include <string>
#include <vector>

#include "pith/pith.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"

namespace pith::command {

struct ContentsItem {
  std::string key;    // the same item has the same in both indexes
  std::string place;  // an item that is gone and one that is new are the same, changed, if this is so
  std::string shown;  // for people; an item with another is changed
  Json json;
};

std::vector<ContentsItem> FactItems(const OpenIndex& index, const pith_article& article);
std::vector<ContentsItem> EntityItems(const OpenIndex& index, const pith_article& article);
std::vector<ContentsItem> EventItems(const OpenIndex& index, const pith_article& article);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_CONTENTS_ITEMS_H_
