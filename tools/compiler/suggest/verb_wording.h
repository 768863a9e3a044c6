// Verbs turned round: the words before and behind the subject of a question.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_
#define PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// A verb group taken apart: "was" and "sent", "did" and "build", "has" and "been built".
struct VerbWording {
  std::string front;     // goes before the subject of a question
  std::string rest;      // stays behind the subject
  std::string whole;     // as a plural subject has it: "were sent", "build"; the past as it stands
  std::string singular;  // as "who" has it: "was sent", "builds"
  bool perfect = false;  // "has been built": it has no date to ask for
};

// None where the group is not finite, has a modal or may be misread. `plural`: of the subject.
std::optional<VerbWording> WordVerb(const SentenceReading& reading, const Language& language, int verb, bool plural);

// "builds", "carries", "has".
std::string ThirdPerson(absl::string_view lemma);

// Whether `form` can be the past or the present of `lemma` by the rules of spelling, or is a common irregular form.
bool IsFormOf(absl::string_view form, absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_
