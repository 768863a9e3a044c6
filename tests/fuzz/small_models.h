// A model file of a few kilobytes, with weights of no meaning: trees, parts of speech and names come out as they like,
// and quickly.

#ifndef PITH_TESTS_FUZZ_SMALL_MODELS_H_
#define PITH_TESTS_FUZZ_SMALL_MODELS_H_

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/model_file.h"

namespace pith::testing {

class SmallModels {
 public:
  // The sections of the file, by name, for MakeModelFile.
  std::vector<std::pair<std::string, std::string>> Sections() {
    return {{"clusters", Clusters()},
            {"words", Words()},
            {"tags", kTags},
            {"syntax.tables", Tables()},
            {"syntax.net", Network()},
            {"lemma", Classifier(3)},
            {"lemma.rules", std::string("\0\0\1\0\3\1y", 7) + std::string("\0\0", 2)},
            {"names", Classifier(compiler::kNameLabels)}};
  }

 private:
  using ByteWriter = compiler::ByteWriter;
  static constexpr uint32_t kChannels = 8, kColumns = 4, kRows = 16, kBits = 4;
  static constexpr char kTags[] =
      "VERB/VBD\nNOUN/NN\nPROPN/NNP\nADJ/JJ\nADP/IN\nDET/DT\nAUX/MD\nPRON/PRP\nNUM/CD\nPUNCT/.\nADV/RB\nPART/TO\n"
      "SCONJ/IN\nCCONJ/CC\nVERB/VBG\nSYM/$\nX/FW\n";
  static constexpr uint32_t kTagCount = 17;
  // As syntax_model.cc lays out the columns of its outputs, behind the tags.
  static constexpr uint32_t kProduct = compiler::SyntaxModel::kProduct;
  static constexpr uint32_t kDistances = 2 * compiler::SyntaxModel::kMaxDistance + 1;
  static constexpr uint32_t kOutputs = 4 * kProduct + 1 + kDistances + compiler::kNameLabels;

  uint32_t Below(uint32_t n) { return static_cast<uint32_t>(random_()) % n; }
  void Weights(uint32_t count, ByteWriter* out) {
    for (uint32_t i = 0; i < count; ++i) out->U8(static_cast<uint8_t>(Below(256)));
  }

  std::string Clusters() {
    ByteWriter out;
    out.U32(kRows);
    for (uint32_t i = 0; i < 2 * kRows; ++i) out.U16(static_cast<uint16_t>(1 + Below(4)));
    out.U32(kBits);
    for (uint32_t i = 0; i < 1u << kBits; ++i) {
      out.U16(static_cast<uint16_t>(Below(1 << 16))).U16(static_cast<uint16_t>(Below(kRows)));
    }
    return out.Take();
  }
  std::string Words() {
    ByteWriter out;
    out.U32(kRows).U32(kColumns).U32(kBits);
    for (uint32_t i = 0; i < 1u << kBits; ++i) out.U32(Below(2) == 0 ? 0 : Below(1u << 31) << 17 | (1 + Below(kRows)));
    Weights(kRows * kColumns, &out);
    return out.Take();
  }
  std::string Tables() {
    ByteWriter out;
    out.U32(7);
    for (uint32_t t = 0; t < 7; ++t) {
      const uint32_t rows = t == 6 ? kDistances : kRows, columns = t == 6 ? kProduct : kColumns;
      out.U32(rows).U32(columns).U32(2);
      Weights(rows * columns, &out);
      out.Align(4);
    }
    return out.Take();
  }
  void Layer(uint32_t in, uint32_t outs, uint32_t taps, ByteWriter* out) {
    out->U32(in).U32(outs).U32(taps).U32(1);
    for (uint32_t i = 0; i < outs; ++i) out->U32((1u << compiler::kSyntaxFactorBits) / 64);
    for (uint32_t i = 0; i < outs; ++i) out->U32(Below(512));
    Weights(in * outs * taps, out);
    out->Align(4);
  }
  std::string Network() {
    ByteWriter out;
    out.U32(5);
    Layer(kColumns + 3 + 6 * kColumns, kChannels, 1, &out);
    Layer(kChannels, kChannels, 3, &out);
    Layer(kChannels, kTagCount + kOutputs, 1, &out);
    Layer(kProduct, kProduct, 1, &out);
    Layer(kProduct, kRelCount, 1, &out);
    return out.Take();
  }
  // A record in each of 16 buckets.
  std::string Classifier(uint32_t classes) {
    ByteWriter out;
    constexpr uint32_t kRecord = 5;
    out.U32(classes).U32(kBits);
    for (uint32_t i = 0; i <= 1u << kBits; ++i) out.U32(i * kRecord);
    for (uint32_t i = 0; i < 1u << kBits; ++i) {
      out.U16(static_cast<uint16_t>(Below(1 << 16))).U8(1).U8(static_cast<uint8_t>(Below(classes)));
      Weights(1, &out);
    }
    return out.Take();
  }

  std::mt19937 random_{1};
};

}  // namespace pith::testing

#endif  // PITH_TESTS_FUZZ_SMALL_MODELS_H_
