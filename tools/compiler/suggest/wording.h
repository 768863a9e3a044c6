// The words of questions: noun phrases that make sense out of context.

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

// A phrase as worded in a question.
struct Wording {
  std::string text;
  std::vector<int> tokens;  // the tokens of the sentence that it stands for
  bool named = false;       // contains a name
  bool open = false;        // "the company": only the surrounding article tells which
  bool described = false;   // is a name for which the article says "the club"
  bool resolved = false;    // contains a name for which the article has a pronoun
};

// The phrase of `tokens`, headed by `head`, worded so that it makes sense out of context: full names replace pronouns
// and short names, except those that mean `self`, an entity that the question already names (-1: none). None if it
// has no words, or contains words that point elsewhere ("this", "we", "yesterday"), brackets or quotations.
std::optional<Wording> WordPhrase(const SentenceReading& reading, std::vector<int> tokens, int head, int self = -1);

// Whether the phrase headed by `i` means one or more people.
bool IsPersonal(const SentenceReading& reading, const Language& language, int i);
// Whether the phrase headed by `i` means an organization.
bool IsOrganization(const SentenceReading& reading, const Language& language, int i);
// Whether the noun measures rather than is counted: "kilometer", "week", "percent".
bool IsMeasure(const Language& language, absl::string_view lemma);

// Whether a value's unit is a currency: three capitals.
bool IsCurrency(absl::string_view unit);
// Whether the noun phrase headed by `i` is plural or a list joined by "and".
bool IsPlural(const Tree& tree, int i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_WORDING_H_
