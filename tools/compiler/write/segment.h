// In: indexes, or parts of articles. Out: what an index that holds all their articles is written from, read where it
// lies: nothing here grows with the articles' text.

#ifndef PITH_TOOLS_COMPILER_WRITE_SEGMENT_H_
#define PITH_TOOLS_COMPILER_WRITE_SEGMENT_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/format/bytes.h"
#include "engine/format/records.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/write/pick_vectors.h"

namespace pith::compiler {

// An entry of TERM and POST: which articles are about which words.
struct ArticleTerm {
  uint32_t key, article;
  uint8_t impact;
};

// Gives entries in order of key, then of article.
class TermCursor {
 public:
  virtual ~TermCursor() = default;
  // False after the last.
  virtual bool Next(ArticleTerm* out) = 0;
};

// Adds the codes of the words of `part` that are in `from` and that the language block lacks. O(tokens).
void AddVectorsOf(const Part& part, const Language& language, const WordVectors& from, VectorCodes* out);

// Some of an index's articles, in its order. Their numbers count from 0 within the segment, those left out included.
class Segment {
 public:
  virtual ~Segment() = default;

  virtual uint32_t size() const = 0;
  virtual Bytes PartBytes(uint32_t article) const = 0;
  // The article whose id is at `place` in the order of ids.
  virtual uint32_t ById(uint32_t place) const = 0;
  virtual std::unique_ptr<TermCursor> Terms() const = 0;
  // Adds the vectors that the reader needs for the articles that are kept.
  virtual void AddVectors(const Language& language, VectorCodes* out) const = 0;

  Bytes Id(uint32_t article) const;

  void LeaveOut(const std::vector<uint32_t>& articles);
  bool IsWhole() const { return numbers_.empty(); }
  uint32_t kept() const { return IsWhole() ? size() : kept_; }
  // The article's number among those that are kept; kNone for one that is left out.
  uint32_t NumberOf(uint32_t article) const { return IsWhole() ? article : numbers_[article]; }

 private:
  std::vector<uint32_t> numbers_;  // empty: all are kept
  uint32_t kept_ = 0;
};

// An index of several articles that was written with TERM and POST.
class IndexSegment : public Segment {
 public:
  // The index's bytes must outlive the segment.
  explicit IndexSegment(const OpenedIndex& index) : index_(index) {}

  uint32_t size() const override { return index_.size(); }
  Bytes PartBytes(uint32_t article) const override;
  uint32_t ById(uint32_t place) const override { return index_.ids[place].number; }
  std::unique_ptr<TermCursor> Terms() const override;
  void AddVectors(const Language& language, VectorCodes* out) const override;

 private:
  const OpenedIndex index_;
};

// An article without an index of several: its part, and the vectors of its words that the language block lacks.
struct LoosePart {
  Bytes part;
  WordVectors vectors;
  bool picked = true;  // whether `vectors` has only those; otherwise they are looked up for each word of the part
};

class LooseSegment : public Segment {
 public:
  // The bytes must outlive the segment. O(parts * log).
  explicit LooseSegment(std::vector<LoosePart> parts);

  uint32_t size() const override { return static_cast<uint32_t>(parts_.size()); }
  Bytes PartBytes(uint32_t article) const override { return parts_[article].part; }
  uint32_t ById(uint32_t place) const override { return by_id_[place]; }
  // Collects the terms of all parts on the first call: 12 bytes for each.
  std::unique_ptr<TermCursor> Terms() const override;
  void AddVectors(const Language& language, VectorCodes* out) const override;

 private:
  const std::vector<LoosePart> parts_;
  std::vector<uint32_t> by_id_;
  mutable std::vector<ArticleTerm> terms_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_SEGMENT_H_
