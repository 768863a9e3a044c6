// pith_search: the best sentences as hits.

#include "engine/api/arguments.h"
#include "engine/find/article_cursor.h"
#include "engine/find/sentences.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/index/work.h"

namespace pith {
namespace {

struct SearchWork {
  Query query;
  Matches matches;
  RetrieveWork retrieve;
  ScoredSentence found[PITH_MAX_RESULTS];
};

// The words of a sentence that the query means, in reading order; returns their number. O(tokens * matches).
uint32_t Highlight(const Part& part, uint32_t sentence, const Matches& matches, pith_range out[PITH_MAX_HIGHLIGHTS]) {
  uint32_t count = 0;
  for (TokenReader tokens(part, sentence); count < PITH_MAX_HIGHLIGHTS && tokens.Next();) {
    const uint16_t term = tokens.token().term;
    if (term == kNoTerm || matches.Strongest(term).strength == 0) continue;
    const Range range = part.InText(static_cast<uint32_t>(tokens.begin()), static_cast<uint32_t>(tokens.end()));
    if (range.size() != 0) out[count++] = {range.begin, range.end};
  }
  return count;
}

}  // namespace
}  // namespace pith

extern "C" pith_status pith_search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size,
                                   void* work_space, uint64_t work_size, pith_hit* out, uint32_t capacity,
                                   uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !IsText(words, words_size) || !IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  if (!IsArticleOrAll(*opened, article)) return PITH_NO_SUCH_ARTICLE;
  SearchWork* work = BorrowWork<SearchWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  const pith_status status = ReadQuery(opened->language, BytesOf(words, words_size), &work->query);
  if (status != PITH_OK) return status;
  BestSentences best = {work->found, AtMostResults(capacity), 0};
  FindSentences(*opened, article, work->query, &work->matches, &work->retrieve, &best);
  ArticleCursor at(*opened, work->query, &work->matches);
  for (uint32_t i = 0; i < best.count; ++i) {
    const ScoredSentence& found = best.all[i];
    if (!at.GoTo(found.article)) continue;
    pith_hit& hit = out[(*count)++];
    hit.sentence = at.part().MakeSentence(found.article, found.sentence);
    hit.sentence.resolved = at.part().NameBehind(found.sentence);
    hit.score = found.score;
    hit.highlight_count = Highlight(at.part(), found.sentence, at.matches(), hit.highlights);
  }
  return PITH_OK;
}
