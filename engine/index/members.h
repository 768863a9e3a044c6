// The indexes that an index consists of: itself, or the members of a set (pith_open_set). Whoever reads tables of a
// whole index goes through its members one after the other, so that a set answers as the index that is linked of them.

#ifndef PITH_ENGINE_INDEX_MEMBERS_H_
#define PITH_ENGINE_INDEX_MEMBERS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "pith/pith.h"

namespace pith {

// The articles of a set are numbered member after member, those that it does without left out. Articles of a member
// keep their own numbers there.
class Members {
 public:
  explicit Members(const OpenedIndex& index) : index_(index) {}

  bool IsSet() const { return kSets && index_.members != nullptr; }
  uint32_t count() const { return IsSet() ? index_.member_count : 1; }
  const OpenedIndex& operator[](uint32_t member) const {
    return IsSet() ? *reinterpret_cast<const OpenedIndex*>(index_.members[member].opaque) : index_;
  }

  // The number in the whole of a member's article; kNone if the set does without it. O(log articles left out).
  uint32_t NumberOf(uint32_t member, uint32_t article) const { return IsSet() ? NumberIn(member, article) : article; }
  // The same the other way, in a set: replaces the number in the whole by that in *member. O(members + log articles
  // left out).
  bool Find(uint32_t* article, uint32_t* member) const;

 private:
  uint32_t NumberIn(uint32_t member, uint32_t article) const;

  const OpenedIndex& index_;
};

// Whether an index, which is no set, has one article, and so no sections that find articles.
inline bool IsLoose(const OpenedIndex& index) { return kSets && index.directory.size() == 1; }

// The articles of a member that contain a word of the family `key`, those that a set does without among them, as
// numbers of `postings`. Of an index of one article, whose number is 0, the number stands for the impact of the word
// there, since it has no postings. O(log terms).
Range PostingsIn(const OpenedIndex& member, uint32_t key);

// How many articles of the index contain a word of that family, and whether any does. O(members * log terms), and in a
// set the lesser of the postings and the articles left out.
uint32_t ArticlesWith(const OpenedIndex& index, uint32_t key);
bool AnyHas(const OpenedIndex& index, uint32_t key);

// The article of a member that has this id; kNone if there is none. O(log articles).
uint32_t FindId(const OpenedIndex& member, Bytes id);

// Makes a set of opened indexes; see pith_open_set.
pith_status OpenIndexSet(pith_index* members, uint32_t count, const pith_text* withdrawn, uint32_t withdrawn_count,
                         uint32_t* left_out, uint32_t capacity, OpenedIndex* out, pith_set_report* report);

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_MEMBERS_H_
