#include "engine/find/sentences.h"

#include "engine/find/correct.h"
#include "engine/index/part.h"

namespace pith {
namespace {

constexpr uint32_t kMatchRecords = 4096;  // what FindMatches counts for
constexpr uint32_t kTermRecords = 256;    // and what it counts for once the meanings are known
// In sixteenths: what a sentence gets of its article's score. Chosen on questions for SQuAD's training paragraphs and
// on visitors' questions.
constexpr uint32_t kArticleShare = 96;

// The first sentence that is no heading, or the very first.
uint32_t LeadOf(const Part& part) {
  for (uint32_t i = 0; i < part.sentences.size() && i < kMaxHeadingsPassed; ++i) {
    if ((part.FlagsOf(i) & kSentenceHeading) == 0) return i;
  }
  return 0;
}

// Has the articles from `begin` on looked into, as many as are of one round.
void BeginRound(uint32_t begin, FindWork* work) {
  work->begin = work->at = begin;
  work->end = work->ranked - begin < kRoundArticles ? work->ranked : begin + kRoundArticles;
  work->stage = FindStage::kArticle;
}

// One search that goes on.
class Finding {
 public:
  Finding(const OpenedIndex& index, Query* query, const SearchFilter* filter, FindWork* work, Meter* meter,
          BestSentences* best)
      : index_(index),
        query_(*query),
        filter_{filter, &index.language, meter, 0},
        work_(*work),
        meter_(*meter),
        best_(*best) {}

  bool Run() {
    while (work_.stage != FindStage::kDone && !meter_.Spent()) {
      if (meter_.Paused()) return true;
      Step();
    }
    return false;
  }

 private:
  const OpenedIndex& index_;
  Query& query_;
  SentenceFilter filter_;
  FindWork& work_;
  Meter& meter_;
  BestSentences& best_;
  uint32_t opened_ = kNone;
  Part part_;

  const ScoredArticle& article() const { return work_.article[work_.at]; }
  uint32_t share() const { return article().score / 16 * kArticleShare; }

  void Step() {
    switch (work_.stage) {
      case FindStage::kCorrections:
        return Correct();
      case FindStage::kArticles:
        return RankArticles();
      case FindStage::kArticle:
        return Open();
      case FindStage::kSpellings:
      case FindStage::kSentences:
        if (Part* const part = Here(); part != nullptr) return Search(*part);
        return Leave();
      case FindStage::kDone:
        return;
    }
  }

  // Goes on with the correction of a word, or begins to rank the articles.
  void Correct() {
    if (work_.at < query_.count) {
      if (CorrectWord(index_, work_.at, &query_, &work_.correction, &meter_)) ++work_.at;
      return;
    }
    work_.stage = FindStage::kArticles;
    work_.ranked = 0;
    BeginArticles(index_, query_, &work_.ranking);
  }

  void RankArticles() {
    BestArticles best = {work_.article, work_.most, work_.ranked, work_.later ? &work_.last : nullptr};
    const bool done = StepArticles(index_, query_, &work_.ranking, &meter_, &best);
    work_.ranked = best.count;
    if (!done) return;
    FindMeanings(index_, query_, &work_.meanings);
    BeginRound(0, &work_);
  }

  // Goes to the next article, or ends.
  void Open() {
    if (work_.at == work_.end) {
      work_.stage = FindStage::kDone;
    } else if (Part* const part = Here(); part == nullptr) {
      Leave();
      meter_.Take(1);
    } else if (work_.one) {
      FindMatches(index_.language, *part, article().article, query_, &work_.matches);
      meter_.Take(kMatchRecords);
      BeginSpellings(index_.language, query_, work_.matches, &work_.spellings);
      work_.stage = FindStage::kSpellings;
    } else {
      FindMatches(*part, query_, work_.meanings, &work_.matches);
      meter_.Take(kTermRecords);
      BeginRetrieving(*part, query_, work_.matches, Weighting::kBackground, &work_.retrieve);
      work_.stage = FindStage::kSentences;
    }
  }

  // The part of the current article, opened anew after a pause; null if it cannot be, or if nothing in it is taken.
  Part* Here() {
    if (opened_ != article().article) opened_ = Enter(article().article) ? article().article : kNone;
    return opened_ == kNone ? nullptr : &part_;
  }
  bool Enter(uint32_t number) {
    return OpenPart(index_, number, &part_) &&
           (filter_.filter == nullptr ||
            filter_.filter->TakesArticle(index_.language, part_, !work_.one, &meter_, &filter_.titles));
  }

  void Search(const Part& part) {
    const uint32_t number = article().article;
    if (work_.stage == FindStage::kSpellings) {
      if (!FindSpellings(index_, part, number, &query_, &work_.matches, &work_.spellings, &meter_)) return;
      BeginRetrieving(part, query_, work_.matches, Weighting::kOwn, &work_.retrieve);
      work_.stage = FindStage::kSentences;
    }
    if (!RetrieveSentences(part, number, share(), query_, work_.wanted, filter_, &work_.retrieve, &meter_, &best_))
      return;
    const bool titled = !work_.one && !work_.retrieve.any;
    if (titled && part.sentences.size() != 0 && filter_.Takes(part, LeadOf(part))) {
      best_.Offer({number, LeadOf(part), share()});
    }
    Leave();
  }

  void Leave() {
    ++work_.at;
    work_.stage = FindStage::kArticle;
  }
};

}  // namespace

uint32_t ScoreShare(uint32_t score, uint32_t best) { return static_cast<uint32_t>(uint64_t{score} * 16 / best); }

void BeginFinding(const OpenedIndex& index, uint32_t article, FindWork* work) {
  work->at = work->ranked = work->begin = work->end = 0;
  work->most = kRoundArticles;
  work->later = false;
  work->wanted = {};
  work->one = article != PITH_ALL_ARTICLES || index.size() == 1;
  work->stage = FindStage::kCorrections;
  work->correction.begun = false;
  if (!work->one) return;
  work->article[work->ranked++] = {article == PITH_ALL_ARTICLES ? 0 : article, 0};
  BeginRound(0, work);
}

void Want(const Language& language, AskKind kind, FindWork* work) {
  const bool asks = kind != AskKind::kAny && kind != AskKind::kYesNo;
  if (work->one && asks) work->wanted = WantedBy(language, kind);
}

bool BeginNextRound(FindWork* work) {
  if (work->one) return false;
  if (work->end < work->ranked) {
    BeginRound(work->end, work);
    return true;
  }
  if (work->ranked < work->most) return false;
  work->last = work->article[work->most - 1];
  work->later = true;
  work->stage = FindStage::kCorrections;  // of which nothing is left to do
  work->at = kMaxQueryWords;
  return true;
}

bool StepFinding(const OpenedIndex& index, Query* query, const SearchFilter* filter, FindWork* work, Meter* meter,
                 BestSentences* best) {
  return Finding(index, query, filter, work, meter, best).Run();
}

uint32_t FindSentences(const OpenedIndex& index, uint32_t article, Query* query, FindWork* work, Meter* meter,
                       BestSentences* best) {
  query->spelled.article = kNone;
  BeginFinding(index, article, work);
  StepFinding(index, query, nullptr, work, meter, best);
  return best->count;
}

void FindAgain(const OpenedIndex& index, Query* query, const SearchFilter* filter, FindWork* work, Meter* meter,
               BestSentences* best) {
  work->at = work->begin;
  work->stage = FindStage::kArticle;
  StepFinding(index, query, filter, work, meter, best);
}

void FindAllMatches(const OpenedIndex& index, const Part& part, uint32_t article, Query* query, FindWork* work,
                    Meter* meter) {
  query->spelled.article = kNone;
  FindMatches(index.language, part, article, *query, &work->matches);
  BeginSpellings(index.language, *query, work->matches, &work->spellings);
  FindSpellings(index, part, article, query, &work->matches, &work->spellings, meter);
}

}  // namespace pith
