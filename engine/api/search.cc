// pith_search: the best sentences as hits; pith_highlight: the words of a sentence that match.

#include "engine/api/arguments.h"
#include "engine/find/match.h"
#include "engine/find/question.h"
#include "engine/find/said_terms.h"
#include "engine/find/search_filter.h"
#include "engine/find/sentences.h"
#include "engine/find/wording.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/index/work.h"

namespace pith {
namespace {

constexpr uint32_t kLeastCoverage = 6;  // of 16: what is said to be near a question has that much of it

struct SearchWork {
  SearchFilter filter;
  Query query;
  FindWork find;
  ScoredSentence found[PITH_MAX_RESULTS];
};

void AppendHits(const OpenedIndex& index, const ScoredSentence* found, uint32_t found_count, pith_hit* out,
                uint32_t* count) {
  PartCursor parts(index);
  for (uint32_t i = 0; i < found_count; ++i) {
    const Part* part = parts.At(found[i].article);
    if (part == nullptr) continue;
    // A later round may have a sentence of more score than an earlier one's last.
    const uint32_t most = *count == 0 ? found[i].score : out[*count - 1].score;
    const uint32_t score = found[i].score < most ? found[i].score : most;
    out[*count] = {part->MakeSentence(found[i].article, found[i].sentence), score};
    out[(*count)++].sentence.resolved = part->NameBehind(found[i].sentence);
  }
}

// Reads a search, and what it demands of sentences.
pith_status ReadSearch(const Language& language, Bytes words, SearchWork* work) {
  if (words.size() > PITH_MAX_QUESTION_BYTES) return PITH_QUESTION_TOO_LONG;
  work->filter.Read(language, words);
  const pith_status status = ReadQuery(language, work->filter.text(), &work->query);
  for (uint32_t i = 0; status == PITH_OK && i < work->query.count; ++i) {
    QueryWord& word = work->query.words[i];
    word.required = word.content && work->filter.Requires(word.begin);
  }
  return status;
}

// Fills a page, round by round; each round and each look at it again have a meter of their own. But of rounds that a
// filter may leave empty, nobody knows how many there are, so all of them share one. Whether a meter was spent.
bool FillWithHits(const OpenedIndex& index, uint32_t article, const SearchFilter* filter, uint32_t skip,
                  SearchWork* work, pith_hit* out, uint32_t capacity, uint32_t* count) {
  bool spent = false;
  Meter shared;
  work->query.spelled.article = kNone;
  BeginFinding(index, article, &work->find);
  // A round usually has some three sentences an article.
  if (uint64_t{capacity} + skip > 2 * kRoundArticles) work->find.most = kRankedArticles;
  Want(index.language, ReadQuestion(index.language, work->query).kind, &work->find);
  do {
    bool again = false;
    const uint32_t found = FillPage(&skip, capacity - *count, PITH_MAX_RESULTS, work->found, [&](BestSentences* best) {
      Meter own;
      Meter& meter = filter == nullptr ? own : shared;
      if (again) {
        FindAgain(index, &work->query, filter, &work->find, &meter, best);
      } else {
        StepFinding(index, &work->query, filter, &work->find, &meter, best);
      }
      again = true;
      spent |= meter.Spent();
    });
    AppendHits(index, work->found, found, out, count);
  } while (*count < capacity && !spent && BeginNextRound(&work->find));
  return spent;
}

// The share of the question's weight, 0..16, that a sentence has.
uint32_t CoverageOf(const Language& language, const Part& part, uint32_t sentence, const Query& query,
                    const Matches& matches) {
  uint8_t best[kMaxQueryWords] = {};
  for (SaidTerms terms(language, part, part.sentences[sentence]); terms.Next();) {
    const Match match = matches.Strongest(terms.term());
    if (match.word < query.count && match.strength > best[match.word]) best[match.word] = match.strength;
  }
  uint32_t covered = 0;
  for (uint32_t i = 0; i < query.count; ++i) covered += query.words[i].idf * best[i] / kFullStrength;
  const uint32_t weight = query.ContentWeight();
  return weight == 0 ? 0 : covered * 16 / weight;
}

// What pith_search does; `plain`: the words are read as a question is.
pith_status Search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size, bool plain,
                   void* work_space, uint64_t work_size, uint32_t skip, pith_hit* out, uint32_t capacity,
                   uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !IsText(words, words_size) || !IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  if (!IsArticleOrAll(*opened, article)) return PITH_NO_SUCH_ARTICLE;
  SearchWork* work = BorrowWork<SearchWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  const Bytes text = BytesOf(words, words_size);
  const pith_status status =
      plain ? ReadQuery(opened->language, text, &work->query) : ReadSearch(opened->language, text, work);
  if (status != PITH_OK) return status;
  const SearchFilter* const filter = plain || work->filter.empty() ? nullptr : &work->filter;
  return StatusOf(FillWithHits(*opened, article, filter, skip, work, out, AtMostResults(capacity), count));
}

}  // namespace
}  // namespace pith

extern "C" pith_status pith_search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size,
                                   void* work, uint64_t work_size, uint32_t skip, pith_hit* out, uint32_t capacity,
                                   uint32_t* count) {
  return pith::Search(index, article, words, words_size, false, work, work_size, skip, out, capacity, count);
}

extern "C" pith_status pith_near(const pith_index* index, uint32_t article, const char* question,
                                 uint64_t question_size, void* work, uint64_t work_size, pith_hit* out,
                                 uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (const OpenedIndex* asked = OpenedIn(index);
      asked != nullptr && count != nullptr && IsText(question, question_size)) {
    // What must stay unanswered has nothing near, and what means another question is near to that one.
    const Settled settled = SettledBy(*asked, article, BytesOf(question, question_size));
    *count = 0;
    if (settled.by == Settled::By::kSilence) return PITH_OK;
    question = reinterpret_cast<const char*>(settled.question.data());
    question_size = settled.question.size();
  }
  const pith_status status =
      Search(index, article, question, question_size, true, work, work_size, 0, out, capacity, count);
  if (status != PITH_OK && status != PITH_TOO_MUCH_WORK) return status;
  const OpenedIndex& opened = *OpenedIn(index);
  SearchWork& search = *BorrowWork<SearchWork>(opened, work, work_size);
  const uint32_t found = *count, least = found == 0 ? 0 : out[0].score / 2;
  *count = 0;
  PartCursor parts(opened);
  uint32_t matched = PITH_ALL_ARTICLES;  // the article of search.matches
  for (uint32_t i = 0; i < found && out[i].score >= least; ++i) {
    const pith_sentence& sentence = out[i].sentence;
    const Part* part = parts.At(sentence.article);
    if (part == nullptr) continue;
    Matches& matches = search.find.matches;
    if (sentence.article != matched) FindMatches(opened.language, *part, sentence.article, search.query, &matches);
    matched = sentence.article;
    if (CoverageOf(opened.language, *part, sentence.number - 1, search.query, matches) < kLeastCoverage) continue;
    out[(*count)++] = out[i];
  }
  return status;
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
  const pith_status status = ReadSearch(language, BytesOf(words, words_size), work);
  if (status != PITH_OK) return status;
  Meter meter;
  FindAllMatches(*open.index, part, article, &work->query, &work->find, &meter);
  for (SaidTerms terms(language, part, part.sentences[number - 1]); *count < capacity && terms.Next();) {
    if (work->find.matches.Strongest(terms.term()).strength == 0) continue;
    const Range range = part.InText(terms.begin(), terms.end());
    if (range.size() == 0) continue;
    if (skip != 0) {
      --skip;
    } else {
      out[(*count)++] = {range.begin, range.end};
    }
  }
  return StatusOf(meter.Spent());
}
