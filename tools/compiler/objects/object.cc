#include "tools/compiler/objects/object.h"

#include <memory>
#include <utility>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/format/crc32.h"
#include "engine/format/fnv.h"
#include "engine/index/index.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/corrections/corrections.h"
#include "tools/compiler/write/join.h"

namespace pith::compiler {
namespace {

constexpr uint64_t kHashBytes = 8;

uint64_t HashOn(uint64_t hash, absl::string_view text) {
  for (const char c : text) hash = FnvStep(hash, static_cast<uint64_t>(static_cast<unsigned char>(c)));
  return FnvStep(hash, uint64_t{0xFF});  // a byte that never occurs in UTF-8
}

uint64_t HashOn(uint64_t hash, const Block& block) {
  hash = HashOn(hash, block.anchor);
  for (const uint64_t number : {uint64_t{block.begin}, uint64_t{block.end}, static_cast<uint64_t>(block.kind),
                                uint64_t{block.level}, uint64_t{block.cells.size()}}) {
    hash = FnvStep(hash, number);
  }
  for (const Cell& cell : block.cells) {
    hash = FnvStep(FnvStep(FnvStep(hash, uint64_t{cell.begin}), uint64_t{cell.end}), uint64_t{cell.header});
  }
  return hash;
}

// The file of corrections as a whole: which of them are for the article shows only as it is compiled.
uint64_t HashOn(uint64_t hash, const std::shared_ptr<const Corrections>& corrections) {
  return corrections == nullptr ? hash : FnvStep(HashOn(hash, corrections->path), corrections->hash);
}

std::string OriginBytes(const Origin& origin) {
  if (origin.hash == 0 && origin.warnings.empty()) return "";
  return ByteWriter().U64(origin.hash).Raw(absl::StrJoin(origin.warnings, "\n")).Take();
}

Origin ReadOrigin(Bytes bytes) {
  Origin origin;
  origin.hash = bytes.U64(0);
  const absl::string_view lines = AsChars(bytes.Sub(kHashBytes, bytes.size() - kHashBytes));
  if (bytes.size() > kHashBytes) origin.warnings = absl::StrSplit(lines, '\n');
  return origin;
}

}  // namespace

uint64_t OriginHash(const Article& article, absl::string_view compiler) {
  uint64_t hash = HashOn(HashOn(kFnvStart64, compiler), article.corrections);
  for (const std::string* field : {&article.id, &article.text, &article.title, &article.date, &article.url,
                                   &article.lang, &article.author, &article.licence, &article.image, &article.meta}) {
    hash = HashOn(hash, *field);
  }
  for (const std::vector<std::string>* list : {&article.aliases, &article.tags}) {
    for (const std::string& value : *list) hash = HashOn(hash, value);
    hash = HashOn(hash, "");
  }
  for (const Block& block : article.blocks) hash = HashOn(hash, block);
  return hash != 0 ? hash : 1;
}

absl::StatusOr<std::string> WriteObject(absl::string_view part, const Language& language, const WordVectors& vectors,
                                        const Origin& origin) {
  Segments segments;
  segments.push_back(std::make_unique<LooseSegment>(std::vector<LoosePart>{{AsBytes(part), vectors, false}}));
  const std::string origin_bytes = OriginBytes(origin);
  JoinOptions options;
  options.language_block = AsChars(language.block());
  options.embed_language = false;
  options.origin = origin_bytes;
  StringOutput out;
  if (absl::Status status = Join(segments, options, &out); !status.ok()) return status;
  return out.Take();
}

bool ReadObject(Bytes bytes, const Language& language, bool check, Object* out) {
  OpenedIndex index;
  if (OpenIndex(bytes, language.block(), &index) != PITH_OK || index.size() != 1) return false;
  out->origin = {};
  for (uint32_t i = 0; i < index.sections; ++i) {
    const SectionRecord record = index.Section(i);
    const Bytes section = index.file.Sub(record.offset, record.size);
    if (check && Crc32(section) != record.crc32) return false;
    if (record.name == kSectionOrigin) out->origin = ReadOrigin(section);
  }
  const DirectoryRecord place = index.directory[0];
  out->size = index.file.size();
  out->part = {index.articles.Sub(place.offset, place.size), WordVectors(index.vectors, WordVectors()), true};
  return true;
}

}  // namespace pith::compiler
