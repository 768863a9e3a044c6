#include "tools/pith/mistakes.h"

#include <filesystem>
#include <system_error>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "tools/compiler/nearest.h"
#include "tools/pith/messages.h"
#include "tools/pith/output.h"
#include "tools/pith/verbs.h"

namespace pith::command {
namespace {

namespace fs = std::filesystem;

bool IsFile(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// `word` as one types it in a shell.
std::string Quoted(absl::string_view word) {
  constexpr absl::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,+=@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == absl::string_view::npos) return std::string(word);
  return absl::StrCat("'", absl::StrReplaceAll(word, {{"'", "'\\''"}}), "'");
}

bool IsFlag(absl::string_view word) { return word.size() > 1 && word[0] == '-'; }

std::vector<std::string> FlagsOf(const CLI::App& verb) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : verb.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

// An argument that nothing takes, behind a verb.
absl::Status OneTooMany(const CLI::App& verb, const std::vector<std::string>& extras) {
  const auto unknown = absl::c_find_if(extras, IsFlag);
  if (unknown != extras.end()) {
    const std::string flag = unknown->substr(0, unknown->find('='));
    // What is searched for may begin with "-": "-word" excludes it.
    const bool words = !absl::StartsWith(flag, "--") && flag.size() > 2;
    return UsageError(absl::StrCat(
        verb.get_name(), " has no flag ", flag,
        words ? "; before words that begin with \"-\", put --" : compiler::DidYouMean(flag, FlagsOf(verb))));
  }
  // The last argument was cut at a blank: it and all that follows belong together.
  std::vector<const CLI::Option*> taken;
  for (const CLI::Option* option : verb.get_options()) {
    if (option->get_positional() && option->count() > 0) taken.push_back(option);
  }
  if (taken.size() < 2) {
    return UsageError(absl::StrCat(verb.get_name(), ": \"", extras.front(), "\" is one argument too many"));
  }
  std::string command = absl::StrCat("pith ", verb.get_name());
  const std::string last = taken.back()->as<std::string>();
  taken.pop_back();
  for (const CLI::Option* option : taken) absl::StrAppend(&command, " ", Quoted(option->as<std::string>()));
  return UsageError(absl::StrCat(verb.get_name(), ": several words need quotation marks: ", command, " ",
                                 Quoted(absl::StrCat(last, " ", absl::StrJoin(extras, " ")))));
}

// What lacks of the verb's arguments.
absl::Status Missing(const CLI::App& verb) {
  for (const CLI::Option* option : verb.get_options()) {
    if (!option->get_required() || option->count() > 0) continue;
    const std::string name = option->get_positional() || option->get_snames().empty()
                                 ? option->get_name()
                                 : absl::StrCat("-", option->get_snames()[0]);
    return UsageError(absl::StrCat(verb.get_name(), ": ", name, " is missing"));
  }
  return UsageError(absl::StrCat(verb.get_name(), ": an argument is missing"));
}

// A flag whose values are too few or too many.
absl::Status Miscounted(const CLI::App& verb) {
  for (const CLI::Option* option : verb.get_options()) {
    if (option->get_positional() || option->get_items_expected_max() == 0) continue;
    const std::string name = option->get_name();
    if (option->count() > static_cast<size_t>(option->get_items_expected_max())) {
      return UsageError(absl::StrCat(name, " is given more than once"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status NoSuchVerb(absl::string_view name) {
  return UsageError(absl::StrCat("no verb \"", name, "\"", compiler::DidYouMean(name, VerbNames())));
}

absl::Status UsageErrorOf(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& words) {
  const std::vector<const CLI::App*> verbs = app.get_subcommands([](const CLI::App* v) { return v->parsed(); });
  if (verbs.empty()) {
    // Before any verb: a flag, or a word that is none.
    const std::string first = words.empty() ? "" : words.front();
    if (IsFlag(first)) return UsageError(absl::StrCat("no flag ", first, " before a verb"));
    if (!IsFile(first)) return NoSuchVerb(first);
    const std::string rest = words.size() > 1 ? absl::StrCat(" ", Quoted(words[1])) : "";
    const std::string index = fs::path(first).filename().replace_extension(".pith").string();
    return UsageError(IsIndex(first) ? absl::StrCat("which verb? did you mean pith ask ", Quoted(first), rest, "?")
                                     : absl::StrCat("which verb? did you mean pith compile ", Quoted(first), " -o ",
                                                    Quoted(index), "?"));
  }
  const CLI::App& verb = *verbs.front();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::vector<std::string> extras = verb.remaining();
    return extras.empty() ? Missing(verb) : OneTooMany(verb, extras);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return OneTooMany(verb, verb.remaining());
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    if (absl::Status status = Miscounted(verb); !status.ok()) return status;
    const std::string& last = words.back();
    return UsageError(absl::StrCat(IsFlag(last) ? last : verb.get_name(), ": a value is missing"));
  }
  // The checks of options.h say "--flag: takes ...".
  return UsageError(absl::StrReplaceAll(error.what(), {{": takes ", " takes "}}));
}

absl::Status CheckOrder(absl::string_view verb, const std::string& index, const std::string& words) {
  if (IsFile(index) || !IsIndex(words)) return absl::OkStatus();
  return UsageError(absl::StrCat(verb, ": the index comes first: pith ", verb, " ", Quoted(words), " ", Quoted(index)));
}

}  // namespace pith::command
