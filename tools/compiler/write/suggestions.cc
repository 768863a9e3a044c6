#include "tools/compiler/write/suggestions.h"

#include <cstdint>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "engine/index/part.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
absl::StatusOr<std::string> AddSuggestions(absl::string_view part, const std::vector<Suggestion>& suggestions) {
  Part opened;
  if (!opened.Open(AsBytes(part)) || AsBytes(part).U16(4) <= static_cast<uint32_t>(PartTable::kSuggestions) ||
      opened.suggestions.size() != 0) {
    return absl::InternalError("suggestions for a part that has no room for them");
  }
  ByteWriter questions, records;
  for (const Suggestion& one : suggestions) {
    const SentenceRecord sentence = opened.sentences[one.sentence];
    if (one.question.empty() || one.question.size() > kMaxSuggestionBytes || suggestions.size() > kMaxSuggestions ||
        one.sentence >= opened.sentences.size() || one.begin < sentence.begin || one.begin >= one.end ||
        one.end > sentence.end) {
      return absl::InternalError(absl::StrCat("no suggestion: \"", one.question, "\""));
    }
    Append(SuggestionRecord{static_cast<uint32_t>(questions.size()), one.sentence, one.begin, one.end}, &records);
    questions.Raw(one.question);
  }
  TablePlace places[kPartTables];
  if (!PlaceTables(AsBytes(part), places)) return absl::InternalError("suggestions for a damaged part");
  std::vector<RawTable> tables;
  for (const TablePlace& place : places) {
    tables.push_back({place.count, std::string(part.substr(place.offset, place.size))});
  }
  tables[static_cast<size_t>(PartTable::kQuestions)] = {static_cast<uint32_t>(questions.size()), questions.Take()};
  tables[static_cast<size_t>(PartTable::kSuggestions)] = {static_cast<uint32_t>(suggestions.size()),
                                                          PackTable(PartTable::kSuggestions, records.bytes())};
  return AssemblePart(std::move(tables));
}

}  // namespace pith::compiler
