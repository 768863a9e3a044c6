// The verbs of the `pith` command, a file each. A verb declares its flags and, where it is the one asked for, leaves
// in *action what is to be done; main() does it and turns the status into the exit code.

#ifndef PITH_TOOLS_PITH_COMMAND_H_
#define PITH_TOOLS_PITH_COMMAND_H_

#include <functional>
#include <string>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// Ends with OK or the reason why not; ExitCode says how the process ends then.
using Action = std::function<absl::Status()>;

void AddCompile(CLI::App& app, Action* action);
void AddAsk(CLI::App& app, Action* action);
void AddFacts(CLI::App& app, Action* action);
void AddLookup(CLI::App& app, Action* action);
void AddTimeline(CLI::App& app, Action* action);
void AddEntities(CLI::App& app, Action* action);
void AddSearch(CLI::App& app, Action* action);
void AddSummarize(CLI::App& app, Action* action);
void AddSuggest(CLI::App& app, Action* action);
void AddList(CLI::App& app, Action* action);
void AddText(CLI::App& app, Action* action);
void AddVerify(CLI::App& app, Action* action);
void AddInspect(CLI::App& app, Action* action);
void AddParse(CLI::App& app, Action* action);

// 0 done, 1 bad input (InvalidArgument), 2 wrong usage (FailedPrecondition, Unimplemented), 3 the system failed.
int ExitCode(const absl::Status& status);

// Wrong usage that only shows once the index is open.
absl::Status UsageError(absl::string_view message);

// "pith: message" on standard error.
void Warn(absl::string_view message);

// Arguments that most verbs share.
struct IndexArguments {
  std::string index, doc;
  bool json = false;
};
void AddIndexArguments(CLI::App* verb, IndexArguments* out, bool with_doc);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_COMMAND_H_
