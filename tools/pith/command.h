// The verbs of the `pith` command, a file each. A verb declares its flags on its CLI::App and, where it is the one
// asked for, leaves in *action what is to be done; main() does it and turns the status into the exit code. verbs.cc
// lists the verbs with their explanations.

#ifndef PITH_TOOLS_PITH_COMMAND_H_
#define PITH_TOOLS_PITH_COMMAND_H_

#include <functional>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "tools/pith/messages.h"
#include "tools/pith/options.h"

namespace pith::command {

// Ends with OK or the reason why not; ExitCode says how the process ends then.
using Action = std::function<absl::Status()>;

void AddCompile(CLI::App* verb, Action* action);
void AddLink(CLI::App* verb, Action* action);
void AddAsk(CLI::App* verb, Action* action);
void AddFacts(CLI::App* verb, Action* action);
void AddLookup(CLI::App* verb, Action* action);
void AddTimeline(CLI::App* verb, Action* action);
void AddEntities(CLI::App* verb, Action* action);
void AddSearch(CLI::App* verb, Action* action);
void AddSummarize(CLI::App* verb, Action* action);
void AddSuggest(CLI::App* verb, Action* action);
void AddTest(CLI::App* verb, Action* action);
void AddTitles(CLI::App* verb, Action* action);
void AddReport(CLI::App* verb, Action* action);
void AddDiff(CLI::App* verb, Action* action);
void AddList(CLI::App* verb, Action* action);
void AddText(CLI::App* verb, Action* action);
void AddVerify(CLI::App* verb, Action* action);
void AddSign(CLI::App* verb, Action* action);
void AddKeygen(CLI::App* verb, Action* action);
void AddInspect(CLI::App* verb, Action* action);
void AddParse(CLI::App* verb, Action* action);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_COMMAND_H_
