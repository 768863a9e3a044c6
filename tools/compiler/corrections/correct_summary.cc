#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "tools/compiler/corrections/apply.h"
#include "tools/compiler/corrections/corrector.h"

namespace pith::compiler {
namespace {

constexpr uint16_t kMostImportance = 10000;

class SummaryCorrector : Corrector {
 public:
  using Corrector::Corrector;

  void Run() {
    for (const SummaryChoice& choice : corrections_.summary) {
      if (IsMeant(choice)) Apply(choice);
    }
    Reorder();
  }

 private:
  void Apply(const SummaryChoice& choice) {
    const std::vector<Span> found = quotations_.Find(choice.quote);
    if (found.empty()) return WarnNoQuote(choice, choice.quote);
    for (const Span& span : found) {
      const auto [owner, is_new] = choices_.try_emplace(span.sentence, &choice);
      if (!is_new && owner->second->pin != choice.pin) {
        Warn(choice, absl::StrCat("contradicts line ", owner->second->line, " about sentence ", span.sentence + 1));
      } else if (is_new && choice.pin) {
        pinned_.push_back(span.sentence);
      }
    }
  }

  // Pinned sentences come first, in the order of the file, whatever they lean on; banned ones are in no summary.
  void Reorder() {
    std::vector<uint32_t> order = pinned_;
    for (const uint32_t sentence : analysis_.summary_order) {
      if (!choices_.contains(sentence)) order.push_back(sentence);
    }
    analysis_.summary_order = std::move(order);
    for (const auto& [number, choice] : choices_) {
      Sentence& sentence = analysis_.sentences[number];
      sentence.withheld = !choice->pin;
      if (choice->pin) sentence.leans_on = -1;
      analysis_.importance[number] = choice->pin ? kMostImportance : 0;
    }
  }

  absl::flat_hash_map<uint32_t, const SummaryChoice*> choices_;  // by sentence
  std::vector<uint32_t> pinned_;
};

}  // namespace

void CorrectSummary(Analysis* analysis, const Language& language) {
  if (analysis->article.corrections != nullptr && !analysis->article.corrections->summary.empty()) {
    SummaryCorrector(analysis, language).Run();
  }
}

}  // namespace pith::compiler
