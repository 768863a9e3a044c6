#include "tools/compiler/write/join.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/find/spellings.h"
#include "engine/rank/weights.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/dictionary_sections.h"
#include "tools/compiler/write/index_file.h"
#include "tools/compiler/write/pick_vectors.h"
#include "tools/compiler/write/place_sections.h"
#include "tools/compiler/write/records.h"
#include "tools/compiler/write/term_sections.h"

namespace pith::compiler {
namespace {

class Joiner {
 public:
  Joiner(const Segments& segments, const Language& language, const JoinOptions& options)
      : segments_(segments), language_(language), options_(options), dictionaries_(language) {}

  absl::Status Run(Output* out) {
    if (absl::Status status = Count(); !status.ok()) return status;
    TermSections terms(segments_);
    const bool with_terms = meta_.articles >= 2;
    if (with_terms) {
      if (absl::Status status = terms.Measure(); !status.ok()) return status;
    }
    VectorCodes vectors;
    for (const auto& segment : segments_) segment->AddVectors(language_, &vectors);
    const uint32_t sections = 4 + options_.embed_language + 2 * with_terms + dictionaries_.has_spellings() +
                              2 * dictionaries_.has_titles() + places_.has_wordings() + places_.has_lookups() +
                              !vectors.empty() + !options_.origin.empty();
    IndexFile file(sections, out);
    WriteMeta(&file);
    if (options_.embed_language) file.Add(kSectionLanguage, kSectionRequired, options_.language_block);
    WriteDirectory(&file);
    if (absl::Status status = WriteIds(&file); !status.ok()) return status;
    WriteArticles(&file);
    if (with_terms) terms.Write(&file);
    if (dictionaries_.has_titles()) dictionaries_.WriteTitles(&file);
    if (dictionaries_.has_spellings()) dictionaries_.WriteSpellings(&file);
    if (places_.has_wordings()) places_.WriteWordings(&file);
    if (places_.has_lookups()) places_.WriteLookups(&file);
    if (!vectors.empty()) file.Add(kSectionVectors, 0, VectorTable(vectors, Bytes()));
    if (!options_.origin.empty()) file.Add(kSectionOrigin, 0, options_.origin);
    return file.Finish();
  }

 private:
  // Calls visit(segment, article) for each article that is kept, in order.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (const auto& segment : segments_) {
      for (uint32_t i = 0; i < segment->size(); ++i) {
        if (segment->NumberOf(i) != kNone) visit(*segment, i);
      }
    }
  }

  // Opens every part once and sums up what META says.
  absl::Status Count() {
    uint64_t articles = 0;
    for (const auto& segment : segments_) articles += segment->kept();
    if (articles > kMaxArticles) {
      return absl::InvalidArgumentError(absl::StrCat(articles, " articles, at most ", kMaxArticles, " fit"));
    }
    meta_.articles = static_cast<uint32_t>(articles);
    meta_.language_hash = language_.hash();
    meta_.threshold = options_.threshold.value_or(static_cast<uint16_t>(DefaultThreshold(language_)));
    absl::Status status;
    uint32_t number = 0;
    ForEach([&](const Segment& segment, uint32_t article) {
      Part part;
      if (!part.Open(segment.PartBytes(article))) {
        status.Update(absl::InvalidArgumentError(absl::StrCat("the part of article ", article, " is damaged")));
      }
      if (part.IsSearchOnly()) meta_.contents = kSearchOnly;
      meta_.sentences += part.sentences.size();
      meta_.words += part.head[0].words;
      meta_.facts += part.facts.size();
      dictionaries_.AddTitles(part, number);
      if (articles >= 2 || part.text.size() >= kLongText) dictionaries_.AddSpellings(part);
      if (articles >= 2) places_.Add(part, number, meta_.articles);
      ++number;
    });
    return status;
  }

  void WriteMeta(IndexFile* file) const {
    ByteWriter meta;
    Append(meta_, &meta);
    file->Add(kSectionMeta, kSectionRequired, meta.bytes());
  }

  void WriteDirectory(IndexFile* file) const {
    file->Begin(kSectionDirectory, kSectionRequired);
    uint64_t offset = 0;
    ForEach([&](const Segment& segment, uint32_t article) {
      const auto size = static_cast<uint32_t>(segment.PartBytes(article).size());
      ByteWriter record;
      Append(DirectoryRecord{offset, size, 0}, &record);
      file->Append(record.bytes());
      offset += (uint64_t{size} + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
    });
    file->End();
  }

  absl::Status WriteIds(IndexFile* file) const {
    std::vector<uint32_t> first(segments_.size());  // the number of each segment's first article
    for (size_t i = 1; i < first.size(); ++i) first[i] = first[i - 1] + segments_[i - 1]->kept();
    file->Begin(kSectionIds, kSectionRequired);
    IdCursor cursor(segments_);
    PlaceInSegments place;
    Bytes before, id;
    for (bool is_first = true; cursor.Next(&place, &id); is_first = false, before = id) {
      if (!is_first && Compare(before, id) == 0) {
        return absl::InvalidArgumentError(absl::StrCat("two articles have the id ", AsChars(id)));
      }
      ByteWriter record;
      Append(NumberRecord{first[place.segment] + segments_[place.segment]->NumberOf(place.article)}, &record);
      file->Append(record.bytes());
    }
    file->End();
    return absl::OkStatus();
  }

  void WriteArticles(IndexFile* file) const {
    file->Begin(kSectionArticles, kSectionRequired);
    ForEach([&](const Segment& segment, uint32_t article) {
      file->Append(AsChars(segment.PartBytes(article)));
      file->Align();
    });
    file->End();
  }

  const Segments& segments_;
  const Language& language_;
  const JoinOptions& options_;
  DictionarySections dictionaries_;
  PlaceSections places_;
  MetaRecord meta_ = {};
};

}  // namespace

IdCursor::IdCursor(const Segments& segments) : segments_(segments) {
  for (size_t i = 0; i < segments.size(); ++i) Push(i, 0);
}

bool IdCursor::After(const Head& x, const Head& y) {
  const int order = Compare(x.id, y.id);
  return order != 0 ? order > 0 : x.segment != y.segment ? x.segment > y.segment : x.place > y.place;
}

void IdCursor::Push(size_t number, uint32_t place) {
  const Segment& segment = *segments_[number];
  while (place < segment.size() && segment.NumberOf(segment.ById(place)) == kNone) ++place;
  if (place == segment.size()) return;
  heads_.push_back({segment.Id(segment.ById(place)), number, place});
  std::push_heap(heads_.begin(), heads_.end(), After);
}

bool IdCursor::Next(PlaceInSegments* place, Bytes* id) {
  if (heads_.empty()) return false;
  std::pop_heap(heads_.begin(), heads_.end(), After);
  const Head head = heads_.back();
  heads_.pop_back();
  *place = {head.segment, segments_[head.segment]->ById(head.place)};
  *id = head.id;
  Push(head.segment, head.place + 1);
  return true;
}

absl::Status Join(const Segments& segments, const JoinOptions& options, Output* out) {
  Language language;
  if (const pith_status status = Language::Open(AsBytes(options.language_block), &language); status != PITH_OK) {
    return absl::InvalidArgumentError(absl::StrCat("the language block: ", pith_status_text(status)));
  }
  return Joiner(segments, language, options).Run(out);
}

}  // namespace pith::compiler
