// Help: the words of verbs.h and those of the flags, put together for a terminal, a page and a program.

#ifndef PITH_TOOLS_PITH_HELP_H_
#define PITH_TOOLS_PITH_HELP_H_

#include <string>
#include <vector>

#include "tools/pith/json.h"
#include "tools/pith/verbs.h"

namespace pith::command {

// A verb's explanation. Terms are as one types them: "-o, --output FILE".
struct HelpPage {
  struct Row {
    std::string term, text;
  };
  const Verb* verb;
  std::string usage;
  std::vector<Row> arguments, options;
  std::vector<Row> common;  // the options that every verb has
  std::vector<Row> flags;   // "--top", each with what it does
};

// `app` is what the verb's `add` declared itself on.
HelpPage PageOf(const Verb& verb, const CLI::App& app);

// `pith help VERB` and `pith help`.
void PrintPage(const HelpPage& page);
void PrintOverview();

Json ToJson(const HelpPage& page);

// docs/command.md.
std::string Markdown(const std::vector<HelpPage>& pages);

// The manual page, pith(1).
std::string ManPage(const std::vector<HelpPage>& pages);

// What a shell completes: the verbs, or the flags of one, a line each, with a tab and what it does behind.
std::string VerbWords(const std::vector<HelpPage>& pages);
std::string FlagWords(const HelpPage& page);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_HELP_H_
