// The end of a reading: from the states of all tokens to the scores of spans, and the best of them.

#include <cstring>

#include "engine/find/retrieve.h"
#include "engine/reader/reading.h"

namespace pith {

// How much of the question the sentences and the articles lack.
void Reading::Globals(int16_t* out) const {
  int32_t missing = 0, absent = 0, cover = 0, unlike = 0, most_unlike = 0;
  for (uint32_t j = 0; j < w_.words; ++j) {
    missing += Product(kOne - Share(w_.best[j]), Weighed(j));
    absent += Product(kOne - Share(w_.best_any[j]), Weighed(j));
    const int32_t apart = Product(kOne - w_.closest[j], Weighed(j));
    unlike += apart;
    if (apart > most_unlike) most_unlike = apart;
  }
  for (uint32_t k = 0; k < w_.sentences; ++k) {
    if (static_cast<int32_t>(w_.kept[k].cover) > cover) cover = static_cast<int32_t>(w_.kept[k].cover);
  }
  const auto share = [&](int32_t part) { return Narrow(int64_t{part} * kOne / w_.weight); };
  const int16_t all[kReaderGlobals] = {share(missing),        share(absent), Narrow(kOne - cover),
                                       Narrow(w_.weight / 4), share(unlike), Narrow(most_unlike)};
  memcpy(out, all, sizeof all);
}

// The average state of the tokens, weighted by a softmax over their scores.
void Reading::Expected(const int32_t* scores, int16_t* out) const {
  const uint32_t c = net_.channels;
  int32_t top = scores[0];
  int64_t total = 0, sums[kReaderChannels] = {};
  for (uint32_t t = 1; t < w_.tokens; ++t) top = scores[t] > top ? scores[t] : top;
  for (uint32_t t = 0; t < w_.tokens; ++t) {
    const int64_t weight = ExpOfMinus15(top - scores[t]);
    if (weight == 0) continue;
    total += weight;
    for (uint32_t i = 0; i < c; ++i) sums[i] += weight * w_.h[t * c + i];
  }
  for (uint32_t i = 0; i < c; ++i) {
    out[i] = Narrow(sums[i] / total);  // NOLINT(clang-analyzer-core.DivideZero): the top one weighs something
  }
}

// The score of "no answer": from the context as a whole, the tokens where an answer would begin and end, the question,
// and what is missing of it.
void Reading::ScoreNone() {
  const uint32_t c = net_.channels;
  int16_t in[4 * kReaderChannels + kReaderGlobals], hidden[kReaderDoubt], out;
  Most(in);
  Expected(w_.start, in + c);
  Expected(w_.end, in + 2 * c);
  memcpy(in + 3 * c, w_.question, sizeof *in * c);
  Globals(in + 4 * c);
  layer(kNoneIn).ApplyToOne(in, hidden);
  for (int16_t& unit : hidden) unit = unit > 0 ? unit : int16_t{0};
  layer(kNoneOut).ApplyToOne(hidden, &out);
  w_.findings.none = out;
}

// Scores each token as the first and as the last of a span, and prepares the scores of pairs of tokens.
void Reading::ScoreEdges(uint32_t first) {
  const uint32_t c = net_.channels;
  if (first == 0) layer(kEdgeQuestion).ApplyToOne(w_.question, w_.extra);
  layer(kEdge).Apply(kernel_, w_.h, w_.tokens, first, nullptr, w_.out, &w_.scratch);
  for (uint32_t r = 0; r < kRowsAtOnce && first + r < w_.tokens; ++r) {
    const int16_t* h = w_.h + (first + r) * c;
    w_.start[first + r] = w_.out[2 * r] + Dot(w_.extra, h, c);
    w_.end[first + r] = w_.out[2 * r + 1] + Dot(w_.extra + c, h, c);
  }
  layer(kPairLayer).Apply(kernel_, w_.h, w_.tokens, first, nullptr, w_.pairs[first], &w_.scratch);
}

void Reading::ScoreSpans() {
  ScoreNone();
  int16_t length[kReaderSpan], candidate[kCandidateKindCount];
  layer(kLength).ApplyToOne(w_.question, length);
  layer(kCandidate).ApplyToOne(w_.question, candidate);
  // From here on, `spans` overwrites `h`.
  for (uint32_t k = 0; k < w_.sentences; ++k) {
    const ReaderWork::Kept& kept = w_.kept[k];
    const uint32_t end = kept.first + kept.count;
    for (uint32_t t = kept.first; t < end; ++t) {
      for (uint32_t l = 0; l < kReaderSpan && t + l < end; ++l) {
        const int32_t pair = Dot(w_.pairs[t], w_.pairs[t + l] + kReaderPair, kReaderPair);
        w_.spans[t][l] = w_.start[t] + w_.end[t + l] + length[l] + pair;
      }
    }
    Part part;
    OpenPart(index_, kept.article, &part);
    for (CandidateReader candidates(part, kept.sentence, kept.count); candidates.Next();) {
      const CandidateRecord& record = candidates.candidate();
      if (record.kind >= kCandidateKindCount) continue;
      if (record.last - record.first > static_cast<int32_t>(kReaderSpan)) continue;
      w_.spans[kept.first + record.first][record.last - record.first - 1] += candidate[record.kind];
    }
  }
}

template <typename Visit>
void Reading::EachSpan(Visit visit) const {
  for (uint32_t k = 0; k < w_.sentences; ++k) {
    const ReaderWork::Kept& kept = w_.kept[k];
    for (uint32_t t = 0; t < kept.count; ++t) {
      for (uint32_t l = 0; l < kReaderSpan && t + l < kept.count; ++l)
        visit(kept, t, t + l + 1, w_.spans[kept.first + t][l]);
    }
  }
}

// Whether no answer begins or ends with such a token: a comma, a period and the like.
bool IsDivider(const ReaderToken& token) {
  switch (static_cast<ReaderShape>(token.shape)) {
    case ReaderShape::kComma:
    case ReaderShape::kPeriod:
    case ReaderShape::kDash:
    case ReaderShape::kSemicolon:
    case ReaderShape::kColon:
    case ReaderShape::kQuestion:
      return true;
    default:
      return false;
  }
}

// Picks the best span, then the best that does not overlap those already picked, and so on.
void Reading::PickBest() {
  ReaderFindings& found = w_.findings;
  int32_t top = ReaderWork::kUnread;  // of all spans, also of those that no answer may be
  for (found.count = 0; found.count < kReaderAnswers; ++found.count) {
    ReaderAnswer best = {0, 0, 0, 0, ReaderWork::kUnread, 0};
    EachSpan([&](const ReaderWork::Kept& kept, uint32_t first, uint32_t last, int32_t score) {
      top = score > top ? score : top;
      if (score <= best.score || IsDivider(w_.all[kept.first + first]) || IsDivider(w_.all[kept.first + last - 1]))
        return;
      for (uint32_t i = 0; i < found.count; ++i) {
        const ReaderAnswer& a = found.answers[i];
        const bool same = a.article == kept.article && a.sentence == kept.sentence;
        if (same && first < a.last && a.first < last) return;
      }
      best = {kept.article, kept.sentence, first, last, score, 0};
    });
    if (best.score == ReaderWork::kUnread) break;
    found.answers[found.count] = best;
  }
  int64_t sum = 0;
  EachSpan([&](const ReaderWork::Kept&, uint32_t, uint32_t, int32_t score) { sum += ExpOfMinus15(top - score); });
  // 512 ln(sum / 32768), from the binary logarithm in sixteenths: 512 ln 2 / 16 = 22.18.
  const uint32_t scaled = sum <= 0 ? 1 : sum > 0xFFFFFFFF ? 0xFFFFFFFF : static_cast<uint32_t>(sum);
  found.total = top + (static_cast<int32_t>(Log2x16(scaled)) - 15 * 16) * 2218 / 100;
  for (uint32_t i = 0; i < found.count; ++i) {
    ReaderAnswer& a = found.answers[i];
    a.expected = w_.ExpectedF1(a.article, a.sentence, a.first, a.last);
  }
}

const ReaderWork::Kept* ReaderWork::Find(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const {
  for (uint32_t k = 0; k < sentences; ++k) {
    if (kept[k].article != article || kept[k].sentence != sentence) continue;
    return first < last && last <= kept[k].count ? &kept[k] : nullptr;
  }
  return nullptr;
}

int32_t ReaderWork::ScoreOf(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const {
  const Kept* const in = Find(article, sentence, first, last);
  return in != nullptr && last - first <= kReaderSpan ? spans[in->first + first][last - first - 1] : kUnread;
}

uint32_t ReaderWork::ExpectedF1(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const {
  const Kept* const in = Find(article, sentence, first, last);
  if (in == nullptr) return 0;
  uint32_t sum = 0;  // 32768 is one
  for (uint32_t t = first < kReaderSpan ? 0 : first - kReaderSpan + 1; t < last; ++t) {
    for (uint32_t l = t < first ? first - t : 0; l < kReaderSpan && t + l < in->count; ++l) {
      const int32_t behind = findings.total - spans[in->first + t][l];
      const auto probability = static_cast<uint32_t>(ExpOfMinus15(behind < 0 ? 0 : behind));
      if (probability == 0) continue;
      const uint32_t from = t < first ? first : t, to = t + l + 1 < last ? t + l + 1 : last;
      sum += probability * 2 * (to - from) / (last - first + l + 1);
    }
  }
  return sum >= 32768 ? kCertain : sum * kCertain / 32768;
}

}  // namespace pith
