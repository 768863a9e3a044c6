// pith lookup: facts by their subject, their relation and their object.

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/mistakes.h"
#include "tools/pith/nothing_found.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/print_fact.h"

namespace pith::command {
namespace {

struct LookupArguments : IndexArguments {
  std::string subject, relation, object;
};

absl::Status Lookup(const LookupArguments& arguments) {
  if (absl::Status status = CheckOrder("lookup", arguments.index, arguments.subject); !status.ok()) return status;
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  const pith_pattern pattern = {Text(arguments.subject), Text(arguments.relation), Text(arguments.object)};
  std::vector<pith_fact> facts;
  const pith_status status = AllPages(
      UINT32_MAX,
      [&](uint32_t skip, pith_fact* out, uint32_t capacity, uint32_t* count) {
        return pith_lookup(index.get(), *article, pattern, skip, out, capacity, count);
      },
      &facts);
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; nothing found"));
    return absl::OkStatus();
  }
  if (status != PITH_OK) return ToStatus(status, index.path());
  if (facts.empty()) SayNothingFound(arguments.json);
  PrintFacts(index, facts, arguments.json);
  return absl::OkStatus();
}

}  // namespace

void AddLookup(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<LookupArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->add_option("SUBJECT", arguments->subject, "A name, another form of it, or a noun; \"\" for any, with --object")
      ->required();
  verb->add_option("RELATION", arguments->relation, "Words of the relation, such as \"prime minister\"");
  verb->add_option("--object", arguments->object, "Only facts whose object has this name, or this noun")
      ->type_name("NAME");
  verb->callback([arguments, action] { *action = [arguments] { return Lookup(*arguments); }; });
}

}  // namespace pith::command
