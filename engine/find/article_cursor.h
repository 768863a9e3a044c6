// The article whose sentences are being examined.

#ifndef PITH_ENGINE_FIND_ARTICLE_CURSOR_H_
#define PITH_ENGINE_FIND_ARTICLE_CURSOR_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/index.h"
#include "engine/index/part.h"

namespace pith {

// Opens articles one at a time, and finds the terms that a query's words mean in each.
class ArticleCursor {
 public:
  // The arguments must outlive the cursor, which owns the contents of `matches` until then.
  ArticleCursor(const OpenedIndex& index, const Query& query, Matches* matches)
      : index_(index), query_(query), matches_(*matches) {}

  // Goes to an article. False if it cannot be opened. O(1) if the cursor is already there, else O(FindMatches).
  bool GoTo(uint32_t article) {
    if (article == number_) return true;
    number_ = kNone;  // what is opened in vain leaves nothing to go back to
    if (!OpenPart(index_, article, &part_)) return false;
    FindMatches(index_.language, part_, article, query_, &matches_);
    number_ = article;
    return true;
  }

  uint32_t number() const { return number_; }  // kNone before the first
  const Part& part() const { return part_; }
  const Matches& matches() const { return matches_; }  // of the query, in this article

 private:
  const OpenedIndex& index_;
  const Query& query_;
  Matches& matches_;
  uint32_t number_ = kNone;
  Part part_;
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_ARTICLE_CURSOR_H_
