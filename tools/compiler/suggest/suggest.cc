#include "tools/compiler/suggest/suggest.h"

#include <utility>

#include "engine/format/records.h"
#include "tools/compiler/suggest/drafts.h"

namespace pith::compiler {
namespace {

// How much a draft is wanted after those chosen so far: each of the same kind, sentence or answer makes it weigh less.
uint64_t Wanted(const SuggestionDraft& draft, const std::vector<SuggestionDraft>& chosen) {
  uint64_t weight = uint64_t{draft.importance} << 16;
  for (const SuggestionDraft& other : chosen) {
    if (other.suggestion.question == draft.suggestion.question) return 0;
    const bool same_sentence = other.suggestion.sentence == draft.suggestion.sentence;
    if (same_sentence && draft.suggestion.begin < other.suggestion.end &&
        other.suggestion.begin < draft.suggestion.end) {
      return 0;
    }
    if (other.kind == draft.kind) weight = weight * 6 / 10;
    if (same_sentence) weight = weight * 45 / 100;
  }
  return weight;
}

}  // namespace

std::vector<SuggestionDraft> DraftSuggestions(const Analysis& analysis, const Language& language) {
  std::vector<SuggestionDraft> drafts, chosen;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    for (SuggestionDraft& draft : DraftQuestions(analysis, language, s)) drafts.push_back(std::move(draft));
  }
  while (chosen.size() < kMaxSuggestions) {
    const SuggestionDraft* best = nullptr;
    uint64_t most = 0;
    for (const SuggestionDraft& draft : drafts) {
      const uint64_t wanted = Wanted(draft, chosen);
      if (wanted > most) most = wanted, best = &draft;
    }
    if (best == nullptr) break;
    chosen.push_back(*best);
  }
  return chosen;
}

}  // namespace pith::compiler
