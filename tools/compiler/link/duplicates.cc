#include "tools/compiler/link/duplicates.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "engine/format/fnv.h"
#include "engine/index/part.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kBandRows = 4;  // texts are compared if all rows of some band are the same
constexpr uint32_t kBands = kSketchBins / kBandRows;
constexpr size_t kMostCompared = 8;  // with one band: more are hardly about one thing
constexpr uint32_t kEmpty = 0xFFFFFFFF;

bool IsPartOfWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || absl::ascii_isalnum(byte);
}

// Spreads the bits of a hash over all places (the finalizer of MurmurHash3).
uint64_t Mixed(uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
  hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
  return hash ^ (hash >> 33);
}

// Calls visit(hash) for each run of kShingleWords words, or for the whole of a text that is shorter.
template <typename Visit>
void ForEachShingle(absl::string_view text, Visit visit) {
  uint64_t words[kShingleWords] = {};
  uint64_t count = 0;
  const auto shingle = [&] {
    uint64_t hash = 0;
    for (uint64_t i = 0; i < kShingleWords; ++i) hash = Mixed(hash ^ words[(count + i) % kShingleWords]);
    visit(hash);
  };
  for (size_t at = 0; at < text.size();) {
    if (!IsPartOfWord(text[at])) {
      ++at;
      continue;
    }
    uint64_t hash = kFnvStart64;
    for (; at < text.size() && IsPartOfWord(text[at]); ++at) {
      hash = FnvStep(hash, static_cast<uint64_t>(static_cast<unsigned char>(absl::ascii_tolower(text[at]))));
    }
    words[count++ % kShingleWords] = hash;
    if (count >= kShingleWords) shingle();
  }
  if (count < kShingleWords) shingle();
}

std::vector<uint64_t> ShinglesOf(absl::string_view text) {
  std::vector<uint64_t> shingles;
  ForEachShingle(text, [&](uint64_t hash) { shingles.push_back(hash); });
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::array<uint64_t, kBands> BandsOf(const Sketch& sketch) {
  std::array<uint64_t, kBands> bands;
  for (uint32_t b = 0; b < kBands; ++b) {
    bands[b] = b;
    for (uint32_t r = 0; r < kBandRows; ++r) bands[b] = Mixed(bands[b] ^ sketch[b * kBandRows + r]);
  }
  return bands;
}

uint64_t TextHash(absl::string_view text) {
  uint64_t hash = text.size();
  for (const char c : text) hash = FnvStep(hash, static_cast<uint64_t>(static_cast<unsigned char>(c)));
  return hash;
}

bool Before(const PlaceInSegments& x, const PlaceInSegments& y) {
  return std::tie(x.segment, x.article) < std::tie(y.segment, y.article);
}

// Texts that differ, and what is like them.
class Collection {
 public:
  explicit Collection(const Segments& segments) : segments_(segments) {}

  absl::string_view TextAt(const PlaceInSegments& place) const {
    Part part;
    const bool opened = part.Open(segments_[place.segment]->PartBytes(place.article));
    return opened ? AsChars(part.text) : absl::string_view();
  }

  // Whether the text is, or nearly is, that of a member; `is_near` tells which.
  std::optional<PlaceInSegments> Find(absl::string_view text, bool* is_near) const {
    *is_near = false;
    const auto same = by_text_.find(TextHash(text));
    if (same != by_text_.end() && TextAt(same->second) == text) return same->second;
    *is_near = true;
    for (const uint64_t band : BandsOf(SketchOf(text))) {
      const auto found = by_band_.find(band);
      if (found == by_band_.end()) continue;
      for (const PlaceInSegments& place : found->second) {
        if (CommonShare(text, TextAt(place)) >= kNearShare) return place;
      }
    }
    return std::nullopt;
  }

  void Add(absl::string_view text, const PlaceInSegments& place) {
    by_text_.emplace(TextHash(text), place);
    for (const uint64_t band : BandsOf(SketchOf(text))) {
      std::vector<PlaceInSegments>& places = by_band_[band];
      if (places.size() < kMostCompared) places.push_back(place);
    }
  }

 private:
  const Segments& segments_;
  absl::flat_hash_map<uint64_t, PlaceInSegments> by_text_;
  absl::flat_hash_map<uint64_t, std::vector<PlaceInSegments>> by_band_;
};

// The segment with more articles than all others together; segments.size() if there is none, or no other.
size_t LibraryAmong(const Segments& segments) {
  uint64_t all = 0;
  for (const auto& segment : segments) all += segment->kept();
  for (size_t i = 0; i < segments.size() && segments.size() > 1; ++i) {
    if (segments[i]->kept() > all - segments[i]->kept()) return i;
  }
  return segments.size();
}

template <typename Visit>
void ForEachKept(const Segments& segments, size_t number, Visit visit) {
  const Segment& segment = *segments[number];
  for (uint32_t i = 0; i < segment.size(); ++i) {
    if (segment.NumberOf(i) != kNone) visit(PlaceInSegments{number, i});
  }
}

}  // namespace

Sketch SketchOf(absl::string_view text) {
  Sketch sketch;
  sketch.fill(kEmpty);
  ForEachShingle(text, [&](uint64_t hash) {
    uint32_t& least = sketch[hash % kSketchBins];
    least = std::min(least, static_cast<uint32_t>(hash >> 32));
  });
  // A class without a run of words takes the hash of the next one that has any.
  const Sketch found = sketch;
  for (uint32_t i = 0; i < kSketchBins; ++i) {
    for (uint32_t step = 0; sketch[i] == kEmpty && step < kSketchBins; ++step) {
      sketch[i] = found[(i + step) % kSketchBins];
    }
  }
  return sketch;
}

double CommonShare(absl::string_view a, absl::string_view b) {
  const std::vector<uint64_t> of_a = ShinglesOf(a), of_b = ShinglesOf(b);
  size_t common = 0;
  for (auto x = of_a.begin(), y = of_b.begin(); x != of_a.end() && y != of_b.end();) {
    if (*x == *y)
      ++common, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return static_cast<double>(common) / static_cast<double>(of_a.size() + of_b.size() - common);
}

std::vector<Duplicate> PairsOf(const Segments& segments) {
  const size_t library = LibraryAmong(segments);
  Collection added(segments);
  std::vector<Duplicate> pairs;
  bool is_near = false;
  for (size_t s = 0; s < segments.size(); ++s) {
    if (s == library) continue;
    ForEachKept(segments, s, [&](const PlaceInSegments& place) {
      const absl::string_view text = added.TextAt(place);
      const auto earlier = added.Find(text, &is_near);
      if (earlier.has_value()) {
        pairs.push_back({place, *earlier, is_near});
      } else {
        added.Add(text, place);
      }
    });
  }
  if (library < segments.size()) {
    ForEachKept(segments, library, [&](const PlaceInSegments& place) {
      const auto other = added.Find(added.TextAt(place), &is_near);
      if (!other.has_value()) return;
      const bool is_later = Before(*other, place);
      pairs.push_back({is_later ? place : *other, is_later ? *other : place, is_near});
    });
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Duplicate& x, const Duplicate& y) { return Before(x.article, y.article); });
  return pairs;
}

}  // namespace pith::compiler
