#include "engine/rank/candidates.h"

#include <cstring>

#include "engine/find/lookup.h"
#include "engine/language/words.h"

namespace pith {
namespace {

constexpr uint32_t kCommonNoun = 72;  // words of less weight: "people", "country", "year"

int32_t Weight(Bytes weights, uint32_t at) { return static_cast<int32_t>(weights.U32(uint64_t{at} * 4)); }

// Whether a candidate of such a score is among the best so far; ties go to the earlier one.
bool IsKept(int32_t score, const AskWork& work) {
  return work.kept_count < kKeptCandidates || score > work.kept[kKeptCandidates - 1].score;
}

// Keeps the best candidates in order.
void Keep(const ScoredCandidate& candidate, AskWork* work) {
  uint32_t& count = work->kept_count;
  uint32_t at = count < kKeptCandidates ? count++ : count - 1;
  const uint32_t last = at;
  while (at > 0 && work->kept[at - 1].score < candidate.score) --at;
  memmove(work->kept + at + 1, work->kept + at, (last - at) * sizeof candidate);
  work->kept[at] = candidate;
}

// What of the question the sentence and the article as a whole hold and lack.
void Compare(const SentenceContext& c, const Matches& matches, ScoredCandidate* out) {
  uint32_t missing_weight = 0, content = 0, covered = 0, covered_weight = c.scan->matched_weight;
  for (uint32_t i = 0; i < c.query->count; ++i) {
    const QueryWord& word = c.query->words[i];
    if (!word.content) continue;
    ++content;
    // A number says "people" without the word, a place "city": what the candidate is stands for a common noun.
    const bool implied = c.question->InFocus(i) && word.idf < kCommonNoun && c.question->role != AskRole::kIdentity &&
                         (out->fits || (c.question->kind == AskKind::kNumber && !out->misfits));
    const bool here = implied || ((c.scan->matched_words >> i) & 1) != 0;
    covered_weight += implied && ((c.scan->matched_words >> i) & 1) == 0 ? word.idf : 0u;
    covered += here ? 1 : 0;
    out->last_missing = !here;
    const bool name = (i != 0 && (word.shape & kShapeCapital) != 0) || (!word.known && word.end - word.begin > 1);
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
  out->covered_words = static_cast<uint8_t>(content == 0 ? 0 : covered * 16 / content);
  out->missing = static_cast<uint8_t>(missing_weight * 16 / c.content_weight);
  out->coverage = static_cast<uint8_t>(covered_weight < c.content_weight ? covered_weight * 16 / c.content_weight : 16);
  // The last word of the noun phrase is the noun.
  const uint32_t noun = c.question->focus_end;
  out->focus_missing = noun > c.question->focus_begin && ((c.scan->matched_words >> (noun - 1)) & 1) == 0 &&
                       !(c.query->words[noun - 1].idf < kCommonNoun && !out->misfits);
}

}  // namespace

Ranker::Ranker(Bytes weights, AskKind kind) : weights_(weights) {
  const uint32_t at = kRankerAt + kDenseAt + GroupOf(kind) * kDenseFeatures;
  for (uint32_t f = 0; f < kDenseFeatures; ++f) dense_[f] = static_cast<uint32_t>(Weight(weights, at + f));
}

// Wrapping keeps a hostile weight from being undefined.
int32_t Ranker::Score(const FeatureList& features) const {
  uint32_t score = 0;
  for (uint32_t f = 0; f < kDenseFeatures; ++f) score += dense_[f] * features.dense[f];
  for (const uint16_t at : features.whole) score += static_cast<uint32_t>(Weight(weights_, kRankerAt + at)) * kWholly;
  return static_cast<int32_t>(score);
}

uint32_t ScoreShare(uint32_t score, uint32_t best) { return static_cast<uint32_t>(uint64_t{score} * 16 / best); }

uint32_t FindSentences(const OpenedIndex& index, uint32_t article, const Query& query, Matches* matches,
                       RetrieveWork* retrieve, BestSentences* best) {
  uint32_t articles[kMaxVisitedArticles] = {article};
  uint32_t count = 1;
  if (article == PITH_ALL_ARTICLES) count = RetrieveArticles(index, query, retrieve, articles);
  for (uint32_t i = 0; i < count; ++i) {
    Part part;
    if (!OpenPart(index, articles[i], &part)) continue;
    FindMatches(index.language, part, query, matches);
    const Weighting weighting = count == 1 ? Weighting::kOwn : Weighting::kBackground;
    RetrieveSentences(part, articles[i], query, *matches, weighting, retrieve, best);
  }
  return best->count;
}

Bytes WeightsOf(const OpenedIndex& index) { return index.language.Section(FourLetters("WGHT")); }

pith_text StatedAnswer(const OpenedIndex& index, const Part& part, uint32_t article, AskWork* work) {
  const pith_text none = {nullptr, 0};
  if (work->question.role != AskRole::kIdentity) return none;
  PhraseKeys subject, relation;
  for (uint32_t i = 0; i < work->query.count; ++i) {
    const QueryWord& word = work->query.words[i];
    if (!word.content) continue;
    // A misspelt word is looked up as the one that is meant.
    uint32_t key = word.key;
    for (uint32_t m = 0; m < work->matches.count; ++m) {
      const Match& match = work->matches.all[m];
      if (match.word == i && match.strength == work->matches.best[i]) key = part.terms[match.term].key;
    }
    if (!work->question.InFocus(i)) {
      subject.subject = CombineKeys(subject.subject, key);
    } else if (relation.size < kMaxLookupWords) {
      relation.keys[relation.size++] = key;
    }
  }
  if (subject.subject == 0 || relation.size == 0) return none;
  return FindFacts(index, article, subject, relation, &work->look.fact, 1) == 1 ? work->look.fact.object : none;
}

ScoredCandidate ScoreCandidate(const SentenceContext& c, const CandidateRecord& record, const Ranker& ranker,
                               const AskWork& work) {
  const FeatureList& features = work.look.features;
  ScoredCandidate scored = {};
  scored.score = ranker.Score(features);
  scored.article = c.scan->article;
  scored.sentence = c.scan->sentence;
  scored.first = record.first;
  scored.last = record.last;
  scored.value = record.value;
  scored.entity = record.entity;
  scored.score_share = static_cast<uint8_t>(c.score_share);
  const Range span = c.scan->SpanOf(*c.part, record.first, record.last);
  scored.begin = span.begin;
  scored.end = span.end;
  scored.clause_share = features.clause_share;
  scored.tree_distance = features.tree_distance;
  scored.nearest = features.nearest;
  scored.governor = features.governor;
  scored.focus_share = features.focus_share;
  scored.modifier_share = features.modifier_share;
  scored.fits = features.fits;
  scored.misfits = features.misfits;
  scored.has_focus = features.has_focus;
  scored.stated = features.stated;
  scored.contradicted = features.contradicted;
  scored.foreign_verb = features.foreign_verb;
  scored.list = static_cast<CandidateKind>(record.kind) == CandidateKind::kList;
  scored.support = SupportOf(*c.part, work.look.facts, AnsweringPlaces(*c.question), span, record.entity, record.value);
  Compare(c, work.matches, &scored);
  return scored;
}

pith_status RankCandidates(const OpenedIndex& index, uint32_t article, Bytes text, Bytes weights, AskWork* work) {
  work->kept_count = 0;
  const pith_status status = ReadQuery(index.language, text, &work->query);
  if (status != PITH_OK) return status;
  work->question = ReadQuestion(index.language, work->query);
  BestSentences best = {work->sentences, kReadSentences, 0};
  FindSentences(index, article, work->query, &work->matches, &work->look.retrieve, &best);
  work->sentence_count = best.count;
  const Ranker ranker(weights, work->question.kind);
  ForEachCandidate(index, best, work, [&](const SentenceContext& c, const CandidateRecord& record) {
    if (IsKept(ranker.Score(work->look.features), *work)) Keep(ScoreCandidate(c, record, ranker, *work), work);
  });
  return PITH_OK;
}

uint32_t DefaultThreshold(const Language& language) {
  const bool reads = !language.Section(FourLetters("RNET")).empty();
  const Bytes weights = language.Section(FourLetters("WGHT"));
  return static_cast<uint32_t>(Limit(Weight(weights, reads ? kJoinThresholdAt : kThresholdAt), 0, 10000));
}

void ExtractDoubt(const AskWork& work, uint32_t number, int32_t features[kDoubtFeatures]) {
  const ScoredCandidate& it = work.kept[number];
  int64_t rival = int64_t{it.score} - (int64_t{8} << 14);
  for (uint32_t i = 0; i < work.kept_count; ++i) {
    const ScoredCandidate& other = work.kept[i];
    if (!Overlap(other, it) && other.score > rival) rival = other.score;
  }
  const auto yes = [](bool b) { return b ? 16 : 0; };
  const int32_t all[kDoubtFeatures] = {
      16,
      it.coverage,
      it.covered_words,
      yes(it.covered_words == 16),
      it.missing,
      Limit(it.missing_words * 4, 0, 16),
      yes(it.missing_name),
      yes(it.name_elsewhere),
      Limit(int64_t{it.score} / 1024, -128, 128),
      Limit((it.score - rival) / 1024, -128, 128),
      it.clause_share,
      it.tree_distance,
      it.nearest,
      it.governor,
      yes(it.focus_missing),
      yes(it.fits),
      yes(it.misfits),
      yes(it.has_focus),
      yes(work.question.role == AskRole::kIdentity),
      yes(work.question.role == AskRole::kIdentity && !it.has_focus),
      it.focus_share,
      it.modifier_share,
      yes(it.nothing_said),
      yes(it.nothing_said && it.foreign_verb),
      yes(it.contradicted),
      yes(it.stated),
      // A name agrees, but nothing that is said of it.
      yes(it.governor == 0 && it.covered_words <= 8),
      // "the prime minister of Russia" where the sentence has Armenia's.
      yes(work.question.role == AskRole::kIdentity && it.has_focus && it.modifier_share < 8),
  };
  for (uint32_t f = 0; f < kDoubtFeatures; ++f) features[f] = all[f];
  features[kDoubtFeatures - kGroups + GroupOf(work.question.kind)] = 16;
}

bool LacksFocus(const ScoredCandidate& it) {
  return it.focus_missing && it.missing_words != 0 && !it.fits && !it.has_focus;
}

int64_t RuleLogOdds(const AskWork& work, uint32_t number) {
  constexpr int64_t kUnit = 16384;
  const ScoredCandidate& it = work.kept[number];
  int64_t sum = 0;
  // "What does ESA stand for": only another name of the same thing gets this far.
  if (work.question.kind == AskKind::kExpansion) sum += 3 * kUnit;
  // A fact says who the prime minister of Ruritania is; or the sentence has that of another country.
  if (it.stated) sum += kUnit;
  if (work.question.role == AskRole::kIdentity && it.contradicted && !it.stated) sum -= 5 * kUnit / 2;
  // "When did she become president": the sentence says something else of her.
  if (it.nothing_said && it.foreign_verb) sum -= 2 * kUnit;
  // "How long do sponges live": the sentence has sponges and a time, but another verb.
  if (work.question.role == AskRole::kAdverbial && it.last_missing && it.foreign_verb) sum -= kUnit;
  // A name that the article does not mention at all; or more than half of the question.
  if (it.missing_name) sum -= 5 * kUnit / 2;
  if (it.missing > 8) sum -= kUnit;
  if (LacksFocus(it)) sum -= kUnit / 2;
  return sum;
}

// The logistic function: log-odds in 1/16384 to ten-thousandths, straight lines between points a quarter apart.
uint32_t ConfidenceOf(int64_t log_odds) {
  // 10000 / (1 + exp(-x)) for x = 0, 0.25 .. 8.
  static constexpr uint16_t kPoints[33] = {5000, 5622, 6225, 6792, 7311, 7773, 8176, 8520, 8808, 9047, 9241,
                                           9399, 9526, 9627, 9707, 9770, 9820, 9859, 9890, 9914, 9933, 9948,
                                           9959, 9968, 9975, 9981, 9985, 9988, 9991, 9993, 9994, 9996, 9997};
  constexpr int64_t kStep = 4096;
  const bool negative = log_odds < 0;
  const int64_t x = negative ? -log_odds : log_odds;
  const int64_t cell = x / kStep;
  uint32_t p = kPoints[32];
  if (cell < 32) {
    const int64_t low = kPoints[cell], high = kPoints[cell + 1];
    p = static_cast<uint32_t>(low + (high - low) * (x % kStep) / kStep);
  }
  return negative ? 10000 - p : p;
}

int64_t NetworkLogOdds(Bytes weights, uint32_t at, const int32_t* features, uint32_t count) {
  constexpr int32_t kMost = 1 << 27;  // of a hidden unit, so that no weights of a hostile file overflow the sum
  const uint32_t output = at + kDoubtHidden * count;
  int64_t log_odds = int64_t{Weight(weights, output + kDoubtHidden)} * 16;
  for (uint32_t h = 0; h < kDoubtHidden; ++h) {
    int64_t sum = 0;
    for (uint32_t f = 0; f < count; ++f) sum += int64_t{Weight(weights, at + h * count + f)} * features[f];
    log_odds += int64_t{Weight(weights, output + h)} * Limit(sum / 1024, 0, kMost);
  }
  return log_odds;
}

int64_t DoubtLogOdds(Bytes weights, const AskWork& work, uint32_t number) {
  int32_t features[kDoubtFeatures];
  ExtractDoubt(work, number, features);
  return NetworkLogOdds(weights, kDoubtAt, features, kDoubtFeatures);
}

uint32_t Confidence(Bytes weights, const AskWork& work, uint32_t number) {
  return ConfidenceOf(DoubtLogOdds(weights, work, number) + RuleLogOdds(work, number));
}

}  // namespace pith
