#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "tools/compiler/corrections/apply.h"
#include "tools/compiler/corrections/corrector.h"

namespace pith::compiler {
namespace {

class DateCorrector : Corrector {
 public:
  using Corrector::Corrector;

  void Run() {
    for (const DateChange& change : corrections_.dates) {
      if (IsMeant(change)) Apply(change);
    }
  }

 private:
  void Apply(const DateChange& change) {
    const std::vector<Span> within = change.quote.empty() ? std::vector<Span>() : quotations_.Find(change.quote);
    if (!change.quote.empty() && within.empty()) return WarnNoQuote(change, change.quote);
    bool any = false;
    for (const Span& span : quotations_.Find(change.words)) {
      const auto around = [&](const Span& quote) {
        return quote.sentence == span.sentence && quote.first <= span.first && span.last <= quote.last;
      };
      if (!change.quote.empty() && std::none_of(within.begin(), within.end(), around)) continue;
      any = true;
      Set(change, span);
    }
    if (any) return;
    if (change.quote.empty()) return WarnNoQuote(change, change.words);
    Warn(change, absl::StrCat("\"", change.words, "\" is not within the quote"));
  }

  // The words mean that date: those that the stages found in them, or a new one.
  void Set(const DateChange& change, const Span& span) {
    const auto [owner, is_new] = lines_.try_emplace(std::make_pair(span.sentence, span.first), &change);
    if (!is_new && owner->second->date != change.date) {
      return Warn(change, absl::StrCat("contradicts line ", owner->second->line, ", which gives \"", change.words,
                                       "\" another date"));
    }
    bool found = false;
    for (Value& value : analysis_.values) {
      if (value.kind == ValueKind::kNumber || !Overlap(value.span, span)) continue;
      if (!found) Fill(change, &value);
      found = true;
    }
    if (found) return;
    Value value;
    value.span = span;
    Fill(change, &value);
    // Values stand in order of their sentences.
    const auto later = std::find_if(analysis_.values.begin(), analysis_.values.end(),
                                    [&](const Value& other) { return other.span.sentence > span.sentence; });
    analysis_.values.insert(later, std::move(value));
  }

  static void Fill(const DateChange& change, Value* value) {
    value->kind = ValueKind::kDate;
    value->hedge = Hedge::kExact;
    value->iso = change.date;
  }

  absl::flat_hash_map<std::pair<uint32_t, uint32_t>, const DateChange*> lines_;  // by first word
};

}  // namespace

void CorrectDates(Analysis* analysis, const Language& language) {
  if (analysis->article.corrections != nullptr && !analysis->article.corrections->dates.empty()) {
    DateCorrector(analysis, language).Run();
  }
}

}  // namespace pith::compiler
