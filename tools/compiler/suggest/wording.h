// The words of questions: noun phrases that stand by themselves, and verbs turned round.

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
  std::vector<int> tokens;  // what it is made of
  bool named = false;       // holds a name
  bool open = false;        // "the company": only the article around it tells which
  bool described = false;   // is a name for "the club"
  bool resolved = false;    // holds a name that the article has a pronoun for
};

// The phrase of `tokens` headed by `head` as one can read it out of context: pronouns and short names give way to the
// full name, but one that means `self` (an entity, -1: none), which the question names already. None where it holds
// what a question should not: words that point elsewhere ("this", "we", "yesterday"), brackets, quotations.
std::optional<Wording> WordPhrase(const SentenceReading& reading, std::vector<int> tokens, int head, int self = -1);

// A verb group apart: "was" and "sent", "did" and "build", "has" and "been built".
struct VerbWording {
  std::string front;     // what goes before the subject of a question
  std::string rest;      // what stays behind it
  std::string whole;     // as a plural subject has it: "were sent", "build"; the past as it stands
  std::string singular;  // as "who" has it: "was sent", "builds"
  bool perfect = false;  // "has been built": no time to ask for
};

// None where the group is not finite, has a modal or is not safely read. `plural`: of the subject.
std::optional<VerbWording> WordVerb(const SentenceReading& reading, const Language& language, int verb, bool plural);

// "builds", "carries", "has".
std::string ThirdPerson(absl::string_view lemma);
// Whether `form` can be the past or the present of `lemma` by the rules of spelling, or is a common irregular form.
bool IsFormOf(absl::string_view form, absl::string_view lemma);

// Whether the phrase headed by `i` means a person or persons; an organization.
bool IsPersonal(const SentenceReading& reading, const Language& language, int i);
bool IsOrganization(const SentenceReading& reading, const Language& language, int i);
// "kilometre", "week", "percent": it measures and is not counted.
bool IsMeasure(const Language& language, absl::string_view lemma);
bool IsPlural(const Tree& tree, int i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_WORDING_H_
