// The middle of a reading: the inputs for each word, and the layers that transform them.

#include <cstring>

#include "engine/index/members.h"
#include "engine/reader/reading.h"

namespace pith {
namespace {

// to[i] += row[i].
void AddRow(const int16_t* __restrict row, uint32_t count, int16_t* __restrict to) {
  for (uint32_t i = 0; i < count; ++i) to[i] = Narrow(to[i] + row[i]);
}

// to[i] = max(to[i], row[i]).
void Greater(const int16_t* __restrict row, uint32_t count, int16_t* __restrict to) {
  for (uint32_t i = 0; i < count; ++i) to[i] = row[i] > to[i] ? row[i] : to[i];
}

}  // namespace

// Writes a word's vector; zeros, and false, if none is known. `own`: whether to search the index's own words as well.
bool Reading::WordVector(uint32_t hash, bool own, int16_t* out) const {
  Bytes codes = common_.Find(hash);
  if (codes.empty() && own) codes = own_.Find(hash);
  const Members members(index_);
  for (uint32_t m = 1; codes.empty() && own && m < members.count(); ++m) {
    codes = WordVectors(members[m].vectors, common_).Find(hash);
  }
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

// h += value * sigmoid(gate) for a few rows. Both come from one convolution over h, with `extra` added to its outputs.
// The convolution needs the preceding rows as they were, so work->before keeps them from block to block.
void Reading::AddGated(const Layer& convolution, uint32_t rows, uint32_t first, const int16_t* extra, int16_t* h) {
  const uint32_t c = net_.channels;
  convolution.Apply(kernel_, h, rows, first, extra, w_.out, &w_.scratch, w_.before);
  memcpy(w_.before, h + (first + kRowsAtOnce - kMaxReach) * c, sizeof *h * kMaxReach * c);
  const uint32_t here = rows - first < kRowsAtOnce ? rows - first : kRowsAtOnce;
  for (uint32_t r = 0; r < here; ++r) {
    const int16_t* y = w_.out + r * 2 * c;
    int16_t* to = h + (first + r) * c;
    GateRow(kernel_, y, y + c, c, to);
  }
}

void Reading::QuestionInputs(uint32_t first) {
  int16_t* const rows = w_.scratch.around;
  memset(rows, 0, sizeof *rows * kRowsAtOnce * kReaderTokenInputs);
  for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.words; ++r) {
    const ReaderToken token = ReadQuestionToken(index_.language, query_, question_, first + r);
    w_.hash[first + r] = token.word;
    // An article's answers must not depend on the words of the other articles in the index.
    bool said = false;
    for (uint32_t t = 0; t < w_.tokens && !said; ++t) said = w_.all[t].word == token.word;
    TokenInputs(token, said, rows + r * kReaderTokenInputs);
    layer(kSimilar).ApplyToOne(rows + r * kReaderTokenInputs, w_.similar[first + r]);
  }
  layer(kQuestionIn).Apply(kernel_, rows, kRowsAtOnce, 0, nullptr, w_.u + first * net_.channels, &w_.scratch);
}

// Computes one vector for the whole question, its words weighted by a softmax, and the projections of each word that
// the context attends to.
void Reading::PoolQuestion() {
  const uint32_t c = net_.channels;
  int16_t logits[kReaderQuestion] = {};
  int32_t top = -32768;
  for (uint32_t j = 0; j < w_.words; ++j) {
    layer(kQuestionPool).ApplyToOne(w_.u + j * c, &logits[j]);
    if (logits[j] > top) top = logits[j];
  }
  int64_t total = 0;
  int32_t weights[kReaderQuestion] = {};
  for (uint32_t j = 0; j < w_.words; ++j) total += weights[j] = ExpOfMinus15(top - logits[j]);
  int16_t kind[kReaderChannels] = {};
  net_.tables[kKindTable].Read(static_cast<uint32_t>(question_.kind), kind);
  for (uint32_t i = 0; i < c; ++i) {
    int64_t sum = 0;
    for (uint32_t j = 0; j < w_.words; ++j) sum += int64_t{weights[j]} * w_.u[j * c + i];
    w_.question[i] = Narrow(sum / total + kind[i]);  // NOLINT(clang-analyzer-core.DivideZero): a question has words
  }
  for (uint32_t r = 0; r < w_.words; r += kRowsAtOnce) {
    layer(kAlign).Apply(kernel_, w_.u, w_.words, r, nullptr, w_.aligned[r], &w_.scratch);
    layer(kAgainQuery).Apply(kernel_, w_.u, w_.words, r, nullptr, w_.again_query[r], &w_.scratch);
    layer(kAgainValue).Apply(kernel_, w_.u, w_.words, r, nullptr, w_.again_value[r], &w_.scratch);
  }
  layer(kContextQuestion).ApplyToOne(w_.question, w_.extra);
}

// Mixes the values of the question's words by a softmax over `logits` and over `none`, the logit for attending to no
// word.
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
  // One division for all: total is at least the weight of the greatest logit, 4032.
  // NOLINTNEXTLINE(clang-analyzer-core.DivideZero)
  const int32_t share = static_cast<int32_t>((int64_t{1} << 31) / total);
  // cppcheck-suppress constStatement ; it takes the braces for a statement of their own
  for (uint32_t i = 0; i < kReaderAlign; ++i) out[i] = Narrow((int64_t{sums[i]} * share) >> 30);
}

// How a token relates to the question's words: fills in its attention, and the features that the network gets about it.
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
    const int32_t close = similar > match ? similar : match;
    if (close > w_.closest[j]) w_.closest[j] = Narrow(close);
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

void Reading::ContextInputs(uint32_t first) {
  int16_t* const rows = w_.scratch.around;
  memset(rows, 0, sizeof *rows * kRowsAtOnce * kReaderInputs);
  for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) {
    int16_t* row = rows + r * kReaderInputs;
    TokenInputs(w_.all[first + r], true, row);
    Features(first + r, row, row + kReaderTokenInputs);
    Attend(w_.by.attention[first + r], net_.mix[4], w_.aligned, row + kReaderTokenInputs + kReaderFeatures);
  }
  layer(kContextIn).Apply(kernel_, rows, kRowsAtOnce, 0, w_.extra, w_.h + first * net_.channels, &w_.scratch);
}

void Reading::ContextLayer(uint32_t number, uint32_t first) {
  if (first == 0) layer(kFirstGated + 2 * number + 1).ApplyToOne(w_.question, w_.extra);
  AddGated(layer(kFirstGated + 2 * number), w_.tokens, first, w_.extra, w_.h);
}

// The greatest value of each channel over all tokens.
void Reading::Most(int16_t* out) const {
  const uint32_t c = net_.channels;
  for (uint32_t i = 0; i < c; ++i) out[i] = -32767;
  for (uint32_t t = 0; t < w_.tokens; ++t) Greater(w_.h + t * c, c, out);
}

// Lets the context attend to the question a second time, halfway through the layers.
void Reading::LookAgain(uint32_t first) {
  const uint32_t c = net_.channels;
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
  for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) AddRow(w_.out + r * c, c, w_.h + (first + r) * c);
}

// Lets every token see the context as a whole: its channels' greatest values, through two layers.
void Reading::PoolContext() {
  const uint32_t c = net_.channels;
  int16_t most[kReaderChannels] = {}, hidden[kReaderChannels] = {};
  Most(most);
  layer(kPool).ApplyToOne(most, hidden);
  for (uint32_t i = 0; i < c; ++i) hidden[i] = hidden[i] > 0 ? hidden[i] : int16_t{0};
  layer(kPoolOut).ApplyToOne(hidden, most);
  for (uint32_t t = 0; t < w_.tokens; ++t) AddRow(most, c, w_.h + t * c);
}

}  // namespace pith
