// pith link: indexes in, an index of all their articles out.

#include "tools/compiler/link/link.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/new_file.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/link_files.h"
#include "tools/pith/output.h"
#include "tools/pith/signals_held.h"

namespace pith::command {
namespace {

struct LinkArguments {
  std::vector<std::string> inputs;
  std::string output, language = "embed";
  bool force = false, json = false;
  compiler::LinkOptions link;
};

void WarnOfDuplicates(const std::vector<compiler::NamedDuplicate>& duplicates, bool dropped) {
  constexpr size_t kMostNamed = 10;
  for (size_t i = 0; i < std::min(duplicates.size(), kMostNamed); ++i) {
    const compiler::NamedDuplicate& pair = duplicates[i];
    Warn(absl::StrCat(pair.input, ": article \"", pair.id, "\" has ", pair.near ? "nearly " : "", "the same text as \"",
                      pair.of_id, "\" of ", pair.of_input, dropped ? "; left out" : ""));
  }
  if (duplicates.size() > kMostNamed) {
    Warn(absl::StrCat(duplicates.size() - kMostNamed, " more articles repeat others",
                      dropped ? "; left out" : "; --drop-duplicates leaves them out"));
  }
}

Json ToJson(const LinkArguments& arguments, const compiler::LinkReport& report, uint64_t bytes) {
  Json out = {{"index", arguments.output}, {"articles", report.articles}, {"bytes", bytes}};
  if (report.replaced != 0) out["replaced"] = report.replaced;
  for (const compiler::NamedDuplicate& pair : report.duplicates) {
    out["duplicates"].push_back({{"doc", pair.id}, {"of", pair.of_id}, {"near", pair.near}});
  }
  return out;
}

absl::Status Link(const LinkArguments& arguments) {
  if (!arguments.force) {
    if (absl::Status status = CheckOutput(arguments.output, {}); !status.ok()) return status;
  }
  const absl::StatusOr<LinkFiles> inputs = LinkFiles::Open(arguments.inputs);
  if (!inputs.ok()) return inputs.status();
  absl::StatusOr<compiler::NewFile> output = compiler::NewFile::Create(arguments.output);
  if (!output.ok()) return output.status();
  compiler::LinkReport report;
  if (absl::Status status = inputs->Link(arguments.link, &*output, &report); !status.ok()) return status;
  for (const std::string& input : report.signed_inputs) {
    Warn(absl::StrCat(input, ": its signature is of that file alone and not kept; pith sign signs the linked one"));
  }
  WarnOfDuplicates(report.duplicates, arguments.link.drop_duplicates);
  {
    const SignalsHeld held;
    if (absl::Status status = output->Commit(); !status.ok()) return status;
  }
  if (arguments.json && arguments.output != "-") PrintJson(ToJson(arguments, report, output->size()));
  return absl::OkStatus();
}

}  // namespace

void AddLink(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<LinkArguments>();
  verb->add_option("INDEX", arguments->inputs, "Indexes, or what compile --stream writes; - is standard input")
      ->required();
  verb->add_option("-o,--output", arguments->output, "The index to write; it may be one of the inputs")
      ->type_name("FILE")
      ->required();
  verb->add_flag("--replace", arguments->link.replace, "Of two articles with one id take the later");
  verb->add_option("--drop", arguments->link.drop, "Leave this article out; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  verb->add_flag("--drop-duplicates", arguments->link.drop_duplicates,
                 "Leave out articles whose text is, or nearly is, that of one before");
  OneOf(verb->add_option("--language", arguments->language, "Embed the language block, or keep it external"),
        {"embed", "external"})
      ->capture_default_str();
  verb->add_flag("--force", arguments->force, "Overwrite whatever file is there");
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] {
    arguments->link.embed_language = arguments->language == "embed";
    *action = [arguments] { return Link(*arguments); };
  });
}

}  // namespace pith::command
