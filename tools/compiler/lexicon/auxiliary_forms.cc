#include "tools/compiler/lexicon/auxiliary_forms.h"

namespace pith::compiler {
namespace {

struct Forms {
  absl::string_view word;
  absl::string_view others[2];  // "": no second one
};

constexpr Forms kForms[] = {{"is", {"are", "'s"}}, {"are", {"is", "'s"}}, {"'s", {"is", "are"}},
                            {"was", {"were"}},     {"were", {"was"}},     {"do", {"does"}},
                            {"does", {"do"}},      {"has", {"have"}},     {"have", {"has"}}};

}  // namespace

absl::Span<const absl::string_view> OtherForms(absl::string_view folded) {
  for (const Forms& forms : kForms) {
    if (forms.word == folded) return absl::MakeConstSpan(forms.others, forms.others[1].empty() ? 1 : 2);
  }
  return {};
}

}  // namespace pith::compiler
