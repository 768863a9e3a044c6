// An index taken apart into tables of numbers, changed, and put together again with right checksums: how tests and
// fuzzers make files that only their content betrays. Needs nothing but the engine.

#ifndef PITH_TESTS_SUPPORT_TAKEN_APART_H_
#define PITH_TESTS_SUPPORT_TAKEN_APART_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/format/bytes.h"
#include "engine/format/crc32.h"
#include "engine/format/fields.h"
#include "engine/format/records.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith::testing {

inline Bytes BytesIn(const std::string& text) {
  return Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

inline void Append(std::string* out, uint64_t value, uint32_t bytes) {
  for (uint32_t i = 0; i < bytes; ++i) out->push_back(i < 8 ? static_cast<char>(value >> (8 * i)) : '\0');
}

// A packed table: `fields` numbers a record; or a table of bytes, which has none.
struct TakenTable {
  uint32_t fields = 0;
  std::vector<uint64_t> numbers;
  std::string bytes;  // of a table of bytes; of another one, as it was packed when it was taken
  bool changed = false;

  uint32_t size() const { return static_cast<uint32_t>(fields == 0 ? bytes.size() : numbers.size() / fields); }
  uint64_t& at(uint32_t record, uint32_t field) {
    changed = true;
    return numbers[size_t{record} * fields + field];
  }
  void Resize(uint32_t records) {
    changed = true;
    numbers.resize(size_t{records} * fields);
  }
  void Fill(uint32_t field, uint64_t value) {
    for (uint32_t i = 0; i < size(); ++i) at(i, field) = value;
  }

  static TakenTable From(Bytes bytes, uint32_t count, const FieldSizes& sizes) {
    TakenTable table;
    table.fields = sizes.count;
    table.bytes.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    uint64_t at = uint64_t{sizes.count} * 8;
    for (uint32_t i = 0; i < count && sizes.count != 0; ++i) {
      for (uint32_t f = 0; f < sizes.count; ++f) {
        const FieldWidth width(bytes.U8(f));
        uint64_t value = bytes.Bits(at, width.bits) - width.less;
        if (sizes.bytes[f] < 8) value &= (uint64_t{1} << (8 * sizes.bytes[f])) - 1;
        table.numbers.push_back(value);
        at += width.bits;
      }
    }
    return table;
  }

  // The table as a file holds it, each field as wide as its greatest number.
  std::string Packed() const {
    if (fields == 0 || !changed) return bytes;
    if (numbers.empty()) return {};
    std::vector<uint32_t> widths(fields, 0);
    for (size_t i = 0; i < numbers.size(); ++i) {
      uint32_t& width = widths[i % fields];
      while (width < 64 && numbers[i] >> width != 0) ++width;
    }
    if (std::all_of(widths.begin(), widths.end(), [](uint32_t w) { return w == 0; })) widths[0] = 1;
    std::string out;
    for (const uint32_t width : widths) out.push_back(static_cast<char>(width));
    uint64_t bits = 0;  // not yet written, fewer than 8 of them
    uint32_t count = 0;
    for (size_t i = 0; i < numbers.size(); ++i) {
      for (uint32_t left = widths[i % fields], done = 0; left != 0;) {
        const uint32_t take = std::min(left, 8 - count);
        bits |= (numbers[i] >> done & ((1u << take) - 1)) << count;
        left -= take, done += take, count += take;
        if (count == 8) out.push_back(static_cast<char>(bits)), bits = count = 0;
      }
    }
    if (count != 0) out.push_back(static_cast<char>(bits));
    return out;
  }
};

// The part of one article.
struct TakenPart {
  std::vector<TakenTable> tables;

  TakenTable& operator[](PartTable name) { return tables[static_cast<uint32_t>(name)]; }

  static TakenPart From(Bytes bytes) {
    TakenPart part;
    TablePlace places[kPartTables] = {};
    PlaceTables(bytes, places);
    for (uint32_t i = 0; i < kPartTables; ++i) {
      part.tables.push_back(
          TakenTable::From(bytes.Sub(places[i].offset, places[i].size), places[i].count, kPartFields.of[i]));
    }
    return part;
  }
  std::string Put() const {
    std::string out;
    Append(&out, 0, 4);
    Append(&out, kPartTables, 2);
    Append(&out, kPartLarge, 2);
    for (const TakenTable& table : tables) Append(&out, table.size(), 4);
    for (const TakenTable& table : tables) out += table.Packed();
    for (uint32_t i = 0; i < 4; ++i) out[i] = static_cast<char>(out.size() >> (8 * i));
    return out;
  }
};

struct TakenSection {
  uint32_t name = 0, flags = 0;
  std::string bytes;
};

// Sections behind a header and their table, as an index and a language block have them.
inline std::vector<TakenSection> TakeSections(Bytes file, uint32_t header = kHeaderBytes) {
  std::vector<TakenSection> sections;
  for (uint32_t i = 0; i < file.U32(12); ++i) {
    const SectionRecord record =
        SectionRecord::Load(file.Sub(header + uint64_t{i} * SectionRecord::kBytes, SectionRecord::kBytes));
    const Bytes bytes = file.Sub(record.offset, record.size);
    sections.push_back(
        {record.name, record.flags, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())});
  }
  return sections;
}

// `name`: what an index does not have, the hash that names a block.
inline std::string PutSections(const std::string& magic_and_version, const std::vector<TakenSection>& sections,
                               const std::string& name = "") {
  std::string table, bytes;
  const uint32_t header_bytes = name.empty() ? kHeaderBytes : kLanguageHeaderBytes;
  const uint64_t begin = header_bytes + sections.size() * uint64_t{SectionRecord::kBytes};
  for (const TakenSection& section : sections) {
    Append(&table, section.name, 4);
    Append(&table, Crc32(BytesIn(section.bytes)), 4);
    Append(&table, begin + bytes.size(), 8);
    Append(&table, section.bytes.size(), 8);
    Append(&table, section.flags, 8);
    bytes += section.bytes;
    bytes.resize((bytes.size() + 7) / 8 * 8);
  }
  std::string header = magic_and_version;
  Append(&header, sections.size(), 4);
  Append(&header, begin + bytes.size(), 8);
  header += name;
  const size_t crc_at = header.size();
  Append(&header, 0, 8);
  std::string file = header + table + bytes;
  const uint32_t crc = HeaderCrc32(BytesIn(file).Sub(0, begin), crc_at);
  for (uint32_t i = 0; i < 4; ++i) file[crc_at + i] = static_cast<char>(crc >> (8 * i));
  return file;
}

// The bytes of the section of that name; of a new one if there is none.
inline std::string& BytesOf(uint32_t name, std::vector<TakenSection>* sections) {
  const auto found = std::find_if(sections->begin(), sections->end(), [&](const auto& s) { return s.name == name; });
  if (found != sections->end()) return found->bytes;
  sections->push_back({name, 0, ""});
  return sections->back().bytes;
}

// A language block, section by section. It keeps the name that it was taken apart with, so its index still opens.
struct TakenBlock {
  std::string head, name;
  std::vector<TakenSection> sections;

  static TakenBlock From(const std::string& block) {
    return {block.substr(0, 12), block.substr(kLanguageHashAt, kLanguageHashBytes),
            TakeSections(BytesIn(block), kLanguageHeaderBytes)};
  }
  std::string& operator[](uint32_t section) { return BytesOf(section, &sections); }
  std::string Put() const { return PutSections(head, sections, name); }
};

struct TakenIndex {
  std::string head;
  std::vector<TakenSection> sections;
  std::vector<TakenPart> parts;
  TakenTable terms, postings;            // of the whole index; only with several articles
  std::vector<uint64_t> offsets, sizes;  // in place of the directory's own, where they are given

  std::string& operator[](uint32_t section) { return BytesOf(section, &sections); }

  static TakenIndex From(const std::string& file) {
    TakenIndex index;
    index.head = file.substr(0, 12);
    index.sections = TakeSections(BytesIn(file));
    const Table<DirectoryRecord> directory(BytesIn(index[kSectionDirectory]));
    for (uint32_t i = 0; i < directory.size(); ++i) {
      index.parts.push_back(
          TakenPart::From(BytesIn(index[kSectionArticles]).Sub(directory[i].offset, directory[i].size)));
    }
    const auto take = [](const std::string& bytes, const FieldSizes& sizes) {
      return TakenTable::From(BytesIn(bytes).Sub(4, bytes.size() - 4), BytesIn(bytes).U32(0), sizes);
    };
    if (index.parts.size() > 1) {
      index.terms = take(index[kSectionTerms], SizesOf<TermRecord>());
      index.postings = take(index[kSectionPostings], SizesOf<PostingRecord>());
    }
    return index;
  }

  // The file, with the parts and tables as they are now. `articles`: entries of the directory; 0: one a part.
  std::string Put() {
    std::string all, directory;
    for (size_t i = 0; i < parts.size(); ++i) {
      const std::string part = parts[i].Put();
      Append(&directory, i < offsets.size() ? offsets[i] : all.size(), 8);
      Append(&directory, i < sizes.size() ? sizes[i] : part.size(), 8);
      all += part;
      all.resize((all.size() + 7) / 8 * 8);
    }
    for (size_t i = parts.size(); i < offsets.size(); ++i) {
      Append(&directory, offsets[i], 8);
      Append(&directory, sizes[i], 8);
    }
    (*this)[kSectionArticles] = all;
    (*this)[kSectionDirectory] = directory;
    const size_t articles = directory.size() / DirectoryRecord::kBytes;
    std::string& ids = (*this)[kSectionIds];
    ids.resize(articles * NumberRecord::kBytes);
    for (uint32_t i = 0; i < 4; ++i) (*this)[kSectionMeta][56 + i] = static_cast<char>(articles >> (8 * i));
    if (terms.size() != 0) {
      const auto put = [](const TakenTable& table) {
        std::string out;
        Append(&out, table.size(), 4);
        return out + table.Packed();
      };
      (*this)[kSectionTerms] = put(terms);
      (*this)[kSectionPostings] = put(postings);
    }
    return PutSections(head, sections);
  }
};

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_TAKEN_APART_H_
