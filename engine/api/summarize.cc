// pith_summarize: as many of the best sentences as the budget allows, in reading order. The order of the sentences was
// decided when the article was compiled. Here, sentences that do not fit are skipped, and a query puts its own
// sentences first.

#include "engine/api/arguments.h"
#include "engine/find/said_terms.h"
#include "engine/find/sentences.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/index/work.h"

namespace pith {
namespace {

constexpr uint32_t kQuerySentences = 64;  // that a query can put before the stored order
constexpr uint32_t kSaidBits = 8192;      // in the filter that remembers the terms chosen so far
constexpr uint32_t kSecondLooks = 64;     // sentences that may replace those that lost their support

struct SummaryWork {
  Query query;
  FindWork find;
  ScoredSentence found[kQuerySentences];
  uint32_t gains[kQuerySentences];
  uint64_t said[kSaidBits / 64];
};

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

  // Takes a sentence (from 0) if it fits into what is left.
  bool Offer(uint32_t sentence) {
    if (Full() || sentence >= part_.sentences.size() || IsWithheld(sentence)) return false;
    const pith_sentence s = part_.MakeSentence(article_, sentence);
    const uint32_t cost = Cost(s);
    if (s.text.size == 0 || cost > bytes_) return false;
    bytes_ -= bytes_ == kNone ? 0 : cost;
    out_[count_++] = s;
    return true;
  }
  // Takes a sentence together with the one without which it says little: both or neither.
  bool OfferWithSupport(uint32_t sentence) {
    const uint32_t support = part_.SupportOf(sentence);
    if (support == kNone || Has(support, 0, count_)) return Offer(sentence);
    const Filler before = *this;
    if (part_.SupportOf(support) == kNone && Offer(support) && Offer(sentence)) return true;
    count_ = before.count_;
    bytes_ = before.bytes_;
    return false;
  }
  // Whether `sentence` (from 0) is among results [begin, end).
  bool Has(uint32_t sentence, uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      if (out_[i].number == sentence + 1) return true;
    }
    return false;
  }
  // The same for results [0, end) in reading order. O(log sentences).
  bool HasSorted(uint32_t sentence, uint32_t end) const {
    const uint32_t at = PartitionPoint(0, end, [&](uint32_t i) { return out_[i].number < sentence + 1; });
    return at < end && out_[at].number == sentence + 1;
  }
  void Sort() {
    HeapSort(out_, out_ + count_, [](const pith_sentence& a, const pith_sentence& b) { return a.number < b.number; });
  }
  // Removes, from sorted results, the sentences whose support did not fit. Returns whether there were any.
  bool DropOrphans() {
    const uint32_t before = count_;
    count_ = 0;
    for (uint32_t i = 0; i < before; ++i) {
      const uint32_t support = part_.SupportOf(out_[i].number - 1);
      // Only headings lie between a sentence and its support.
      const uint32_t near = count_ > kMaxHeadingsPassed + 1 ? count_ - kMaxHeadingsPassed - 1 : 0;
      if (support == kNone || Has(support, near, count_)) {
        out_[count_++] = out_[i];
      } else if (bytes_ != kNone) {
        bytes_ += out_[i].text.size + 1;
      }
    }
    // The first sentence of an empty summary needs no space before it.
    if (count_ == 0 && before != 0 && bytes_ != kNone) --bytes_;
    return count_ < before;
  }
  void Resolve() {
    for (uint32_t i = 0; i < count_; ++i) out_[i].resolved = part_.NameBehind(out_[i].number - 1);
  }

 private:
  bool IsWithheld(uint32_t sentence) const { return (part_.FlagsOf(sentence) & kSentenceWithheld) != 0; }

  // The bytes of a sentence, and of the space before it unless it is the first.
  uint32_t Cost(const pith_sentence& s) const { return s.text.size + (count_ == 0 ? 0 : 1); }

  const Part& part_;
  uint32_t article_;
  pith_sentence* out_;
  uint32_t capacity_, bytes_, count_ = 0;
};

// Whether a term may have been said: a filter without false negatives.
bool IsSaid(const SummaryWork& work, uint16_t term) {
  const uint32_t bit = term % kSaidBits;
  return (work.said[bit / 64] >> (bit % 64) & 1) != 0;
}

// How much of a sentence has not been said yet, 0..16.
uint32_t Novelty(const Language& language, const Part& part, const SummaryWork& work, uint32_t sentence) {
  uint32_t terms = 0, fresh = 0;
  for (SaidTerms said(language, part, part.sentences[sentence]); said.Next();) {
    ++terms;
    fresh += !IsSaid(work, said.term());
  }
  return terms == 0 ? 0 : 16 * fresh / terms;
}

void Say(const Language& language, const Part& part, uint32_t sentence, SummaryWork* work) {
  for (SaidTerms said(language, part, part.sentences[sentence]); said.Next();) {
    const uint32_t bit = said.term() % kSaidBits;
    work->said[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

// What a sentence adds: its relevance, raised by its importance to the article and by its novelty. The weights are
// close to the best that tools/train/rank/rank_query.py finds. Those differ by 0.3 depending on the run that produced
// the other weights, and more importance would make summaries for different topics alike.
uint32_t Gain(uint32_t relevance, uint32_t importance, uint32_t novelty) {
  constexpr uint64_t kBase = 10000, kImportance = 8, kNovelty = 1000;
  return static_cast<uint32_t>(uint64_t{relevance} * (kBase + kImportance * importance + kNovelty * novelty) / 32768);
}

// Offers a query's sentences, each time the one that adds most to those before it.
pith_status OfferForQuery(const OpenedIndex& index, const Part& part, uint32_t article, Bytes query, void* space,
                          uint64_t size, Filler* filler) {
  SummaryWork* work = BorrowWork<SummaryWork>(index, space, size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  const pith_status status = ReadQuery(index.language, query, &work->query);
  if (status == PITH_QUESTION_EMPTY) return PITH_OK;
  if (status != PITH_OK) return status;
  BestSentences best = {work->found, kQuerySentences};
  Meter meter;
  FindSentences(index, article, &work->query, &work->find, &meter, &best);
  for (uint64_t& bits : work->said) bits = 0;
  const auto gain = [&](uint32_t i) {
    const uint32_t sentence = best.all[i].sentence;
    return Gain(best.all[i].score, part.sentences[sentence].importance, Novelty(index.language, part, *work, sentence));
  };
  for (uint32_t i = 0; i < best.count; ++i) work->gains[i] = gain(i);
  // Gains only fall: one that is still the greatest after being recomputed is the greatest of all. No gain has to be
  // recomputed more often than sentences are taken, unless the file changes meanwhile.
  uint32_t looks = kQuerySentences * kQuerySentences;
  while (best.count != 0 && !filler->Full() && looks-- != 0) {
    uint32_t top = 0;
    for (uint32_t i = 1; i < best.count; ++i) {
      if (work->gains[i] > work->gains[top]) top = i;
    }
    const uint32_t now = gain(top);
    if (now < work->gains[top]) {
      work->gains[top] = now;
      continue;
    }
    const uint32_t sentence = best.all[top].sentence;
    for (uint32_t i = top + 1; i < best.count; ++i) {
      best.all[i - 1] = best.all[i];
      work->gains[i - 1] = work->gains[i];
    }
    --best.count;
    if (filler->Has(sentence, 0, filler->count())) continue;
    if (filler->OfferWithSupport(sentence)) Say(index.language, part, sentence, work);
  }
  return StatusOf(meter.Spent());
}

// Offers sentences in the article's own order, as long as there is room.
void OfferInOrder(const Part& part, Filler* filler) {
  const uint32_t chosen = filler->count();
  for (uint32_t i = 0; i < part.order.size() && !filler->Full(); ++i) {
    const uint32_t sentence = part.order[i].number;
    if (!filler->Has(sentence, 0, chosen)) filler->Offer(sentence);
  }
  filler->Sort();
  if (!filler->DropOrphans()) return;
  const uint32_t kept = filler->count();
  for (uint32_t i = 0; i < part.order.size() && !filler->Full(); ++i) {
    const uint32_t sentence = part.order[i].number;
    if (filler->count() - kept >= kSecondLooks) break;
    if (part.SupportOf(sentence) != kNone || filler->HasSorted(sentence, kept)) continue;
    if (!filler->Has(sentence, kept, filler->count())) filler->Offer(sentence);
  }
  filler->Sort();
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
  if (opened == nullptr || !IsText(query, query_size) || !IsRoom(out, capacity) || budget.method > PITH_BY_LEAD) {
    return PITH_INVALID_ARGUMENT;
  }
  Part part;
  if (article >= opened->size() || !OpenPart(*opened, article, &part)) return PITH_NO_SUCH_ARTICLE;
  Filler filler(part, article, budget, out, capacity);
  const bool by_query = query_size != 0 && budget.method == PITH_BY_RANK;
  pith_status status = PITH_OK;
  if (by_query) {
    status = OfferForQuery(*opened, part, article, BytesOf(query, query_size), work_space, work_size, &filler);
    if (status != PITH_OK && status != PITH_TOO_MUCH_WORK) return status;
  }
  if (budget.method == PITH_BY_LEAD) {
    for (uint32_t i = 0; i < part.sentences.size() && !filler.Full(); ++i) filler.Offer(i);
  } else {
    OfferInOrder(part, &filler);
  }
  filler.Resolve();
  *count = filler.count();
  return status;
}
