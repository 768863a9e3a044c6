#include "tools/compiler/lexicon/person_verbs.h"

namespace pith::compiler {

const WordSet& VerbsOfPeople() {
  static const WordSet* const words = new WordSet{"die", "perish", "drown", "flee", "survive"};
  return *words;
}

const WordSet& VerbsDoneToPeople() {
  static const WordSet* const words =
      new WordSet{"detain", "arrest",      "injure",      "wound",    "hurt",     "kill",   "evacuate",
                  "rescue", "hospitalize", "hospitalise", "displace", "imprison", "jail",   "deport",
                  "infect", "vaccinate",   "kidnap",      "bury",     "murder",   "behead", "execute"};
  return *words;
}

}  // namespace pith::compiler
