// In: a question and the few sentences that a Ranking begins with. Out: a score for every span of them, and for "no
// answer" (here); one order of these spans and the ranker's candidates, with a confidence (rerank.h).
// Who may use it: pith_ask and the trainers. The ranker does not know it: an index without a reader does without.
//
// The idea. A ranker sees a candidate through features that somebody thought of; a network that reads the sentences
// word for word finds what nobody did, and spans that the compiler did not foresee. This one is convolutional, in the
// manner of FastQA (Weissenborn et al. 2017) with gated convolutions (Dauphin et al. 2017): each token is its word's
// vector, some categories, and how it matches the question; layers let it see its neighbors; a span is scored by its
// two ends, what they say to each other, and its length. Left out, for size: recurrence, contextual embeddings, and
// attention among the tokens of the text: they attend to the question's words alone, before the layers and once more
// between them. All in integers, in steps of bounded cost. tools/train/reader/network.py is the same network in
// floating point; docs/models.md has its figures and what was tried instead.
//
// Its weights are two sections of the language block:
//
// clang-format off
//   RNET  u32 version (3), u32 channels, u32 depth, i32 mix[5], i32 again_none, then layers in the order of ReaderLayer
//   REMB  the tables in the order of ReaderTable
// clang-format on
//
// The words' vectors are those of RVEC and, for an index's own words, VECS (engine/language/word_vectors.h).

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
inline constexpr uint32_t kReaderTokens = 128;   // of all sentences together
inline constexpr uint32_t kReaderQuestion = 24;  // words of the question; later ones are not read
inline constexpr uint32_t kReaderSentences = 8;
inline constexpr uint32_t kReaderSpan = 16;      // tokens of an answer
inline constexpr uint32_t kReaderChannels = 80;  // at most; a multiple of 8
inline constexpr uint32_t kReaderDepth = 8;      // at most
inline constexpr uint32_t kReaderAlign = 32, kReaderPair = 16, kReaderFeatures = 12, kReaderGlobals = 6;
inline constexpr uint32_t kReaderTaps = 5;    // of a gated convolution
inline constexpr uint32_t kReaderDoubt = 32;  // hidden units of "no answer"
// A step at most: a block of rows through a convolution, and the question's bias for it.
static_assert(kRowsAtOnce * (2 * kReaderChannels + kReaderTaps) * kReaderChannels +
                      2 * kReaderChannels * kReaderChannels <=
                  PITH_STEP_PRODUCTS,
              "raise PITH_STEP_PRODUCTS");
// Steps at most: the question's and the context's blocks through their stages, and a few for the whole.
static_assert((kReaderQuestion / kRowsAtOnce + 1) * 3 + (kReaderTokens / kRowsAtOnce) * (kReaderDepth + 3) + 5 <=
                  PITH_MAX_STEPS,
              "raise PITH_MAX_STEPS");
inline constexpr uint32_t kReaderAnswers = 6;  // spans that a reading gives

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
  kFirstGated,  // then a convolution and its question's bias for each of the layers of `depth`
  kReaderLayers = kFirstGated + 2 * kReaderDepth
};

// Columns of the tables of a token, in the order of ReaderTable, and of all of them together.
inline constexpr uint32_t kReaderColumns[kKindTable] = {8, 8, 6, 4, 6, 6};
inline constexpr uint32_t kReaderCategories = 38;
inline constexpr uint32_t kReaderTokenInputs = kVectorSize + kReaderCategories + 1;
inline constexpr uint32_t kReaderInputs = kReaderTokenInputs + kReaderFeatures + kReaderAlign;

// A sentence to read, best first.
struct ReaderSentence {
  uint32_t article, sentence;
  uint32_t score;  // of retrieval
};

struct ReaderAnswer {
  uint32_t article, sentence;
  uint32_t first, last;  // tokens of the sentence, [first, last)
  int32_t score;         // 512 is one unit of log-odds; comparable with `none` of the same reading
  uint32_t expected;     // of ReaderWork::ExpectedF1
};

// The opened network: views of a language block's sections.
struct ReaderNetwork {
  uint32_t channels = 0, depth = 0;
  int32_t mix[5] = {}, again_none = 0;
  Layer layers[kReaderLayers];
  Embedding tables[kReaderTables];

  // False where the sections are empty, or their shapes not those of this engine. O(layers).
  bool Open(Bytes network, Bytes tables);
};

// Looks for what ReaderNetwork::Open refuses, and for bytes behind the last layer or table. O(layers).
Fault CheckNetwork(Bytes network, Bytes tables);

// Where a reader's weights and words' vectors lie.
struct ReaderSections {
  Bytes network, tables;    // RNET, REMB
  WordVectors common, own;  // RVEC, VECS

  // Those of an index and its language block; empty where it has no reader.
  static ReaderSections Of(const OpenedIndex& index);
};

// The steps of a reading, most of them for a few rows of words at a time.
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

// What a reading found. Scores: 512 is one unit of log-odds.
struct ReaderFindings {
  int32_t none;   // the score of "no answer"
  int32_t total;  // log-sum-exp of all spans' scores
  uint32_t count;
  ReaderAnswer answers[kReaderAnswers];  // best first, none overlapping another
};

// All that a reading needs, in the caller's work space. Buffers with disjoint lifetimes share storage.
struct ReaderWork {
  ReaderNetwork network;
  NetworkScratch scratch;             // `around` holds the inputs of a few tokens as well
  ReaderStage stage;                  // the next step's,
  uint32_t row, layer;                // its first row, and which of the context's layers it is in
  uint32_t sentences, tokens, words;  // counts
  int32_t weight;                     // of the question's content words, 512: a word of the greatest
  struct Kept {
    uint32_t article, sentence, rank, first, count;  // first: its first token here
    uint32_t cover;                                  // share of the question's weight, 512: all
    uint32_t share;                                  // of the best sentence's score, 512: all
  } kept[kReaderSentences];
  ReaderToken all[kReaderTokens];
  uint8_t place[kReaderTokens];       // number in `kept`
  uint32_t often[kReaderQuestion];    // summed matches of each word, 512: one
  uint8_t best[kReaderQuestion];      // the strongest match in the sentences read
  uint8_t best_any[kReaderQuestion];  // and in the articles
  int16_t closest[kReaderQuestion];   // to what was read: the strongest match or likeness of each word
  uint32_t hash[kReaderQuestion];
  int16_t similar[kReaderQuestion + kRowsAtOnce][kVectorSize];
  int16_t aligned[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t again_query[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t again_value[kReaderQuestion + kRowsAtOnce][kReaderAlign];
  int16_t before[kMaxReach * kReaderChannels];  // rows of h or u as they were before the last step
  int16_t question[kReaderChannels];
  int16_t extra[2 * kReaderChannels];
  int16_t out[kRowsAtOnce * 2 * kReaderChannels];  // outputs of a few
  int32_t start[kReaderTokens], end[kReaderTokens];
  struct Matched {
    uint8_t match[kReaderTokens][kReaderQuestion];
    int16_t attention[kReaderTokens][kReaderQuestion];
  };
  union {
    Matched by;
    int16_t pairs[kReaderTokens + kRowsAtOnce][2 * kReaderPair];  // once the layers are done
  };
  union {
    int16_t u[(kReaderQuestion + kRowsAtOnce) * kReaderChannels];  // of each word of the question, then
    int16_t h[(kReaderTokens + kRowsAtOnce) * kReaderChannels];    // what the layers make of each token
    int32_t spans[kReaderTokens][kReaderSpan];                     // once the layers are done
    Matches matches;  // of the question in one article after the other, before anything else
  };
  ReaderFindings findings;

  // The score of the tokens [first, last) of a sentence after a reading; kUnread where they were not read.
  static constexpr int32_t kUnread = -0x7FFFFFFF;
  int32_t ScoreOf(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;

  // How much of the answer these tokens are likely to say: their F1 by words against every span, weighed with its
  // probability; kCertain: all of it for sure. What one word more or less costs little is not lost to a rival that few
  // spans support (minimum Bayes risk, Kumar and Byrne 2004). O(kReaderSpan * (kReaderSpan + last - first)).
  static constexpr uint32_t kCertain = 128;
  uint32_t ExpectedF1(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;

 private:
  const Kept* Find(uint32_t article, uint32_t sentence, uint32_t first, uint32_t last) const;
};

// Begins to read `sentences` (best first, at most kReaderSentences; as many as fit kReaderTokens are read) for a
// question. False where the language block has no reader, or nothing can be read. What is
// given is needed, unchanged, until the reading's end.
bool BeginReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query,
                  const Question& question, const ReaderSentence* sentences, uint32_t count, ReaderWork* work);

// Does one step, of at most PITH_STEP_PRODUCTS multiply-adds and no loop that is longer. False when work->findings are
// there.
bool StepReading(const OpenedIndex& index, const ReaderSections& sections, const Query& query, const Question& question,
                 ReaderWork* work);

}  // namespace pith

#endif  // PITH_ENGINE_READER_READER_H_
