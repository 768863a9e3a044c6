#include "tools/compiler/models/syntax_model.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/spanning_tree.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kRowBits = SyntaxModel::kRowBits, kProduct = SyntaxModel::kProduct;
constexpr uint32_t kMaxDistance = SyntaxModel::kMaxDistance, kDistances = 2 * kMaxDistance + 1;
constexpr size_t kTables = 6;
constexpr uint32_t kFlags = 3;     // unknown, glued, root
constexpr int16_t kFlagged = 127;  // as large as the values in the tables

// The columns of the output layer, after the tags.
constexpr uint32_t kDependent = 0, kHead = kDependent + kProduct, kHeadness = kHead + kProduct,
                   kDistance = kHeadness + 1, kLabelDependent = kDistance + kDistances,
                   kLabelHead = kLabelDependent + kProduct, kNames = kLabelHead + kProduct,
                   kOutputs = kNames + kNameLabels;

Activations Columns(const Activations& all, size_t first, size_t count) {
  Activations part;
  part.Reset(all.rows, count);
  for (size_t i = 0; i < all.rows; ++i) std::copy_n(all.row(i) + first, count, part.row(i));
  return part;
}

uint32_t DistanceClass(size_t word, size_t head) {
  const auto steps = static_cast<int64_t>(head) - static_cast<int64_t>(word);
  constexpr int64_t kMost = kMaxDistance;
  return static_cast<uint32_t>(std::min(std::max(steps, -kMost), kMost) + kMost);
}

// How much more probable the tree's head of word `i` is than any other, as Token::certainty. `shift`: the bits of the
// scores' fractions.
uint8_t CertaintyOf(const ArcScores& scores, size_t i, size_t head, size_t nodes) {
  int64_t other = INT64_MIN;
  for (size_t h = 0; h < nodes; ++h) {
    if (h != head && h != i) other = std::max(other, scores.At(i, h));
  }
  if (other == INT64_MIN) return 255;
  const int64_t lead = (scores.At(i, head) - other) >> (2 * kSyntaxActivationBits - 4);
  return static_cast<uint8_t>(std::min<int64_t>(std::max<int64_t>(lead, 0), 255));
}

// Whether a word of that part of speech can have that relation. Refuses only what is nearly absent from the treebanks:
// less than one in a thousand words of the relation, and of the part of speech.
bool Agree(Pos pos, Rel rel) {
  switch (rel) {
    case Rel::kNsubj:
    case Rel::kNsubjPass:
    case Rel::kObj:
    case Rel::kIobj:
    case Rel::kObl:
    case Rel::kOblAgent:
    case Rel::kOblUnmarked:
    case Rel::kNmod:
    case Rel::kNmodPoss:
    case Rel::kNmodUnmarked:
    case Rel::kNmodDesc:
    case Rel::kAdvmod:
      return pos != Pos::kVerb && pos != Pos::kAux;
    case Rel::kCop:
    case Rel::kAux:
    case Rel::kAuxPass:
      return pos == Pos::kAux;
    case Rel::kDet:
      return pos == Pos::kDet;
    case Rel::kNummod:
      return pos == Pos::kNum;
    case Rel::kPunct:
      return pos == Pos::kPunct;
    default:
      return true;
  }
}

}  // namespace

absl::Status SyntaxModel::Open(Bytes words, Bytes tags, Bytes tables, Bytes net) {
  const absl::Status damaged = absl::DataLossError("has a network for syntax whose parts do not fit together");
  words_.rows = words.U32(0);
  words_.columns = words.U32(4);
  slot_bits_ = words.U32(8);
  if (slot_bits_ < 1 || slot_bits_ > 24 || words_.columns > kMaxSyntaxInputs) return damaged;
  slots_ = words.Sub(12, uint64_t{4} << slot_bits_);
  words_.values = words.Sub(12 + slots_.size(), uint64_t{words_.rows} * words_.columns);
  if (slots_.empty() || words_.values.empty()) return damaged;

  for (const absl::string_view name : absl::StrSplit(AsChars(tags), '\n', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(name, absl::MaxSplits('/', 1));
    tags_.push_back({PosOf(parts.first), std::string(parts.second)});
  }

  absl::StatusOr<std::vector<SyntaxTable>> opened = OpenSyntaxTables(tables);
  if (!opened.ok()) return opened.status();
  if (opened->size() != kTables + 1) return damaged;
  distances_ = opened->back();
  opened->pop_back();
  tables_ = *std::move(opened);
  uint32_t columns = words_.columns + kFlags;
  for (const SyntaxTable& table : tables_) {
    if (table.rows == 0) return damaged;
    columns += table.columns;
  }

  absl::StatusOr<std::vector<SyntaxLayer>> layers = OpenSyntaxLayers(net);
  if (!layers.ok()) return layers.status();
  if (layers->size() < 4 || distances_.columns != kProduct || distances_.rows != kDistances) return damaged;
  const size_t count = layers->size();
  const SyntaxLayer &outputs = (*layers)[count - 3], &match = (*layers)[count - 2], &label = (*layers)[count - 1];
  const uint32_t channels = layers->front().out();
  if (layers->front().in() != columns || outputs.in() != channels || outputs.out() != tags_.size() + kOutputs ||
      match.in() != kProduct || match.out() != kProduct || label.in() != kProduct || label.out() != kRelCount ||
      tags_.empty()) {
    return damaged;
  }
  for (size_t i = 1; i + 3 < count; ++i) {
    if ((*layers)[i].in() != channels || (*layers)[i].out() != channels) return damaged;
  }
  layers_ = *std::move(layers);
  return absl::OkStatus();
}

uint32_t SyntaxModel::FindWord(Feature lower) const {
  const uint64_t mask = (uint64_t{1} << slot_bits_) - 1;
  const uint32_t mark = static_cast<uint32_t>(lower & ((1u << (32 - kRowBits)) - 1));
  // Ends after one round, so a full table cannot trap the search.
  uint64_t slot = lower >> (64 - slot_bits_);
  for (uint64_t step = 0; step <= mask; ++step, slot = (slot + 1) & mask) {
    const uint32_t entry = slots_.U32(4 * slot);
    if (entry == 0) return 0;
    if (entry >> kRowBits == mark) return entry & ((1u << kRowBits) - 1);
  }
  return 0;
}

void SyntaxModel::Describe(const SentenceView& view, Activations* out) const {
  out->Reset(view.words.size() + 1, layers_.front().in());
  const uint32_t flags = words_.columns;
  out->row(0)[flags + 2] = kFlagged;
  for (size_t i = 0; i < view.words.size(); ++i) {
    const WordView& word = view.words[i];
    int16_t* row = out->row(i + 1);
    const uint32_t number = FindWord(word.lower);
    if (number == 0) {
      row[flags] = kFlagged;
    } else {
      words_.AddTo(number - 1, row);
    }
    row[flags + 1] = word.glued ? kFlagged : int16_t{0};
    const Feature hashes[kTables] = {word.suffix[1], word.suffix[2], word.suffix[3],
                                     word.prefix[2], word.shape,     static_cast<Feature>(view.style)};
    row += flags + kFlags;
    for (size_t t = 0; t < kTables; ++t) {
      tables_[t].AddTo(static_cast<uint32_t>(hashes[t] % tables_[t].rows), row);
      row += tables_[t].columns;
    }
  }
}

std::vector<WordSyntax> SyntaxModel::Read(const SentenceView& view) const {
  const size_t words = view.words.size(), nodes = words + 1;
  std::vector<WordSyntax> result(words);
  if (!loaded() || words == 0) {
    for (size_t i = 1; i < words; ++i) {
      result[i].head = static_cast<int>(i) - 1;
      result[i].rel = Rel::kDep;
    }
    return result;
  }
  Activations given, states, change, outputs;
  Describe(view, &given);
  layers_.front().Apply(given, &states);
  const size_t count = layers_.size();
  for (size_t i = 1; i + 3 < count; ++i) {
    layers_[i].Apply(states, &change);
    Rectify(&change);
    Add(change, &states);
  }
  layers_[count - 3].Apply(states, &outputs);
  const size_t tags = tags_.size();

  Activations dependent = Columns(outputs, tags + kDependent, kProduct), matched;
  Activations heads = Columns(outputs, tags + kHead, kProduct);
  Rectify(&dependent);
  Rectify(&heads);
  layers_[count - 2].Apply(dependent, &matched);
  const std::vector<int32_t> products = Products(std::move(matched), std::move(heads));
  ArcScores scores(nodes);
  for (size_t i = 1; i < nodes; ++i) {
    for (size_t h = 0; h < nodes; ++h) {
      const int64_t bias = outputs.row(h)[tags + kHeadness] + outputs.row(i)[tags + kDistance + DistanceClass(i, h)];
      scores.At(i, h) = products[i * nodes + h] + bias * (1 << kSyntaxActivationBits);
    }
  }
  const std::vector<size_t> tree = BestTree(scores);

  Activations pairs, labels;
  pairs.Reset(words, kProduct);
  for (size_t i = 0; i < words; ++i) {
    const int16_t* own = outputs.row(i + 1) + tags + kLabelDependent;
    const int16_t* of_head = outputs.row(tree[i + 1]) + tags + kLabelHead;
    int16_t* pair = pairs.row(i);
    for (size_t c = 0; c < kProduct; ++c) pair[c] = Saturate(own[c] + of_head[c]);
    distances_.AddTo(DistanceClass(i + 1, tree[i + 1]), pair);
  }
  Rectify(&pairs);
  layers_[count - 1].Apply(pairs, &labels);
  for (size_t i = 0; i < words; ++i) {
    const int16_t* tag = outputs.row(i + 1);
    const bool root = tree[i + 1] == 0;
    int16_t* label = labels.row(i);
    label[static_cast<size_t>(Rel::kRoot)] = INT16_MIN;
    result[i].tag = static_cast<int>(std::max_element(tag, tag + tags) - tag);
    result[i].rel = root ? Rel::kRoot : static_cast<Rel>(std::max_element(label, label + kRelCount) - label);
    if (!Agree(tags_[static_cast<size_t>(result[i].tag)].pos, result[i].rel)) {
      // The most probable pair that agrees; both scores are logarithms.
      int32_t most = INT32_MIN;
      for (size_t t = 0; t < tags; ++t) {
        for (int r = 0; r < kRelCount; ++r) {
          const int32_t score = tag[t] + label[r];
          if (score <= most || !Agree(tags_[t].pos, static_cast<Rel>(r))) continue;
          most = score;
          result[i].tag = static_cast<int>(t);
          result[i].rel = static_cast<Rel>(r);
        }
      }
    }
    if (!root) result[i].head = static_cast<int>(tree[i + 1]) - 1;
    result[i].certainty = CertaintyOf(scores, i + 1, tree[i + 1], nodes);
    std::copy_n(outputs.row(i + 1) + tags + kNames, kNameLabels, result[i].names.begin());
  }
  return result;
}

}  // namespace pith::compiler
