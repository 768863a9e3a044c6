#include "tools/pith/print_hit.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "tools/pith/json.h"
#include "tools/pith/page.h"

namespace pith::command {

void PrintHit(const OpenIndex& index, const pith_hit& hit) {
  std::string gutter = absl::StrCat("  ", Padded(absl::StrCat(hit.sentence.number), 4));
  if (index.articles() > 1) gutter = absl::StrCat(index.Id(hit.sentence.article), gutter);
  PrintWrapped(gutter, View(hit.sentence.text));
}

}  // namespace pith::command
