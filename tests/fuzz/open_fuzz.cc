// Any bytes as an index: opened with the built language block, then read by every call. The header's checksum is made
// right first, or next to nothing would open. Good seeds are small indexes made with `--language external`.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "engine/format/bytes.h"
#include "engine/format/crc32.h"
#include "engine/format/records.h"
#include "pith/pith.h"
#include "tests/fuzz/named_file.h"
#include "tests/support/call_everything.h"

namespace {

const std::string& LanguageBlock() {
  static const auto* const block = new std::string(pith::testing::ReadNamedFile("PITH_FUZZ_LANGUAGE"));
  return *block;
}

void RepairHeader(std::vector<uint8_t>* file) {
  if (file->size() < pith::kHeaderBytes) return;
  std::memcpy(file->data(), pith::kMagic, sizeof pith::kMagic);
  const pith::Bytes bytes(file->data(), file->size());
  const uint64_t table_end = pith::kHeaderBytes + uint64_t{bytes.U32(12)} * pith::SectionRecord::kBytes;
  if (table_end > file->size()) return;
  std::memset(file->data() + 24, 0, 4);
  const uint32_t crc = pith::Crc32(bytes.Sub(0, table_end));
  for (int i = 0; i < 4; ++i) (*file)[24 + i] = static_cast<uint8_t>(crc >> (8 * i));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<uint8_t> file(data, data + size);
  RepairHeader(&file);
  pith_index index;
  if (pith_open(file.data(), file.size(), LanguageBlock().data(), LanguageBlock().size(), &index) != PITH_OK) return 0;
  pith::testing::EverythingCaller caller(index);
  caller.Walk();
  for (const char* const question :
       {"Who founded the society?", "How many cars were burned on Sunday?", "wintre mils"}) {
    caller.Ask(question, std::strlen(question));
    caller.Search(question, std::strlen(question));
    caller.Summarize(question, std::strlen(question));
  }
  caller.Summarize(nullptr, 0);
  caller.Lookup("president", 9, "is", 2);
  caller.Verify();
  if (caller.broken() != nullptr) std::abort();
  return 0;
}
