#include "tools/compiler/write/index_writer.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/find/titles.h"
#include "engine/format/crc32.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/fold.h"
#include "engine/rank/weights.h"
#include "engine/reader/reader.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/pick_vectors.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

constexpr size_t kAlignment = 8;

struct Section {
  uint32_t name = 0, flags = 0;
  std::string bytes;
};

// The header and the section table, followed by the sections.
std::string Assemble(const std::vector<Section>& sections) {
  const auto aligned = [](size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; };
  ByteWriter table;
  size_t end = kHeaderBytes + sections.size() * SectionRecord::kBytes;
  for (const Section& section : sections) {
    Append(SectionRecord{section.name, Crc32(AsBytes(section.bytes)), end, section.bytes.size(), section.flags},
           &table);
    end += aligned(section.bytes.size());
  }
  const auto header = [&](uint32_t crc) {
    ByteWriter out;
    out.Raw(absl::string_view(reinterpret_cast<const char*>(kMagic), sizeof kMagic));
    out.U16(kMajorVersion).U16(kMinorVersion).U32(static_cast<uint32_t>(sections.size()));
    out.U64(end).U32(crc).U32(0);
    return out.Raw(table.bytes()).Take();
  };
  ByteWriter file;
  file.Reserve(end).Raw(header(Crc32(AsBytes(header(0)))));
  for (const Section& section : sections) file.Padded(section.bytes, aligned(section.bytes.size()));
  return file.Take();
}

// A table with the same record type as in parts, as a section of its own.
std::string PackedSection(PartTable records_of, const std::string& records) {
  ByteWriter out;
  out.U32(static_cast<uint32_t>(records.size() / RecordBytes(records_of))).Raw(PackTable(records_of, records));
  return out.Take();
}

// Which articles have a question settled by an editor.
std::string WordingSection(std::vector<WordingPlaceRecord> places) {
  std::sort(places.begin(), places.end(), [](const WordingPlaceRecord& x, const WordingPlaceRecord& y) {
    return x.key != y.key ? x.key < y.key : x.article < y.article;
  });
  ByteWriter records, out;
  for (const WordingPlaceRecord& place : places) Append(place, &records);
  constexpr FieldSizes kFields = SizesOf<WordingPlaceRecord>();
  out.U32(static_cast<uint32_t>(places.size())).Raw(PackRecords(kFields, records.bytes()));
  return out.Take();
}

// An entry of TERM and POST: which articles are about which words.
struct ArticleTerm {
  uint32_t key, article;
  uint8_t impact;
};

void WriteTerms(std::vector<ArticleTerm> all, std::vector<Section>* sections) {
  std::sort(all.begin(), all.end(), [](const ArticleTerm& x, const ArticleTerm& y) {
    return x.key != y.key ? x.key < y.key : x.article < y.article;
  });
  ByteWriter terms, postings;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i - 1].key != all[i].key) Append(TermRecord{all[i].key, static_cast<uint32_t>(i)}, &terms);
    Append(PostingRecord{all[i].article << 8 | all[i].impact}, &postings);
  }
  Append(TermRecord{kNone, static_cast<uint32_t>(all.size())}, &terms);
  sections->push_back({kSectionTerms, 0, PackedSection(PartTable::kTerms, terms.bytes())});
  sections->push_back({kSectionPostings, 0, PackedSection(PartTable::kPostings, postings.bytes())});
}

// Strings, which must be in order, as a dictionary.
std::string WriteDictionary(const std::vector<std::string>& words) {
  ByteWriter begins, strings;
  for (const std::string& word : words) {
    Append(NumberRecord{static_cast<uint32_t>(strings.size())}, &begins);
    strings.Raw(word);
  }
  Append(NumberRecord{static_cast<uint32_t>(strings.size())}, &begins);
  const std::string table = PackedSection(PartTable::kOrder, begins.bytes());
  ByteWriter out;
  out.U32(static_cast<uint32_t>(words.size())).U32(static_cast<uint32_t>(table.size())).Raw(table);
  return out.Raw(strings.bytes()).Take();
}

// Shorter words are not misspelled.
constexpr size_t kLeastSpelled = 3;

class IndexWriter {
 public:
  IndexWriter(const Language& language, const WordVectors& vectors) : language_(language), vectors_(vectors) {}

  // Makes room for parts of so many bytes in all.
  void Reserve(size_t bytes) { articles_.Reserve(bytes); }

  absl::Status Add(const PartInput& input, bool with_terms) {
    Part part;
    if (!part.Open(AsBytes(input.bytes))) {
      return absl::InvalidArgumentError(absl::StrCat("article ", input.id, ": its part is damaged"));
    }
    const Bytes id = part.StringBytes(part.head[0].id);
    if (Compare(id, AsBytes(input.id)) != 0) {
      return absl::InvalidArgumentError(absl::StrCat("article ", input.id, ": its part is another article's"));
    }
    Append(DirectoryRecord{articles_.size(), static_cast<uint32_t>(input.bytes.size()), 0}, &directory_);
    articles_.Raw(input.bytes).Align(kAlignment);
    meta_.sentences += part.sentences.size();
    meta_.words += part.head[0].words;
    meta_.facts += part.facts.size();
    const uint32_t article = meta_.articles++;
    for (uint32_t t = 0; with_terms && t < part.term_count(); ++t) {
      terms_.push_back({part.terms[t].key, article, part.ImpactOf(t)});
    }
    for (uint32_t w = 0; w < part.wordings.size(); ++w) wordings_.push_back({part.wordings[w].key, article});
    AddWords(part);
    AddTitles(part, article);
    if (with_terms) AddSpellings(part);
    return absl::OkStatus();
  }

  absl::Status Sort(const std::vector<PartInput>& parts) {
    std::vector<uint32_t> order(parts.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&parts](uint32_t x, uint32_t y) { return parts[x].id < parts[y].id; });
    for (size_t i = 0; i < order.size(); ++i) {
      if (i != 0 && parts[order[i - 1]].id == parts[order[i]].id) {
        return absl::InvalidArgumentError(absl::StrCat("two articles have the id ", parts[order[i]].id));
      }
      Append(NumberRecord{order[i]}, &ids_);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> Finish(absl::string_view language_block, bool embed_language, uint16_t threshold) {
    if (terms_.size() > kNone) return absl::InvalidArgumentError("too many words for one index");
    meta_.language_hash = language_.hash();
    meta_.threshold = threshold;
    ByteWriter meta;
    Append(meta_, &meta);
    std::vector<Section> sections;
    sections.push_back({kSectionMeta, kSectionRequired, meta.Take()});
    if (embed_language) sections.push_back({kSectionLanguage, kSectionRequired, std::string(language_block)});
    sections.push_back({kSectionDirectory, kSectionRequired, directory_.Take()});
    sections.push_back({kSectionIds, kSectionRequired, ids_.Take()});
    sections.push_back({kSectionArticles, kSectionRequired, articles_.Take()});
    if (meta_.articles >= 2) {
      WriteTerms(std::move(terms_), &sections);
    }
    WriteTitles(&sections);
    if (meta_.articles >= 2) {
      std::vector<std::string> spellings(spellings_.begin(), spellings_.end());
      std::sort(spellings.begin(), spellings.end());
      sections.push_back({kSectionSpellings, 0, WriteDictionary(spellings)});
    }
    if (meta_.articles >= 2 && !wordings_.empty()) {
      sections.push_back({kSectionWordings, 0, WordingSection(std::move(wordings_))});
    }
    if (!words_.empty()) {
      const std::vector<uint32_t> words(words_.begin(), words_.end());
      sections.push_back({kSectionVectors, 0, PickVectors(vectors_, words, false)});
    }
    return Assemble(sections);
  }

 private:
  // Collects the words of a part whose vectors the reader needs and the language block lacks.
  void AddWords(const Part& part) {
    const WordVectors common(language_.Section(kSectionCommonVectors));
    if (!common.has_book()) return;
    for (uint32_t s = 0; s < part.sentences.size(); ++s) {
      for (TokenReader reader(part, s); reader.Next();) {
        const uint32_t word = ReadToken(language_, reader.token(), reader.Text(), false).word;
        if (common.Find(word).empty() && !vectors_.Find(word).empty()) words_.insert(word);
      }
    }
  }

  void AddTitles(const Part& part, uint32_t article) {
    const uint32_t aliases = part.PropertiesOf(PropertyKind::kAlias).size();
    for (uint32_t i = 0; i <= aliases; ++i) {
      const FoldedTitle folded(language_, TitleOf(part, i));
      if (!folded.bytes().empty()) titles_.push_back({std::string(AsChars(folded.bytes())), article, i});
    }
  }

  void WriteTitles(std::vector<Section>* sections) {
    if (titles_.empty()) return;
    std::sort(titles_.begin(), titles_.end(), [](const Title& x, const Title& y) {
      return std::tie(x.folded, x.article, x.alias) < std::tie(y.folded, y.article, y.alias);
    });
    ByteWriter records;  // two numbers of 32 bits, like those of kLookup
    std::vector<std::string> words;
    for (Title& title : titles_) {
      Append(TitleRecord{title.article, title.alias}, &records);
      words.push_back(std::move(title.folded));
    }
    sections->push_back({kSectionTitles, 0, PackedSection(PartTable::kLookup, records.bytes())});
    sections->push_back({kSectionTitleWords, 0, WriteDictionary(words)});
  }

  void AddSpellings(const Part& part) {
    for (uint32_t s = 0; s < part.sentences.size(); ++s) {
      for (TokenReader reader(part, s); reader.Next();) {
        if (reader.token().term == kNoTerm) continue;
        const FoldedWord folded(language_, reader.Text());
        if (folded.bytes().size() >= kLeastSpelled) spellings_.insert(std::string(AsChars(folded.bytes())));
      }
    }
  }

  const Language& language_;
  const WordVectors& vectors_;
  absl::flat_hash_set<uint32_t> words_;
  absl::flat_hash_set<std::string> spellings_;  // folded
  struct Title {
    std::string folded;
    uint32_t article, alias;
  };
  std::vector<Title> titles_;
  MetaRecord meta_ = {};
  ByteWriter directory_, ids_, articles_;
  std::vector<ArticleTerm> terms_;
  std::vector<WordingPlaceRecord> wordings_;
};

}  // namespace

absl::StatusOr<std::string> WriteIndex(const std::vector<PartInput>& parts, absl::string_view language_block,
                                       bool embed_language, const WordVectors& vectors,
                                       std::optional<uint16_t> threshold) {
  if (parts.size() > kMaxArticles) {
    return absl::InvalidArgumentError(absl::StrCat(parts.size(), " articles, at most ", kMaxArticles, " fit"));
  }
  Language language;
  if (const pith_status status = Language::Open(AsBytes(language_block), &language); status != PITH_OK) {
    return absl::InvalidArgumentError(absl::StrCat("the language block: ", pith_status_text(status)));
  }
  IndexWriter writer(language, vectors);
  if (absl::Status status = writer.Sort(parts); !status.ok()) return status;
  size_t bytes = 0;
  for (const PartInput& part : parts) bytes += part.bytes.size() + kAlignment;
  writer.Reserve(bytes);
  for (const PartInput& part : parts) {
    if (absl::Status status = writer.Add(part, parts.size() >= 2); !status.ok()) return status;
  }
  const uint32_t learned = DefaultThreshold(language);
  return writer.Finish(language_block, embed_language, threshold.value_or(static_cast<uint16_t>(learned)));
}

}  // namespace pith::compiler
