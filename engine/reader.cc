#include "engine/reader.h"

#include <cstring>

#include "engine/reading.h"

namespace pith {

bool Reading::Keep(const ReaderSentence& sentence, uint32_t rank, uint32_t best_score) {
  Part part;
  if (w_.sentences == kReaderSentences || !OpenPart(index_, sentence.article, &part)) return false;
  uint32_t size = part.TokensOf(sentence.sentence).size();
  if (size > kReaderTokens) size = kReaderTokens;
  if (size == 0 || (w_.sentences != 0 && w_.tokens + size > kReaderTokens)) return false;
  const uint64_t share = uint64_t{sentence.score} * kOne / (best_score == 0 ? 1 : best_score);
  // In reading order.
  uint32_t at = w_.sentences++;
  while (at > 0 && (w_.kept[at - 1].article > sentence.article ||
                    (w_.kept[at - 1].article == sentence.article && w_.kept[at - 1].sentence > sentence.sentence))) {
    w_.kept[at] = w_.kept[at - 1];
    --at;
  }
  w_.kept[at] = {
      sentence.article, sentence.sentence, rank, 0, size, 0, static_cast<uint32_t>(share > kOne ? kOne : share)};
  w_.tokens += size;
  return true;
}

void Reading::LayOut(const ReaderSentence* sentences, uint32_t count, Matches* matches) {
  w_.sentences = w_.tokens = 0;
  w_.words = query_.count < kReaderQuestion ? query_.count : kReaderQuestion;
  for (uint32_t i = 0; i < count; ++i) Keep(sentences[i], i, sentences[0].score);
  Match(matches);
}

// Which word of the question each token means, and how much of the question each sentence holds.
void Reading::Match(Matches* matches) {
  memset(w_.by.match, 0, sizeof w_.by.match);
  memset(w_.best, 0, sizeof w_.best);
  memset(w_.best_any, 0, sizeof w_.best_any);
  memset(w_.often, 0, sizeof w_.often);
  weight_ = 0;
  for (uint32_t j = 0; j < w_.words; ++j) weight_ += Weighed(j);
  if (weight_ == 0) weight_ = 1;
  uint32_t token = 0, open = kNone;
  Part part;
  for (uint32_t k = 0; k < w_.sentences; ++k) {
    ReaderWork::Kept& kept = w_.kept[k];
    if (kept.article != open) {
      OpenPart(index_, kept.article, &part);
      FindMatches(index_.language, part, query_, matches);
      for (uint32_t j = 0; j < w_.words; ++j) {
        if (matches->best[j] > w_.best_any[j]) w_.best_any[j] = matches->best[j];
      }
      open = kept.article;
    }
    const Range range = part.TokensOf(kept.sentence);
    const uint32_t begin = part.sentences[kept.sentence].begin;
    uint8_t best[kReaderQuestion] = {};
    kept.first = token;
    for (uint32_t i = 0; i < kept.count; ++i, ++token) {
      w_.all[token] = ReadToken(index_.language, part, begin, range.begin + i, i == 0);
      w_.place[token] = static_cast<uint8_t>(k);
      const uint16_t term = w_.all[token].term;
      if (term == kNoTerm) continue;
      const pith::Match match = matches->Strongest(term);
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
    kept.cover = static_cast<uint32_t>(int64_t{covered} * kOne / weight_);
  }
}

// `own`: whether to look among the index's own words as well.
bool Reading::WordVector(uint32_t hash, bool own, int16_t* out) const {
  Bytes codes = common_.Find(hash);
  if (codes.empty() && own) codes = own_.Find(hash);
  if (codes.empty()) {
    memset(out, 0, sizeof *out * kVectorSize);
    return false;
  }
  common_.Decode(codes, out);
  return true;
}

void Reading::TokenInputs(const ReaderToken& token, bool own, int16_t* out) const {
  const bool known = WordVector(token.word, own, out);
  out += kVectorSize;
  const uint32_t numbers[kKindTable] = {token.suffix, token.shape, token.pos, token.name, token.rel, token.noun_class};
  for (uint32_t t = 0; t < kKindTable; ++t) {
    net_.tables[t].Read(numbers[t], out);
    out += net_.tables[t].columns;
  }
  *out = known ? 0 : kOne;
}

// `of` applied to `rows` rows, kRowsAtOnce at a time; out has room for a multiple of that.
void Reading::Rows(const Layer& of, const int16_t* in, uint32_t rows, int16_t* out) {
  for (uint32_t r = 0; r < rows; r += kRowsAtOnce)
    of.Apply(kernel_, in, rows, r, nullptr, out + r * of.out, &w_.scratch);
}

// h += value * sigmoid(gate), both from one convolution over the scaled and shifted h. The convolution wants a few rows
// as they were before.
void Reading::AddGated(const Layer& convolution, uint32_t rows, const int16_t* extra, int16_t* h) {
  const uint32_t c = net_.channels;
  int16_t before[kMaxReach * kReaderChannels];
  for (uint32_t first = 0; first < rows; first += kRowsAtOnce) {
    convolution.Apply(kernel_, h, rows, first, extra, w_.out, &w_.scratch, before);
    memcpy(before, h + (first + kRowsAtOnce - kMaxReach) * c, sizeof *h * kMaxReach * c);
    const uint32_t here = rows - first < kRowsAtOnce ? rows - first : kRowsAtOnce;
    for (uint32_t r = 0; r < here; ++r) {
      const int16_t* y = w_.out + r * 2 * c;
      int16_t* to = h + (first + r) * c;
      for (uint32_t i = 0; i < c; ++i) to[i] = Narrow(to[i] + ((y[i] * Sigmoid15(y[c + i])) >> 15));
    }
  }
}

void Reading::ReadQuestionWords() {
  const uint32_t c = net_.channels;
  int16_t* const rows = w_.scratch.around;
  for (uint32_t first = 0; first < w_.words; first += kRowsAtOnce) {
    memset(rows, 0, sizeof *rows * kRowsAtOnce * kReaderInputs);
    for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.words; ++r) {
      const ReaderToken token = ReadQuestionToken(index_.language, query_, question_, first + r);
      w_.hash[first + r] = token.word;
      // An article's answers must not depend on the words of the others in the index.
      bool said = false;
      for (uint32_t t = 0; t < w_.tokens && !said; ++t) said = w_.all[t].word == token.word;
      TokenInputs(token, said, rows + r * kReaderTokenInputs);
      layer(kSimilar).ApplyToOne(rows + r * kReaderTokenInputs, w_.similar[first + r]);
    }
    layer(kQuestionIn).Apply(kernel_, rows, kRowsAtOnce, 0, nullptr, w_.u + first * c, &w_.scratch);
  }
  AddGated(layer(kQuestionFirst), w_.words, nullptr, w_.u);
  AddGated(layer(kQuestionSecond), w_.words, nullptr, w_.u);
  // One vector for the whole question: its words weighed by a softmax.
  int16_t logits[kReaderQuestion];
  int32_t top = -32768;
  for (uint32_t j = 0; j < w_.words; ++j) {
    layer(kQuestionPool).ApplyToOne(w_.u + j * c, &logits[j]);
    if (logits[j] > top) top = logits[j];
  }
  int64_t total = 0;
  int32_t weights[kReaderQuestion];
  for (uint32_t j = 0; j < w_.words; ++j) total += weights[j] = ExpOfMinus15(top - logits[j]);
  int16_t kind[kReaderChannels];
  net_.tables[kKindTable].Read(static_cast<uint32_t>(question_.kind), kind);
  for (uint32_t i = 0; i < c; ++i) {
    int64_t sum = 0;
    for (uint32_t j = 0; j < w_.words; ++j) sum += int64_t{weights[j]} * w_.u[j * c + i];
    w_.question[i] = Narrow(sum / total + kind[i]);
  }
  Rows(layer(kAlign), w_.u, w_.words, w_.aligned[0]);
  Rows(layer(kAgainQuery), w_.u, w_.words, w_.again_query[0]);
  Rows(layer(kAgainValue), w_.u, w_.words, w_.again_value[0]);
}

// The values of the question's words in the shares of a softmax over `logits` and one of its own for none of them.
void Reading::Attend(const int16_t* logits, int32_t none, const int16_t (*values)[kReaderAlign], int16_t* out) const {
  int32_t top = none, weights[kReaderQuestion], sums[kReaderAlign] = {};
  for (uint32_t j = 0; j < w_.words; ++j) top = logits[j] > top ? logits[j] : top;
  int32_t total = ExpOfMinus15(top - none) >> 3;
  for (uint32_t j = 0; j < w_.words; ++j) {
    weights[j] = ExpOfMinus15(top - logits[j]) >> 3;  // so that 33 of them times 16 bits fit
    total += weights[j];
    if (weights[j] == 0) continue;
    for (uint32_t i = 0; i < kReaderAlign; ++i) sums[i] += weights[j] * (values[j][i] / 2);
  }
  for (uint32_t i = 0; i < kReaderAlign; ++i) out[i] = Narrow(int64_t{sums[i]} * 2 / total);
}

// How a token goes with the question's words: fills its attention, and the features that the network is given of it.
void Reading::Features(uint32_t token, const int16_t* vector, int16_t* out) {
  const ReaderToken& t = w_.all[token];
  const ReaderWork::Kept& kept = w_.kept[w_.place[token]];
  int32_t exact_content = 0, matched = 0, rare = 0, exact_any = 0, near = 0, near_rare = 0, alone = 0;
  for (uint32_t j = 0; j < w_.words; ++j) {
    const QueryWord& word = query_.words[j];
    const int32_t idf = Share(word.idf), match = Share(w_.by.match[token][j]), weighed = Product(match, idf);
    const int32_t exact = t.word == w_.hash[j] ? kOne : 0, similar = Dot(vector, w_.similar[j], kVectorSize);
    w_.by.attention[token][j] = Narrow(Product(net_.mix[0], similar) + Product(net_.mix[1], exact) +
                                       Product(net_.mix[2], match) + Product(net_.mix[3], weighed));
    if (exact > exact_any) exact_any = exact;
    if (match > matched) matched = match;
    if (weighed > rare) rare = weighed;
    if (w_.often[j] != 0) {
      const int64_t often = w_.often[j] < kOne ? kOne : w_.often[j];
      alone += static_cast<int32_t>(int64_t{weighed} * kOne / often);
    }
    if (!word.content) continue;
    if (exact > exact_content) exact_content = exact;
    if (similar > near) near = similar;
    if (Product(similar, idf) > near_rare) near_rare = Product(similar, idf);
  }
  const int32_t all[kReaderFeatures] = {exact_content,
                                        matched,
                                        rare,
                                        exact_any,
                                        near,
                                        near_rare,
                                        alone,
                                        static_cast<int32_t>(kept.cover),
                                        static_cast<int32_t>(kept.share),
                                        kept.rank == 0 ? kOne : 0,
                                        kOne / static_cast<int32_t>(1 + kept.rank),
                                        t.first != 0 ? kOne : 0};
  for (uint32_t i = 0; i < kReaderFeatures; ++i) out[i] = Narrow(all[i]);
}

void Reading::ReadContext() {
  const uint32_t c = net_.channels;
  int16_t* const rows = w_.scratch.around;
  layer(kContextQuestion).ApplyToOne(w_.question, w_.extra);
  for (uint32_t first = 0; first < w_.tokens; first += kRowsAtOnce) {
    memset(rows, 0, sizeof *rows * kRowsAtOnce * kReaderInputs);
    for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) {
      int16_t* row = rows + r * kReaderInputs;
      TokenInputs(w_.all[first + r], true, row);
      Features(first + r, row, row + kReaderTokenInputs);
      Attend(w_.by.attention[first + r], net_.mix[4], w_.aligned, row + kReaderTokenInputs + kReaderFeatures);
    }
    layer(kContextIn).Apply(kernel_, rows, kRowsAtOnce, 0, w_.extra, w_.h + first * c, &w_.scratch);
  }
  for (uint32_t i = 0; i < net_.depth; ++i) {
    layer(kFirstGated + 2 * i + 1).ApplyToOne(w_.question, w_.extra);
    AddGated(layer(kFirstGated + 2 * i), w_.tokens, w_.extra, w_.h);
    if (i + 1 == net_.depth / 2) LookAgain();
  }
}

// The greatest value of each channel over all tokens.
void Reading::Most(int16_t* out) const {
  const uint32_t c = net_.channels;
  for (uint32_t i = 0; i < c; ++i) out[i] = -32767;
  for (uint32_t t = 0; t < w_.tokens; ++t) {
    for (uint32_t i = 0; i < c; ++i) out[i] = w_.h[t * c + i] > out[i] ? w_.h[t * c + i] : out[i];
  }
}

// The context's second look at the question, and at itself as a whole.
void Reading::LookAgain() {
  const uint32_t c = net_.channels;
  for (uint32_t first = 0; first < w_.tokens; first += kRowsAtOnce) {
    layer(kAgainKey).Apply(kernel_, w_.h, w_.tokens, first, nullptr, w_.out, &w_.scratch);
    int16_t* values = w_.scratch.around;
    memset(values, 0, sizeof *values * kRowsAtOnce * kReaderAlign);
    for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) {
      int16_t logits[kReaderQuestion];
      for (uint32_t j = 0; j < w_.words; ++j) {
        const int32_t again = Dot(w_.out + r * kReaderAlign, w_.again_query[j], kReaderAlign);
        logits[j] = Narrow(again + w_.by.attention[first + r][j] / 4);
      }
      Attend(logits, net_.again_none, w_.again_value, values + r * kReaderAlign);
    }
    layer(kAgainOut).Apply(kernel_, values, kRowsAtOnce, 0, nullptr, w_.out, &w_.scratch);
    for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) {
      int16_t* h = w_.h + (first + r) * c;
      for (uint32_t i = 0; i < c; ++i) h[i] = Narrow(h[i] + w_.out[r * c + i]);
    }
  }
  int16_t most[kReaderChannels] = {}, hidden[kReaderChannels] = {};
  Most(most);
  layer(kPool).ApplyToOne(most, hidden);
  for (uint32_t i = 0; i < c; ++i) hidden[i] = hidden[i] > 0 ? hidden[i] : int16_t{0};
  layer(kPoolOut).ApplyToOne(hidden, most);
  for (uint32_t t = 0; t < w_.tokens; ++t) {
    for (uint32_t i = 0; i < c; ++i) w_.h[t * c + i] = Narrow(w_.h[t * c + i] + most[i]);
  }
}

bool ReadSentences(const OpenedIndex& index, const ReaderSections& sections, const Query& query,
                   const Question& question, const ReaderSentence* sentences, uint32_t count, Matches* matches,
                   ReaderWork* work) {
  // Without a reader the caller's space may end before `work` does: nothing of it is written until there is one.
  if (count == 0 || !sections.common.has_book() || !work->network.Open(sections.network, sections.tables)) return false;
  work->findings.count = 0;
  Reading reading(index, sections, query, question, work);
  reading.LayOut(sentences, count, matches);
  if (work->tokens == 0 || work->words == 0) return false;
  reading.ReadQuestionWords();
  reading.ReadContext();
  reading.ScoreSpans();
  reading.PickBest();
  return work->findings.count != 0;
}

}  // namespace pith
