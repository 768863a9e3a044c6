#include "tools/compiler/suggest/suggest.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "engine/index/part.h"
#include "pith/pith.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

constexpr size_t kSmallBudget = 160;
constexpr size_t kTextShare = 5;

Bytes AsBytes(absl::string_view text) { return Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()); }

// How much a draft is wanted after those chosen so far: each of the same kind, sentence or answer makes it weigh less.
uint64_t Wanted(const SuggestionDraft& draft, const std::vector<SuggestionDraft>& chosen) {
  uint64_t weight = uint64_t{draft.importance} << 16;
  for (const SuggestionDraft& other : chosen) {
    if (other.suggestion.question == draft.suggestion.question) return 0;
    const bool same_sentence = other.suggestion.sentence == draft.suggestion.sentence;
    if (same_sentence && draft.suggestion.begin < other.suggestion.end &&
        other.suggestion.begin < draft.suggestion.end) {
      return 0;
    }
    if (other.kind == draft.kind) weight = weight * 6 / 10;
    if (same_sentence) weight = weight * 45 / 100;
  }
  return weight;
}

// An index of this one article, without its language block.
class Asker {
 public:
  Asker(absl::string_view id, absl::string_view part, const Language& language, const WordVectors& vectors)
      : work_(PITH_WORK_BYTES / 8) {
    const absl::string_view block(reinterpret_cast<const char*>(language.block().data()), language.block().size());
    absl::StatusOr<std::string> file = WriteIndex({{std::string(id), std::string(part)}}, block, false, vectors);
    if (!file.ok()) return;
    file_ = *std::move(file);
    open_ = pith_open(file_.data(), file_.size(), block.data(), block.size(), &index_) == PITH_OK;
  }

  bool Answers(const Suggestion& suggestion) {
    pith_answer answer;
    uint32_t count = 0;
    const std::string& question = suggestion.question;
    if (!open_ || pith_ask(&index_, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, work_.data(),
                           work_.size() * 8, &answer, 1, &count) != PITH_OK) {
      return false;
    }
    return count == 1 && answer.sentence == suggestion.sentence + 1 && answer.begin < suggestion.end &&
           suggestion.begin < answer.end;
  }

 private:
  std::string file_;
  pith_index index_;
  std::vector<uint64_t> work_;
  bool open_ = false;
};

}  // namespace

std::vector<SuggestionDraft> DraftSuggestions(const Analysis& analysis, const Language& language) {
  std::vector<SuggestionDraft> drafts, chosen;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    for (SuggestionDraft& draft : DraftQuestions(analysis, language, s)) drafts.push_back(std::move(draft));
  }
  while (chosen.size() < kMaxSuggestions) {
    const SuggestionDraft* best = nullptr;
    uint64_t most = 0;
    for (const SuggestionDraft& draft : drafts) {
      const uint64_t wanted = Wanted(draft, chosen);
      if (wanted > most) most = wanted, best = &draft;
    }
    if (best == nullptr) break;
    chosen.push_back(*best);
  }
  return chosen;
}

size_t SuggestionBudget(size_t text_bytes) {
  const size_t most = kMaxSuggestions * (kMaxSuggestionBytes + SuggestionRecord::kBytes);
  return std::min(std::max(kSmallBudget, text_bytes / kTextShare), most);
}

std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, const Analysis& analysis,
                                     absl::string_view part, const Language& language, const WordVectors& vectors) {
  std::vector<Suggestion> kept;
  if (drafts.empty()) return kept;
  Asker asker(analysis.article.id, part, language, vectors);
  size_t room = SuggestionBudget(analysis.article.text.size());
  for (const SuggestionDraft& draft : drafts) {
    const size_t size = SuggestionRecord::kBytes + draft.suggestion.question.size();
    if (size > room || !asker.Answers(draft.suggestion)) continue;
    room -= size;
    kept.push_back(draft.suggestion);
  }
  return kept;
}

absl::StatusOr<std::string> AddSuggestions(absl::string_view part, const std::vector<Suggestion>& suggestions) {
  Part opened;
  if (!opened.Open(AsBytes(part)) || AsBytes(part).U16(4) < kPartTables || opened.suggestions.size() != 0) {
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
  return AssemblePart(tables);
}

}  // namespace pith::compiler
