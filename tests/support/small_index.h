// Small articles analyzed by hand, written and opened: what the tests of the engine and of the writer start from.

#ifndef PITH_TESTS_SUPPORT_SMALL_INDEX_H_
#define PITH_TESTS_SUPPORT_SMALL_INDEX_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/find/sentences.h"
#include "engine/format/bytes.h"
#include "engine/format/crc32.h"
#include "engine/format/records.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "engine/language/words.h"
#include "pith/pith.h"
#include "tests/support/language_block.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/part_writer.h"
#include "tools/compiler/write/suggestions.h"

namespace pith::testing {

inline std::string AsString(Bytes bytes) {
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

inline pith_text AsText(const std::string& text) { return {text.data(), static_cast<uint32_t>(text.size())}; }

inline std::string AsString(pith_text text) { return std::string(text.data, text.size); }

// An article of these sentences, joined by a space, with their tokens; every word hangs on the first.
inline compiler::Analysis Sketch(const std::string& id, std::initializer_list<std::string> sentences) {
  compiler::Analysis analysis;
  analysis.article.id = id;
  std::string& text = analysis.article.text;
  for (const std::string& sentence : sentences) {
    if (!text.empty()) text += ' ';
    compiler::Sentence& out = analysis.sentences.emplace_back();
    out.begin = static_cast<uint32_t>(text.size());
    text += sentence;
    out.end = static_cast<uint32_t>(text.size());
    WordReader reader(TestLanguage(), AsBytes(text), out.begin, out.end);
    for (Word word; reader.Next(&word);) {
      compiler::Token& token = out.tokens.emplace_back();
      token.begin = word.begin;
      token.end = word.end;
      token.head = out.tokens.size() == 1 ? -1 : 0;
    }
  }
  return analysis;
}

// The tokens that `words` covers in a sentence; the last one is its head.
inline compiler::Span SpanOf(const compiler::Analysis& analysis, uint32_t sentence, const std::string& words) {
  const compiler::Sentence& in = analysis.sentences[sentence];
  const size_t begin = analysis.article.text.find(words, in.begin), end = begin + words.size();
  compiler::Span span = {sentence, 0, 0, 0};
  for (uint32_t i = 0; i < in.tokens.size(); ++i) {
    if (in.tokens[i].begin == begin) span.first = i;
    if (in.tokens[i].end == end) span.last = i + 1;
  }
  if (end > in.end || span.last <= span.first) ADD_FAILURE() << "no such words: " << words;
  span.head = span.last - 1;
  return span;
}

// Subject, relation and object; the whole sentence proves it.
inline compiler::Fact FactOf(const compiler::Analysis& analysis, uint32_t sentence, const std::string& subject,
                             const std::string& relation, const std::string& object, uint16_t importance) {
  compiler::Fact fact;
  fact.sentence = sentence;
  fact.begin = analysis.sentences[sentence].begin;
  fact.end = analysis.sentences[sentence].end;
  fact.subject = subject;
  fact.relation = relation;
  fact.object = object;
  fact.confidence = 8000;
  fact.importance = importance;
  return fact;
}

// An article that uses every table.
inline compiler::Analysis Observatory() {
  compiler::Analysis a = Sketch("lumen", {"Ada Verne founded the Lumen Observatory (LO) in 1931.",
                                          "Its builder, Mrs Verne, made about 40 telescopes for the LO.",
                                          "According to the guide, she left Kråk on 3 May 1952."});
  a.article.title = "The Lumen Observatory";
  a.article.date = "2020-02-29";
  a.article.url = "https://example.org/lumen";
  a.article.lang = "en";
  a.article.aliases = {"The Old Dome", "Lumen"};
  a.article.tags = {"astronomy"};
  a.article.author = "A. Writer";
  a.article.licence = "CC0";
  a.article.meta = R"({"room":7})";
  a.sentences[2].paragraph = 1;
  a.importance = {9000, 5000, 3000};
  a.summary_order = {0, 2, 1};
  // Out of order on purpose: the most mentioned entity is written first.
  a.entities = {{"Lumen Observatory", NameType::kOrganization, {"LO"}},
                {"Ada Verne", NameType::kPerson, {"Mrs Verne"}}};
  a.mentions = {{SpanOf(a, 0, "Lumen Observatory"), 0, true},
                {SpanOf(a, 2, "she"), 1, false},
                {SpanOf(a, 0, "Ada Verne"), 1, true},
                {SpanOf(a, 1, "LO"), 0, true},
                {SpanOf(a, 1, "Mrs Verne"), 1, true}};
  const auto value = [&a](uint32_t sentence, const char* words, ValueKind kind) -> compiler::Value& {
    compiler::Value& out = a.values.emplace_back();
    out.span = SpanOf(a, sentence, words);
    out.kind = kind;
    return out;
  };
  value(0, "1931", ValueKind::kDate).iso = "1931";
  compiler::Value& count = value(1, "about 40 telescopes", ValueKind::kNumber);
  count.hedge = Hedge::kAbout;
  count.mantissa = 40;
  count.unit = "telescopes";
  value(2, "3 May 1952", ValueKind::kDate).iso = "1952-05-03";
  a.candidates = {{SpanOf(a, 2, "3 May 1952"), CandidateKind::kTime, 2, -1},
                  {SpanOf(a, 0, "Ada Verne"), CandidateKind::kName, -1, 1},
                  {SpanOf(a, 1, "about 40 telescopes"), CandidateKind::kNumber, 1, -1}};
  a.claims = {{a.sentences[2].begin + 24, a.sentences[2].end, "the guide"}};
  a.facts = {FactOf(a, 1, "Ada Verne", "made", "about 40 telescopes", 5000),
             FactOf(a, 0, "Ada Verne", "founded", "the Lumen Observatory", 9000),
             FactOf(a, 0, "LO", "stands for", "Lumen Observatory", 4000),
             FactOf(a, 2, "Ada Verne", "left", "Kråk", 3000),
             FactOf(a, 1, "Ada Verne", "is", "builder of the Lumen Observatory", 6000)};
  for (const int fact : {0, 1, 3, 4}) a.facts[fact].subject_entity = 1;
  a.facts[2].subject_entity = a.facts[1].object_entity = a.facts[2].object_entity = 0;
  a.facts[0].value = 1;
  a.facts[1].when = 0;
  a.facts[3].when = 2;
  a.facts[3].where = "Kråk";
  a.facts[3].attribution = "the guide";
  a.facts[3].modality = compiler::Modality::kClaimed;
  a.events = {{0, 0, a.sentences[0].begin, a.sentences[0].end}, {2, 2, a.sentences[2].begin, a.sentences[2].end}};
  return a;
}

// Another article, with a fact of the same subject.
inline compiler::Analysis Harbour() {
  compiler::Analysis a = Sketch("harbour", {"The old harbour was painted by Ada Verne."});
  a.importance = {7000};
  a.summary_order = {0};
  a.facts = {FactOf(a, 0, "Ada Verne", "painted", "the old harbour", 7000)};
  return a;
}

// Questions for the Observatory.
inline std::vector<compiler::Suggestion> SuggestionsOf(const compiler::Analysis& analysis) {
  if (analysis.article.id != "lumen") return {};
  const std::string& text = analysis.article.text;
  const auto at = [&text](const char* words) { return static_cast<uint32_t>(text.find(words)); };
  return {{"Who founded the Lumen Observatory?", 0, at("Ada Verne"), at("Ada Verne") + 9},
          {"When did Ada Verne leave Kråk?", 2, at("3 May 1952"), at("3 May 1952") + 10}};
}

inline compiler::PartInput PartOf(const compiler::Analysis& analysis) {
  auto part = compiler::WritePart(analysis, TestLanguage());
  EXPECT_TRUE(part.ok()) << part.status();
  if (part.ok()) part = compiler::AddSuggestions(*part, SuggestionsOf(analysis));
  EXPECT_TRUE(part.ok()) << part.status();
  return {analysis.article.id, part.ok() ? *part : std::string()};
}

// The same part with every field as wide as it may be: whole bytes, which tests then change at their places.
inline compiler::PartInput Widened(const compiler::PartInput& part) {
  TablePlace places[kPartTables] = {};
  EXPECT_TRUE(PlaceTables(AsBytes(part.bytes), places));
  std::vector<compiler::RawTable> tables;
  for (uint32_t i = 0; i < kPartTables; ++i) {
    const TablePlace& place = places[i];
    const std::string bytes = part.bytes.substr(place.offset, place.size);
    const FieldSizes& fields = kPartFields.of[i];
    std::string wide;
    for (uint32_t f = 0; f < fields.count && !bytes.empty(); ++f) wide += static_cast<char>(8 * fields.bytes[f]);
    uint64_t at = uint64_t{fields.count} * 8;
    for (uint32_t row = 0; row < place.count; ++row) {
      for (uint32_t f = 0; f < fields.count; ++f) {
        const FieldWidth width(AsBytes(bytes).U8(f));
        const uint64_t value = AsBytes(bytes).Bits(at, width.bits) - width.less;
        at += width.bits;
        for (uint32_t b = 0; b < fields.bytes[f]; ++b) wide += static_cast<char>(value >> (8 * b));
      }
    }
    tables.push_back({place.count, fields.count == 0 ? bytes : wide});
  }
  return {part.id, compiler::AssemblePart(tables)};
}

inline std::string IndexOf(const std::vector<compiler::Analysis>& articles, bool embed_language = false,
                           bool widened = false) {
  std::vector<compiler::PartInput> parts;
  for (const compiler::Analysis& article : articles) {
    parts.push_back(widened ? Widened(PartOf(article)) : PartOf(article));
  }
  const auto file = compiler::WriteIndex(parts, LanguageBlock(), embed_language, WordVectors());
  EXPECT_TRUE(file.ok()) << file.status();
  return file.ok() ? *file : std::string();
}

// The matches of a query in a part, misspelled words included.
inline void FindAllMatches(const Part& part, Query* query, Matches* matches) {
  const auto work = std::make_unique<FindWork>();
  Meter meter;
  OpenedIndex index = {};
  index.language = TestLanguage();
  pith::FindAllMatches(index, part, 0, query, work.get(), &meter);
  *matches = work->matches;
}

// Opens with the language block beside it; embedded blocks win.
inline pith_status Open(const std::string& file, pith_index* index) {
  return pith_open(file.data(), file.size(), LanguageBlock().data(), LanguageBlock().size(), index);
}

inline uint32_t U32At(const std::string& file, size_t at) { return AsBytes(file).U32(at); }

inline void PutU32(std::string* file, size_t at, uint32_t value) {
  for (int i = 0; i < 4; ++i) (*file)[at + i] = static_cast<char>(value >> (8 * i));
}

// The offset of the section table's entry for a section.
inline size_t EntryOf(const std::string& file, const char (&name)[5]) {
  const uint32_t sections = U32At(file, 12);
  for (uint32_t i = 0; i < sections; ++i) {
    const size_t at = kHeaderBytes + i * SectionRecord::kBytes;
    if (U32At(file, at) == FourLetters(name)) return at;
  }
  ADD_FAILURE() << "no section " << name;
  return kHeaderBytes;
}

inline SectionRecord SectionOf(const std::string& file, const char (&name)[5]) {
  return SectionRecord::Load(AsBytes(file).Sub(EntryOf(file, name), SectionRecord::kBytes));
}

// Where record `number` of a table lies in the part that begins at `part` of the file.
inline size_t RecordAt(const std::string& file, size_t part, PartTable table, size_t number) {
  TablePlace places[kPartTables] = {};
  EXPECT_TRUE(PlaceTables(AsBytes(file).Sub(part, U32At(file, part)), places));
  const TablePlace& place = places[static_cast<uint32_t>(table)];
  return part + place.offset + place.fields + number * place.row_bits / 8;
}

// Makes all checksums right again after a change, so that what lies behind them is put to the test.
inline void Repair(std::string* file) {
  const uint32_t sections = U32At(*file, 12);
  for (uint32_t i = 0; i < sections; ++i) {
    const size_t at = kHeaderBytes + i * SectionRecord::kBytes;
    const SectionRecord record = SectionRecord::Load(AsBytes(*file).Sub(at, SectionRecord::kBytes));
    PutU32(file, at + 4, Crc32(AsBytes(*file).Sub(record.offset, record.size)));
  }
  PutU32(file, 24, 0);
  PutU32(file, 24, Crc32(AsBytes(*file).Sub(0, kHeaderBytes + sections * SectionRecord::kBytes)));
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_SMALL_INDEX_H_
