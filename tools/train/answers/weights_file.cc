#include "tools/train/answers/weights_file.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/rank/weights.h"
#include "tools/compiler/byte_writer.h"
#include "tools/language/weight_names.h"

namespace pith::train {
namespace {

bool Write(const std::string& path, const char* what, const std::vector<std::string>& names,
           const std::vector<int32_t>& numbers) {
  std::ofstream out(path);
  out << "# " << what << "\n";
  for (size_t i = 0; i < numbers.size(); ++i) out << names[i] << " " << numbers[i] << "\n";
  return out.good();
}

}  // namespace

std::vector<int32_t> ReadWeights(const std::string& path, uint32_t count) {
  std::vector<int32_t> weights;
  std::ifstream in(path);
  for (std::string line; weights.size() < count && std::getline(in, line);) {
    const std::pair<std::string, std::string> weight = absl::StrSplit(line, absl::MaxSplits(' ', 1));
    int32_t value = 0;
    if (weight.first == "#") continue;
    if (weight.first != model::WeightNames()[weights.size()] || !absl::SimpleAtoi(weight.second, &value)) break;
    weights.push_back(value);
  }
  if (weights.size() != count) {
    std::cerr << path << ": has no weight " << model::WeightNames()[weights.size()] << " in its place\n";
    std::exit(1);
  }
  return weights;
}

bool WriteWeights(const std::string& path, const std::vector<int32_t>& weights) {
  return Write(path,
               "The weights of answers, in the order of engine/rank/weights.h; made by answers.sh and join.sh in "
               "tools/train/answers.",
               model::WeightNames(), weights);
}

bool WriteWanted(const std::string& path, const std::vector<int32_t>& wanted) {
  return Write(path,
               "What each kind of question wants of a sentence (engine/find/offers.h); made by "
               "tools/train/answers/wanted.sh.",
               model::WantedNames(), wanted);
}

std::string PackWeights(const std::vector<int32_t>& weights) {
  compiler::ByteWriter packed;
  for (uint32_t i = 0; i < kWeights; ++i) packed.U32(i < weights.size() ? static_cast<uint32_t>(weights[i]) : 0);
  return std::move(packed).Take();
}

}  // namespace pith::train
