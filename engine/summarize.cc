// pith_summarize: as many of the best sentences as the budget allows, in reading order. The order was decided when the
// article was compiled; here it is only cut.

#include <algorithm>

#include "engine/answer.h"
#include "engine/index.h"
#include "engine/part.h"
#include "engine/work.h"

namespace pith {
namespace {

constexpr uint32_t kQuerySentences = 64;  // that a query can put before the stored order

struct SummaryWork {
  AskWork ask;
  ScoredSentence found[kQuerySentences];
};

// std::sort needs more of the compiler's library than a Cortex-M0 has without a run-time.
template <typename T, typename Before>
void HeapSort(T* begin, T* end, Before before) {
  std::make_heap(begin, end, before);
  std::sort_heap(begin, end, before);
}

// Fills the caller's array within a budget.
class Filler {
 public:
  Filler(const Part& part, uint32_t article, pith_budget budget, pith_sentence* out, uint32_t capacity)
      : part_(part),
        article_(article),
        out_(out),
        capacity_(capacity),
        bytes_(budget.bytes == 0 ? kNone : budget.bytes) {
    if (budget.sentences != 0 && budget.sentences < capacity_) capacity_ = budget.sentences;
  }

  bool Full() const { return count_ >= capacity_ || bytes_ == 0; }
  uint32_t count() const { return count_; }

  // Takes a sentence (from 0) if it fits what is left.
  void Offer(uint32_t sentence) {
    if (Full() || sentence >= part_.sentences.size()) return;
    const pith_sentence s = part_.MakeSentence(article_, sentence);
    const uint32_t cost = s.text.size + (count_ == 0 ? 0 : 1);  // the space that joins it
    if (s.text.size == 0 || cost > bytes_) return;
    bytes_ -= bytes_ == kNone ? 0 : cost;
    out_[count_++] = s;
  }
  // Whether a sentence is among the first `taken`.
  bool Has(uint32_t sentence, uint32_t taken) const {
    for (uint32_t i = 0; i < taken; ++i) {
      if (out_[i].number == sentence + 1) return true;
    }
    return false;
  }
  void Sort() {
    HeapSort(out_, out_ + count_, [](const pith_sentence& a, const pith_sentence& b) { return a.number < b.number; });
  }

 private:
  const Part& part_;
  uint32_t article_;
  pith_sentence* out_;
  uint32_t capacity_, bytes_, count_ = 0;
};

// A query's sentences by relevance and, in a smaller part, by what they matter to the article.
pith_status OfferForQuery(const OpenedIndex& index, const Part& part, uint32_t article, Bytes query, void* space,
                          uint64_t size, Filler* filler) {
  SummaryWork* work = BorrowWork<SummaryWork>(space, size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  const pith_status status = ReadQuery(index.language, query, &work->ask.query);
  if (status == PITH_QUESTION_EMPTY) return PITH_OK;
  if (status != PITH_OK) return status;
  BestSentences best = {work->found, kQuerySentences, 0};
  FindSentences(index, article, &work->ask, &best);
  for (uint32_t i = 0; i < best.count; ++i) {
    const uint64_t importance = part.sentences[best.all[i].sentence].importance;
    best.all[i].score = static_cast<uint32_t>(uint64_t{best.all[i].score} * (10000 + importance) / 20000);
  }
  HeapSort(best.all, best.all + best.count, [](const ScoredSentence& a, const ScoredSentence& b) {
    return a.score != b.score ? a.score > b.score : a.sentence < b.sentence;
  });
  for (uint32_t i = 0; i < best.count && !filler->Full(); ++i) filler->Offer(best.all[i].sentence);
  return PITH_OK;
}

}  // namespace
}  // namespace pith

extern "C" pith_status pith_summarize(const pith_index* index, uint32_t article, pith_budget budget, const char* query,
                                      uint64_t query_size, void* work_space, uint64_t work_size, pith_sentence* out,
                                      uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || (query == nullptr && query_size != 0) || (out == nullptr && capacity != 0) ||
      budget.method > PITH_BY_LEAD) {
    return PITH_INVALID_ARGUMENT;
  }
  Part part;
  if (article >= opened->size() || !OpenPart(*opened, article, &part)) return PITH_NO_SUCH_ARTICLE;
  Filler filler(part, article, budget, out, capacity);
  const Bytes query_bytes(reinterpret_cast<const uint8_t*>(query), query_size);
  const bool by_query = query_size != 0 && budget.method == PITH_BY_RANK;
  if (by_query) {
    const pith_status status = OfferForQuery(*opened, part, article, query_bytes, work_space, work_size, &filler);
    if (status != PITH_OK) return status;
  }
  const uint32_t chosen = filler.count();
  for (uint32_t i = 0; i < part.order.size() && !filler.Full(); ++i) {
    const uint32_t sentence = budget.method == PITH_BY_LEAD ? i : part.order[i].number;
    if (!filler.Has(sentence, chosen)) filler.Offer(sentence);
  }
  filler.Sort();
  *count = filler.count();
  return PITH_OK;
}
