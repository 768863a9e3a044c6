#include "tools/compiler/suggest/suggest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/match.h"
#include "engine/format/records.h"
#include "tools/compiler/suggest/drafts.h"

namespace pith::compiler {
namespace {

// Questions are drafted about so many sentences, the most important ones: only a few are kept, and wording one may walk
// through the article.
constexpr size_t kMaxAskedSentences = 256;
// More than are kept, since the index does not answer all of them.
constexpr size_t kMaxDrafts = 6 * kMaxSuggestions;

// The sentences to ask about, in order.
std::vector<uint32_t> AskedSentences(const Analysis& analysis) {
  std::vector<uint32_t> numbers(analysis.sentences.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  if (numbers.size() <= kMaxAskedSentences || analysis.importance.size() != numbers.size()) return numbers;
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](uint32_t a, uint32_t b) { return analysis.importance[a] > analysis.importance[b]; });
  numbers.resize(kMaxAskedSentences);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// How much a visitor wants such a question answered, in tenths: reasons and what to do more than which thing stands
// where.
uint64_t InterestOf(const SuggestionDraft& draft) {
  switch (draft.kind) {
    case QuestionKind::kWhy:
    case QuestionKind::kReply:
      return 15;
    case QuestionKind::kWhatToDo:
    case QuestionKind::kHowTo:
    case QuestionKind::kMaterial:
    case QuestionKind::kHowOften:
      return 12;
    case QuestionKind::kSubject:
      return absl::StartsWith(draft.suggestion.question, "What") ? 4 : 10;
    case QuestionKind::kObject:
      return 7;
    default:
      return 10;
  }
}

// How much a draft is wanted after those already chosen; it counts for less with each of the same kind or
// sentence.
uint64_t Wanted(const SuggestionDraft& draft, const std::vector<SuggestionDraft>& chosen) {
  uint64_t weight = (uint64_t{draft.importance} << 16) / 10 * InterestOf(draft);
  for (const SuggestionDraft& other : chosen) {
    if (other.suggestion.question == draft.suggestion.question) return 0;
    const bool same_sentence = other.suggestion.sentence == draft.suggestion.sentence;
    if (other.kind == draft.kind) weight = weight * 6 / 10;
    if (same_sentence) weight = weight * 25 / 100;
  }
  return weight;
}

}  // namespace

std::vector<SuggestionDraft> DraftSuggestions(const Analysis& analysis, const Language& language) {
  std::vector<SuggestionDraft> drafts, chosen;
  for (const uint32_t s : AskedSentences(analysis)) {
    for (SuggestionDraft& draft : DraftQuestions(analysis, language, s)) drafts.push_back(std::move(draft));
  }
  while (chosen.size() < kMaxDrafts) {
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
