#include "tools/compiler/lexicon/speech_verbs.h"

namespace pith::compiler {

const WordSet& SpeechVerbs() {
  static const WordSet* const words = new WordSet{
      "say",       "tell",      "report",   "announce", "claim",       "add",     "note",     "warn",     "state",
      "declare",   "explain",   "argue",    "insist",   "suggest",     "believe", "think",    "write",    "confirm",
      "deny",      "admit",     "reveal",   "estimate", "predict",     "allege",  "assert",   "contend",  "comment",
      "remark",    "reply",     "respond",  "answer",   "acknowledge", "concede", "complain", "recall",   "stress",
      "emphasize", "emphasise", "maintain", "conclude", "observe",     "testify", "tweet",    "joke",     "speculate",
      "hint",      "indicate",  "mention",  "point",    "caution",     "urge",    "inform",   "disclose", "accuse",
      "quote",     "hope",      "expect",   "fear",     "promise",     "vow",     "pledge"};
  return *words;
}

const WordSet& QuotingVerbs() {
  static const WordSet* const words =
      new WordSet{"sigh",     "shout",     "grumble", "whisper", "mutter",  "murmur",  "cry",    "exclaim", "retort",
                  "laugh",    "yell",      "scream",  "snap",    "groan",   "moan",    "gasp",   "muse",    "quip",
                  "boast",    "beg",       "plead",   "hiss",    "mumble",  "sob",     "bark",   "growl",   "chuckle",
                  "grin",     "nod",       "call",    "ask",     "inquire", "wonder",  "repeat", "agree",   "begin",
                  "continue", "interrupt", "counter", "scoff",   "gush",    "enthuse", "fume",   "declare", "go on",
                  "sing",     "read",      "sneer",   "jeer",    "lament",  "smile",   "protest"};
  return *words;
}

const WordSet& SpeechNouns() {
  static const WordSet* const words =
      new WordSet{"report", "claim",     "statement", "announcement", "allegation", "rumour",    "rumor",
                  "belief", "assertion", "warning",   "prediction",   "accusation", "suspicion", "suggestion"};
  return *words;
}

}  // namespace pith::compiler
