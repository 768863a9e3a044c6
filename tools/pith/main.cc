// The `pith` command.

#include <memory>
#include <string>

#include "CLI/CLI.hpp"
#include "absl/strings/str_cat.h"
#include "pith/pith.h"
#include "tools/pith/command.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

constexpr char kAbout[] =
    "Pith: the essence of articles.\n"
    "Compiles articles into an index; answers questions, lists facts and sums up from the index alone.";
constexpr char kExample[] =
    "Begin with:\n"
    "  pith compile article.txt -o article.pith\n"
    "  pith ask article.pith \"Who resigned?\"\n"
    "  pith summarize article.pith --sentences 3\n"
    "\n"
    "pith help VERB tells more. Exit codes: 0 done, 1 bad input, 2 wrong usage, 3 the system failed.";
constexpr const char* kLaterVerbs[] = {"link"};

void AddHelp(CLI::App& app, Action* action) {
  auto verb = std::make_shared<std::string>();
  CLI::App* help = app.add_subcommand("help", "Explains a verb");
  help->add_option("VERB", *verb, "The verb to explain");
  help->callback([&app, verb, action] {
    *action = [&app, verb] {
      if (verb->empty()) {
        Print(app.help());
        return absl::OkStatus();
      }
      for (const char* later : kLaterVerbs) {
        if (*verb == later) return absl::UnimplementedError(absl::StrCat(*verb, " is not in this version"));
      }
      for (const CLI::App* other : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (other->get_name() != *verb) continue;
        Print(other->help());
        return absl::OkStatus();
      }
      return UsageError(absl::StrCat("no verb \"", *verb, "\"; pith help lists them"));
    };
  });
}

int Main(int argc, char** argv) {
  CLI::App app(kAbout, "pith");
  app.footer(kExample);
  app.set_version_flag("--version", std::string("pith " PITH_VERSION));
  app.require_subcommand(0, 1);
  Action action;
  AddCompile(app, &action);
  AddAsk(app, &action);
  AddFacts(app, &action);
  AddLookup(app, &action);
  AddTimeline(app, &action);
  AddEntities(app, &action);
  AddSearch(app, &action);
  AddSummarize(app, &action);
  AddSuggest(app, &action);
  AddList(app, &action);
  AddText(app, &action);
  AddVerify(app, &action);
  AddInspect(app, &action);
  AddParse(app, &action);
  AddHelp(app, &action);
  for (const char* later : kLaterVerbs) {
    CLI::App* verb = app.add_subcommand(later)->group("");  // an empty group keeps it out of the help
    verb->allow_extras();
    verb->callback([&action, later] {
      action = [later] { return absl::UnimplementedError(absl::StrCat(later, " is not in this version")); };
    });
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    // Help and version end here with code 0; every other end is a misuse, whatever number CLI11 gives it.
    return app.exit(e) == 0 ? 0 : 2;
  }
  absl::Status status = absl::OkStatus();
  if (action) {
    status = action();
  } else {
    Print(app.help());
  }
  if (absl::Status written = FlushPage(); status.ok()) status = written;
  if (!status.ok()) {
    Warn(status.message());
  }
  return ExitCode(status);
}

}  // namespace
}  // namespace pith::command

int main(int argc, char** argv) { return pith::command::Main(argc, argv); }
