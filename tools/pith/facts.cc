// pith facts and pith lookup: what the articles state.

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/print_fact.h"

namespace pith::command {
namespace {

struct FactsArguments : IndexArguments {
  std::string about;
  uint32_t top = 0;
  bool all = false;
};

// Keeps the facts whose subject or object is `name` by any of its forms, and those that speak of it by this one.
absl::Status KeepAbout(const OpenIndex& index, uint32_t article, absl::string_view name,
                       std::vector<pith_fact>* facts) {
  absl::flat_hash_set<uint64_t> ids;
  for (const pith_pattern& pattern : {pith_pattern{Text(name), {}, {}}, pith_pattern{{}, {}, Text(name)}}) {
    std::vector<pith_fact> found;
    const pith_status status = AllPages(
        UINT32_MAX,
        [&](uint32_t skip, pith_fact* out, uint32_t capacity, uint32_t* count) {
          return pith_lookup(index.get(), article, pattern, skip, out, capacity, count);
        },
        &found);
    if (status != PITH_OK && !SaysNothing(status)) return ToStatus(status, index.path());
    for (const pith_fact& fact : found) ids.insert(fact.id);
  }
  const std::string wanted = absl::AsciiStrToLower(name);
  const auto is_about = [&](const pith_fact& fact) {
    return ids.contains(fact.id) || absl::StrContains(absl::AsciiStrToLower(View(fact.subject)), wanted) ||
           absl::StrContains(absl::AsciiStrToLower(View(fact.object)), wanted);
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), [&](const pith_fact& f) { return !is_about(f); }),
               facts->end());
  return absl::OkStatus();
}

absl::Status ListFacts(const FactsArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<pith_fact> facts;
  for (const pith_article& one : index.Articles(*article)) {
    for (uint32_t i = 0; i < one.facts; ++i) {
      pith_fact fact;
      if (pith_get_fact(index.get(), one.number, i, &fact) != PITH_OK) continue;
      if (arguments.all || fact.confidence >= PITH_SHOWN_CONFIDENCE) facts.push_back(fact);
    }
  }
  if (!arguments.about.empty()) {
    if (absl::Status status = KeepAbout(index, *article, arguments.about, &facts); !status.ok()) return status;
  }
  if (arguments.top > 0) {
    std::stable_sort(facts.begin(), facts.end(),
                     [](const pith_fact& a, const pith_fact& b) { return a.importance > b.importance; });
    facts.resize(std::min<size_t>(facts.size(), arguments.top));
  }
  PrintFacts(index, facts, arguments.json);
  return absl::OkStatus();
}

}  // namespace

void AddFacts(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<FactsArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->add_option("--about", arguments->about, "Only facts about this name")->type_name("NAME");
  WholeNumber(
      verb->add_option("--top", arguments->top, "Only so many, the most important first [all, in reading order]"), 1,
      UINT32_MAX);
  verb->add_flag("--all", arguments->all, "Also facts that may be misread, marked as unsure");
  verb->callback([arguments, action] { *action = [arguments] { return ListFacts(*arguments); }; });
}

}  // namespace pith::command
