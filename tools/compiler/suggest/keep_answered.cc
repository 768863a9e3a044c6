#include "tools/compiler/suggest/keep_answered.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/format/records.h"
#include "pith/pith.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kSmallBudget = 160;
constexpr size_t kTextShare = 5;
// Four questions may take more than their share of a text of 200 words.
constexpr size_t kFourQuestions = 4 * (80 + SuggestionRecord::kBytes);
constexpr size_t kSmallTextShare = 3;

constexpr int kMostWordsMore = 4, kMostIdentityWordsMore = 12;

// The bytes [begin, end) of the article, which lie in the answer's sentence; none if the range is empty.
absl::string_view TextOf(const pith_answer& answer, uint32_t begin, uint32_t end) {
  if (begin >= end || begin < answer.evidence_at.begin) return "";
  const absl::string_view evidence(answer.evidence.data, answer.evidence.size);
  const size_t at = begin - answer.evidence_at.begin;
  return at < evidence.size() ? evidence.substr(at, end - begin) : "";
}

std::vector<absl::string_view> WordsIn(absl::string_view text) {
  return absl::StrSplit(text, absl::ByAnyChar(" \t\n,"), absl::SkipEmpty());
}

int CountWords(absl::string_view text) { return static_cast<int>(WordsIn(text).size()); }

// Whether an answer says the same with and without the words before it.
bool SaysLittle(absl::string_view text, bool where = false) {
  const std::vector<absl::string_view> words = WordsIn(text);
  return std::all_of(words.begin(), words.end(), [&](absl::string_view written) {
    const std::string word = absl::AsciiStrToLower(written);
    if (where && IsOneOf(word, {"behind", "near", "beside", "between", "under", "above", "below", "outside", "inside",
                                "opposite", "next"})) {
      return true;
    }
    return IsOneOf(word, {"the", "a", "an", "about", "some", "around", "because", "since", "to", "in", "at", "on",
                          "for", "instead", "too", "so", "that", "by", "from"});
  });
}

// The words in lower case, each with a space before and after it.
std::string Plain(absl::string_view text) {
  std::string plain = " ";
  for (absl::string_view word : absl::StrSplit(text, absl::ByAnyChar(" \t\n,.?"), absl::SkipEmpty())) {
    absl::StrAppend(&plain, absl::AsciiStrToLower(word), " ");
  }
  return plain;
}

// A question and its answer in plain words.
struct PlainPair {
  uint32_t sentence;
  bool of_deed;  // asks who or what did something to whom or what
  std::string question, answer;
};

// Whether one of the questions before has the same answer, or tells that of this one, or is told by it.
bool IsRedundant(const PlainPair& one, const std::vector<PlainPair>& before) {
  int beside = 0;
  for (const PlainPair& other : before) {
    const bool same_sentence = other.sentence == one.sentence;
    beside += same_sentence;
    if (other.answer == one.answer) return true;
    if (same_sentence && other.of_deed && one.of_deed) return true;
    if (same_sentence &&
        (absl::StrContains(other.question, one.answer) || absl::StrContains(one.question, other.answer) ||
         absl::StrContains(other.answer, one.answer) || absl::StrContains(one.answer, other.answer))) {
      return true;
    }
  }
  return beside > 1;
}

class Asker {
 public:
  Asker(absl::string_view index, const Language& language) : work_(PITH_WORK_BYTES / sizeof(uint64_t)) {
    const Bytes block = language.block();
    open_ = pith_open(index.data(), index.size(), block.data(), block.size(), &index_) == PITH_OK;
  }

  // Whether the engine answers what the draft does. A longer answer, of a few words more, becomes the draft's.
  bool Answers(const SuggestionDraft& draft, Suggestion* suggestion) {
    *suggestion = draft.suggestion;
    pith_answer& answer = answer_;
    uint32_t count = 0;
    const std::string& question = suggestion->question;
    if (!open_ || pith_ask(&index_, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, work_.data(),
                           work_.size() * sizeof(uint64_t), &answer, 1, &count) != PITH_OK) {
      return false;
    }
    if (count != 1 || answer.sentence != suggestion->sentence + 1 || answer.begin >= suggestion->end ||
        suggestion->begin >= answer.end) {
      return false;
    }
    // "two" for "two helicopters"
    const bool counts = draft.kind == QuestionKind::kHowMany || draft.kind == QuestionKind::kHowMuch;
    if (answer.begin > suggestion->begin &&
        !SaysLittle(TextOf(answer, suggestion->begin, answer.begin), draft.kind == QuestionKind::kWhere)) {
      return false;
    }
    if (!counts && !SaysLittle(TextOf(answer, answer.end, suggestion->end))) return false;
    const absl::string_view before = TextOf(answer, answer.begin, suggestion->begin);
    const absl::string_view after = TextOf(answer, suggestion->end, answer.end);
    // "8 June 194" of "On 8 June 194 people came"
    const absl::string_view more = absl::StripAsciiWhitespace(after);
    if (!more.empty() && more.find_first_not_of("0123456789") == absl::string_view::npos) return false;
    const int most = draft.kind == QuestionKind::kIdentity ? kMostIdentityWordsMore : kMostWordsMore;
    // "the widow of a sexton and had": another clause
    const std::vector<absl::string_view> next = WordsIn(after);
    if (next.size() > 1 && IsOneOf(next.front(), {"and", "or", "but"})) return false;
    if (CountWords(before) > kMostWordsMore || CountWords(after) > most) return false;
    if (!SaysLittle(before)) suggestion->begin = answer.begin;
    suggestion->end = std::max(suggestion->end, answer.end);
    return true;
  }

  // What the last question that was answered has as its answer.
  absl::string_view AnswerOf(const Suggestion& suggestion) const {
    return TextOf(answer_, suggestion.begin, suggestion.end);
  }

 private:
  pith_answer answer_ = {};
  pith_index index_;
  std::vector<uint64_t> work_;
  bool open_ = false;
};

}  // namespace

size_t SuggestionBudget(size_t text_bytes) {
  const size_t most = kMaxSuggestions * (kMaxSuggestionBytes + SuggestionRecord::kBytes);
  const size_t four = std::min(kFourQuestions, text_bytes / kSmallTextShare);
  return std::min(std::max({kSmallBudget, four, text_bytes / kTextShare}), most);
}

std::vector<Suggestion> KeepAnswered(const std::vector<SuggestionDraft>& drafts, absl::string_view index,
                                     const Language& language, size_t budget) {
  Asker asker(index, language);
  std::vector<Suggestion> kept;
  std::vector<PlainPair> before;
  for (const SuggestionDraft& draft : drafts) {
    const size_t size = SuggestionRecord::kBytes + draft.suggestion.question.size();
    if (kept.size() == kMaxSuggestions) break;
    Suggestion suggestion;
    if (size > budget || !asker.Answers(draft, &suggestion)) continue;
    PlainPair one{suggestion.sentence, draft.kind == QuestionKind::kSubject || draft.kind == QuestionKind::kObject,
                  Plain(suggestion.question), Plain(asker.AnswerOf(suggestion))};
    if (IsRedundant(one, before)) continue;
    before.push_back(std::move(one));
    budget -= size;
    kept.push_back(std::move(suggestion));
  }
  return kept;
}

}  // namespace pith::compiler
