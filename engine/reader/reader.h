// In: a question, and the few best sentences of a Ranking. Out: a score for every span in them and for "no answer"
// (here), and one order of these spans and the ranker's candidates, with a confidence (rerank.h).
// Who may use it: pith_ask and the trainers. The ranker knows nothing of it, and an index can do without a reader.
//
// The idea. A ranker sees a candidate through features that somebody thought of. A network that reads the sentences
// word by word finds what nobody thought of, and spans that the compiler did not foresee. This one is convolutional, in
// the manner of FastQA (Weissenborn et al. 2017) with gated convolutions (Dauphin et al. 2017). The input for each
// token is its word's vector, some categories, and how it matches the question; layers let it see its neighbors; a span
// is scored by its two ends, by how they fit each other, and by its length. Left out, for size: recurrence, contextual
// embeddings, and attention among the tokens of the text, which attend only to the question's words, once before the
// layers and once between them. Everything is in integers, in steps of bounded cost. tools/train/reader/network.py is
// the same network in floating point; docs/models.md has its figures and the alternatives that were tried.
//
// Its weights are in two sections of the language block:
//
// clang-format off
//   RNET  u32 version (3), u32 channels, u32 depth, i32 mix[5], i32 again_none, then layers in the order of ReaderLayer
//   REMB  the tables in the order of ReaderTable
// clang-format on
//
// The word vectors are those of RVEC and, for an index's own words, VECS (engine/language/word_vectors.h).

#ifndef PITH_ENGINE_READER_READER_H_
#define PITH_ENGINE_READER_READER_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/format/fault.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/word_vectors.h"
#include "engine/network/network.h"
#include "engine/reader/input.h"

namespace pith {

inline constexpr uint32_t kReaderVersion = 3;
inline constexpr uint32_t kReaderTokens = 128;   // in all sentences together
inline constexpr uint32_t kReaderQuestion = 24;  // words of the question; later ones are not read
inline constexpr uint32_t kReaderSentences = 8;
inline constexpr uint32_t kReaderSpan = 16;      // tokens in an answer
inline constexpr uint32_t kReaderChannels = 80;  // at most; a multiple of 8
inline constexpr uint32_t kReaderDepth = 8;      // at most
inline constexpr uint32_t kReaderAlign = 32, kReaderPair = 16, kReaderFeatures = 12, kReaderGlobals = 6;
inline constexpr uint32_t kReaderTaps = 5;    // of a gated convolution
inline constexpr uint32_t kReaderDoubt = 32;  // hidden units for "no answer"
// The longest step: a block of rows through a convolution, and the question's bias for it.
static_assert(kRowsAtOnce * (2 * kReaderChannels + kReaderTaps) * kReaderChannels +
                      2 * kReaderChannels * kReaderChannels <=
                  PITH_STEP_PRODUCTS,
              "raise PITH_STEP_PRODUCTS");
// The most steps: the blocks of question and context through their stages, and a few steps for the whole.
static_assert((kReaderQuestion / kRowsAtOnce + 1) * 3 + (kReaderTokens / kRowsAtOnce) * (kReaderDepth + 3) + 5 <=
                  PITH_MAX_STEPS,
              "raise PITH_MAX_STEPS");
inline constexpr uint32_t kReaderAnswers = 6;  // spans that a reading returns

enum ReaderTable : uint32_t {
  kSuffixTable,
  kShapeTable,
  kPosTable,
  kNameTable,
  kRelTable,
  kClassTable,
  kKindTable,
  kReaderTables
};

enum ReaderLayer : uint32_t {
  kSimilar,
  kQuestionIn,
  kQuestionFirst,
  kQuestionSecond,
  kQuestionPool,
  kAlign,
  kContextIn,
  kContextQuestion,
  kAgainKey,
  kAgainQuery,
  kAgainValue,
  kAgainOut,
  kPool,
  kPoolOut,
  kEdge,
  kEdgeQuestion,
  kPairLayer,
  kLength,
  kCandidate,
  kNoneIn,
  kNoneOut,
  kFirstGated,  // then, for each of `depth` layers, a convolution and the question's bias for it
  kReaderLayers = kFirstGated + 2 * kReaderDepth
};

// Columns of the tables for a token, in the order of ReaderTable, and of all of them together.
inline constexpr uint32_t kReaderColumns[kKindTable] = {8, 8, 6, 4, 6, 6};
inline constexpr uint32_t kReaderCategories = 38;
inline constexpr uint32_t kReaderTokenInputs = kVectorSize + kReaderCategories + 1;
inline constexpr uint32_t kReaderInputs = kReaderTokenInputs + kReaderFeatures + kReaderAlign;

// A sentence to read. Arrays of these are in order, best first.
struct ReaderSentence {
  uint32_t article, sentence;
  uint32_t score;  // of retrieval
};

struct ReaderAnswer {
  uint32_t article, sentence;
  uint32_t first, last;  // tokens of the sentence, [first, last)
  int32_t score;         // 512 is one unit of log-odds; comparable with `none` of the same reading
  uint32_t expected;     // ReaderWork::ExpectedF1
};

// The opened network: views of a language block's sections.
struct ReaderNetwork {
  uint32_t channels = 0, depth = 0;
  int32_t mix[5] = {}, again_none = 0;
  Layer layers[kReaderLayers];
  Embedding tables[kReaderTables];

  // False if the sections are empty or their shapes are not this engine's. O(layers).
  bool Open(Bytes network, Bytes tables);
};

// Finds what ReaderNetwork::Open refuses, and bytes after the last layer or table. O(layers).
Fault CheckNetwork(Bytes network, Bytes tables);

// Where a reader's weights and word vectors lie.
struct ReaderSections {
  Bytes network, tables;    // RNET, REMB
  WordVectors common, own;  // RVEC, VECS

  // Those of an index and its language block; empty if the block has no reader.
  static ReaderSections Of(const OpenedIndex& index);
};

// The stages of a reading, most of which advance a few rows of words per step.
enum class ReaderStage : uint32_t {
  kQuestionInputs,
  kQuestionFirst,
  kQuestionSecond,
  kQuestionPool,
  kContextInputs,
  kContextLayer,
  kLookAgain,
  kContextPool,
  kEdges,
  kSpans,
  kPick,
  kDone
};

inline constexpr int32_t kReadUnit = 512;  // of scores: one unit of log-odds

// The findings of a reading.
struct ReaderFindings {
  int32_t none;   // the score of "no answer"
  int32_t total;  // log-sum-exp of all spans' scores
  uint32_t count;
  ReaderAnswer answers[kReaderAnswers];  // best first; none overlaps another
};

// Everything that a reading needs, in the caller's work space. Buffers with disjoint lifetimes share storage.
struct ReaderWork {
  ReaderNetwork network;
  NetworkScratch scratch;             // `around` also holds the inputs of a few tokens
  ReaderStage stage;                  // of the next step
  uint32_t row, layer;                // the next step's first row, and its layer of the context
  uint32_t sentences, tokens, words;  // counts
  int32_t weight;                     // of the question's content words; 512: one word of the greatest weight
  struct Kept {
    uint32_t article, sentence, rank, first, count;  // first: its first token in `all`
    uint32_t cover;                                  // share of the question's weight; 512: all of it
    uint32_t share;                                  // share of the best sentence's score; 512: all of it
  } kept[kReaderSentences];
  ReaderToken all[kReaderTokens];
  uint8_t place[kReaderTokens];       // number in `kept`
  uint32_t often[kReaderQuestion];    // summed matches of each word; 512: one full match
  uint8_t best[kReaderQuestion];      // strongest match of each word in the sentences read
  uint8_t best_any[kReaderQuestion];  // and in their articles
  int16_t closest[kReaderQuestion];   // strongest match of, or similarity to, each word among the tokens read
  uint32_t hash[kReaderQuestion];
  int16_t similar[kReaderQuestion + kRowsAtOnce][kVectorSize];
  int16_t aligned[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t again_query[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t again_value[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t before[kMaxReach * kReaderChannels];  // rows of h or u before the current block, as the last step found them
  int16_t question[kReaderChannels];
  int16_t extra[2 * kReaderChannels];
  int16_t out[kRowsAtOnce * 2 * kReaderChannels];  // outputs for a few rows
  int32_t start[kReaderTokens], end[kReaderTokens];
  struct Matched {
    uint8_t match[kReaderTokens][kReaderQuestion];
    int16_t attention[kReaderTokens][kReaderQuestion];
  };
  union {
    Matched by;
    int16_t pairs[kReaderTokens + kRowsAtOnce][2 * kReaderPair];  // used once the layers are done
  };
  union {
    int16_t u[(kReaderQuestion + kRowsAtOnce) * kReaderChannels];  // second: the state of each word of the question
    int16_t h[(kReaderTokens + kRowsAtOnce) * kReaderChannels];    // third: the state of each token
    int32_t spans[kReaderTokens][kReaderSpan];                     // last, once the layers are done
    Matches matches;  // first: of the question, in one article after another
  };
  ReaderFindings findings;

  // After a reading, the score of the tokens [first, last) of a sentence; kUnread if they were not read.
  static constexpr int32_t kUnread = -0x7FFFFFFF;
  int32_t ScoreOf(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;

  // How much of the answer these tokens can be expected to give: their word F1 against every span, weighted by that
  // span's probability; kCertain means all of it with certainty. Thus a span that differs from others only by an
  // unimportant word does not lose to a rival that few spans support (minimum Bayes risk, Kumar and Byrne 2004).
  // O(kReaderSpan * (kReaderSpan + last - first)).
  static constexpr uint32_t kCertain = 128;
  uint32_t ExpectedF1(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;

 private:
  const Kept* Find(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;
};

// Begins to read `sentences` (best first, at most kReaderSentences) for a question; reads as many as fit into
// kReaderTokens. False if the language block has no reader or nothing can be read. The arguments must stay valid and
// unchanged until the reading ends.
bool BeginReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query,
                  const Question& question, const ReaderSentence* sentences, uint32_t count, ReaderWork* work);

// Does one step: at most PITH_STEP_PRODUCTS multiply-adds, and no loop that runs longer. False once work->findings is
// complete.
bool StepReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query, const Question& question,
                 ReaderWork* work);

}  // namespace pith

#endif  // PITH_ENGINE_READER_READER_H_
