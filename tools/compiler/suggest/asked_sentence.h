// One sentence while it is being asked of: its tree, what may stand in a question, and the drafts found so far.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/suggest/suggest.h"
#include "tools/compiler/suggest/wording.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

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
  std::vector<SuggestionDraft> Take() { return std::move(drafts_); }

  // The importance of the best sure fact that rests on token i; 0: none.
  uint32_t ImportanceAt(int i) const;
  // The phrase headed by `i` less what `drop` names, worded; none where that is too long or leaves a clause hanging.
  std::optional<Wording> Phrase(int i, uint32_t drop, int self) const;

  // "in response", "in contrast": a singular noun without anything else.
  bool IsBare(int i) const;
  // "fisherman": a person that lacks an article is misread.
  bool IsNobody(int i) const { return IsBare(i) && IsPersonal(reading_, language_, i); }
  // Whether a name is surely what its type says: one of two words, one that "he" goes with, an acronym.
  bool IsTypeSure(int i) const;
  // "yesterday", "last week", "two years ago": no answer for who does not know when the article was written.
  bool IsRelativeTime(const Span& span) const;
  // "33 police cars" without its number; empty: there is nothing to count.
  std::string Counted(int noun, int value) const;

  // Keeps a question (without its mark) that the tokens or bytes answer, unless it gives its answer away or is no good
  // by itself. `words`: what is in it.
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

std::vector<int> TokensOf(const Span& span);
// Words apart by spaces.
size_t WordsOf(absl::string_view text);

// What a verb's clause answers: who, what, when, where, why, how many.
void AskClause(AskedSentence* sentence, int verb);
// What a predicate noun or measure answers: "Lima is the capital of Peru", "is 330 metres tall".
void AskPredicate(AskedSentence* sentence, int predicate);
// "Ana Ruiz, a painter from Lima,": who she is.
void AskApposition(AskedSentence* sentence, int appositive);
// "European Space Agency (ESA)": what the letters stand for.
void AskAcronyms(AskedSentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASKED_SENTENCE_H_
