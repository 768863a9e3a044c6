// What a Markdown file says of itself before its text.

#ifndef PITH_TOOLS_COMPILER_READ_FRONT_MATTER_H_
#define PITH_TOOLS_COMPILER_READ_FRONT_MATTER_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Takes YAML between two lines "---", or TOML between two lines "+++", from the beginning of `*markdown`, and puts its
// title, date, lang (or language), url, author, licence (or license), image, tags and aliases into `article`, each a
// string or a list of them; several authors are joined by ", ". Aliases that are paths ("/old/mill/", as Hugo has them)
// are none. Other fields pass by unread. Leaves both alone if there is no front matter, as where "---" is a line across
// the page. InvalidArgument, at its line of the file, for what cannot be parsed, a field of another type, and a date
// that WrittenDay cannot read.
absl::Status TakeFrontMatter(absl::string_view* markdown, Article* article);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FRONT_MATTER_H_
