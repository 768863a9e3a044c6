// Articles by how their titles and aliases begin, as somebody types one.

#ifndef PITH_ENGINE_FIND_TITLES_H_
#define PITH_ENGINE_FIND_TITLES_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/dictionary.h"
#include "engine/index/part.h"

namespace pith {

inline constexpr uint32_t kMaxTitleBytes = 128;  // of a folded title; longer ones are cut

// A title as titles are compared: folded, with one space between words and none around them.
class FoldedTitle {
 public:
  FoldedTitle(const Language& language, Bytes title);
  Bytes bytes() const { return Bytes(bytes_, size_); }

 private:
  uint8_t bytes_[kMaxTitleBytes];
  uint32_t size_ = 0;
};

// The title of an article (`alias` 0) or its alias number `alias` - 1. Empty if there is none. O(1).
Bytes TitleOf(const Part& part, uint32_t alias);

// Calls visit(Range) for title records whose titles begin almost so: with one letter missing, too many, wrong or
// swapped with the next, but with the same first letter. Nothing for prefixes of fewer than four bytes. Some records
// may be visited twice. O(bytes of the prefix * letters * log titles).
class NearTitles {
 public:
  // `prefix` is folded, and must outlive this.
  NearTitles(const Dictionary& titles, Bytes prefix) : titles_(titles), prefix_(prefix) {}

  template <typename Visit>
  void ForEach(Visit visit) const {
    constexpr uint32_t kLeast = 4;
    if (prefix_.size() < kLeast) return;
    Range same = {0, titles_.size()};  // those that begin with what comes before `at`
    for (uint32_t at = 1; at < prefix_.size(); ++at) {
      same = titles_.Narrow(same, at - 1, prefix_.Sub(at - 1, 1));
      if (same.size() == 0) return;
      visit(titles_.Narrow(same, at, Rest(at + 1)));  // a letter too many
      visit(Swapped(same, at));
      for (uint32_t i = same.begin; i < same.end;) {
        const Range other = titles_.Narrow(same, at, titles_[i].Sub(at, 1));  // those that go on like title i
        if (other.size() == 0 || titles_[i].size() == at) {                   // the title ends here
          ++i;
          continue;
        }
        visit(titles_.Narrow(other, at + 1, Rest(at + 1)));  // another letter
        visit(titles_.Narrow(other, at + 1, Rest(at)));      // one missing
        i = other.end;
      }
    }
  }

 private:
  Bytes Rest(uint32_t at) const { return prefix_.Sub(at, prefix_.size() - at); }
  Range Swapped(Range within, uint32_t at) const;

  const Dictionary titles_;
  const Bytes prefix_;
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_TITLES_H_
