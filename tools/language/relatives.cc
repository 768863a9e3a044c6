#include "tools/language/relatives.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "engine/language/language.h"

namespace pith::model {
namespace {

// By the strength that everyday.tsv gives: of a head in the text for its alternative in the question, and of the
// alternative in the text for the head in the question.
constexpr uint8_t kHeadStrength[kEverydayLevels + 1] = {0, 100, 160, 215};
constexpr uint8_t kAlternativeStrength[kEverydayLevels + 1] = {0, 0, 110, 190};

// The families of words, numbered by their first and most frequent word.
class Families {
 public:
  explicit Families(const Source& source) : source_(source) {
    for (const SourceWord& word : source.words) {
      if (!rank_.contains(word.family)) {
        rank_.emplace(word.family, names_.size());
        names_.push_back(word.family);
      }
      family_of_.emplace(word.word, rank_.at(word.family));
    }
  }

  static constexpr size_t kNone = ~size_t{0};

  // The number of a family by its name.
  size_t Named(const std::string& name) const {
    const auto found = rank_.find(name);
    return found == rank_.end() ? kNone : found->second;
  }

  // The number of a word's family, also of a regular form of a known word, as the engine would find it.
  size_t Of(const std::string& word) const {
    const auto role = source_.closed.find(word);
    if (role != source_.closed.end() && (role->second & (kWordStop | kWordQuestion)) != 0) return kNone;
    if (const auto found = family_of_.find(word); found != family_of_.end()) return found->second;
    for (const SourceSuffix& suffix : source_.suffixes) {
      absl::string_view stem = word;
      if (!absl::ConsumeSuffix(&stem, suffix.text) || stem.size() < suffix.min_stem) continue;
      if (suffix.undouble) {
        if (stem.size() < 2 || stem[stem.size() - 1] != stem[stem.size() - 2]) continue;
        stem.remove_suffix(1);
      }
      const auto found = family_of_.find(absl::StrCat(stem, suffix.replacement));
      if (found != family_of_.end()) return found->second;
    }
    return kNone;
  }

  const std::vector<std::string>& names() const { return names_; }

 private:
  const Source& source_;
  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, size_t> rank_, family_of_;
};

}  // namespace

std::vector<SourceRelated> JoinRelatives(const Source& source) {
  const Families families(source);
  std::vector<absl::flat_hash_map<size_t, uint8_t>> related(families.names().size());
  const auto add = [&](size_t from, size_t to, uint8_t strength) {
    if (from == Families::kNone || to == Families::kNone || from == to || strength == 0) return;
    uint8_t& known = related[from][to];
    known = std::max(known, strength);
  };
  for (const SourceRelated& line : source.related) {
    for (const auto& [other, strength] : line.others) add(families.Named(line.family), families.Named(other), strength);
  }
  for (const SourceEveryday& line : source.everyday) {
    const size_t head = families.Of(line.head);
    for (const auto& [alternative, level] : line.alternatives) {
      const size_t other = families.Of(alternative);
      add(other, head, kHeadStrength[level]);
      add(head, other, kAlternativeStrength[level]);
    }
  }
  std::vector<SourceRelated> joined;
  for (size_t family = 0; family < related.size(); ++family) {
    if (related[family].empty()) continue;
    std::vector<std::pair<size_t, uint8_t>> others(related[family].begin(), related[family].end());
    std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (others.size() > kMaxRelated) others.resize(kMaxRelated);
    SourceRelated line;
    line.family = families.names()[family];
    for (const auto& [other, strength] : others) line.others.emplace_back(families.names()[other], strength);
    joined.push_back(std::move(line));
  }
  return joined;
}

}  // namespace pith::model
