// pith_search: the best sentences as hits; pith_highlight: the words of a sentence that match.

#include "engine/api/arguments.h"
#include "engine/find/match.h"
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

}  // namespace
}  // namespace pith

extern "C" pith_status pith_search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size,
                                   void* work_space, uint64_t work_size, uint32_t skip, pith_hit* out,
                                   uint32_t capacity, uint32_t* count) {
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
  const uint32_t found =
      FillPage(skip, AtMostResults(capacity), PITH_MAX_RESULTS, work->found, [&](BestSentences* best) {
        FindSentences(*opened, article, work->query, &work->matches, &work->retrieve, best);
      });
  PartCursor parts(*opened);
  for (uint32_t i = 0; i < found; ++i) {
    const ScoredSentence& hit = work->found[i];
    const Part* part = parts.At(hit.article);
    if (part == nullptr) continue;
    out[*count] = {part->MakeSentence(hit.article, hit.sentence), hit.score};
    out[(*count)++].sentence.resolved = part->NameBehind(hit.sentence);
  }
  return PITH_OK;
}

extern "C" pith_status pith_highlight(const pith_index* index, uint32_t article, uint32_t number, const char* words,
                                      uint64_t words_size, void* work_space, uint64_t work_size, uint32_t skip,
                                      pith_range* out, uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const Opening open(index, article, count);
  if (!open.ok()) return open.status;
  const Part& part = open.part;
  if (!IsText(words, words_size) || !IsRoom(out, capacity) || number == 0 || number > part.sentences.size()) {
    return PITH_INVALID_ARGUMENT;
  }
  SearchWork* work = BorrowWork<SearchWork>(*open.index, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  const Language& language = open.index->language;
  const pith_status status = ReadQuery(language, BytesOf(words, words_size), &work->query);
  if (status != PITH_OK) return status;
  FindMatches(language, part, work->query, &work->matches);
  for (TokenReader tokens(part, number - 1); *count < capacity && tokens.Next();) {
    const uint16_t term = tokens.token().term;
    if (term == kNoTerm || work->matches.Strongest(term).strength == 0) continue;
    const Range range = part.InText(static_cast<uint32_t>(tokens.begin()), static_cast<uint32_t>(tokens.end()));
    if (range.size() == 0) continue;
    if (skip != 0) {
      --skip;
    } else {
      out[(*count)++] = {range.begin, range.end};
    }
  }
  return PITH_OK;
}
