#include "engine/polar/polar.h"

#include "engine/find/article_cursor.h"
#include "engine/find/word_classes.h"
#include "engine/format/order.h"
#include "engine/language/words.h"
#include "engine/polar/clause.h"

namespace pith {
namespace {

// The confidence that a sentence settles the question, in ten-thousandths. Set by hand: on SQuAD's yes/no questions the
// sentence is right more often, but every one of those is answered by its paragraph.
constexpr uint32_t kDecided = 9300;      // with a yes or a no
constexpr uint32_t kOneClause = 8500;    // all words in one clause
constexpr uint32_t kOneSentence = 7000;  // all words somewhere in the sentence
constexpr uint32_t kMostOfIt = 6000;     // times the square of the share of the question that it contains
constexpr uint32_t kBeside = 1000;       // times that share, if a name, a number or the verb is missing

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

uint32_t SettledConfidence(const Query& query, const Scan& scan, const ClauseVerdict& clause, bool needs_verb) {
  if (clause.polarity != PITH_POLARITY_NONE) return kDecided;
  if (clause.whole && clause.verb != kNoToken) return kOneClause;
  const uint32_t all = query.ContentWeight() == 0 ? 1 : query.ContentWeight();
  const uint32_t share = scan.matched_weight < all ? scan.matched_weight * 100 / all : 100;
  if (LacksName(query, scan) || (needs_verb && !clause.same_verb && share < 100)) return kBeside * share / 100;
  return share == 100 ? kOneSentence : kMostOfIt * share / 100 * share / 100;
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

uint32_t JudgeSentences(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work,
                        PolarAnswer answers[kReadSentences]) {
  const WordClasses classes(index.language);
  const Query& query = ranking.query;
  const bool needs_verb = (classes.Of(query.words[0].hash) & SetOf(AskClass::kBe)) == 0;
  ArticleCursor article(index, query, &work->matches);
  const Part& part = article.part();
  Scan& scan = work->scan;
  uint32_t count = 0;
  for (uint32_t i = 0; i < ranking.sentence_count; ++i) {
    const ScoredSentence& s = ranking.sentences[i];
    if (!article.GoTo(s.article)) continue;
    ScanSentence(part, s.article, s.sentence, query, article.matches(), &scan);
    const ClauseVerdict clause = BestClause(index.language, part, query, scan, classes);
    const SentenceRecord record = part.sentences[s.sentence];
    Range span = {record.begin, record.end};
    if (clause.verb != kNoToken) span = scan.SpanOf(part, clause.verb, clause.verb + 1u);
    const uint32_t confidence = SettledConfidence(query, scan, clause, needs_verb);
    const PolarAnswer answer = {s.article,      s.sentence, span.begin, span.end, static_cast<uint16_t>(confidence),
                                clause.polarity};
    KeepBest(answer, kReadSentences, answers, &count,
             [](const PolarAnswer& a, const PolarAnswer& b) { return a.confidence < b.confidence; });
  }
  return count;
}

}  // namespace pith
