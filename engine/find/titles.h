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

// The titles of an index in order, and its title records: those of all members of a set together.
class Titles {
 public:
  // Some of them that follow one another: the numbers in each member.
  struct Some {
    Range of[kMaxMembers];

    bool empty() const {
      for (const Range& range : of) {
        if (range.size() != 0) return false;
      }
      return true;
    }
  };

  explicit Titles(const OpenedIndex& index);

  Some All() const;
  // Those of `within`, which agree before byte `at`, that go on with `rest` there. O(members * log titles).
  Some Narrow(const Some& within, uint32_t at, Bytes rest) const;
  // Those of `within`, which agree before byte `at`, that go on there. The same cost.
  Some LongerThan(const Some& within, uint32_t at) const;
  // The member that has the first of them. O(members).
  uint32_t First(const Some& some) const;
  Bytes At(const Some& some, uint32_t member) const { return words_[member][some.of[member].begin]; }

 private:
  uint32_t members_;
  Dictionary words_[kMaxMembers];
};

// Calls visit(Titles::Some) for titles that begin almost so: with one letter missing, too many, wrong or swapped with
// the next, but with the same first letter. Nothing for prefixes of fewer than four bytes. Some may be visited twice.
// O(bytes of the prefix * letters * log titles).
class NearTitles {
 public:
  // `prefix` is folded. Both must outlive this.
  NearTitles(const Titles& titles, Bytes prefix) : titles_(titles), prefix_(prefix) {}

  template <typename Visit>
  void ForEach(Visit visit) const {
    constexpr uint32_t kLeast = 4;
    if (prefix_.size() < kLeast) return;
    Titles::Some same = titles_.All();  // those that begin with what comes before `at`
    for (uint32_t at = 1; at < prefix_.size(); ++at) {
      same = titles_.Narrow(same, at - 1, prefix_.Sub(at - 1, 1));
      if (same.empty()) return;
      visit(titles_.Narrow(same, at, Rest(at + 1)));  // a letter too many
      visit(Swapped(same, at));
      for (Titles::Some rest = titles_.LongerThan(same, at); !rest.empty();) {
        const Bytes title = titles_.At(rest, titles_.First(rest));
        const Titles::Some other = titles_.Narrow(rest, at, title.Sub(at, 1));  // those that go on like it
        if (other.empty()) break;                                               // in a damaged file
        visit(titles_.Narrow(other, at + 1, Rest(at + 1)));                     // another letter
        visit(titles_.Narrow(other, at + 1, Rest(at)));                         // one missing
        for (uint32_t m = 0; m < kMaxMembers; ++m) rest.of[m].begin = other.of[m].end;
      }
    }
  }

 private:
  Bytes Rest(uint32_t at) const { return prefix_.Sub(at, prefix_.size() - at); }
  Titles::Some Swapped(const Titles::Some& within, uint32_t at) const;

  const Titles& titles_;
  const Bytes prefix_;
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_TITLES_H_
