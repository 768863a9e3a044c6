// Makes a set of indexes. What it does without is settled here, once: a list of numbers for each member.

#include "engine/format/order.h"
#include "engine/index/members.h"
#include "engine/index/part.h"

#if PITH_SETS

namespace pith {
namespace {

// The members while the set is being made.
class SetMaker {
 public:
  SetMaker(pith_index* members, uint32_t count, const pith_text* withdrawn, uint32_t withdrawn_count,
           uint32_t* left_out, uint32_t capacity, pith_set_report* report)
      : members_(members),
        count_(count),
        withdrawn_(withdrawn),
        withdrawn_count_(withdrawn_count),
        left_out_(left_out),
        capacity_(capacity),
        report_(*report) {}

  // Whether the members go together; report.member is the first that does not.
  pith_status Check() {
    for (uint32_t& m = report_.member; m < count_; ++m) {
      const OpenedIndex* const member = OpenedIn(&members_[m]);
      if (member == nullptr || member->members != nullptr) return PITH_INVALID_ARGUMENT;
      if (Compare(member->meta.language_hash, At(0).meta.language_hash) != 0) return PITH_WRONG_LANGUAGE;
    }
    report_.member = 0;
    return PITH_OK;
  }

  pith_status Make(OpenedIndex* out) {
    CountUnknown();
    uint64_t needed = 0, articles = 0;
    uint32_t used = 0;
    MetaRecord sums = At(0).meta;
    sums.sentences = sums.words = sums.facts = 0;
    for (uint32_t m = 0; m < count_; ++m) {
      OpenedIndex& member = At(m);
      member.first = static_cast<uint32_t>(articles);
      member.left_out = left_out_ + used;
      member.left_out_count = LeaveOut(m, used, &needed);
      used += member.left_out_count;
      articles += member.size() - member.left_out_count;
      sums.contents |= member.meta.contents;
      AddSums(member, &sums);
    }
    report_.left_out = needed > capacity_ ? static_cast<uint32_t>(needed < kNone ? needed : kNone) : used;
    if (needed > capacity_) return PITH_WORK_TOO_SMALL;
    if (articles == 0) return PITH_NO_SUCH_ARTICLE;
    if (articles > kMaxArticles) return PITH_INVALID_ARGUMENT;
    sums.articles = static_cast<uint32_t>(articles);
    OpenedIndex set;
    set.mark = OpenedIndex::kMark;
    set.major = At(0).major;
    set.minor = At(0).minor;
    set.meta = sums;
    set.vectors = At(0).vectors;
    set.kernel = At(0).kernel;
    set.language = At(0).language;
    set.members = members_;
    set.member_count = count_;
    *out = set;
    return PITH_OK;
  }

 private:
  OpenedIndex& At(uint32_t member) { return *reinterpret_cast<OpenedIndex*>(members_[member].opaque); }
  static Bytes BytesIn(pith_text text) { return Bytes(reinterpret_cast<const uint8_t*>(text.data), text.size); }

  void CountUnknown() {
    for (uint32_t i = 0; i < withdrawn_count_; ++i) {
      bool known = false;
      for (uint32_t m = 0; m < count_ && !known; ++m) known = FindId(At(m), BytesIn(withdrawn_[i])) != kNone;
      report_.unknown += !known;
    }
  }

  // Lists what the set does without of a member, from left_out[used] on, and returns how many these are. If there is
  // no room, only *needed is right.
  uint32_t LeaveOut(uint32_t member, uint32_t used, uint64_t* needed) {
    uint32_t count = 0;
    const auto add = [&](uint32_t article) {
      ++*needed;
      if (used + count < capacity_) left_out_[used + count++] = article;
    };
    for (uint32_t i = 0; i < withdrawn_count_; ++i) {
      const uint32_t article = FindId(At(member), BytesIn(withdrawn_[i]));
      if (article != kNone) add(article);
    }
    const uint32_t gone = count = SortOnce(left_out_ + used, count);
    for (uint32_t later = member + 1; later < count_; ++later) {
      ForEachInBoth(member, later, [&](uint32_t article, pith_text id) {
        add(article);
        if (Has(left_out_ + used, gone, article)) return;
        if (report_.replaced_id.size == 0) report_.replaced_id = id, report_.member = member, report_.by = later;
      });
    }
    count = SortOnce(left_out_ + used, count);
    report_.replaced += count - gone;
    return count;
  }

  // Calls visit(article of `member`, id) for the articles whose id `later` has as well. O(those of the smaller one *
  // log those of the other).
  template <typename Visit>
  void ForEachInBoth(uint32_t member, uint32_t later, Visit visit) {
    const bool swap = At(member).size() > At(later).size();
    const OpenedIndex &small = At(swap ? later : member), &large = At(swap ? member : later);
    for (uint32_t i = 0; i < small.size(); ++i) {
      Part part;
      const uint32_t article = small.ids[i].number;
      if (!OpenPart(small, article, &part)) continue;
      const pith_text id = part.String(part.head[0].id);
      const uint32_t other = FindId(large, BytesIn(id));
      if (other != kNone) visit(swap ? other : article, id);
    }
  }

  static bool Has(const uint32_t* sorted, uint32_t count, uint32_t number) {
    const uint32_t at = PartitionPoint(0, count, [&](uint32_t i) { return sorted[i] < number; });
    return at < count && sorted[at] == number;
  }

  // Sorts numbers and keeps each once; returns how many there are.
  static uint32_t SortOnce(uint32_t* numbers, uint32_t count) {
    HeapSort(numbers, numbers + count, [](uint32_t a, uint32_t b) { return a < b; });
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; ++i) {
      if (kept == 0 || numbers[kept - 1] != numbers[i]) numbers[kept++] = numbers[i];
    }
    return kept;
  }

  static void AddSums(const OpenedIndex& member, MetaRecord* sums) {
    sums->sentences += member.meta.sentences;
    sums->words += member.meta.words;
    sums->facts += member.meta.facts;
    for (uint32_t i = 0; i < member.left_out_count; ++i) {
      Part part;
      if (!OpenPart(member, member.left_out[i], &part)) continue;
      sums->sentences -= part.sentences.size();
      sums->words -= part.head[0].words;
      sums->facts -= part.facts.size();
    }
  }

  pith_index* const members_;
  const uint32_t count_;
  const pith_text* const withdrawn_;
  const uint32_t withdrawn_count_;
  uint32_t* const left_out_;
  const uint32_t capacity_;
  pith_set_report& report_;
};

}  // namespace

pith_status OpenIndexSet(pith_index* members, uint32_t count, const pith_text* withdrawn, uint32_t withdrawn_count,
                         uint32_t* left_out, uint32_t capacity, OpenedIndex* out, pith_set_report* report) {
  SetMaker maker(members, count, withdrawn, withdrawn_count, left_out, capacity, report);
  const pith_status status = maker.Check();
  return status == PITH_OK ? maker.Make(out) : status;
}

}  // namespace pith

#endif
