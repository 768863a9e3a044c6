#include "engine/find/sentences.h"

#include "engine/index/part.h"

namespace pith {
namespace {

constexpr uint32_t kMatchRecords = 4096;  // what FindMatches counts for

static_assert(kMaxSpelledArticles >= kMaxVisitedArticles, "a query remembers the spellings of all articles visited");

// One search that goes on.
class Finding {
 public:
  Finding(const OpenedIndex& index, Query* query, FindWork* work, Meter* meter, BestSentences* best)
      : index_(index), query_(*query), work_(*work), meter_(*meter), best_(*best) {}

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
  FindWork& work_;
  Meter& meter_;
  BestSentences& best_;
  uint32_t opened_ = kNone;
  Part part_;

  uint32_t article() const { return work_.article[work_.at].article; }

  // Goes to the next article, or ends.
  void Open() {
    if (work_.at == work_.articles) {
      work_.stage = FindStage::kDone;
    } else if (Part* const part = Here(); part == nullptr) {
      ++work_.at;
      meter_.Take(1);
    } else {
      FindMatches(index_.language, *part, article(), query_, &work_.matches);
      meter_.Take(kMatchRecords);
      BeginSpellings(index_.language, query_, work_.matches, &work_.spellings);
      work_.stage = FindStage::kSpellings;
    }
  }

  // The part of the current article, opened anew after a pause; null if it cannot be.
  Part* Here() {
    if (opened_ != article()) opened_ = OpenPart(index_, article(), &part_) ? article() : kNone;
    return opened_ == kNone ? nullptr : &part_;
  }

  void Step() {
    BestSentences articles = {work_.article, kMaxVisitedArticles, work_.articles};
    switch (work_.stage) {
      case FindStage::kArticles:
        if (RetrieveArticles(index_, query_, &work_.retrieve, &meter_, &articles)) work_.stage = FindStage::kArticle;
        work_.articles = articles.count;
        return;
      case FindStage::kArticle:
        return Open();
      case FindStage::kSpellings:
      case FindStage::kSentences:
        if (Part* const part = Here(); part != nullptr) return Search(*part);
        work_.stage = FindStage::kArticle;
        ++work_.at;
        return;
      case FindStage::kDone:
        return;
    }
  }

  void Search(const Part& part) {
    if (work_.stage == FindStage::kSpellings) {
      if (!FindSpellings(index_.language, part, article(), &query_, &work_.matches, &work_.spellings, &meter_)) return;
      const Weighting weighting = work_.articles == 1 ? Weighting::kOwn : Weighting::kBackground;
      BeginRetrieving(part, query_, work_.matches, weighting, &work_.retrieve);
      work_.stage = FindStage::kSentences;
    }
    if (!RetrieveSentences(part, article(), query_, &work_.retrieve, &meter_, &best_)) return;
    work_.stage = FindStage::kArticle;
    ++work_.at;
  }
};

}  // namespace

uint32_t ScoreShare(uint32_t score, uint32_t best) { return static_cast<uint32_t>(uint64_t{score} * 16 / best); }

void BeginFinding(const OpenedIndex& index, uint32_t article, const Query& query, FindWork* work) {
  work->at = work->articles = 0;
  work->stage = FindStage::kArticles;
  if (article == PITH_ALL_ARTICLES) return BeginRetrieving(index, query, &work->retrieve);
  work->article[work->articles++] = {article, 0, 0};
  work->stage = FindStage::kArticle;
}

bool StepFinding(const OpenedIndex& index, Query* query, FindWork* work, Meter* meter, BestSentences* best) {
  return Finding(index, query, work, meter, best).Run();
}

uint32_t FindSentences(const OpenedIndex& index, uint32_t article, Query* query, FindWork* work, Meter* meter,
                       BestSentences* best) {
  query->spelled_count = 0;
  BeginFinding(index, article, *query, work);
  StepFinding(index, query, work, meter, best);
  return best->count;
}

void FindAllMatches(const Language& language, const Part& part, uint32_t article, Query* query, FindWork* work,
                    Meter* meter) {
  query->spelled_count = 0;
  FindMatches(language, part, article, *query, &work->matches);
  BeginSpellings(language, *query, work->matches, &work->spellings);
  FindSpellings(language, part, article, query, &work->matches, &work->spellings, meter);
}

}  // namespace pith
