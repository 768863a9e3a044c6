// The words of a verb in a question: those before the subject and those after it.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_
#define PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// A verb group split for a question: "was" and "sent", "did" and "build", "has" and "been built".
struct VerbWording {
  std::string front;     // comes before the subject of a question
  std::string rest;      // comes after the subject
  std::string whole;     // the form for a plural subject: "were sent", "build"; a past form is unchanged
  std::string singular;  // the form after "who": "was sent", "builds"
  bool perfect = false;  // "has been built": has no date to ask for
  bool modal = false;    // "can be hired"
};

// None if the group is not finite, has "will", "would" or another modal of doubt, or may be misread. `plural`: whether
// the subject is plural.
std::optional<VerbWording> WordVerb(const SentenceReading& reading, const Language& language, int verb, bool plural);

// The third person singular: "builds", "carries", "has".
std::string ThirdPerson(absl::string_view lemma);

// Whether `form` can be the past or the present of `lemma` by the rules of spelling, or is a common irregular form.
bool IsFormOf(absl::string_view form, absl::string_view lemma);

// The active form of a passive verb: "built" of "was built", "supplies" of "is supplied". Empty: not known, or the verb
// has other helpers ("has been built").
std::string ActiveOf(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_VERB_WORDING_H_
