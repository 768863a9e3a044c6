// Language blocks with a section changed, and all sums right again.

#ifndef PITH_TESTS_SUPPORT_LANGUAGE_SECTIONS_H_
#define PITH_TESTS_SUPPORT_LANGUAGE_SECTIONS_H_

#include <cstdint>
#include <string>

#include "engine/format/crc32.h"
#include "engine/language/language.h"
#include "tests/support/small_index.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/language_hash.h"

namespace pith::testing {

// A section of the built language block.
inline std::string LanguageSection(const char (&name)[5]) {
  return AsString(TestLanguage().Section(FourLetters(name)));
}

// Sets the checksum of a block's header and section table right.
inline void RepairBlock(std::string* block) {
  const uint64_t table_end = kLanguageHeaderBytes + uint64_t{U32At(*block, 12)} * SectionRecord::kBytes;
  PutU32(block, kLanguageCrcAt, HeaderCrc32(AsBytes(*block).Sub(0, table_end), kLanguageCrcAt));
}

// The built language block with these bytes as a section of that name; none: without it.
inline std::string BlockWith(const char (&name)[5], const std::string* bytes) {
  const std::string& good = LanguageBlock();
  const Table<SectionRecord> sections(
      AsBytes(good).Sub(kLanguageHeaderBytes, uint64_t{U32At(good, 12)} * SectionRecord::kBytes));
  const bool there = !TestLanguage().Section(FourLetters(name)).empty();
  EXPECT_TRUE(there) << name;
  const uint32_t count = sections.size() - (there && bytes == nullptr ? 1 : 0);
  const uint64_t body_at = kLanguageHeaderBytes + uint64_t{count} * SectionRecord::kBytes;
  compiler::ByteWriter table, body;
  for (uint32_t i = 0; i < sections.size(); ++i) {
    const SectionRecord old = sections[i];
    const bool changed = old.name == FourLetters(name);
    if (changed && bytes == nullptr) continue;
    const std::string now = changed ? *bytes : good.substr(old.offset, old.size);
    table.U32(old.name).U32(Crc32(AsBytes(now))).U64(body_at + body.size()).U64(now.size()).U64(0);
    body.Raw(now).Align(8);
  }
  compiler::ByteWriter out;
  out.Raw(good.substr(0, 12)).U32(count).U64(body_at + body.size());
  out.Padded("", kLanguageHeaderBytes - kLanguageHashAt).Raw(table.bytes()).Raw(body.bytes());
  std::string block = out.Take();
  block.replace(kLanguageHashAt, kLanguageHashBytes, compiler::LanguageHash(block));
  RepairBlock(&block);
  return block;
}

inline std::string BlockWith(const char (&name)[5], const std::string& bytes) { return BlockWith(name, &bytes); }

inline std::string BlockWithout(const char (&name)[5]) { return BlockWith(name, nullptr); }

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_LANGUAGE_SECTIONS_H_
