// pith_find_titles: articles as one types their titles.

#include "engine/find/titles.h"

#include "engine/api/arguments.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {
namespace {

// Fills a page with the articles of title records, each once.
class TitlePage {
 public:
  TitlePage(const OpenedIndex& index, pith_title* out, uint32_t capacity)
      : index_(index), out_(out), capacity_(capacity) {}

  void Add(Range records) {
    for (uint32_t i = records.begin; i < records.end && count_ < capacity_; ++i) {
      const TitleRecord record = index_.titles[i];
      bool there = false;
      for (uint32_t k = 0; k < count_ && !there; ++k) there = out_[k].article == record.article;
      Part part;
      if (there || !OpenPart(index_, record.article, &part)) continue;
      const pith_text alias = record.alias == 0 ? pith_text{nullptr, 0} : AsText(TitleOf(part, record.alias));
      out_[count_++] = {record.article, AsText(TitleOf(part, 0)), alias};
    }
  }
  uint32_t count() const { return count_; }

 private:
  const OpenedIndex& index_;
  pith_title* const out_;
  const uint32_t capacity_;
  uint32_t count_ = 0;
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
  TitlePage page(*opened, out, AtMostResults(capacity));
  const Dictionary titles(opened->title_words);
  page.Add(titles.BeginningWith(folded.bytes()));
  if (page.count() < AtMostResults(capacity)) {
    NearTitles(titles, folded.bytes()).ForEach([&](Range records) { page.Add(records); });
  }
  *count = page.count();
  return PITH_OK;
}
