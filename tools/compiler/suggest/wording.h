// The words of questions: noun phrases that can be read out of context.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_WORDING_H_
#define PITH_TOOLS_COMPILER_SUGGEST_WORDING_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// A phrase in the words of a question.
struct Wording {
  std::string text;
  std::vector<int> tokens;  // those of the sentence that it stands for
  bool named = false;       // holds a name
  bool open = false;        // "the company": only the article around it tells which
  bool described = false;   // is a name where the article says "the club"
  bool resolved = false;    // holds a name where the article has a pronoun
};

// The phrase of `tokens` headed by `head` as one can read it out of context: full names stand for pronouns and short
// names, except for those that mean `self`, an entity that the question names already (-1: none). None where it holds
// words that point elsewhere ("this", "we", "yesterday"), brackets or quotations.
std::optional<Wording> WordPhrase(const SentenceReading& reading, std::vector<int> tokens, int head, int self = -1);

// Whether the phrase headed by `i` means one or more persons.
bool IsPersonal(const SentenceReading& reading, const Language& language, int i);
// Whether it means an organization.
bool IsOrganization(const SentenceReading& reading, const Language& language, int i);
// "kilometre", "week", "percent": it measures and is not counted.
bool IsMeasure(const Language& language, absl::string_view lemma);
// Whether the noun phrase headed by `i` is a plural or a list joined by "and".
bool IsPlural(const Tree& tree, int i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_WORDING_H_
