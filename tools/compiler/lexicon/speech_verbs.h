// Words that report what someone says or thinks.

#ifndef PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// By dictionary form: "say", "announce", "warn".
const WordSet& SpeechVerbs();
inline bool IsSpeechVerb(absl::string_view lemma) { return SpeechVerbs().Has(lemma); }

// "sigh", "shout": reports what stands in quotation marks, and nothing else. By dictionary form.
const WordSet& QuotingVerbs();
inline bool IsQuotingVerb(absl::string_view lemma) { return QuotingVerbs().Has(lemma); }

// "report", "claim", "rumor": what follows is said by someone, not stated by the article.
const WordSet& SpeechNouns();
inline bool IsSpeechNoun(absl::string_view lemma) { return SpeechNouns().Has(lemma); }

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_
