// The network that reads syntax and names: word vectors and learned tables; residual convolutions along the sentence;
// and, from each word's state, its tag, its head among all words (as in the biaffine parser of Dozat and Manning 2017),
// its relation to that head, and how well each label of a name fits it. Trained by tools/train/syntax; integers only
// (syntax_network.h).
//
//   words          u32 words, u32 columns, u32 bits, 2^bits x u32 (15 bits mark, 17 bits row from 1; 0: free): open
//                  addressing by the top bits of a word's hash, marks its low bits; then i8 [words][columns]
//   tags           a line for each tag: "VERB/VBN", universal part of speech and treebank tag
//   syntax.tables  tables: endings of 2, 3 and 4 bytes, beginnings of 3, shapes, the sentence's case, and what the
//                  distance between word and head says about their relation
//   syntax.net     layers: input, convolutions, outputs, match, label

#ifndef PITH_TOOLS_COMPILER_MODELS_SYNTAX_MODEL_H_
#define PITH_TOOLS_COMPILER_MODELS_SYNTAX_MODEL_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/format/bytes.h"
#include "engine/format/kinds.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/syntax_network.h"
#include "tools/compiler/models/word_view.h"

namespace pith::compiler {

struct TreebankTag {
  Pos pos = Pos::kX;
  std::string treebank;  // "VBN"
};

// The network's results for one word.
struct WordSyntax {
  int tag = 0;
  int head = -1;  // index of a word; -1: the root
  Rel rel = Rel::kRoot;
  uint8_t certainty = 0;                        // as Token::certainty
  std::array<int16_t, kNameLabels> names = {};  // scores of the labels, as logarithms in units of 1/512
};

class SyntaxModel {
 public:
  static constexpr uint32_t kRowBits = 17;      // the bits of a slot that hold the row
  static constexpr uint32_t kMaxDistance = 32;  // greater distances are capped to this
  static constexpr uint32_t kProduct = 64;      // columns of the vectors whose product scores a head

  // Checks all shapes. The bytes of `words` and `tables` must outlive the model. DataLoss if something does not fit.
  absl::Status Open(Bytes words, Bytes tags, Bytes tables, Bytes net);

  // Whether Open has succeeded. Without a model, every word is kX and attached to the word before it.
  bool loaded() const { return !layers_.empty(); }

  const std::vector<TreebankTag>& tags() const { return tags_; }

  // A tag for each word, and one tree with exactly one root. About 6 microseconds per word; for n words, O(n^2), as
  // BestTree.
  std::vector<WordSyntax> Read(const SentenceView& view) const;

 private:
  // The row of the word with that hash, counted from 1; 0 if unknown.
  uint32_t FindWord(Feature lower) const;
  void Describe(const SentenceView& view, Activations* out) const;

  std::vector<TreebankTag> tags_;
  Bytes slots_;
  uint32_t slot_bits_ = 0;
  SyntaxTable words_, distances_;
  std::vector<SyntaxTable> tables_;
  std::vector<SyntaxLayer> layers_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SYNTAX_MODEL_H_
