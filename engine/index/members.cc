#include "engine/index/members.h"

#include "engine/format/inlining.h"
#include "engine/format/order.h"
#include "engine/index/part.h"

namespace pith {
namespace {

// How many of a member's articles with a number below `article` the set does without.
uint32_t LeftOutBelow(const OpenedIndex& member, uint32_t article) {
  return PartitionPoint(0, member.left_out_count, [&](uint32_t i) { return member.left_out[i] < article; });
}

bool IsLeftOut(const OpenedIndex& member, uint32_t article) {
  const uint32_t at = LeftOutBelow(member, article);
  return at < member.left_out_count && member.left_out[at] == article;
}

// An article by itself has no postings. The frame of a part is large, and few need it.
PITH_NOINLINE Range LoosePosting(const OpenedIndex& member, uint32_t key) {
  Part part;
  if (!OpenPart(member, 0, &part)) return {0, 0};
  const uint16_t term = part.FindTerm(key);
  if (term == kNoTerm) return {0, 0};
  const uint32_t impact = part.ImpactOf(term);
  return {impact, impact + 1};
}

// How many of the articles at `range` in the member's postings the set does without.
uint32_t LeftOutIn(const OpenedIndex& member, Range range) {
  if (IsLoose(member)) return range.size() == 0 ? 0 : member.left_out_count;
  const auto article = [&](uint32_t i) { return member.postings[i].sentence(); };
  uint32_t count = 0;
  if (range.size() < member.left_out_count) {
    for (uint32_t i = range.begin; i < range.end; ++i) count += IsLeftOut(member, article(i));
    return count;
  }
  for (uint32_t i = 0; i < member.left_out_count; ++i) {
    const uint32_t left_out = member.left_out[i];
    const uint32_t at =
        PartitionPoint(range.begin, range.end, [&](uint32_t posting) { return article(posting) < left_out; });
    count += at < range.end && article(at) == left_out;
  }
  return count;
}

// Compares an article's id with `id`: negative, zero or positive.
int CompareId(const OpenedIndex& member, uint32_t article, Bytes id) {
  Part part;
  const Bytes own = OpenPart(member, article, &part) ? part.StringBytes(part.head[0].id) : Bytes();
  return Compare(own, id);
}

}  // namespace

uint32_t Members::NumberIn(uint32_t number, uint32_t article) const {
  const OpenedIndex& member = (*this)[number];
  return article >= member.size() || IsLeftOut(member, article)
             ? kNone
             : member.first + article - LeftOutBelow(member, article);
}

bool Members::Find(uint32_t* article, uint32_t* number) const {
  for (uint32_t m = 0; m < count(); ++m) {
    const OpenedIndex& member = (*this)[m];
    const uint32_t among = *article - member.first;  // those that are not left out
    if (among >= member.size() - member.left_out_count) continue;
    *article =
        among + PartitionPoint(0, member.left_out_count, [&](uint32_t i) { return member.left_out[i] - i <= among; });
    *number = m;
    return true;
  }
  return false;
}

Range PostingsIn(const OpenedIndex& member, uint32_t key) {
  if (IsLoose(member)) return LoosePosting(member, key);
  return PostingsAt(member.terms, FindKey(member.terms, key), member.postings.size());
}

uint32_t ArticlesWith(const OpenedIndex& index, uint32_t key) {
  const Members members(index);
  uint32_t count = 0;
  for (uint32_t m = 0; m < members.count(); ++m) {
    const Range range = PostingsIn(members[m], key);
    count += range.size();
    if (members.IsSet()) count -= LeftOutIn(members[m], range);
  }
  return count;
}

bool AnyHas(const OpenedIndex& index, uint32_t key) {
  const Members members(index);
  for (uint32_t m = 0; m < members.count(); ++m) {
    const OpenedIndex& member = members[m];
    const Range range = PostingsIn(member, key);
    if (range.size() > (members.IsSet() ? member.left_out_count : 0)) return true;
    if (IsLoose(member)) continue;  // it is left out, or has none
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!IsLeftOut(member, member.postings[i].sentence())) return true;
    }
  }
  return false;
}

uint32_t FindId(const OpenedIndex& member, Bytes id) {
  const uint32_t at =
      PartitionPoint(0, member.ids.size(), [&](uint32_t i) { return CompareId(member, member.ids[i].number, id) < 0; });
  if (at == member.ids.size()) return kNone;
  const uint32_t article = member.ids[at].number;
  return article < member.size() && CompareId(member, article, id) == 0 ? article : kNone;
}

}  // namespace pith
