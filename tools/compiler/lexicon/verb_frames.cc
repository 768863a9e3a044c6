#include "tools/compiler/lexicon/verb_frames.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool MovesToAct(absl::string_view lemma) {
  return IsOneOf(lemma, {"ask",     "urge",      "tell",   "order",   "invite", "force",    "allow",     "persuade",
                         "advise",  "encourage", "warn",   "require", "enable", "instruct", "permit",    "beg",
                         "command", "convince",  "compel", "cause",   "forbid", "oblige",   "challenge", "request"});
}

bool TakesReceiver(absl::string_view lemma) {
  return IsOneOf(lemma, {"give", "send", "offer", "show", "tell", "teach", "pay", "grant", "award", "lend", "hand",
                         "sell", "bring", "owe", "promise", "cost", "deny", "allow", "earn"});
}

bool StandsAlone(absl::string_view lemma) {
  return IsOneOf(lemma, {"come", "go", "sit", "stand", "stop", "turn", "return", "arrive", "run", "walk", "wait", "try",
                         "lie", "stay", "resign", "retire", "die", "travel"});
}

}  // namespace pith::compiler
