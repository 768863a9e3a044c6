#include "engine/find/articles.h"

#include "engine/index/members.h"

namespace pith {
namespace {

// Weaker relatives and what phrases hint at find no more of the right articles, and take four times as long. Chosen on
// questions for SQuAD's training paragraphs and on visitors' questions.
constexpr uint32_t kLeastStrength = 160;
constexpr uint32_t kWeightUnit = 16;   // of a weight: idf * strength
constexpr uint32_t kImpactUnit = 256;  // of an impact

// A bit for each article of a window.
struct ArticleSet {
  uint64_t words[kArticleWindow / 64] = {};

  void Add(uint32_t i) { words[i / 64] |= uint64_t{1} << (i % 64); }
  bool Has(uint32_t i) const { return (words[i / 64] >> (i % 64) & 1) != 0; }
  void AddLacking(const ArticleSet& other) {
    for (uint32_t i = 0; i < kArticleWindow / 64; ++i) words[i] |= ~other.words[i];
  }
};

// The first article of the member that has not been read yet; kNone after the last. In a damaged file a list ends where
// it does not rise.
uint32_t NextArticle(const OpenedIndex& member, ArticleWork* work) {
  uint32_t next = kNone;
  for (uint32_t c = 0; c < work->count; ++c) {
    PostingCursor& cursor = work->cursors[c];
    if (cursor.at == cursor.end) continue;
    const uint32_t article = IsLoose(member) ? 0 : member.postings[cursor.at].sentence();
    if (article < work->least) {
      cursor.at = cursor.end;
    } else if (article < next) {
      next = article;
    }
  }
  return next;
}

// The same as below for an article by itself, whose impact is the number of the posting (PostingsIn).
template <bool kMark>
uint32_t ReadLoose(PostingCursor* cursor, uint16_t* best, ArticleSet* seen) {
  if (cursor->at == cursor->end) return 0;
  const uint32_t score = uint32_t{cursor->weight} * cursor->at / kImpactUnit;
  if (score > best[0]) best[0] = static_cast<uint16_t>(score);
  if constexpr (kMark) seen->Add(0);
  cursor->at = cursor->end;
  return 1;
}

// Reads a cursor's postings of the window into `best`, and with kMark marks their articles in `seen`. Returns how many.
// A function of its own has registers enough for all that the loop needs.
template <bool kMark>
PITH_NOINLINE uint32_t ReadPostings(const OpenedIndex& member, uint32_t base, PostingCursor* cursor, uint16_t* best,
                                    ArticleSet* seen) {
  if (IsLoose(member)) return ReadLoose<kMark>(cursor, best, seen);
  const PackedTable<PostingRecord> postings = member.postings;
  const FieldWidth impact_width = postings.WidthOf(0), article_width = postings.WidthOf(1);
  const uint32_t begin = cursor->at, weight = cursor->weight;
  // A list that rises has no more of a window, so that what a damaged file repeats is not read without end.
  const uint32_t end = cursor->end - begin > kArticleWindow ? begin + kArticleWindow : cursor->end;
  uint32_t at = begin;
  for (; at < end; ++at) {
    const uint64_t row = postings.RowAt(at);
    const auto article =
        static_cast<uint32_t>(article_width.Of(impact_width.Behind(row)) & PostingRecord::kMaxSentence);
    const uint32_t offset = article - base;
    if (offset >= kArticleWindow) break;  // also of one before the window
    const uint32_t score = weight * static_cast<uint8_t>(impact_width.Of(row)) / kImpactUnit;
    if (score > best[offset]) best[offset] = static_cast<uint16_t>(score);
    if constexpr (kMark) seen->Add(offset);
  }
  cursor->at = at;
  return at - begin;
}

// Computes the scores of articles [base, base + kArticleWindow). Returns the number of postings read.
uint32_t AddWindow(const OpenedIndex& member, uint32_t base, ArticleWork* work) {
  uint32_t read = 0;
  for (uint32_t& sum : work->sum) sum = 0;
  ArticleSet lacking;  // a word that is required
  bool requires_any = false;
  for (uint32_t first = 0, end = 0; first < work->count; first = end) {
    const uint8_t word = work->cursors[first].word;
    const bool required = work->cursors[first].required;
    ArticleSet with_word;
    uint32_t of_word = 0;
    for (end = first; end < work->count && work->cursors[end].word == word; ++end) {
      PostingCursor* const cursor = &work->cursors[end];
      of_word += required ? ReadPostings<true>(member, base, cursor, work->best, &with_word)
                          : ReadPostings<false>(member, base, cursor, work->best, nullptr);
    }
    read += of_word;
    if (required) {
      lacking.AddLacking(with_word);
      requires_any = true;
    }
    if (of_word == 0) continue;
    for (uint32_t i = 0; i < kArticleWindow; ++i) {
      work->sum[i] += work->best[i];
      work->best[i] = 0;
    }
  }
  for (uint32_t i = 0; requires_any && i < kArticleWindow; ++i) {
    if (lacking.Has(i)) work->sum[i] = 0;
  }
  return read;
}

// The greatest score in the window.
uint32_t Greatest(const ArticleWork& work) {
  uint32_t greatest = 0;
  for (const uint32_t sum : work.sum) greatest = sum > greatest ? sum : greatest;
  return greatest;
}

// Places the cursors at the beginning of a member. Word after word, so that the best of a word's meanings is known
// before the next word is added.
void BeginMember(const OpenedIndex& index, const Query& query, ArticleWork* work) {
  const Members members(index);
  work->count = work->least = 0;
  for (uint32_t w = 0; w < query.count; ++w) {
    ForEachMeaningOf(index.language, query, w, [&](uint32_t key, uint32_t strength, bool hint) {
      if (hint || strength < kLeastStrength) return;
      const Range postings = PostingsIn(members[work->member], key);
      const uint32_t weight = query.words[w].idf * strength / kWeightUnit;
      if (weight == 0 || work->count == kMaxCursors) return;
      // In a set, the articles that it does without may be all that have it here, and other members may have some.
      const bool here = postings.size() > (members.IsSet() ? members[work->member].left_out_count : 0);
      if (!here && !(members.IsSet() && AnyHas(index, key))) return;
      work->cursors[work->count++] = {postings.begin, postings.end, static_cast<uint16_t>(weight),
                                      static_cast<uint8_t>(w), query.words[w].required};
    });
  }
}

}  // namespace

void BeginArticles(const OpenedIndex& index, const Query& query, ArticleWork* work) {
  for (uint16_t& best : work->best) best = 0;
  work->member = 0;
  BeginMember(index, query, work);
}

bool StepArticles(const OpenedIndex& index, const Query& query, ArticleWork* work, Meter* meter, BestArticles* best) {
  const Members members(index);
  for (;;) {
    if (meter->Paused()) return meter->Spent();
    const OpenedIndex& member = members[work->member];
    const uint32_t base = NextArticle(member, work);
    if (base == kNone) {
      if (work->member + 1 == members.count()) return true;
      ++work->member;
      BeginMember(index, query, work);
      continue;
    }
    meter->Take(kArticleWindow + work->count + AddWindow(member, base, work));
    work->least = base + kArticleWindow;
    const auto least = [&] { return best->count == best->capacity ? best->all[best->capacity - 1].score : 0; };
    if (Greatest(*work) <= least()) continue;
    for (uint32_t i = 0; i < kArticleWindow; ++i) {
      if (work->sum[i] <= least()) continue;
      const uint32_t number = members.NumberOf(work->member, base + i);
      if (number != kNone) best->Offer({number, work->sum[i]});
    }
  }
}

}  // namespace pith
