#include "tools/compiler/suggest/keep_answered.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "engine/format/records.h"
#include "pith/pith.h"

namespace pith::compiler {
namespace {

constexpr size_t kSmallBudget = 160;
constexpr size_t kTextShare = 5;
// Four questions may take more than their share of a text of 200 words.
constexpr size_t kFourQuestions = 4 * (80 + SuggestionRecord::kBytes);
constexpr size_t kSmallTextShare = 3;

class Asker {
 public:
  Asker(absl::string_view index, const Language& language) : work_(PITH_WORK_BYTES / sizeof(uint64_t)) {
    const Bytes block = language.block();
    open_ = pith_open(index.data(), index.size(), block.data(), block.size(), &index_) == PITH_OK;
  }

  bool Answers(const Suggestion& suggestion) {
    pith_answer answer;
    uint32_t count = 0;
    const std::string& question = suggestion.question;
    if (!open_ || pith_ask(&index_, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, work_.data(),
                           work_.size() * sizeof(uint64_t), &answer, 1, &count) != PITH_OK) {
      return false;
    }
    return count == 1 && answer.sentence == suggestion.sentence + 1 && answer.begin < suggestion.end &&
           suggestion.begin < answer.end;
  }

 private:
  pith_index index_;
  std::vector<uint64_t> work_;
  bool open_ = false;
};

}  // namespace

size_t SuggestionBudget(size_t text_bytes) {
  const size_t most = kMaxSuggestions * (kMaxSuggestionBytes + SuggestionRecord::kBytes);
  const size_t four = std::min(kFourQuestions, text_bytes / kSmallTextShare);
  return std::min(std::max({kSmallBudget, four, text_bytes / kTextShare}), most);
}

std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, absl::string_view index,
                                     const Language& language, size_t budget) {
  Asker asker(index, language);
  std::vector<Suggestion> kept;
  for (const SuggestionDraft& draft : drafts) {
    const size_t size = SuggestionRecord::kBytes + draft.suggestion.question.size();
    if (kept.size() == kMaxSuggestions) break;
    if (size > budget || !asker.Answers(draft.suggestion)) continue;
    budget -= size;
    kept.push_back(draft.suggestion);
  }
  return kept;
}

}  // namespace pith::compiler
