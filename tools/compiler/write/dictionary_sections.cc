#include "tools/compiler/write/dictionary_sections.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/find/correct.h"
#include "engine/find/said_terms.h"
#include "engine/find/titles.h"
#include "engine/language/fold.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

// Strings, which must be in order, as a dictionary.
std::string WriteDictionary(const std::vector<std::string>& words) {
  ByteWriter begins, strings;
  for (const std::string& word : words) {
    Append(NumberRecord{static_cast<uint32_t>(strings.size())}, &begins);
    strings.Raw(word);
  }
  Append(NumberRecord{static_cast<uint32_t>(strings.size())}, &begins);
  const std::string table = PackSection(SizesOf<NumberRecord>(), begins.bytes());
  ByteWriter out;
  out.U32(static_cast<uint32_t>(words.size())).U32(static_cast<uint32_t>(table.size())).Raw(table);
  return out.Raw(strings.bytes()).Take();
}

}  // namespace

void DictionarySections::AddTitles(const Part& part, uint32_t article) {
  const uint32_t aliases = part.PropertiesOf(PropertyKind::kAlias).size();
  for (uint32_t i = 0; i <= aliases; ++i) {
    const FoldedTitle folded(language_, TitleOf(part, i));
    if (!folded.bytes().empty()) titles_.push_back({std::string(AsChars(folded.bytes())), article, i});
  }
}

void DictionarySections::AddSpellings(const Part& part) {
  for (uint32_t s = 0; s < part.sentences.size(); ++s) {
    for (SaidTerms terms(language_, part, part.sentences[s]); terms.Next();) {
      const FoldedWord folded(language_, terms.Text());
      if (folded.bytes().size() >= kLeastSpelled) spellings_.insert(std::string(AsChars(folded.bytes())));
    }
  }
}

void DictionarySections::WriteTitles(IndexFile* file) {
  std::sort(titles_.begin(), titles_.end(), [](const Title& x, const Title& y) {
    return std::tie(x.folded, x.article, x.alias) < std::tie(y.folded, y.article, y.alias);
  });
  ByteWriter records;
  std::vector<std::string> words;
  for (Title& title : titles_) {
    Append(TitleRecord{title.article, title.alias}, &records);
    words.push_back(std::move(title.folded));
  }
  file->Add(kSectionTitles, 0, PackSection(SizesOf<TitleRecord>(), records.bytes()));
  file->Add(kSectionTitleWords, 0, WriteDictionary(words));
}

void DictionarySections::WriteSpellings(IndexFile* file) const {
  std::vector<std::string> spellings(spellings_.begin(), spellings_.end());
  std::sort(spellings.begin(), spellings.end());
  file->Add(kSectionSpellings, 0, WriteDictionary(spellings));
}

}  // namespace pith::compiler
