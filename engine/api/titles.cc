// pith_find_titles: articles as one types their titles.

#include "engine/find/titles.h"

#include "engine/api/arguments.h"
#include "engine/index/index.h"
#include "engine/index/members.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {
namespace {

constexpr uint32_t kMostRecords = 65536;  // that are read: an article may have many titles that begin alike

// Fills a page with the articles of title records, each once.
class TitlePage {
 public:
  TitlePage(const OpenedIndex& index, const Titles& titles, pith_title* out, uint32_t capacity)
      : members_(index), titles_(titles), out_(out), capacity_(capacity) {}

  void Add(Titles::Some some) {
    for (; count_ < capacity_ && left_ != 0 && !some.empty(); --left_) {
      const uint32_t member = titles_.First(some);
      const TitleRecord record = members_[member].titles[some.of[member].begin++];
      const uint32_t number = members_.NumberOf(member, record.article);
      bool there = number == kNone;
      for (uint32_t k = 0; k < count_ && !there; ++k) there = out_[k].article == number;
      Part part;
      if (there || !OpenPart(members_[member], record.article, &part)) continue;
      const pith_text alias = record.alias == 0 ? pith_text{nullptr, 0} : AsText(TitleOf(part, record.alias));
      out_[count_++] = {number, AsText(TitleOf(part, 0)), alias};
    }
  }
  uint32_t count() const { return count_; }

 private:
  const Members members_;
  const Titles& titles_;
  pith_title* const out_;
  const uint32_t capacity_;
  uint32_t count_ = 0, left_ = kMostRecords;
};

}  // namespace
}  // namespace pith

extern "C" pith_status pith_find_titles(const pith_index* index, const char* prefix, uint64_t size, pith_title* out,
                                        uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !IsText(prefix, size) || !IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  if (size > PITH_MAX_QUESTION_BYTES) return PITH_QUESTION_TOO_LONG;
  const FoldedTitle folded(opened->language, BytesOf(prefix, size));
  const Titles titles(*opened);
  TitlePage page(*opened, titles, out, AtMostResults(capacity));
  page.Add(titles.Narrow(titles.All(), 0, folded.bytes()));
  if (page.count() < AtMostResults(capacity)) {
    NearTitles(titles, folded.bytes()).ForEach([&](const Titles::Some& some) { page.Add(some); });
  }
  *count = page.count();
  return PITH_OK;
}
