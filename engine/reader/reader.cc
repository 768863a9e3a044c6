#include "engine/reader/reader.h"

#include <cstring>

#include "engine/reader/reading.h"

namespace pith {

void Reading::Keep(const ReaderSentence& sentence, uint32_t rank, uint32_t best_score) {
  Part part;
  if (w_.sentences == kReaderSentences || !OpenPart(index_, sentence.article, &part)) return;
  uint32_t size = part.TokenCount(sentence.sentence);
  if (size > kReaderTokens) size = kReaderTokens;
  if (size == 0 || (w_.sentences != 0 && w_.tokens + size > kReaderTokens)) return;
  const uint64_t share = uint64_t{sentence.score} * kOne / (best_score == 0 ? 1 : best_score);
  // Kept in reading order.
  uint32_t at = w_.sentences++;
  while (at > 0 && (w_.kept[at - 1].article > sentence.article ||
                    (w_.kept[at - 1].article == sentence.article && w_.kept[at - 1].sentence > sentence.sentence))) {
    w_.kept[at] = w_.kept[at - 1];
    --at;
  }
  w_.kept[at] = {
      sentence.article, sentence.sentence, rank, 0, size, 0, static_cast<uint32_t>(share > kOne ? kOne : share)};
  w_.tokens += size;
}

void Reading::LayOut(const ReaderSentence* sentences, uint32_t count) {
  w_.sentences = w_.tokens = 0;
  w_.words = query_.count < kReaderQuestion ? query_.count : kReaderQuestion;
  for (uint32_t i = 0; i < count; ++i) Keep(sentences[i], i, sentences[0].score);
  NoteMatches();
}

// Notes which word of the question each token means, and how much of the question each sentence contains.
void Reading::NoteMatches() {
  Matches& matches = w_.matches;
  memset(w_.by.match, 0, sizeof w_.by.match);
  memset(w_.best, 0, sizeof w_.best);
  memset(w_.best_any, 0, sizeof w_.best_any);
  memset(w_.often, 0, sizeof w_.often);
  memset(w_.closest, 0, sizeof w_.closest);
  w_.weight = 0;
  for (uint32_t j = 0; j < w_.words; ++j) w_.weight += Weighed(j);
  if (w_.weight == 0) w_.weight = 1;
  uint32_t token = 0, open = kNone;
  Part part;
  for (uint32_t k = 0; k < w_.sentences; ++k) {
    ReaderWork::Kept& kept = w_.kept[k];
    if (kept.article != open) {
      OpenPart(index_, kept.article, &part);
      FindMatches(index_.language, part, kept.article, query_, &matches);
      for (uint32_t j = 0; j < w_.words; ++j) {
        if (matches.best[j] > w_.best_any[j]) w_.best_any[j] = matches.best[j];
      }
      open = kept.article;
    }
    TokenReader tokens(part, kept.sentence);
    uint8_t best[kReaderQuestion] = {};
    kept.first = token;
    for (uint32_t i = 0; i < kept.count; ++i, ++token) {
      tokens.Next();  // whatever it finds: the file may change, and every token has to be filled in
      w_.all[token] = ReadToken(index_.language, tokens.token(), tokens.Text(), i == 0);
      w_.place[token] = static_cast<uint8_t>(k);
      const uint16_t term = w_.all[token].term;
      if (term == kNoTerm) continue;
      const Match match = matches.Strongest(term);
      if (match.strength == 0 || match.word >= w_.words) continue;
      w_.by.match[token][match.word] = match.strength;
      w_.often[match.word] += static_cast<uint32_t>(Share(match.strength));
      if (match.strength > best[match.word]) best[match.word] = match.strength;
    }
    int32_t covered = 0;
    for (uint32_t j = 0; j < w_.words; ++j) {
      covered += Product(Share(best[j]), Weighed(j));
      if (best[j] > w_.best[j]) w_.best[j] = best[j];
    }
    kept.cover = static_cast<uint32_t>(int64_t{covered} * kOne / w_.weight);
  }
}

// Moves on to the next block of rows, or, after the last of `rows`, to the stage `next`.
void Reading::Advance(uint32_t rows, ReaderStage next) {
  w_.row += kRowsAtOnce;
  if (w_.row < rows) return;
  w_.row = 0;
  w_.stage = next;
}

void Reading::Step() {
  switch (w_.stage) {
    case ReaderStage::kQuestionInputs:
      QuestionInputs(w_.row);
      return Advance(w_.words, ReaderStage::kQuestionFirst);
    case ReaderStage::kQuestionFirst:
      AddGated(layer(kQuestionFirst), w_.words, w_.row, nullptr, w_.u);
      return Advance(w_.words, ReaderStage::kQuestionSecond);
    case ReaderStage::kQuestionSecond:
      AddGated(layer(kQuestionSecond), w_.words, w_.row, nullptr, w_.u);
      return Advance(w_.words, ReaderStage::kQuestionPool);
    case ReaderStage::kQuestionPool:
      PoolQuestion();
      return Advance(0, ReaderStage::kContextInputs);
    case ReaderStage::kContextInputs:
      ContextInputs(w_.row);
      return Advance(w_.tokens, ReaderStage::kContextLayer);
    case ReaderStage::kContextLayer:
      ContextLayer(w_.layer, w_.row);
      Advance(w_.tokens, ReaderStage::kEdges);
      if (w_.stage == ReaderStage::kContextLayer || ++w_.layer == net_.depth) return;
      w_.stage = w_.layer == net_.depth / 2 ? ReaderStage::kLookAgain : ReaderStage::kContextLayer;
      return;
    case ReaderStage::kLookAgain:
      LookAgain(w_.row);
      return Advance(w_.tokens, ReaderStage::kContextPool);
    case ReaderStage::kContextPool:
      PoolContext();
      return Advance(0, ReaderStage::kContextLayer);
    case ReaderStage::kEdges:
      ScoreEdges(w_.row);
      return Advance(w_.tokens, ReaderStage::kSpans);
    case ReaderStage::kSpans:
      ScoreSpans();
      return Advance(0, ReaderStage::kPick);
    case ReaderStage::kPick:
      PickBest();
      return Advance(0, ReaderStage::kDone);
    case ReaderStage::kDone:
      return;
  }
}

bool BeginReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query,
                  const Question& question, const ReaderSentence* sentences, uint32_t count, ReaderWork* work) {
  // Without a reader, the caller's space may end before *work does, so nothing is written until there is one.
  if (count == 0 || !sections.common.has_book() || !work->network.Open(sections.network, sections.tables)) return false;
  work->stage = ReaderStage::kDone;
  work->findings.count = 0;
  Reading(index, sections, query, question, work).LayOut(sentences, count);
  if (work->tokens == 0 || work->words == 0) return false;
  work->stage = ReaderStage::kQuestionInputs;
  work->row = work->layer = 0;
  return true;
}

bool StepReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query, const Question& question,
                 ReaderWork* work) {
  Reading(index, sections, query, question, work).Step();
  return work->stage != ReaderStage::kDone;
}

}  // namespace pith
