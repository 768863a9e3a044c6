#include "tools/train/common/learner.h"

#include <algorithm>
#include <cmath>

#include "tools/compiler/byte_writer.h"

namespace pith::compiler {

void Learner::Score(absl::Span<const Feature> features, absl::Span<int32_t> scores) const {
  std::fill(scores.begin(), scores.begin() + classes_, 0);
  for (const Feature feature : features) {
    const auto it = index_.find(feature);
    if (it == index_.end()) continue;
    for (const Entry& entry : rows_[it->second]) scores[entry.cls] += entry.weight;
  }
}

void Learner::Add(std::vector<Entry>& row, int cls, int32_t delta) const {
  auto it = std::find_if(row.begin(), row.end(), [cls](const Entry& entry) { return entry.cls == cls; });
  if (it == row.end()) {
    it = row.insert(row.end(), Entry());
    it->cls = static_cast<uint8_t>(cls);
    it->stamp = now_;
  }
  it->total += static_cast<int64_t>(it->weight) * (now_ - it->stamp);
  it->stamp = now_;
  it->weight += delta;
  if (it->changes < UINT16_MAX) ++it->changes;
}

void Learner::Change(absl::Span<const Feature> features, int cls, int32_t delta) {
  for (const Feature feature : features) {
    const auto [it, added] = index_.try_emplace(feature, static_cast<uint32_t>(rows_.size()));
    if (added) rows_.emplace_back();
    Add(rows_[it->second], cls, delta);
  }
}

void Learner::Update(absl::Span<const Feature> features, int good, int bad) {
  Change(features, good, 1);
  Change(features, bad, -1);
}

std::string Learner::Section(size_t max_bytes, int min_changes) const {
  struct Weight {
    uint8_t cls;
    int8_t code;
  };
  struct Row {
    Feature feature;
    std::vector<Weight> weights;
  };
  const auto average = [this](const Entry& entry) {
    return static_cast<double>(entry.total + static_cast<int64_t>(entry.weight) * (now_ - entry.stamp)) / now_;
  };
  double largest = 1e-9;
  for (const auto& row : rows_) {
    for (const Entry& entry : row) largest = std::max(largest, std::abs(average(entry)));
  }
  std::vector<Row> rows;
  for (const auto& [feature, number] : index_) {
    Row row{feature, {}};
    for (const Entry& entry : rows_[number]) {
      if (entry.changes < min_changes) continue;
      const double value = average(entry);
      const int code = static_cast<int>(std::lround(std::sqrt(std::abs(value) / largest) * 127));
      if (code > 0) row.weights.push_back({entry.cls, static_cast<int8_t>(value < 0 ? -code : code)});
    }
    if (row.weights.empty()) continue;
    std::sort(row.weights.begin(), row.weights.end(), [](Weight a, Weight b) { return a.cls < b.cls; });
    rows.push_back(std::move(row));
  }
  // The smallest codes go first, until the rest fits.
  uint32_t bits = 0;
  for (int least = 1;; ++least) {
    size_t kept = 0, bytes = 0;
    for (Row& row : rows) {
      row.weights.erase(std::remove_if(row.weights.begin(), row.weights.end(),
                                       [least](Weight w) { return std::abs(static_cast<int>(w.code)) < least; }),
                        row.weights.end());
      if (row.weights.empty()) continue;
      ++kept;
      bytes += 3 + 2 * row.weights.size();
    }
    bits = 0;
    while (bits < 22 && (size_t{1} << bits) < kept * 3 / 4) ++bits;
    if (bytes + (size_t{4} << bits) + 12 <= max_bytes || least == 127) break;
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.feature < b.feature; });
  ByteWriter starts, records;
  uint64_t bucket = 0;
  for (const Row& row : rows) {
    if (row.weights.empty()) continue;
    for (const uint64_t of = bits == 0 ? 0 : row.feature >> (64 - bits); bucket <= of; ++bucket) {
      starts.U32(static_cast<uint32_t>(records.size()));
    }
    records.U16(static_cast<uint16_t>(row.feature)).U8(static_cast<uint8_t>(row.weights.size()));
    for (const Weight weight : row.weights) records.U8(weight.cls).U8(static_cast<uint8_t>(weight.code));
  }
  for (; bucket <= (uint64_t{1} << bits); ++bucket) starts.U32(static_cast<uint32_t>(records.size()));
  ByteWriter section;
  section.U32(static_cast<uint32_t>(classes_)).U32(bits);
  return section.Raw(starts.bytes()).Raw(records.bytes()).Take();
}

}  // namespace pith::compiler
