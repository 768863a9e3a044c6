// Words that report what someone says or thinks.

#ifndef PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

// By dictionary form: "say", "announce", "warn".
inline bool IsSpeechVerb(absl::string_view lemma) {
  return IsOneOf(
      lemma,
      {"say",       "tell",      "report",   "announce", "claim",       "add",     "note",     "warn",     "state",
       "declare",   "explain",   "argue",    "insist",   "suggest",     "believe", "think",    "write",    "confirm",
       "deny",      "admit",     "reveal",   "estimate", "predict",     "allege",  "assert",   "contend",  "comment",
       "remark",    "reply",     "respond",  "answer",   "acknowledge", "concede", "complain", "recall",   "stress",
       "emphasize", "emphasise", "maintain", "conclude", "observe",     "testify", "tweet",    "joke",     "speculate",
       "hint",      "indicate",  "mention",  "point",    "caution",     "urge",    "inform",   "disclose", "accuse",
       "quote",     "hope",      "expect",   "fear",     "promise",     "vow",     "pledge"});
}

// "report", "claim", "rumour": what follows is said by someone, not stated by the article.
inline bool IsSpeechNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"report", "claim", "statement", "announcement", "allegation", "rumour", "rumor", "suggestion",
                         "assertion", "belief", "warning", "prediction", "accusation", "suspicion"});
}

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_SPEECH_VERBS_H_
