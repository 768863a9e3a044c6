// Opening an index, checking it, and describing it as a whole.

#include "engine/api/arguments.h"
#include "engine/format/records.h"
#include "engine/format/sections.h"
#include "engine/index/index.h"
#include "engine/index/members.h"
#include "engine/index/work.h"
#include "engine/verify/verify.h"
#include "pith/pith.h"

namespace pith {
namespace {

static_assert(kMajorVersion == PITH_FORMAT_MAJOR, "public");
static_assert(kMinorVersion == PITH_FORMAT_MINOR, "public");
static_assert(kLeastMinorVersion == PITH_FORMAT_LEAST_MINOR, "public");

void CopyName(uint32_t letters, char out[5]) {
  for (uint32_t i = 0; i < 4; ++i) out[i] = static_cast<char>(letters >> (8 * i) & 0xFF);
  out[4] = 0;
}

}  // namespace
}  // namespace pith

using pith::OpenedIn;
using pith::OpenedIndex;

const char* pith_version(void) { return PITH_VERSION; }

const char* pith_status_text(pith_status status) {
  switch (status) {
    case PITH_OK:
      return "no error";
    case PITH_NOT_PITH:
      return "not a Pith index or language block";
    case PITH_TOO_NEW:
      return "made for a newer version of Pith";
    case PITH_TOO_OLD:
      return "made by an earlier version of Pith: compile it again";
    case PITH_CUT_SHORT:
      return "cut short: bytes are missing at its end";
    case PITH_DAMAGED:
      return "damaged: it contradicts itself or a checksum";
    case PITH_NO_LANGUAGE:
      return "it needs a language block, and none was given";
    case PITH_WRONG_LANGUAGE:
      return "it was made with another language block than the one given";
    case PITH_WORK_TOO_SMALL:
      return "the work space is too small or not aligned to 8 bytes";
    case PITH_QUESTION_TOO_LONG:
      return "the question is too long";
    case PITH_QUESTION_EMPTY:
      return "the question has no word to look for";
    case PITH_NO_SUCH_ARTICLE:
      return "no such article";
    case PITH_SEARCH_ONLY:
      return "it was compiled for search alone, so it has no answers or facts";
    case PITH_NOT_SIGNED:
      return "it is not signed";
    case PITH_TOO_MUCH_WORK:
      return "the index asks for more work than one call does: some results may be missing";
    case PITH_INVALID_ARGUMENT:
      return "an argument is missing or out of its range";
    default:
      return "unknown status";
  }
}

pith_status pith_open(const void* file, uint64_t size, const void* language, uint64_t language_size, pith_index* out) {
  if (out == nullptr || !pith::IsText(file, size)) return PITH_INVALID_ARGUMENT;
  OpenedIndex opened;
  const pith_status status =
      pith::OpenIndex(pith::BytesOf(file, size), pith::BytesOf(language, language_size), &opened);
  // On error too: without the mark, later calls will not use it.
  pith::PlaceIn(opened, out);
  return status;
}

#if PITH_SETS
pith_status pith_open_set(pith_index* members, uint32_t count, const pith_text* withdrawn, uint32_t withdrawn_count,
                          uint32_t* left_out, uint32_t capacity, pith_index* out, pith_set_report* report) {
  pith_set_report own;
  if (report == nullptr) report = &own;
  *report = {};
  if (out == nullptr) return PITH_INVALID_ARGUMENT;
  OpenedIndex opened;
  const bool sound = members != nullptr && count != 0 && count <= PITH_MAX_MEMBERS &&
                     pith::IsRoom(withdrawn, withdrawn_count) && pith::IsRoom(left_out, capacity);
  pith_status status = PITH_INVALID_ARGUMENT;
  if (sound) {
    status = pith::OpenIndexSet(members, count, withdrawn, withdrawn_count, left_out, capacity, &opened, report);
  }
  pith::PlaceIn(opened, out);
  return status;
}
#endif

pith_status pith_verify(const pith_index* index, pith_fault* fault) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || pith::Members(*opened).IsSet()) return PITH_INVALID_ARGUMENT;
  return pith::VerifyIndex(*opened, fault);
}

pith_status pith_signed_bytes(const pith_index* index, pith_signed* out) {
  using pith::SignatureRecord;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || out == nullptr) return PITH_INVALID_ARGUMENT;
  for (uint32_t i = 0; i < opened->sections; ++i) {
    const pith::SectionRecord section = opened->Section(i);
    if (section.name != pith::kSectionSignature) continue;
    const pith::Bytes bytes = opened->file.Sub(section.offset, section.size);
    const SignatureRecord record = SignatureRecord::Load(bytes);
    if (bytes.size() != SignatureRecord::kBytes || section.offset + section.size != opened->file.size() ||
        record.version != pith::kSignatureVersion) {
      return PITH_DAMAGED;
    }
    *out = {opened->file.data(),
            section.offset + SignatureRecord::kSignatureAt,
            bytes.data() + SignatureRecord::kSignatureAt,
            bytes.data() + SignatureRecord::kKeyAt,
            record.content_version,
            opened->meta.language_hash.data()};
    return PITH_OK;
  }
  return PITH_NOT_SIGNED;
}

uint64_t pith_work_size(const pith_index* index) {
  const OpenedIndex* opened = OpenedIn(index);
  return opened == nullptr ? pith::kWorkBytes : pith::WorkBytesFor(*opened);
}

pith_status pith_get_info(const pith_index* index, pith_info* out) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || out == nullptr) return PITH_INVALID_ARGUMENT;
  out->major_version = opened->major;
  out->minor_version = opened->minor;
  out->articles = opened->size();
  out->sections = opened->sections;
  out->sentences = opened->meta.sentences;
  out->words = opened->meta.words;
  out->facts = opened->meta.facts;
  const pith::Members members(*opened);
  out->bytes = 0;
  for (uint32_t m = 0; m < members.count(); ++m) out->bytes += members[m].file.size();
  out->language_hash = opened->meta.language_hash.data();
  out->language = pith::AsText(opened->language.tag());
  out->profile = pith::AsText(opened->language.profile());
  out->threshold = opened->meta.threshold;
  out->search_only = opened->meta.contents == pith::kSearchOnly ? 1 : 0;
  return PITH_OK;
}

pith_status pith_get_section(const pith_index* index, uint32_t number, pith_section* out) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || out == nullptr || number >= opened->sections) return PITH_INVALID_ARGUMENT;
  const pith::SectionRecord record = opened->Section(number);
  pith::CopyName(record.name, out->name);
  out->bytes = record.size;
  return PITH_OK;
}
