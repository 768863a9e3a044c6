#include "tools/pith/print_fact.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/json.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

constexpr size_t kNumberColumns = 5;

void PrintFact(const OpenIndex& index, const pith_fact& fact) {
  const std::string number = fact.sentence == 0 ? "" : absl::StrCat(fact.sentence);
  const std::string gutter =
      absl::StrCat(std::string(number.size() < kNumberColumns ? kNumberColumns - number.size() : 0, ' '), number, "  ");
  std::vector<absl::string_view> parts = {View(fact.subject), View(fact.relation)};
  if (fact.object.size > 0) parts.push_back(View(fact.object));
  PrintWrapped(gutter, absl::StrJoin(parts, " — "));

  std::vector<std::string> notes;
  if (fact.negated != 0) notes.push_back("not so");
  if (fact.modality != PITH_STATED) notes.push_back(std::string(ModalityName(fact.modality)));
  if (const std::string value = InWords(fact.value); !value.empty()) notes.push_back(absl::StrCat("= ", value));
  if (const std::string when = InWords(fact.when); !when.empty()) notes.push_back(absl::StrCat("when: ", when));
  if (fact.where.size > 0) notes.push_back(absl::StrCat("where: ", View(fact.where)));
  if (fact.attribution.size > 0) notes.push_back(absl::StrCat("according to ", View(fact.attribution)));
  if (fact.confidence < PITH_SHOWN_CONFIDENCE) notes.push_back("unsure");
  if (fact.source == PITH_SOURCE_EDITOR) notes.push_back("from an editor");
  if (index.articles() > 1) notes.push_back(absl::StrCat("in ", index.Id(fact.article)));
  if (!notes.empty()) PrintWrapped(std::string(kNumberColumns + 2, ' '), absl::StrJoin(notes, " · "), Style::kFaint);
}

}  // namespace

void PrintFacts(const OpenIndex& index, const std::vector<pith_fact>& facts, bool json) {
  for (const pith_fact& fact : facts) {
    if (json) {
      PrintJson(ToJson(index, fact));
    } else {
      PrintFact(index, fact);
    }
  }
}

}  // namespace pith::command
