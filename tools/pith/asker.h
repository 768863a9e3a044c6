// Asking an open index, and how answers are shown.

#ifndef PITH_TOOLS_PITH_ASKER_H_
#define PITH_TOOLS_PITH_ASKER_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"

namespace pith::command {

struct Reply {
  absl::Span<const pith_answer> answers;
  absl::Span<const pith_hit> near;
};

class Asker {
 public:
  // At most `top` answers to a question, each of at least the confidence `threshold` (0 to 1, below 0: the index's
  // own). `index` must outlive this.
  Asker(OpenIndex* index, uint32_t top, double threshold);

  // From now on, what `article` itself answers goes first: others are asked only if it does not, and their answers are
  // marked as from elsewhere.
  void Prefer(uint32_t article) { prefer_ = article; }

  // The answers, or if there are none the sentences nearest to the question, good until the next call. Neither for a
  // question that says nothing or is too long: then a warning says so.
  absl::StatusOr<Reply> Ask(uint32_t article, absl::string_view question);

  // Adds the array "answers" to a line, and "near" if there are such sentences.
  void AddTo(const Reply& reply, Json* line) const;

  // For people: the answers, or that `article` (PITH_ALL_ARTICLES: the index) has none, and what is nearest.
  void Show(uint32_t article, const Reply& reply) const;

 private:
  pith_status AskIn(uint32_t article, absl::string_view question, uint32_t* count);
  bool IsElsewhere(const pith_answer& answer) const {
    return prefer_ != PITH_ALL_ARTICLES && answer.article != prefer_;
  }

  OpenIndex& index_;
  const int32_t threshold_;
  uint32_t top_;
  uint32_t prefer_ = PITH_ALL_ARTICLES;
  std::vector<pith_answer> answers_;
  std::vector<pith_hit> near_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_ASKER_H_
