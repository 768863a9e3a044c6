// One reading, step by step; engine/reader/reader.h explains its purpose.

#ifndef PITH_ENGINE_READER_READING_H_
#define PITH_ENGINE_READER_READING_H_

#include <cstdint>

#include "engine/reader/reader.h"

namespace pith {

inline constexpr int32_t kOne = 1 << kActivationBits;

// Converts a byte to a share: 255 becomes kOne.
inline int32_t Share(uint32_t byte) { return static_cast<int32_t>((byte * 514 + 128) >> 8); }

inline int32_t Product(int32_t a, int32_t b) { return (a * b) >> kActivationBits; }

inline int32_t Dot(const int16_t* a, const int16_t* b, uint32_t size) {
  int64_t sum = 0;
  for (uint32_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return Narrow(sum >> kActivationBits);
}

class Reading {
 public:
  Reading(const OpenedIndex& index, const ReaderSections& sections, const Query& query, const Question& question,
          ReaderWork* work)
      : index_(index),
        query_(query),
        question_(question),
        common_(sections.common),
        own_(sections.own),
        kernel_(static_cast<Kernel>(index.kernel)),
        w_(*work),
        net_(work->network) {}

  // Chooses what to read, and lays it out.
  void LayOut(const ReaderSentence* sentences, uint32_t count);
  // Does the next step of work->stage.
  void Step();

 private:
  const Layer& layer(uint32_t i) const { return net_.layers[i]; }
  void Keep(const ReaderSentence& sentence, uint32_t rank, uint32_t best_score);
  void NoteMatches();
  bool WordVector(uint32_t hash, bool own, int16_t* out) const;
  void TokenInputs(const ReaderToken& token, bool own, int16_t* out) const;
  void Advance(uint32_t rows, ReaderStage next);
  void AddGated(const Layer& convolution, uint32_t rows, uint32_t first, const int16_t* extra, int16_t* h);
  void QuestionInputs(uint32_t first);
  void PoolQuestion();
  void ContextInputs(uint32_t first);
  void ContextLayer(uint32_t number, uint32_t first);
  void LookAgain(uint32_t first);
  void PoolContext();
  void ScoreEdges(uint32_t first);
  void ScoreSpans();
  void PickBest();
  void Features(uint32_t token, const int16_t* vector, int16_t* out);
  void Attend(const int16_t* logits, int32_t none, const int16_t (*values)[kReaderAlign], int16_t* out) const;
  void Most(int16_t* out) const;
  void Globals(int16_t* out) const;
  void Expected(const int32_t* scores, int16_t* out) const;
  void ScoreNone();
  template <typename Visit>
  void EachSpan(Visit visit) const;
  int32_t Weighed(uint32_t word) const { return query_.words[word].content ? Share(query_.words[word].idf) : 0; }

  const OpenedIndex& index_;
  const Query& query_;
  const Question& question_;
  const WordVectors common_, own_;
  const Kernel kernel_;
  ReaderWork& w_;
  const ReaderNetwork& net_;
};

}  // namespace pith

#endif  // PITH_ENGINE_READER_READING_H_
