#include "engine/rank/candidates.h"

#include "engine/find/lookup.h"
#include "engine/find/sentences.h"
#include "engine/format/inlining.h"
#include "engine/format/order.h"
#include "engine/language/words.h"
#include "engine/rank/claims.h"
#include "engine/rank/leads.h"
#include "engine/rank/refusals.h"

namespace pith {
namespace {

constexpr uint32_t kSentenceRecords = 5000;  // what ranking a sentence counts for
constexpr uint32_t kCommonNoun = 72;         // words of less weight are common: "people", "country", "year"

// What a fact of the article states about the noun that an identity question asks for ("the prime minister of ...");
// empty if no fact does.
PITH_NOINLINE pith_text StatedAnswer(const Language& language, const ArticleCursor& article, const Ranking& ranking) {
  const pith_text none = {nullptr, 0};
  const Question& question = ranking.question;
  if (question.role != AskRole::kIdentity) return none;
  const Matches& matches = article.matches();
  FactPattern pattern;
  PhraseKeys &subject = pattern.subject, &relation = pattern.relation;
  for (uint32_t i = 0; i < ranking.query.count; ++i) {
    const QueryWord& word = ranking.query.words[i];
    if (!word.content) continue;
    // A misspelled word is looked up as the word that it stands for.
    uint32_t key = word.key;
    for (uint32_t m = 0; m < matches.count; ++m) {
      const Match& match = matches.all[m];
      if (match.word == i && match.strength == matches.best[i]) key = article.part().terms()[match.term].key;
    }
    if (!question.InFocus(i)) {
      subject.name = CombineKeys(subject.name, key);
    } else if (relation.size < kMaxLookupWords) {
      relation.keys[relation.size++] = key;
    }
  }
  if (subject.name == 0 || relation.size == 0) return none;
  Meter meter(PITH_STEP_RECORDS, PITH_STEP_RECORDS);
  const uint32_t fact = FindFact(language, article.part(), pattern, &meter);
  return fact == kNone ? none : article.part().String(article.part().facts[fact].object);
}

// Bits of the words of the query that a sentence means without saying them: those of what leads it, and of
// the capitalized ones, those in the name of what it mentions, as "Marrable died" does "Edith Marrable".
// O(matches * log postings). Its frame would count for GoTo's.
PITH_NOINLINE uint64_t MeantWords(const Part& part, const Query& query, const Matches& matches, const Scan& scan) {
  uint64_t words = LedWords(part, matches, scan.sentence);
  for (uint32_t m = 0; m < matches.count; ++m) {
    const Match& match = matches.all[m];
    const uint64_t bit = uint64_t{1} << match.word;
    const bool name = (query.words[match.word].shape & kShapeCapital) != 0;
    if (!name || (scan.matched_words & bit) != 0 || match.strength != kFullStrength || match.hint) continue;
    if (part.HasTerm(scan.sentence, match.term)) words |= bit;
  }
  return words;
}

// Records which of the question's words the sentence, and the whole article, contain or lack.
void Compare(const SentenceContext& c, const Matches& matches, ScoredCandidate* out) {
  uint32_t missing_weight = 0, content = 0, covered = 0, covered_weight = c.scan->matched_weight;
  for (uint32_t i = 0; i < c.query->count; ++i) {
    const QueryWord& word = c.query->words[i];
    if (!word.content) continue;
    ++content;
    // "Heavy" is said by a weight, "year" by a date, whether or not the text has the word.
    const bool said_so = i < c.question->opening_end && out->value != kNone16 && !out->judged.misfits;
    // "People" is implied by a number, "city" by a place: the candidate itself stands for a common noun.
    const bool implied = c.question->InFocus(i) && word.idf < kCommonNoun && c.question->role != AskRole::kIdentity &&
                         (out->judged.fits || (c.question->kind == AskKind::kNumber && !out->judged.misfits));
    // Every sentence is about what the title names.
    const bool titled = ((matches.topic >> i) & 1) != 0;
    const bool matched = ((c.scan->matched_words >> i) & 1) != 0;
    const bool meant = said_so || implied || titled || ((c.meant >> i) & 1) != 0, here = meant || matched;
    covered_weight += meant && !matched ? word.idf : 0u;
    out->titled |= titled && !matched;
    covered += here ? 1 : 0;
    out->last_missing = !here;
    const bool name = (i != 0 && (word.shape & kShapeCapital) != 0) || (!word.known && word.end - word.begin > 1);
    if (said_so || ((c.row.spanned >> i) & 1) != 0) continue;
    if (matches.best[i] == 0) {
      missing_weight += word.idf;
      ++out->missing_words;
      out->missing_name |= name;
    } else if (!here) {
      out->name_elsewhere |= name;
    }
  }
  bool said = false;
  for (uint32_t m = 0; m < c.scan->matched_count; ++m) said |= c.scan->all[c.scan->matched[m]].pos != Pos::kPropn;
  out->nothing_said = !said && covered < content;
  out->labelled = c.row.labelled && out->value != kNone16 && !out->judged.misfits;
  out->replies = c.replies && !IsNegation(c, 0);  // "Who will pay? Nobody in the town has an answer."
  out->covered_words = static_cast<uint8_t>(content == 0 ? 0 : covered * 16 / content);
  out->missing = static_cast<uint8_t>(missing_weight * 16 / c.content_weight);
  out->coverage = static_cast<uint8_t>(covered_weight < c.content_weight ? covered_weight * 16 / c.content_weight : 16);
  // The last word of the noun phrase is the noun.
  const uint32_t noun = c.question->focus_end;
  out->focus_missing = noun > c.question->focus_begin && ((c.scan->matched_words >> (noun - 1)) & 1) == 0 &&
                       !(c.query->words[noun - 1].idf < kCommonNoun && !out->judged.misfits);
}

}  // namespace

bool SentenceCursor::GoTo(uint32_t rank) {
  const ScoredSentence& s = ranking_.sentences[rank];
  if (s.article != article_.number()) {
    if (!article_.GoTo(s.article)) return false;
    stated_ = StatedAnswer(index_.language, article_, ranking_);
  }
  ScanSentence(part(), s.article, s.sentence, ranking_.query, matches(), &work_.scan);
  ReadFacts(index_.language, part(), ranking_.query, matches(), work_.scan, &work_.facts);
  const uint32_t weight = ranking_.query.ContentWeight(), best = ranking_.sentences[0].score;
  const Row row = ReadRow(part(), ranking_.query, matches(), work_.scan);
  const uint64_t meant = MeantWords(part(), ranking_.query, matches(), work_.scan) | row.spanned;
  context_ = {&index_.language,
              &part(),
              &ranking_.query,
              &ranking_.question,
              &work_.scan,
              weight == 0 ? 1 : weight,
              rank,
              best == 0 ? 0 : ScoreShare(s.score, best),
              meant,
              row,
              on_weekday_,
              RepliesTo(index_.language, part(), ranking_.query, work_.scan.matched_words | meant, s.sentence),
              stated_};
  return true;
}

Ranker::Ranker(Bytes weights, AskKind kind) : weights_(weights) {
  const uint32_t at = kRankerAt + kDenseAt + uint32_t{GroupOf(kind)} * kDenseFeatures;
  for (uint32_t f = 0; f < kDenseFeatures; ++f) dense_[f] = static_cast<uint32_t>(WeightAt(weights, at + f));
}

int32_t Ranker::Score(const FeatureList& features) const {
  uint32_t score = 0;
  for (uint32_t f = 0; f < kDenseFeatures; ++f) score += dense_[f] * features.dense[f];
  for (const uint16_t at : features.whole) score += static_cast<uint32_t>(WeightAt(weights_, kRankerAt + at)) * kWholly;
  return static_cast<int32_t>(score);
}

ScoredCandidate ScoreCandidate(const SentenceCursor& sentence, const CandidateRecord& record,
                               const FeatureList& features, int32_t score) {
  const SentenceContext& c = sentence.context();
  const Range span = c.scan->SpanOf(*c.part, record.first, record.last);
  ScoredCandidate scored = {};
  scored.score = score;
  scored.article = c.scan->article;
  scored.sentence = c.scan->sentence;
  scored.begin = span.begin;
  scored.end = span.end;
  scored.value = record.value;
  scored.entity = record.entity;
  scored.first = record.first;
  scored.last = record.last;
  scored.score_share = static_cast<uint8_t>(c.score_share);
  scored.judged = features.judged;
  scored.support =
      SupportOf(*c.part, sentence.facts(), AnsweringPlaces(*c.question), span, record.entity, record.value);
  scored.list = static_cast<CandidateKind>(record.kind) == CandidateKind::kList;
  // "Curator Ines Okafor denied it" denies nothing of who the curator is.
  const bool identity = c.question->role == AskRole::kIdentity && features.judged.has_focus;
  scored.reality = identity ? Reality::kStated : static_cast<Reality>(record.reality);
  scored.refused = IsRefused(c, record) || (c.row.label_end != 0 && IsOfOtherColumn(sentence.facts(), span));
  Compare(c, sentence.matches(), &scored);
  if (sentence.CanBeCompared()) NoteClaim(*c.language, *c.part, &scored);
  return scored;
}

pith_status BeginRanking(const OpenedIndex& index, uint32_t article, Bytes question, CandidateWork* work,
                         Ranking* ranking) {
  ranking->sentence_count = ranking->ranked_count = ranking->kept_count = 0;
  const pith_status status = ReadQuery(index.language, question, &ranking->query);
  if (status != PITH_OK) return status;
  ranking->question = ReadQuestion(index.language, ranking->query);
  ranking->found = false;
  BeginFinding(index, article, &work->find);
  return PITH_OK;
}

namespace {

// Whether more sentences are to be found.
bool StepSentences(const OpenedIndex& index, Meter* meter, CandidateWork* work, Ranking* ranking) {
  if (ranking->found) return false;
  // In one article nothing is a copy.
  BestSentences best = {work->found, work->find.one ? kReadSentences : kFoundSentences, ranking->sentence_count};
  const bool more = StepFinding(index, &ranking->query, nullptr, &work->find, meter, &best);
  ranking->sentence_count = best.count;
  if (more) return true;
  DropTwins(index, work->found, best.count, ranking);
  ranking->found = true;
  return false;
}

// Scores the candidates of the sentence that `sentence` is at.
void RankSentence(const SentenceCursor& sentence, const Ranker& ranker, FeatureList* list, Ranking* ranking) {
  ForEachCandidateHere(sentence, list,
                       [&](const SentenceCursor&, const CandidateRecord& record, const FeatureList& features) {
                         // Scoring is cheap and few candidates are kept, so only those that are get the full judgment.
                         const int32_t score = ranker.Score(features);
                         ScoredCandidate* const kept = ranking->kept;
                         const uint32_t at = MakeRoom(
                             kKeptCandidates, &ranking->kept_count, [&](uint32_t i) { return kept[i].score < score; },
                             [&](uint32_t from, uint32_t to) { kept[to] = kept[from]; });
                         if (at != kNoRoom) kept[at] = ScoreCandidate(sentence, record, features, score);
                       });
}

}  // namespace

bool StepRanking(const OpenedIndex& index, Bytes weights, Meter* meter, CandidateWork* work, Ranking* ranking) {
  if (StepSentences(index, meter, work, ranking)) return true;
  const Ranker ranker(weights, ranking->question.kind);
  SentenceCursor sentence(index, *ranking, work);
  for (; ranking->ranked_count < ranking->sentence_count; ++ranking->ranked_count) {
    // What was found is ranked even if the meter is spent: it is little.
    if (meter->Paused() && !meter->Spent()) return true;
    meter->Take(kSentenceRecords);
    if (sentence.GoTo(ranking->ranked_count)) RankSentence(sentence, ranker, &work->features, ranking);
  }
  return false;
}

pith_status RankSentences(const OpenedIndex& index, uint32_t article, Bytes question, CandidateWork* work,
                          Ranking* ranking) {
  const pith_status status = BeginRanking(index, article, question, work, ranking);
  Meter meter;
  if (status == PITH_OK) StepSentences(index, &meter, work, ranking);
  return status;
}

pith_status RankCandidates(const OpenedIndex& index, uint32_t article, Bytes question, Bytes weights,
                           CandidateWork* work, Ranking* ranking) {
  const pith_status status = BeginRanking(index, article, question, work, ranking);
  Meter meter;
  while (status == PITH_OK && StepRanking(index, weights, &meter, work, ranking)) {
  }
  return status;
}

}  // namespace pith
