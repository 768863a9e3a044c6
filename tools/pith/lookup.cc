// pith lookup: facts by their subject and, if asked for, their relation.

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/mistakes.h"
#include "tools/pith/open_index.h"
#include "tools/pith/print_fact.h"

namespace pith::command {
namespace {

struct LookupArguments : IndexArguments {
  std::string subject, relation;
};

absl::Status Lookup(const LookupArguments& arguments) {
  if (absl::Status status = CheckOrder("lookup", arguments.index, arguments.subject); !status.ok()) return status;
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::Open(arguments.index);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<pith_fact> facts(PITH_MAX_RESULTS);
  uint32_t count = 0;
  const pith_status status =
      pith_lookup(index.get(), *article, arguments.subject.data(), arguments.subject.size(), arguments.relation.data(),
                  arguments.relation.size(), facts.data(), PITH_MAX_RESULTS, &count);
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; nothing found"));
    return absl::OkStatus();
  }
  if (status != PITH_OK) return ToStatus(status, index.path());
  facts.resize(count);
  PrintFacts(index, facts, arguments.json);
  return absl::OkStatus();
}

}  // namespace

void AddLookup(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<LookupArguments>();
  AddIndexArguments(verb, arguments.get(), true);
  verb->add_option("SUBJECT", arguments->subject, "A name, another form of it, or a noun")->required();
  verb->add_option("RELATION", arguments->relation, "Words of the relation, such as \"prime minister\"");
  verb->callback([arguments, action] { *action = [arguments] { return Lookup(*arguments); }; });
}

}  // namespace pith::command
