#include "tools/language/relatives.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/language/language.h"
#include "tools/compiler/byte_writer.h"

namespace pith::model {
namespace {

using Words = std::vector<std::string>;

// What the sources say of words.
class Vocabulary {
 public:
  Vocabulary(const Source& source, const std::function<uint32_t(const std::string&)>& number_of)
      : source_(source), number_of_(number_of) {
    for (const SourceWord& word : source.words) families_.emplace(word.word, word.family);
  }

  uint16_t FlagsOf(const std::string& word) const {
    const auto role = source_.closed.find(word);
    return role == source_.closed.end() ? uint16_t{0} : role->second;
  }
  bool IsContent(const std::string& word) const { return (FlagsOf(word) & (kWordStop | kWordQuestion)) == 0; }

  // The number of a word's family, also of a regular form of a known word, as the engine finds it; 0 if there is none.
  uint32_t NumberOf(const std::string& word) const {
    if (const auto found = families_.find(word); found != families_.end()) return number_of_(found->second);
    if (source_.closed.count(word) != 0) return number_of_(word);
    for (const SourceSuffix& suffix : source_.suffixes) {
      absl::string_view stem = word;
      if (!absl::ConsumeSuffix(&stem, suffix.text) || stem.size() < suffix.min_stem) continue;
      if (suffix.undouble) {
        if (stem.size() < 2 || stem[stem.size() - 1] != stem[stem.size() - 2]) continue;
        stem.remove_suffix(1);
      }
      const auto found = families_.find(absl::StrCat(stem, suffix.replacement));
      if (found != families_.end()) return number_of_(found->second);
    }
    return 0;
  }

  // A content word, or a phrase of known words; empty if it is neither.
  Meaning MeaningOf(const Words& words) const {
    Meaning meaning;
    if (words.empty() || words.size() > kMaxPhraseWords || (words.size() == 1 && !IsContent(words[0]))) return {};
    for (const std::string& word : words) {
      meaning.push_back(NumberOf(word));
      if (meaning.back() == 0) return {};
    }
    return meaning;
  }
  Meaning MeaningOf(const std::string& words) const { return MeaningOf(Words(absl::StrSplit(words, ' '))); }

 private:
  const Source& source_;
  const std::function<uint32_t(const std::string&)>& number_of_;
  absl::flat_hash_map<std::string, std::string> families_;
};

// What a frame's pattern means, "what does X weigh": a phrase if its words stand side by side, else the question word,
// alone or with the next word, a gap, and the last word or two.
Meaning MeaningOfPattern(const Vocabulary& vocabulary, Words words) {
  constexpr uint16_t kFiller = kWordAuxiliary | kWordDeterminer | kWordPronoun;
  words.erase(words.begin(), std::find_if(words.begin(), words.end(), [](const auto& word) { return !word.empty(); }));
  while (!words.empty() && (words.back().empty() || (vocabulary.FlagsOf(words.back()) & kFiller) != 0))
    words.pop_back();
  if (words.size() <= kMaxPhraseWords && std::count(words.begin(), words.end(), "") == 0) {
    return vocabulary.MeaningOf(words);
  }
  const auto is = [&](size_t i, uint16_t flags) { return (vocabulary.FlagsOf(words[i]) & flags) != 0; };
  if (!is(0, kWordQuestion)) return {};
  const size_t opening = words[1].empty() || is(1, kFiller) ? 1 : 2;
  size_t end = words.size();
  // "the weight of X": what the last word governs is the thing asked about.
  while (end > opening + 1 && is(end - 1, kWordPreposition) && vocabulary.IsContent(words[end - 2]) &&
         end - 2 > opening) {
    --end;
  }
  if (end <= opening) return {};
  size_t begin = end - 1;
  if (begin > opening && !words[begin - 1].empty() && !is(begin - 1, kFiller) &&
      (vocabulary.IsContent(words[begin - 1]) || is(end - 1, kWordPreposition))) {
    --begin;
  }
  if (words[end - 1].empty() || (end - begin == 1 && !vocabulary.IsContent(words[begin]))) return {};
  Meaning meaning;
  for (size_t i = 0; i < end; ++i) {
    if (i >= opening && i < begin) continue;
    if (i == begin) meaning.push_back(kPhraseGap);
    const uint32_t number = vocabulary.NumberOf(words[i]);
    if (number == 0) return {};
    meaning.push_back(number);
  }
  return meaning;
}

// The fewest levels that stand for all strengths of a table with the least error (squares, weighed by frequency).
class Levels {
 public:
  explicit Levels(const MeaningTable& table) {
    std::map<uint8_t, uint64_t> counts;
    for (const auto& [from, others] : table) {
      for (const auto& [to, strength] : others) ++counts[strength];
    }
    const std::vector<std::pair<uint8_t, uint64_t>> all(counts.begin(), counts.end());
    const size_t n = all.size();
    constexpr uint64_t kFar = ~uint64_t{0} / 2;
    // best[l][i]: the least error of the first i strengths in l levels; cut[l][i]: where the last of these begins.
    std::vector<std::vector<uint64_t>> best(kRelatedLevels + 1, std::vector<uint64_t>(n + 1, kFar));
    std::vector<std::vector<size_t>> cut(kRelatedLevels + 1, std::vector<size_t>(n + 1, 0));
    best[0][0] = 0;
    const auto mean = [&all](size_t begin, size_t end) {
      uint64_t sum = 0, count = 0;
      for (size_t i = begin; i < end; ++i) sum += all[i].first * all[i].second, count += all[i].second;
      return count == 0 ? 0 : (sum + count / 2) / count;
    };
    for (uint32_t level = 1; level <= kRelatedLevels; ++level) {
      for (size_t end = 0; end <= n; ++end) {
        for (size_t begin = 0; begin <= end; ++begin) {
          const uint64_t middle = mean(begin, end);
          uint64_t error = best[level - 1][begin];
          for (size_t i = begin; i < end; ++i) {
            const uint64_t apart = all[i].first > middle ? all[i].first - middle : middle - all[i].first;
            error += apart * apart * all[i].second;
          }
          if (error < best[level][end]) best[level][end] = error, cut[level][end] = begin;
        }
      }
    }
    size_t end = n;
    for (uint32_t level = kRelatedLevels; level > 0; --level) {
      const size_t begin = cut[level][end];
      strength_[level - 1] = static_cast<uint8_t>(mean(begin, end));
      for (size_t i = begin; i < end; ++i) level_[all[i].first] = static_cast<uint8_t>(level - 1);
      end = begin;
    }
  }

  uint8_t LevelOf(uint8_t strength) const { return level_[strength]; }
  uint8_t StrengthOf(uint32_t level) const { return strength_[level]; }

 private:
  uint8_t strength_[kRelatedLevels] = {}, level_[256] = {};
};

// Bits in order, the lowest of a number first.
class BitWriter {
 public:
  void Bits(uint64_t value, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i, ++size_) {
      if (size_ % 8 == 0) bytes_.push_back('\0');
      if ((value >> i & 1) != 0) bytes_.back() = static_cast<char>(bytes_.back() | 1 << size_ % 8);
    }
  }
  uint32_t size() const { return size_; }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  uint32_t size_ = 0;
};

// The phrases of a table in the order of their buckets, and their numbers.
class PhraseTable {
 public:
  explicit PhraseTable(const MeaningTable& table) {
    std::map<Meaning, bool> phrases;  // whether texts are searched for it
    for (const auto& [from, others] : table) {
      if (from.size() > 1) phrases.emplace(from, false);
      for (const auto& [to, strength] : others) {
        if (to.size() > 1) phrases[to] = true;
      }
    }
    while ((size_t{4} << bits_) < phrases.size()) ++bits_;
    for (const auto& [phrase, in_texts] : phrases) {
      const uint32_t hash = HashPhrase(phrase.data(), static_cast<uint32_t>(phrase.size()));
      // Of two that look alike, the first is known; there are hardly any.
      by_place_.emplace(std::make_pair(hash >> (32 - bits_), hash & 0x7FFF), std::make_pair(phrase, in_texts));
    }
    uint32_t number = 0;
    for (const auto& [place, phrase] : by_place_) numbers_[phrase.first] = number++;
  }

  // The key of a family or phrase; 0 for a phrase that is not known.
  uint32_t KeyOf(const Meaning& meaning, uint32_t families) const {
    if (meaning.size() == 1) return meaning[0];
    const auto found = numbers_.find(meaning);
    return found == numbers_.end() ? 0 : families + found->second;
  }
  uint32_t size() const { return static_cast<uint32_t>(by_place_.size()); }

  std::string Write() const {
    compiler::ByteWriter buckets, entries;
    buckets.U16(static_cast<uint16_t>(bits_)).U16(0);
    auto next = by_place_.begin();
    uint16_t count = 0;
    for (uint32_t bucket = 0; bucket < 1u << bits_; ++bucket) {
      for (; next != by_place_.end() && next->first.first == bucket; ++next, ++count) {
        entries.U16(static_cast<uint16_t>(next->first.second | (next->second.second ? Phrases::kPhraseInTexts : 0)));
      }
      buckets.U16(count);
    }
    return buckets.Raw(entries.bytes()).Take();
  }

 private:
  uint32_t bits_ = 1;
  std::map<std::pair<uint32_t, uint32_t>, std::pair<Meaning, bool>> by_place_;  // bucket and mark
  std::map<Meaning, uint32_t> numbers_;
};

RelativeSections Write(const MeaningTable& table, uint32_t families) {
  const Levels levels(table);
  const PhraseTable phrases(table);
  const uint32_t lists = families + phrases.size();
  std::vector<std::vector<std::pair<uint32_t, uint8_t>>> rows(lists);
  for (const auto& [from, others] : table) {
    auto& row = rows[phrases.KeyOf(from, families)];
    for (const auto& [to, strength] : others) {
      const uint32_t key = phrases.KeyOf(to, families);
      if (key != 0) row.emplace_back(key, strength);
    }
    std::stable_sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (row.size() > kMaxRelated) row.resize(kMaxRelated);
    std::sort(row.begin(), row.end());
  }
  rows[0].clear();  // where the phrases went that are not known
  compiler::ByteWriter head;
  for (uint32_t level = 0; level < kRelatedLevels; ++level) head.U8(levels.StrengthOf(level));
  head.U32(lists);
  BitWriter bits;
  for (uint32_t key = 0; key < lists; ++key) {
    if (key % kListsInGroup == 0) head.U32(bits.size());
    const uint32_t size = static_cast<uint32_t>(rows[key].size());
    uint32_t zeros = 0;
    while ((size + 1) >> (zeros + 1) != 0) ++zeros;
    bits.Bits(uint64_t{1} << zeros, zeros + 1);
    bits.Bits(size + 1, zeros);
    const uint32_t low = RelativesBits(lists, size);
    uint32_t last = 0;
    for (const auto& [other, strength] : rows[key]) {
      const uint32_t gap = other - last - 1;
      bits.Bits((uint64_t{1} << (gap >> low)) - 1, (gap >> low) + 1);
      bits.Bits(gap, low);
      bits.Bits(levels.LevelOf(strength), 2);
      last = other;
    }
  }
  head.U32(bits.size());
  return {head.Raw(bits.bytes()).Take(), phrases.Write()};
}

}  // namespace

MeaningTable JoinRelatives(const Source& source, const std::function<uint32_t(const std::string&)>& number_of) {
  const Vocabulary vocabulary(source, number_of);
  MeaningTable table;
  const auto add = [&table](const Meaning& from, const Meaning& to, uint8_t strength) {
    if (from.empty() || to.empty() || from == to || strength == 0) return;
    // A phrase does not point to one of its own words, which stands in the question anyway.
    if (to.size() == 1 && std::find(from.begin(), from.end(), to[0]) != from.end()) return;
    uint8_t& known = table[from][to];
    known = std::max(known, strength);
  };
  const SourceStrengths& strengths = source.strengths;
  for (const SourceRelated& line : source.related) {
    const uint32_t family = number_of(line.family);
    if (family == 0) continue;
    for (const auto& [name, written] : line.others) {
      const uint32_t other = number_of(name);
      if (other != 0) add({family}, {other}, strengths.dictionary == 0 ? written : strengths.dictionary);
    }
  }
  for (const SourceEveryday& line : source.everyday) {
    const Meaning head = vocabulary.MeaningOf(line.head);
    for (const auto& [alternative, level] : line.alternatives) {
      const Meaning other = vocabulary.MeaningOf(alternative);
      add(other, head, other.size() > 1 ? strengths.phrase[level] : strengths.head[level]);
      add(head, other, other.size() > 1 ? strengths.text_phrase[level] : strengths.alternative[level]);
    }
  }
  for (const SourceFrame& frame : source.frames) {
    for (const Words& pattern : frame.patterns) {
      const Meaning asked = MeaningOfPattern(vocabulary, pattern);
      for (size_t i = 0; i < frame.cues.size(); ++i) {
        add(asked, vocabulary.MeaningOf(frame.cues[i]), i < kStrongCues ? strengths.strong_cue : strengths.cue);
      }
    }
  }
  return table;
}

RelativeSections WriteRelatives(const MeaningTable& table, uint32_t families, uint64_t budget) {
  for (uint32_t known = families;; known -= known / 8) {
    MeaningTable kept;
    for (const auto& [from, others] : table) {
      if (*std::max_element(from.begin(), from.end()) < known) kept.emplace(from, others);
    }
    RelativeSections sections = Write(kept, families);
    if (sections.near.size() + sections.phrases.size() <= budget) return sections;
    if (known < 8) return {};
  }
}

std::string WriteOpposites(const Source& source, const std::function<uint32_t(const std::string&)>& number_of) {
  MeaningTable pairs;
  for (const auto& [a, b] : source.opposites) {
    const auto [low, high] = std::minmax({number_of(a), number_of(b)});
    if (low != 0 && low != high) pairs[{low, high}];
  }
  return PhraseTable(pairs).Write();
}

}  // namespace pith::model
