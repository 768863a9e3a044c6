// One sentence while questions are made of it: its reading, the phrases that a question may hold, the drafts so far.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/suggest/suggestion_draft.h"
#include "tools/compiler/suggest/wording.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Refers to the analysis, which must outlive it.
class AskedSentence {
 public:
  AskedSentence(const Analysis& analysis, const Language& language, uint32_t sentence)
      : analysis_(analysis),
        language_(language),
        number_(sentence),
        reading_(analysis, sentence),
        tree_(reading_.tree()) {}

  const Analysis& analysis() const { return analysis_; }
  const Language& language() const { return language_; }
  const SentenceReading& reading() const { return reading_; }
  const Tree& tree() const { return tree_; }
  uint32_t number() const { return number_; }
  const Value& value(int number) const { return analysis_.values[static_cast<size_t>(number)]; }
  // The drafts, which are moved out.
  std::vector<SuggestionDraft> Take() { return std::move(drafts_); }

  // The importance of the best sure fact that rests on token i; 0: none.
  uint32_t ImportanceAt(int i) const;
  // The words of the phrase headed by `i`, without the parts that `drop` names; none where they are too long or a
  // clause would be cut off. `self` as of WordPhrase.
  std::optional<Wording> Phrase(int i, uint32_t drop, int self) const;

  // "in response", "in contrast": a singular noun without anything else.
  bool IsBare(int i) const;
  // "fisherman": a noun for a person without an article, which is misread.
  bool IsNobody(int i) const { return IsBare(i) && IsPersonal(reading_, language_, i); }
  // Whether a name is surely what its type says: one of two words, one that "he" goes with, an acronym.
  bool IsTypeSure(int i) const;
  // "yesterday", "last week", "two years ago": no answer to readers who do not know when the article was written.
  bool IsRelativeTime(const Span& span) const;
  // The phrase of "33 police cars" without its number; empty where it is not counted.
  std::string Counted(int noun, int value) const;

  // Keeps a question (given without its mark) that the tokens or bytes answer, unless it gives its answer away or
  // cannot be read by itself. `words` tells what is in the question; its text and tokens are not looked at.
  void Emit(QuestionKind kind, uint32_t importance, std::string question, const std::vector<int>& answer,
            const Wording& words);
  void EmitBytes(QuestionKind kind, uint32_t importance, std::string question, uint32_t begin, uint32_t end,
                 const Wording& words);

 private:
  bool GivesAway(absl::string_view question, const std::vector<int>& answer) const;

  const Analysis& analysis_;
  const Language& language_;
  const uint32_t number_;
  const SentenceReading reading_;
  const Tree& tree_;
  std::vector<SuggestionDraft> drafts_;
};

// The numbers of the span's tokens.
std::vector<int> TokensOf(const Span& span);
// The number of words, which single spaces set apart.
size_t WordsOf(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
