// What the functions of apply.h share: the corrections, the places of quotations, and warnings.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTOR_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTOR_H_

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/corrections/corrections.h"
#include "tools/compiler/corrections/quotations.h"

namespace pith::compiler {

class Corrector {
 public:
  // `analysis->article.corrections` must not be null.
  Corrector(Analysis* analysis, const Language& language)
      : analysis_(*analysis),
        language_(language),
        corrections_(*analysis->article.corrections),
        quotations_(*analysis, language) {}

 protected:
  // Whether the correction is for this article.
  bool IsMeant(const Correction& correction) const {
    return correction.article.empty() || correction.article == analysis_.article.id;
  }

  void Warn(const Correction& correction, absl::string_view message) {
    analysis_.warnings.push_back(
        absl::StrCat(corrections_.path, ": line ", correction.line, ": ", message, "; not applied"));
  }

  void WarnNoQuote(const Correction& correction, absl::string_view quote) {
    Warn(correction, absl::StrCat("no sentence says \"", quote, "\"", quotations_.Nearest(quote)));
  }

  std::vector<std::string> Words(absl::string_view text) const { return QuotedWords(language_, text); }
  bool SameWords(absl::string_view a, absl::string_view b) const { return Words(a) == Words(b); }

  // Whether two spans share a word.
  static bool Overlap(const Span& a, const Span& b) {
    return a.sentence == b.sentence && a.first < b.last && b.first < a.last;
  }

  // Whether the entity has these words as its name or an alias.
  bool IsCalled(const Entity& entity, const std::vector<std::string>& words) const {
    const auto same = [&](const std::string& form) { return Words(form) == words; };
    return same(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), same);
  }

  Analysis& analysis_;
  const Language& language_;
  const Corrections& corrections_;
  const Quotations quotations_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTOR_H_
