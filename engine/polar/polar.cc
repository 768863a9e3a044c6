#include "engine/polar/polar.h"

#include "engine/find/article_cursor.h"
#include "engine/find/said_terms.h"
#include "engine/find/word_classes.h"
#include "engine/format/order.h"
#include "engine/language/words.h"
#include "engine/polar/clause.h"
#include "engine/rank/doubt.h"
#include "engine/rank/leads.h"
#include "engine/rank/refusals.h"
#include "engine/rank/rows.h"
#include "engine/reader/rerank.h"

namespace pith {
namespace {

// Whether the sentence lacks a name or a number of the question.
bool LacksName(const Query& query, const Scan& scan) {
  for (uint32_t w = 0; w < query.count; ++w) {
    const QueryWord& word = query.words[w];
    if (!word.content || ((scan.matched_words >> w) & 1) != 0) continue;
    const bool name = w != 0 && (word.shape & kShapeCapital) != 0;
    const bool number = (word.shape & kShapeNumber) != 0 || word.Is(kWordNumber);
    if (name || number || !word.known) return true;
  }
  return false;
}

// "Prices fell" does not settle whether they rose, though it may suggest it: whether a verb of the sentence is the
// opposite of one of the question, or any word behind the label of a row.
bool HasOpposite(const Language& language, const Part& part, const Query& query, const Scan& scan, const Row& row) {
  for (uint32_t t = 0; t < scan.count; ++t) {
    const bool said = scan.all[t].pos == Pos::kVerb || (row.label_end != 0 && t > row.label_end);
    if (said && IsOpposite(language, part, query, scan, t)) return true;
  }
  return false;
}

// "Is the lighthouse haunted?" of an article on the lighthouse: whether a sentence has none of the words that the
// article's title lacks.
bool LeavesUnsaid(const Query& query, const Matches& matches, const Scan& scan) {
  bool asks = false;
  for (uint32_t w = 0; w < query.count; ++w) {
    if (!query.words[w].content || ((matches.topic >> w) & 1) != 0) continue;
    if (((scan.matched_words >> w) & 1) != 0) return false;
    asks = true;
  }
  return asks;
}

// Adds to the words of a sentence those of what leads it.
void AddLed(const Part& part, const Query& query, const Matches& matches, Scan* scan) {
  const uint64_t added = LedWords(part, matches, scan->sentence) & ~scan->matched_words;
  for (uint32_t w = 0; w < query.count; ++w) {
    if (((added >> w) & 1) != 0) scan->matched_weight += query.words[w].idf;
  }
  scan->matched_words |= added;
}

// Whether a row says one word behind its label: "Monday: closed", but not "Sunday: 10 am to 4 pm, closed in January".
bool SaysOneWord(const Scan& scan, const Row& row) {
  uint32_t words = 0;
  for (uint32_t t = row.label_end + 1u; t < scan.count; ++t) words += scan.all[t].pos != Pos::kPunct ? 1 : 0;
  return words == 1;
}

// Whether the question that a sentence replies to has a content word that the reader's question lacks, such as "in
// winter".
bool AsksForMore(const Language& language, const Part& part, const Matches& matches, uint32_t sentence) {
  for (SaidTerms terms(language, part, part.sentences[part.QuestionBefore(sentence)]); terms.Next();) {
    bool asked = false;
    for (uint32_t m = 0; m < matches.count && !asked; ++m) asked = matches.all[m].term == terms.term();
    if (!asked) return true;
  }
  return false;
}

// A reply that begins with "yes" or "no", which stands by itself: "No fee is charged" is no reply.
uint8_t PolarityOfReply(const Part& part, const Scan& scan) {
  if (scan.count > 1 && scan.all[1].pos != Pos::kPunct) return PITH_POLARITY_NONE;
  const Bytes first = scan.count == 0 ? Bytes() : scan.TextOf(part, 0);
  if (first.size() == 3 && (first.U8(0) | 0x20) == 'y' && (first.U8(1) | 0x20) == 'e' && (first.U8(2) | 0x20) == 's')
    return PITH_YES;
  if (first.size() == 2 && (first.U8(0) | 0x20) == 'n' && (first.U8(1) | 0x20) == 'o') return PITH_NO;
  return PITH_POLARITY_NONE;
}

// The reader's score of its best span in a sentence, or the least that it could have.
int32_t BestRead(const ReaderFindings& found, const ScoredSentence& s) {
  for (uint32_t i = 0; i < found.count; ++i) {
    if (found.answers[i].article == s.article && found.answers[i].sentence == s.sentence) return found.answers[i].score;
  }
  constexpr int32_t kUnlikely = 8 * kReadUnit;
  return found.total - kUnlikely;
}

// The share `part` of `whole`, 0..16.
int32_t ShareOf(uint32_t part, uint32_t whole) {
  return whole == 0 || part >= whole ? static_cast<int32_t>(kWholly) : static_cast<int32_t>(part * kWholly / whole);
}

}  // namespace

bool IsPolar(const Language& language, const Query& query, const Question& question) {
  if (question.kind != AskKind::kYesNo) return false;
  const WordClasses classes(language);
  for (uint32_t w = 0; w < query.count; ++w) {
    if ((classes.Of(query.words[w].hash) & SetOf(AskClass::kOr)) != 0) return false;
  }
  return true;
}

uint32_t DescribeSentences(const OpenedIndex& index, const Ranking& ranking, const ReaderFindings* found,
                           CandidateWork* work, DescribedSentence out[kReadSentences]) {
  const WordClasses classes(index.language);
  const Query& query = ranking.query;
  const uint32_t weight = query.ContentWeight();
  ArticleCursor article(index, query, &work->find.matches);
  const Part& part = article.part();
  Scan& scan = work->scan;
  uint32_t count = 0;
  for (uint32_t i = 0; i < ranking.sentence_count; ++i) {
    const ScoredSentence& s = ranking.sentences[i];
    if (!article.GoTo(s.article)) continue;
    if (part.Asks(s.sentence) || (s.sentence != 0 && part.IsTitle(s.sentence))) continue;
    ScanSentence(part, s.article, s.sentence, query, article.matches(), &scan);
    AddLed(part, query, article.matches(), &scan);
    const bool replies = RepliesTo(index.language, part, query, scan.matched_words, s.sentence);
    const Row row = ReadRow(part, query, article.matches(), scan);
    scan.matched_words |= row.spanned;
    const ClauseVerdict clause = BestClause(index.language, part, query, scan, classes);
    const SentenceRecord record = part.sentences[s.sentence];
    Range span = {record.begin, record.end};
    if (clause.verb != kNoToken) span = scan.SpanOf(part, clause.verb, clause.verb + 1u);
    uint32_t missing = 0, words = 0;
    for (uint32_t w = 0; w < query.count; ++w) {
      if (!query.words[w].content) continue;
      ++words;
      if (article.matches().best[w] == 0) missing += query.words[w].idf;
    }
    const bool opposite = HasOpposite(index.language, part, query, scan, row);
    // "Is it open on Monday?" of "Monday: closed".
    const bool denied = row.labelled && opposite && SaysOneWord(scan, row);
    uint8_t polarity = denied ? uint8_t{PITH_NO} : clause.polarity;
    const uint8_t reply = replies ? PolarityOfReply(part, scan) : uint8_t{PITH_POLARITY_NONE};
    const bool narrower =
        reply != PITH_POLARITY_NONE && AsksForMore(index.language, part, article.matches(), s.sentence);
    if (reply != PITH_POLARITY_NONE) polarity = reply;
    const bool doubted = ranking.question.negated && (denied || replies);
    if (doubted || narrower || query.cut) polarity = PITH_POLARITY_NONE;
    DescribedSentence& described = out[count++];
    described = {{s.article, s.sentence, span.begin, span.end, 0, polarity},
                 StandingLogOdds(replies && !narrower, row.labelled),
                 {}};
    if (opposite && !row.labelled) {
      described.rules -= kRefusal;
    } else if (LeavesUnsaid(query, article.matches(), scan)) {
      described.rules -= 2 * int64_t{kLogOddsUnit};
    }
    if (row.outdone || narrower) described.rules -= kRefusal;
    int32_t* const features = described.features;
    features[kPolarConstant] = YesNo(true);
    features[kPolarShare] = ShareOf(scan.matched_weight, weight);
    features[kPolarAll] = YesNo(scan.matched_weight >= weight);
    features[kPolarClauseShare] = ShareOf(clause.weight, weight);
    features[kPolarWhole] = YesNo(clause.whole && clause.verb != kNoToken);
    features[kPolarDecided] = YesNo(clause.polarity != PITH_POLARITY_NONE);
    features[kPolarVerb] = YesNo(clause.verb != kNoToken);
    features[kPolarSameVerb] = YesNo(clause.same_verb);
    features[kPolarSubject] = YesNo(clause.subject);
    features[kPolarLacksName] = YesNo(LacksName(query, scan));
    features[kPolarMissing] = weight == 0 ? 0 : ShareOf(missing, weight);
    features[kPolarScore] = ShareOf(s.score, ranking.sentences[0].score);
    features[kPolarFirst] = YesNo(i == 0);
    features[kPolarWords] = ClampTo(words * 2, 0, kWholly);
    if (found != nullptr) {
      const int32_t best = BestRead(*found, s);
      features[kPolarRead] = ReadFeature(int64_t{best} - found->total);
      features[kPolarAnswered] = ReadFeature(int64_t{found->total} - found->none);
      features[kPolarAnsweredBy] = ReadFeature(int64_t{best} - found->none);
      features[kPolarBest] = YesNo(found->count != 0 && found->answers[0].article == s.article &&
                                   found->answers[0].sentence == s.sentence);
    }
  }
  return count;
}

uint32_t JudgeSentences(const OpenedIndex& index, Bytes weights, const Ranking& ranking, const ReaderFindings* found,
                        CandidateWork* work, PolarAnswer answers[kReadSentences]) {
  DescribedSentence described[kReadSentences];
  const uint32_t network = found == nullptr ? kPolarAt : kPolarReadAt;
  const uint32_t sentences = DescribeSentences(index, ranking, found, work, described);
  uint32_t count = 0;
  for (uint32_t i = 0; i < sentences; ++i) {
    PolarAnswer& answer = described[i].answer;
    const int64_t learned = NetworkLogOdds(weights, network, described[i].features, kPolarFeatures);
    answer.confidence = static_cast<uint16_t>(Probability(learned + described[i].rules));
    KeepBest(answer, kReadSentences, answers, &count,
             [](const PolarAnswer& a, const PolarAnswer& b) { return a.confidence < b.confidence; });
  }
  return count;
}

}  // namespace pith
