#include "engine/find/retrieve.h"

namespace pith {
namespace {

constexpr uint32_t kDone = 0xFFFFFFFF;

// BM25's k1 and b in sixteenths, the shares that a sentence gets of its neighbors' and its paragraph's scores, and the
// part of a word's background weight that is added to its rarity in the article. Chosen on the development articles of
// bench/quality.sh --articles.
constexpr uint32_t kK1 = 16;
constexpr uint32_t kB = 6;
constexpr uint32_t kNeighborShare = 8;   // one in this many
constexpr uint32_t kParagraphShare = 5;  // in sixteenths, of the score of the paragraph as a whole
constexpr uint32_t kBackgroundShare = 4;
// A heading names what is told below it, and a question in a text is not its answer: both get a share of their score,
// in sixteenths; what they lose goes to what they lead, the reply or the rows behind them. So does a word that the
// heading of the whole article has, because every sentence is about that, though few repeat it; but not where the
// articles themselves are told apart by it. Chosen on visitors' questions (bench/quality.sh --visitor), of the training
// part.
constexpr uint32_t kHeadingShare = 1;
constexpr uint32_t kQuestionShare = 8;
constexpr uint32_t kLedShare = 14;
constexpr uint32_t kTopicShare = 5;

// 16 * log2((2n + 2) / (2df + 1)): a smooth idf that stays above zero.
uint32_t Idf(uint32_t n, uint32_t df) {
  if (df > n) df = n;
  const uint32_t rare = Log2x16(2 * n + 2), common = Log2x16(2 * df + 1);
  return rare > common ? rare - common + 1 : 1;
}

// The share of its score, in sixteenths, that a sentence gets for being what it is.
uint32_t ShareOf(const Part& part, uint32_t sentence) {
  if (part.IsTitle(sentence)) return kHeadingShare;
  return part.Asks(sentence) ? kQuestionShare : 16;
}

// Offers sentences with what they offer added to their scores.
class Offering {
 public:
  Offering(const Part& part, uint32_t article, const Query& query, const Wanted& wanted, Meter* meter,
           BestSentences* out)
      : part_(part), article_(article), weight_(query.ContentWeight()), wanted_(wanted), meter_(*meter), out_(*out) {}

  void Offer(uint32_t sentence, uint32_t score) {
    if (out_.capacity == 0) return;
    if (wanted_.most != 0) {
      // Most of a long article's sentences could not be among the best whatever they offer.
      if (out_.count == out_.capacity && With(score, wanted_.most) < out_.all[out_.count - 1].score) return;
      meter_.Take(part_.CandidateCount(sentence));
      score = With(score, wanted_.WorthOf(OffersOf(part_, sentence)));
    }
    out_.Offer({article_, sentence, score});
  }

 private:
  const Part& part_;
  const uint32_t article_;
  const int64_t weight_;
  const Wanted& wanted_;
  Meter& meter_;
  BestSentences& out_;

  uint32_t With(uint32_t score, int32_t worth) const {
    const int64_t sum = score + weight_ * worth / kWorthUnit;
    return sum < 0 ? 0 : static_cast<uint32_t>(sum);
  }
};

// Offers a sentence only when its paragraph has been read, adding to its score a share of its neighbors' scores, a
// share of what the words score in the paragraph as a whole, and most of the score of the question or title that leads
// it. What one that is offered leads is offered too, whether or not it has a word of the query.
class ParagraphSum {
 public:
  ParagraphSum(const Part& part, uint32_t share, uint32_t words, const SentenceFilter& filter, RetrieveWork* work,
               const Offering& offering)
      : part_(part),
        share_(share),
        words_(words),
        filter_(filter),
        work_(*work),
        count_(work->waiting),
        offering_(offering) {}

  static void Clear(uint32_t words, RetrieveWork* work) {
    work->waiting = 0;
    for (uint32_t w = 0; w < words; ++w) work->paragraph[w] = 0;
  }

  // `work->best` holds the score that each word gives the sentence.
  void Push(uint32_t sentence, uint32_t score) {
    if (count_ == kParagraphSentences || (count_ != 0 && !SameParagraph(sentence))) Finish();
    work_.sentence[count_] = sentence;
    work_.score[count_++] = score;
    for (uint32_t w = 0; w < words_; ++w) {
      if (work_.best[w] > work_.paragraph[w]) work_.paragraph[w] = work_.best[w];
    }
  }
  // After the last sentence of the article.
  void End() {
    Finish();
    OfferLed(kNone);
  }

 private:
  void Finish() {
    uint32_t all = 0;
    for (uint32_t w = 0; w < words_; ++w) all += work_.paragraph[w];
    for (uint32_t i = 0; i < count_; ++i) {
      const uint32_t number = work_.sentence[i];
      if (!filter_.Takes(part_, number)) continue;
      uint32_t beside = 0;
      if (i > 0 && work_.sentence[i - 1] + 1 == number) beside += work_.score[i - 1];
      if (i + 1 < count_ && work_.sentence[i + 1] == number + 1) beside += work_.score[i + 1];
      const uint32_t score = work_.score[i] + beside / kNeighborShare + all * kParagraphShare / 16;
      offering_.Offer(number, share_ + score / 16 * ShareOf(part_, number) + OfferLed(number));
      if (part_.IsTitle(number) || part_.Asks(number)) {
        work_.lead = number;
        work_.led = number + 1;
        work_.lead_score = score / 16 * kLedShare;
      }
    }
    Clear(words_, &work_);
  }

  // Offers what is led by the lead that was offered last, up to sentence `next`, the next that is offered for its own
  // words; returns what is to be added to the score of that one.
  uint32_t OfferLed(uint32_t next) {
    if (work_.lead == kNone) return 0;
    for (; work_.led < next && part_.LeadOf(work_.led) == work_.lead; ++work_.led) {
      if (filter_.Takes(part_, work_.led)) offering_.Offer(work_.led, share_ + work_.lead_score);
    }
    const bool led = work_.led == next && part_.LeadOf(next) == work_.lead;
    if (!led) work_.lead = kNone;
    work_.led = next + 1;
    return led ? work_.lead_score : 0;
  }

  bool SameParagraph(uint32_t sentence) const {
    const uint32_t last = work_.sentence[count_ - 1];
    if (sentence - last > kParagraphSentences) return false;
    for (uint32_t s = last + 1; s <= sentence; ++s) {
      if ((part_.FlagsOf(s) & kSentenceParagraph) != 0) return false;
    }
    return true;
  }

  const Part& part_;
  const uint32_t share_, words_;
  const SentenceFilter& filter_;
  RetrieveWork& work_;
  uint32_t& count_;
  Offering offering_;
};

// Walks the posting lists of `work` at once, from work->document on. In each document, work->best[w] becomes the
// greatest score(posting, cursor) over the cursors of word w; visit(document, sum) then gets the sum over all words, if
// it is not 0. A list ends where it does not rise. False if it has to go on after a pause.
template <typename Postings, typename Score, typename Visit>
bool WalkPostings(const Postings& postings, uint32_t words, Score score, RetrieveWork* work, Meter* meter,
                  Visit visit) {
  for (uint32_t& document = work->document; document != kDone;) {
    if (meter->Paused()) return meter->Spent();
    uint32_t next = kDone, read = 1;
    for (uint32_t w = 0; w < words; ++w) work->best[w] = 0;
    for (uint32_t c = 0; c < work->cursors; ++c) {
      bool here = false;
      for (; work->at[c] < work->end[c]; ++work->at[c], here = true) {
        const PostingRecord posting = postings[work->at[c]];
        ++read;
        if (posting.sentence() > document) {
          if (posting.sentence() < next) next = posting.sentence();
          break;
        }
        if (posting.sentence() < document || here) {
          work->at[c] = work->end[c];
          break;
        }
        uint32_t& best = work->best[work->word[c]];
        const uint32_t s = score(posting, c);
        if (s > best) best = s;
      }
    }
    meter->Take(read);
    uint32_t sum = 0;
    for (uint32_t w = 0; w < words; ++w) sum += work->best[w];
    if (sum != 0) visit(document, sum);
    document = next;
  }
  return true;
}

}  // namespace

uint32_t Log2x16(uint32_t x) {
  // 16 * log2(1 + i/16).
  static constexpr uint8_t kFraction[16] = {0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15};
  if (x == 0) return 0;
  uint32_t whole = 0;
  for (uint32_t step = 16; step != 0; step >>= 1) {
    if ((x >> whole) >> step != 0) whole += step;
  }
  const uint32_t top = whole >= 4 ? x >> (whole - 4) : x << (4 - whole);
  return whole * 16 + kFraction[top & 15];
}

void BeginRetrieving(const Part& part, const Query& query, const Matches& matches, Weighting weighting,
                     RetrieveWork* work) {
  const uint32_t n = part.sentences.size();
  work->cursors = work->document = 0;
  work->lead = kNone;
  work->any = false;
  ParagraphSum::Clear(query.count, work);
  if (n == 0) return;
  const bool headed = weighting == Weighting::kOwn && part.IsTitle(0);
  for (uint32_t m = 0; m < matches.count; ++m) {
    const Match& match = matches.all[m];
    const Range postings = part.PostingsOf(match.term);
    work->at[m] = postings.begin;
    work->end[m] = postings.end;
    work->word[m] = match.word;
    const uint32_t background = query.words[match.word].idf;
    const uint32_t weight =
        weighting == Weighting::kOwn ? Idf(n, postings.size()) + background / kBackgroundShare : background;
    const bool topic = headed && postings.size() != 0 && part.postings[postings.begin].sentence() == 0;
    work->idf[m] = weight * match.strength / 16 * (topic ? kTopicShare : 16);
  }
  work->cursors = matches.count;
}

bool RetrieveSentences(const Part& part, uint32_t article, uint32_t share, const Query& query, const Wanted& wanted,
                       const SentenceFilter& filter, RetrieveWork* work, Meter* meter, BestSentences* out) {
  const uint32_t n = part.sentences.size();
  const uint64_t average = uint64_t{part.head[0].words} / (n == 0 ? 1 : n) + 1;
  ParagraphSum sums(part, share, query.count, filter, work, Offering(part, article, query, wanted, meter, out));
  const bool done = WalkPostings(
      part.postings, query.count,
      [&](PostingRecord posting, uint32_t m) {
        const uint32_t length = part.WordsOf(posting.sentence());
        const uint32_t norm = kK1 * (16 - kB) + static_cast<uint32_t>(kK1 * kB * length / average);  // in 256ths
        const uint32_t tf = posting.weight();
        return work->idf[m] * tf / (tf + norm / 16);
      },
      work, meter,
      [&](uint32_t sentence, uint32_t score) {
        work->any = true;
        sums.Push(sentence, score);
      });
  if (done) sums.End();
  return done;
}

}  // namespace pith
