// In: a question and an opened index. Out: a Ranking: the best sentences, and the best candidates in them with scores.
// Who may use it: engine/reader, engine/polar, pith_ask and the trainers. Search and summaries stop at engine/find.
//
// The idea. For every sentence, the compiler has stored the spans that could answer some question: noun phrases, names,
// numbers, dates, clauses. Retrieval finds the few sentences that a question is about. Features describe each of their
// candidates (what the span is, where it stands in its clause, which of the question's words are near it in the tree),
// and a log-linear model with a weight for each feature scores it. This is the classical form of feature-based answer
// extraction (Rajpurkar et al. 2016 give such a baseline for SQuAD), here in integers, with weights learned by
// tools/train/answers. Left out, for size and speed: spans that the compiler did not foresee, which only the reader
// adds (engine/reader), and anything that joins two sentences. Whether the best candidate is right at all is a separate
// question with weights of its own: engine/rank/doubt.h.

#ifndef PITH_ENGINE_RANK_CANDIDATES_H_
#define PITH_ENGINE_RANK_CANDIDATES_H_

#include <cstdint>

#include "engine/find/article_cursor.h"
#include "engine/find/match.h"
#include "engine/find/sentences.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/rank/context.h"
#include "engine/rank/fact_support.h"
#include "engine/rank/features.h"
#include "engine/rank/ranking.h"
#include "engine/rank/scan.h"
#include "engine/rank/weekdays.h"

namespace pith {

// Scratch space for examining sentences. Nothing in it outlives the call that it is given to.
struct CandidateWork {
  FindWork find;
  union {
    ScoredSentence found[kFoundSentences];  // until they are all found
    Scan scan;
  };
  FeatureList features;
  SentenceFacts facts;
};

// Prepares the sentences of a ranking, one at a time, for the description of their candidates.
class SentenceCursor {
 public:
  // The arguments must outlive the cursor, which owns the contents of `work` until then.
  SentenceCursor(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work)
      : index_(index),
        ranking_(ranking),
        work_(*work),
        article_(index, ranking.query, &work->find.matches),
        on_weekday_(NamesWeekday(ranking.query)) {}

  // Goes to sentence `rank` of the ranking. False if its article cannot be opened.
  bool GoTo(uint32_t rank);

  const Part& part() const { return article_.part(); }
  const Matches& matches() const { return article_.matches(); }
  const SentenceContext& context() const { return context_; }
  const SentenceFacts& facts() const { return work_.facts; }
  bool CanBeCompared() const { return index_.size() > 1; }  // with what other articles say

 private:
  const OpenedIndex& index_;
  const Ranking& ranking_;
  CandidateWork& work_;
  ArticleCursor article_;
  const bool on_weekday_;            // the query names a day of the week
  pith_text stated_ = {nullptr, 0};  // StatedAnswer of the article
  SentenceContext context_ = {};
};

// Calls visit(const SentenceCursor&, const CandidateRecord&, const FeatureList&) for every candidate in the sentence
// that `sentence` is at that can answer the question at all. The trainer calls it too, and so sees what the engine
// sees.
template <typename Visit>
void ForEachCandidateHere(const SentenceCursor& sentence, FeatureList* features, Visit visit) {
  const SentenceContext& context = sentence.context();
  for (CandidateReader reader(sentence.part(), context.scan->sentence, context.scan->count); reader.Next();) {
    const CandidateRecord& record = reader.candidate();
    if (!CanAnswer(context, record)) continue;
    ExtractFeatures(context, record, features);
    visit(sentence, record, *features);
  }
}

// The same for all sentences of a ranking.
template <typename Visit>
void ForEachCandidate(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work, Visit visit) {
  SentenceCursor sentence(index, ranking, work);
  for (uint32_t i = 0; i < ranking.sentence_count; ++i) {
    if (sentence.GoTo(i)) ForEachCandidateHere(sentence, &work->features, visit);
  }
}

// Scores candidates, with the weights for one kind of question.
class Ranker {
 public:
  Ranker(Bytes weights, AskKind kind);
  // In units of 1/kLogOddsUnit. Wraps around if a hostile file's weights are too large.
  int32_t Score(const FeatureList& features) const;

 private:
  const Bytes weights_;
  uint32_t dense_[kDenseFeatures];
};

// A candidate in the sentence that `sentence` is at, with its score and everything that doubt needs to know about it.
ScoredCandidate ScoreCandidate(const SentenceCursor& sentence, const CandidateRecord& record,
                               const FeatureList& features, int32_t score);

// Reads the question and begins to find its sentences, for StepRanking. Errors as pith_ask; on error *ranking is empty.
pith_status BeginRanking(const OpenedIndex& index, uint32_t article, Bytes question, CandidateWork* work,
                         Ranking* ranking);

// Goes on: finds the sentences, then scores their candidates, sentence after sentence. The meter counts the records
// read. Returns whether more is to be done after a pause.
bool StepRanking(const OpenedIndex& index, Bytes weights, Meter* meter, CandidateWork* work, Ranking* ranking);

// All of it at once, for the trainers: as far as the sentences, and to the end. Errors as pith_ask.
pith_status RankSentences(const OpenedIndex& index, uint32_t article, Bytes question, CandidateWork* work,
                          Ranking* ranking);
pith_status RankCandidates(const OpenedIndex& index, uint32_t article, Bytes question, Bytes weights,
                           CandidateWork* work, Ranking* ranking);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_CANDIDATES_H_
