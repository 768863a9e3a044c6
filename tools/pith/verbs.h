// The verbs of the command and what is said of them, as data: the same words make `pith help`, the manual
// (docs/command.md) and the manual page. Flags explain themselves where they are declared, in the verb's own file.

#ifndef PITH_TOOLS_PITH_VERBS_H_
#define PITH_TOOLS_PITH_VERBS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/pith/command.h"

namespace pith::command {

// A term with its explanation; a paragraph where there is no term.
struct HelpRow {
  absl::string_view term, text;
};

struct HelpSection {
  absl::string_view title;
  absl::Span<const HelpRow> rows;
};

struct Verb {
  absl::string_view name;
  absl::string_view summary;
  void (*add)(CLI::App* verb, Action* action);
  absl::Span<const absl::string_view> examples;  // at least one
  absl::Span<const HelpSection> sections;
};

// All verbs, in the order in which they are shown.
absl::Span<const Verb> Verbs();
std::vector<std::string> VerbNames();

// Null where there is none.
const Verb* FindVerb(absl::string_view name);

// What is said of the command as a whole.
extern const absl::string_view kAbout;
extern const absl::string_view kFirstSteps[3];
absl::Span<const HelpSection> CommandSections();

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_VERBS_H_
