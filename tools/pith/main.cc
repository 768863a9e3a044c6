// The `pith` command.

#include <unistd.h>

#include <csignal>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/strings/str_cat.h"
#include "pith/pith.h"
#include "tools/pith/command.h"
#include "tools/pith/help.h"
#include "tools/pith/json.h"
#include "tools/pith/mistakes.h"
#include "tools/pith/page.h"
#include "tools/pith/verbs.h"

namespace pith::command {
namespace {

struct HelpArguments {
  std::string verb;
  bool json = false, markdown = false, man = false, words = false;
};

absl::Status Help(const CLI::App& app, const HelpArguments& arguments) {
  const bool all = arguments.verb.empty() || arguments.verb == "help";
  std::vector<HelpPage> pages;
  for (const Verb& verb : Verbs()) {
    if (!all && arguments.verb != verb.name) continue;
    pages.push_back(PageOf(verb, *app.get_subcommand(std::string(verb.name))));
  }
  if (pages.empty()) return NoSuchVerb(arguments.verb);
  if (arguments.markdown) {
    Print(Markdown(pages));
  } else if (arguments.man) {
    Print(ManPage(pages));
  } else if (arguments.words) {
    Print(all ? VerbWords(pages) : FlagWords(pages.front()));
  } else if (arguments.json) {
    for (const HelpPage& page : pages) PrintJson(ToJson(page));
  } else if (all) {
    PrintOverview();
  } else {
    PrintPage(pages.front());
  }
  return absl::OkStatus();
}

void AddHelp(CLI::App& app, Action* action) {
  auto arguments = std::make_shared<HelpArguments>();
  CLI::App* help = app.add_subcommand("help");
  help->add_option("VERB", arguments->verb);
  help->add_flag("--markdown", arguments->markdown);
  help->add_flag("--man", arguments->man);
  help->add_flag("--words", arguments->words);
  AddOutputOptions(help, &arguments->json);
  help->callback([&app, arguments, action] { *action = [&app, arguments] { return Help(app, *arguments); }; });
}

// Whether `flag` is among the words before "--", behind which there are no flags.
bool Asks(const std::vector<std::string>& words, absl::string_view flag) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == flag) return true;
  }
  return false;
}

// A second line for wrong usage: where the verb is explained.
std::string HintOf(const absl::Status& status, const std::string& verb) {
  if (ExitCode(status) != 2) return "";
  const Verb* known = FindVerb(verb);
  if (known == nullptr) return "pith help lists the verbs.";
  return absl::StrCat("pith help ", verb, " tells more. An example: ", known->examples[0]);
}

absl::Status Run(const std::vector<std::string>& words, std::string* verb) {
  CLI::App app("", "pith");
  app.set_help_flag("-h,--help", "Explain this verb");
  app.require_subcommand(0, 1);
  Action action;
  for (const Verb& known : Verbs()) known.add(app.add_subcommand(std::string(known.name)), &action);
  AddHelp(app, &action);
  const auto chosen = [&app, verb] {
    const std::vector<CLI::App*> verbs = app.get_subcommands();
    if (!verbs.empty()) *verb = verbs.front()->get_name();
  };
  HelpArguments help;
  help.json = Asks(words, "--json");
  if (!words.empty() && words[0] == "--version") {
    if (help.json) {
      PrintJson({{"version", PITH_VERSION}});
    } else {
      Print("pith " PITH_VERSION "\n");
    }
    return absl::OkStatus();
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    chosen();
  } catch (const CLI::CallForHelp&) {
    chosen();
    help.verb = *verb;
    return Help(app, help);
  } catch (const CLI::ParseError& error) {
    chosen();
    return UsageErrorOf(error, app, words);
  }
  return action ? action() : Help(app, help);
}

// What is said when no memory is left, made while there is some.
std::string& OutOfMemoryLine() {
  static auto* const line = new std::string(ErrorLine(absl::ResourceExhaustedError("the system has no memory left")));
  return *line;
}

void EndOutOfMemory() {
  const ssize_t written = write(STDERR_FILENO, OutOfMemoryLine().data(), OutOfMemoryLine().size());
  static_cast<void>(written);
  _exit(3);
}

int Main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (Asks(words, "--json")) UseJsonMessages();
  OutOfMemoryLine();
  std::set_new_handler(&EndOutOfMemory);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error of the write, which says so
  std::string verb;
  absl::Status status = Run(words, &verb);
  if (absl::Status written = FlushPage(); status.ok()) status = written;
  if (!status.ok()) PrintError(status, HintOf(status, verb));
  return ExitCode(status);
}

}  // namespace
}  // namespace pith::command

int main(int argc, char** argv) { return pith::command::Main(argc, argv); }
