// Writes what the trainers in Python have to know of the C++ code: shapes, limits, units, labels in order.
//
//   shapes_main OUT.json
//
// In: the headers that define them. Out: a JSON file, which the build puts beside the language blocks.
// Used by tools/train/common/shapes.py, so that no number or list stands in both languages.

#include <iostream>
#include <string>

#include "engine/network/network.h"
#include "engine/reader/reader.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/syntax_model.h"
#include "tools/compiler/models/word_view.h"
#include "tools/compiler/read/files.h"
#include "tools/train/common/articles.h"
#include "tools/train/rank/feature_names.h"
#include "tools/train/syntax/corpus.h"

namespace pith::train {
namespace {

using nlohmann::json;

// The names of the labels 0 .. count - 1.
template <typename Label, typename Name>
json Names(int count, Name name) {
  json names = json::array();
  for (int i = 0; i < count; ++i) names.push_back(std::string(name(static_cast<Label>(i))));
  return names;
}

// The layers that ReaderLayer numbers, by the names that network.py gives them; those of `depth` follow.
json ReaderLayers() {
  const std::string names[] = {
      "similar",    "question_in",      "question_first", "question_second", "question_pool", "align",
      "context_in", "context_question", "again_key",      "again_query",     "again_value",   "again_out",
      "pool",       "pool_out",         "edge",           "edge_question",   "pair",          "length",
      "candidate",  "none_in",          "none_out"};
  static_assert(std::size(names) == kFirstGated, "a name for each layer, in the order of ReaderLayer");
  return names;
}

// The tables of a token that ReaderTable numbers, by the names of their columns in the training data.
json ReaderTables() {
  const std::string names[] = {"suffix", "shape", "pos", "name", "rel", "class"};
  const uint32_t rows[] = {kReaderSuffixes, static_cast<uint32_t>(ReaderShape::kCount),
                           kReaderPosCount, kNameTypeCount,
                           kRelCount,       kNounClassCount};
  static_assert(std::size(names) == kKindTable && std::size(rows) == kKindTable, "a name and a size for each table");
  json tables = json::array();
  for (uint32_t i = 0; i < kKindTable; ++i) {
    tables.push_back({{"name", names[i]}, {"rows", rows[i]}, {"columns", kReaderColumns[i]}});
  }
  return tables;
}

json ReaderShapes() {
  return {{"version", kReaderVersion},
          {"tokens", kReaderTokens},
          {"question_words", kReaderQuestion},
          {"sentences", kReaderSentences},
          {"span", kReaderSpan},
          {"channels", kReaderChannels},
          {"depth", kReaderDepth},
          {"align", kReaderAlign},
          {"pair", kReaderPair},
          {"features", kReaderFeatures},
          {"globals", kReaderGlobals},
          {"taps", kReaderTaps},
          {"doubt", kReaderDoubt},
          {"vector", kVectorSize},
          {"candidate_kinds", kCandidateKindCount},
          {"ask_kinds", kAskKindCount},
          {"activation_bits", kActivationBits},
          {"factor_bits", kFactorBits},
          {"tap_bits", kTapBits},
          {"tables", ReaderTables()},
          {"layers", ReaderLayers()}};
}

json SyntaxShapes() {
  using compiler::SyntaxModel;
  return {{"activation_bits", compiler::kSyntaxActivationBits},
          {"factor_bits", compiler::kSyntaxFactorBits},
          {"row_bits", SyntaxModel::kRowBits},
          {"distances", SyntaxModel::kMaxDistance},
          {"product", SyntaxModel::kProduct}};
}

json RankShapes() {
  const auto name = [](auto feature) { return NameOf(feature); };
  return {{"features", Names<compiler::RankFeature>(compiler::kRankFeatureCount, name)},
          {"by_kind", compiler::kRankKindCount},
          {"text", Names<compiler::TextFeature>(compiler::kTextFeatureCount, name)}};
}

// A few strings with their hashes, by which a test holds tools/train/common/hashes.py to the functions here.
json HashExamples() {
  json examples = json::array();
  for (const std::string text : {"", "a", "the", "Zhanaozen", "1,000", "na\xC3\xAFve", "Article#3"}) {
    const Bytes bytes = compiler::AsBytes(text);
    examples.push_back({{"text", text},
                        {"word", HashWord(bytes)},
                        {"bytes", compiler::HashBytes(text)},
                        {"mix", compiler::Mix(compiler::HashBytes(text), 7)},
                        {"development", IsDevelopment(text)}});
  }
  return examples;
}

int Main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: shapes_main OUT.json\n";
    return 2;
  }
  const json shapes = {
      {"reader", ReaderShapes()},      {"syntax", SyntaxShapes()},
      {"rank", RankShapes()},          {"relations", Names<Rel>(kRelCount, compiler::RelName)},
      {"name_types", kNameTypeCount},  {"noun_classes", Names<NounClass>(kNounClassCount, compiler::NounClassName)},
      {"gum_dev", compiler::GumDev()}, {"gum_test", compiler::GumTest()},
      {"hashes", HashExamples()}};
  const absl::Status status = compiler::WriteFileAtomically(argv[1], shapes.dump(1) + "\n");
  if (!status.ok()) std::cerr << "shapes_main: " << status << "\n";
  return status.ok() ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
