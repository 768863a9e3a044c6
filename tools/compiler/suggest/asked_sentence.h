// One sentence while questions are made from it: its reading, the phrases that a question may use, the drafts so far.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
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
        tree_(reading_.tree()),
        facts_(FactsOf(analysis, sentence)) {}

  const Analysis& analysis() const { return analysis_; }
  const Language& language() const { return language_; }
  const SentenceReading& reading() const { return reading_; }
  const Tree& tree() const { return tree_; }
  uint32_t number() const { return number_; }
  // The facts of this sentence.
  absl::Span<const Fact> facts() const { return facts_; }
  const Value& value(int number) const { return analysis_.values[static_cast<size_t>(number)]; }
  // Moves out the drafts.
  std::vector<SuggestionDraft> Take() { return std::move(drafts_); }

  // The importance of the most important reliable fact that rests on token i; 0: none.
  uint32_t ImportanceAt(int i) const;
  // The same for one that may only be possible or obligatory: "can be linked".
  uint32_t PossibleImportanceAt(int i) const;
  // The importance of the whole sentence, for questions that rest on no fact.
  uint32_t SentenceImportance() const;
  // The wording of the phrase headed by `i`, without the parts that `drop` names. None if it is too long or a clause
  // would be cut off. `self` is as in WordPhrase.
  std::optional<Wording> Phrase(int i, uint32_t drop, int self) const;

  // Whether the entity is the first that the article names, and named again: most often what it is about. -1 is none.
  bool IsFirstNamed(int entity) const;
  // Whether `i` is a singular noun with nothing else: "in response", "in contrast".
  bool IsBare(int i) const;
  // Whether `i` is a noun for a person without an article, which would be misread: "fisherman".
  bool IsNobody(int i) const { return IsBare(i) && IsPersonal(reading_, language_, i); }
  // Whether a name is certainly of its tagged type: it has two words or more, is an acronym, or "he" or "she" means it.
  bool IsTypeSure(int i) const;
  // Whether the time means nothing to readers who do not know when the article was written, and so is no answer:
  // "yesterday", "last week", "two years ago".
  bool IsRelativeTime(const Span& span) const;
  // The counted phrase without its number: "police cars" for "33 police cars"; empty if nothing is counted.
  std::string Counted(int noun, int value) const;

  // Keeps a question (given without its question mark) that the tokens or bytes answer, unless it gives its answer away
  // or makes no sense on its own. `words` tells what the question contains; its text and tokens are not used.
  void Emit(QuestionKind kind, uint32_t importance, std::string question, const std::vector<int>& answer,
            const Wording& words);
  void EmitBytes(QuestionKind kind, uint32_t importance, std::string question, uint32_t begin, uint32_t end,
                 const Wording& words);

 private:
  // "the bar and referee Ann Lee waved": two clauses read as one. "retired vet Tom Reed": half a name.
  bool IsMisread(int i) const;

  uint32_t BestImportance(int i, bool possible) const;
  static absl::Span<const Fact> FactsOf(const Analysis& analysis, uint32_t sentence);
  bool GivesAway(absl::string_view question, const std::vector<int>& answer) const;

  const Analysis& analysis_;
  const Language& language_;
  const uint32_t number_;
  const SentenceReading reading_;
  const Tree& tree_;
  const absl::Span<const Fact> facts_;
  std::vector<SuggestionDraft> drafts_;
};

// The indices of the span's tokens.
std::vector<int> TokensOf(const Span& span);
// The number of words, which are separated by single spaces.
size_t WordsOf(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
