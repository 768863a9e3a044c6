#include "tools/compiler/link/link.h"

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/format/crc32.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/nearest.h"
#include "tools/compiler/read/place.h"
#include "tools/compiler/write/language_hash.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostTags = 10000;  // that an unknown one is compared with

absl::Status Bad(absl::string_view input, absl::string_view what) {
  return AtFile(absl::InvalidArgumentError(absl::StrCat(input, ": ", what)), input);
}

// What an index says of its language block: "en, profile standard".
std::string ProfileOf(const OpenedIndex& index) {
  return absl::StrCat(AsChars(index.language.tag()), ", profile ", AsChars(index.language.profile()));
}

class Linker {
 public:
  Linker(const std::vector<LinkInput>& inputs, const LinkOptions& options, BlockFinder find_block)
      : inputs_(inputs), options_(options), find_block_(find_block) {}

  absl::Status Run(Output* out, LinkReport* report) {
    for (size_t i = 0; i < inputs_.size(); ++i) {
      if (absl::Status status = AddInput(i); !status.ok()) return status;
      if (has_signature_) report->signed_inputs.push_back(inputs_[i].name);
    }
    EndLoose();
    if (absl::Status status = Drop(report); !status.ok()) return status;
    if (absl::Status status = Replace(report); !status.ok()) return status;
    if (!options_.tag.empty()) {
      if (absl::Status status = KeepTagged(); !status.ok()) return status;
    }
    if (options_.find_duplicates) FindDuplicates(report);
    for (const auto& segment : segments_) report->articles += segment->kept();
    if (report->articles == 0) return absl::InvalidArgumentError("no article is left to link");
    JoinOptions join;
    join.language_block = block_;
    join.embed_language = options_.embed_language;
    join.threshold = threshold_;
    return Join(segments_, join, out);
  }

 private:
  // ---- Inputs ----

  absl::Status AddInput(size_t number) {
    absl::string_view rest = inputs_[number].bytes;
    if (rest.empty()) return Bad(inputs_[number].name, "an empty file, no index");
    has_signature_ = false;
    for (uint64_t at = 0; !rest.empty();) {
      OpenedIndex index;
      absl::Status status = Open(rest, &index);
      if (status.ok()) status = Check(index);
      if (!status.ok()) {
        const std::string where = at == 0 ? "" : absl::StrCat("at byte ", at, ": ");
        return Bad(inputs_[number].name, absl::StrCat(where, status.message()));
      }
      Take(number, index);
      at += index.file.size();
      rest.remove_prefix(index.file.size());
    }
    return absl::OkStatus();
  }

  absl::Status Open(absl::string_view bytes, OpenedIndex* index) {
    pith_status status = OpenIndex(AsBytes(bytes), AsBytes(block_), index);
    if (status == PITH_NO_LANGUAGE) {
      const auto fits = [&](absl::string_view block) {
        return (status = OpenIndex(AsBytes(bytes), AsBytes(block), index)) == PITH_OK;
      };
      if (find_block_(fits).empty()) {
        return absl::InvalidArgumentError("the language block that it was compiled with is not there");
      }
    }
    if (status == PITH_NOT_PITH) return absl::InvalidArgumentError("not a Pith index; pith compile makes one");
    if (status == PITH_TOO_OLD) return absl::InvalidArgumentError("made for an older format; compile it again");
    if (status == PITH_WRONG_LANGUAGE) return OtherBlock("");
    if (status != PITH_OK) return absl::InvalidArgumentError(pith_status_text(status));
    if (index->major != kMajorVersion || index->minor > kMinorVersion) {
      return absl::InvalidArgumentError("made for a newer format than this pith writes");
    }
    if (block_.empty()) {
      block_ = AsChars(index->language.block());
      hash_ = AsChars(index->language.hash());
      if (LanguageHash(block_) != hash_) {
        return absl::InvalidArgumentError("damaged: its language block does not have the hash that names it");
      }
      threshold_ = index->meta.threshold;
      profile_ = ProfileOf(*index);
    }
    if (AsChars(index->language.hash()) != hash_) return OtherBlock(ProfileOf(*index));
    return absl::OkStatus();
  }

  absl::Status OtherBlock(absl::string_view profile) const {
    return absl::InvalidArgumentError(
        absl::StrCat("compiled with another language block", profile.empty() ? "" : " (", profile,
                     profile.empty() ? "" : ")", " than ", inputs_[0].name, " (", profile_,
                     "); compile its articles again with the pith and the --profile of the others"));
  }

  // The checksums of all sections. A language block of its own must be the one that all have.
  absl::Status Check(const OpenedIndex& index) {
    for (uint32_t i = 0; i < index.sections; ++i) {
      const SectionRecord record = index.Section(i);
      has_signature_ |= record.name == kSectionSignature;
      const Bytes section = index.file.Sub(record.offset, record.size);
      const bool good = record.name == kSectionLanguage && AsChars(section).data() != block_.data()
                            ? AsChars(section) == block_
                            : Crc32(section) == record.crc32;
      if (good) continue;
      const char name[] = {static_cast<char>(record.name), static_cast<char>(record.name >> 8),
                           static_cast<char>(record.name >> 16), static_cast<char>(record.name >> 24), '\0'};
      return absl::InvalidArgumentError(absl::StrCat("damaged: section ", name, " has another checksum"));
    }
    // Ids that rise name every article once.
    Bytes before;
    for (uint32_t i = 0; i < index.size(); ++i) {
      Part part;
      const bool opened = OpenPart(index, index.ids[i].number, &part);
      const Bytes id = opened ? part.StringBytes(part.head[0].id) : Bytes();
      if (id.empty() || (i != 0 && Compare(before, id) >= 0)) {
        return absl::InvalidArgumentError("damaged: an article cannot be read, or the ids are out of order");
      }
      before = id;
    }
    return absl::OkStatus();
  }

  // ---- Segments ----

  void Take(size_t input, const OpenedIndex& index) {
    if (index.size() == 1) {
      const DirectoryRecord record = index.directory[0];
      loose_.push_back({index.articles.Sub(record.offset, record.size), WordVectors(index.vectors, WordVectors())});
      loose_inputs_.push_back(static_cast<uint32_t>(input));
    } else if (index.size() > 1) {
      EndLoose();
      segments_.push_back(std::make_unique<IndexSegment>(index));
      segment_inputs_.push_back({static_cast<uint32_t>(input)});
    }
  }

  // Single articles that follow one another become one segment.
  void EndLoose() {
    if (loose_.empty()) return;
    segments_.push_back(std::make_unique<LooseSegment>(std::exchange(loose_, {})));
    segment_inputs_.push_back(std::exchange(loose_inputs_, {}));
  }

  const std::string& InputOf(const PlaceInSegments& place) const {
    const std::vector<uint32_t>& inputs = segment_inputs_[place.segment];
    return inputs_[inputs.size() == 1 ? inputs[0] : inputs[place.article]].name;
  }
  std::string IdOf(const PlaceInSegments& place) const {
    return std::string(AsChars(segments_[place.segment]->Id(place.article)));
  }

  void LeaveOut(const std::vector<PlaceInSegments>& places) {
    std::vector<std::vector<uint32_t>> articles(segments_.size());
    for (const PlaceInSegments& place : places) articles[place.segment].push_back(place.article);
    for (size_t i = 0; i < segments_.size(); ++i) segments_[i]->LeaveOut(articles[i]);
  }

  // ---- What is left out ----

  absl::Status Drop(LinkReport* report) {
    std::vector<PlaceInSegments> dropped;
    for (const std::string& id : options_.drop) {
      const size_t before = dropped.size();
      for (size_t s = 0; s < segments_.size(); ++s) {
        const Segment& segment = *segments_[s];
        const auto below = [&](uint32_t i) { return Compare(segment.Id(segment.ById(i)), AsBytes(id)) < 0; };
        for (uint32_t i = PartitionPoint(0, segment.size(), below);
             i < segment.size() && AsChars(segment.Id(segment.ById(i))) == id; ++i) {
          dropped.push_back({s, segment.ById(i)});
        }
      }
      if (dropped.size() != before) continue;
      if (!options_.drop_strangers) {
        return absl::InvalidArgumentError(absl::StrCat("--drop ", id, ": no input has an article of that id"));
      }
      report->strangers.push_back(id);
    }
    LeaveOut(dropped);
    return absl::OkStatus();
  }

  // Of articles with one id the last one stays; without `replace` they are an error.
  absl::Status Replace(LinkReport* report) {
    std::vector<PlaceInSegments> replaced;
    std::string first;
    PlaceInSegments place, before = {};
    Bytes id, id_before;
    IdCursor cursor(segments_);
    for (bool is_first = true; cursor.Next(&place, &id); is_first = false, before = place, id_before = id) {
      if (is_first || Compare(id, id_before) != 0) continue;
      replaced.push_back(before);
      if (replaced.size() > 1) continue;
      first = absl::StrCat(InputOf(before), " and ", InputOf(place), " both have an article \"", AsChars(id), "\"");
    }
    if (replaced.size() > 1) absl::StrAppend(&first, " (and ", replaced.size() - 1, " more)");
    if (!replaced.empty() && !options_.replace) {
      return absl::InvalidArgumentError(absl::StrCat(first, "; --replace takes the later one"));
    }
    report->replaced = replaced.size();
    report->first_replaced = std::move(first);
    LeaveOut(replaced);
    return absl::OkStatus();
  }

  absl::Status KeepTagged() {
    std::vector<PlaceInSegments> others;
    std::set<std::string> tags;  // of the others, to tell which was meant
    uint64_t kept = 0;
    for (size_t s = 0; s < segments_.size(); ++s) {
      for (uint32_t i = 0; i < segments_[s]->size(); ++i) {
        if (segments_[s]->NumberOf(i) == kNone) continue;
        if (HasTag(*segments_[s], i, &tags)) {
          ++kept;
        } else {
          others.push_back({s, i});
        }
      }
    }
    if (kept == 0) {
      return absl::InvalidArgumentError(absl::StrCat("no article has the tag \"", options_.tag, "\"",
                                                     DidYouMean(options_.tag, {tags.begin(), tags.end()})));
    }
    LeaveOut(others);
    return absl::OkStatus();
  }

  bool HasTag(const Segment& segment, uint32_t article, std::set<std::string>* tags) const {
    Part part;
    if (!part.Open(segment.PartBytes(article))) return false;
    const Range range = part.PropertiesOf(PropertyKind::kTag);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const absl::string_view tag = AsChars(part.StringBytes(part.properties[i].string));
      if (tag == options_.tag) return true;
      if (tags->size() < kMostTags) tags->emplace(tag);
    }
    return false;
  }

  void FindDuplicates(LinkReport* report) {
    std::vector<PlaceInSegments> dropped;
    for (const Duplicate& pair : PairsOf(segments_)) {
      report->duplicates.push_back(
          {IdOf(pair.article), InputOf(pair.article), IdOf(pair.of), InputOf(pair.of), pair.near});
      dropped.push_back(pair.article);
    }
    if (options_.drop_duplicates) LeaveOut(dropped);
  }

  const std::vector<LinkInput>& inputs_;
  const LinkOptions& options_;
  const BlockFinder find_block_;
  absl::string_view block_, hash_;  // of the first index; all have them
  std::string profile_;
  std::optional<uint16_t> threshold_;
  Segments segments_;
  std::vector<std::vector<uint32_t>> segment_inputs_;  // one for the segment, or one for each article
  std::vector<LoosePart> loose_;                       // of the segment to come
  std::vector<uint32_t> loose_inputs_;
  bool has_signature_ = false;  // of the input that is being added
};

}  // namespace

absl::Status Link(const std::vector<LinkInput>& inputs, const LinkOptions& options, BlockFinder find_block, Output* out,
                  LinkReport* report) {
  return Linker(inputs, options, find_block).Run(out, report);
}

}  // namespace pith::compiler
