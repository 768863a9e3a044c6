#include "tools/compiler/lexicon/question_verbs.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsUnaskedVerb(absl::string_view lemma) {
  return IsOneOf(lemma, {"believe", "think",   "know",   "be",    "have",     "seem",   "appear",  "include",
                         "say",     "tell",    "add",    "note",  "do",       "get",    "feature", "contain",
                         "happen",  "occur",   "remain", "mean",  "make",     "need",   "want",    "refer",
                         "concern", "involve", "place",  "annoy", "surprise", "please", "shock"});
}

bool NeedsPredicate(absl::string_view lemma) {
  return IsOneOf(lemma,
                 {"ask",    "urge", "order",    "persuade", "encourage", "force",  "allow",    "enable", "require",
                  "advise", "warn", "convince", "rate",     "consider",  "regard", "describe", "deem",   "treat",
                  "view",   "call", "name",     "manage",   "tend",      "try",    "like",     "star",   "put"});
}

bool IsLocatingVerb(absl::string_view lemma) { return IsOneOf(lemma, {"base", "locate", "situate"}); }

bool HasUnaskedObject(absl::string_view lemma) {
  return IsOneOf(lemma, {"take",    "give",  "play",  "become",   "reach",  "hold",       "pay",    "undergo",
                         "enter",   "leave", "show",  "provide",  "face",   "experience", "form",   "represent",
                         "make",    "cause", "see",   "serve",    "suffer", "gain",       "exceed", "total",
                         "number",  "start", "begin", "continue", "end",    "finish",     "follow", "lack",
                         "possess", "allow", "spend", "bring",    "charge", "use",        "walk",   "travel",
                         "sail",    "run",   "climb", "choose",   "put",    "set",        "mean",   "mark"});
}

bool StandsWithoutObject(absl::string_view lemma) {
  return IsOneOf(lemma, {"begin",  "start",  "end",      "die",       "open",      "close",  "resign",   "retire",
                         "arrive", "return", "collapse", "disappear", "explode",   "sink",   "crash",    "graduate",
                         "emerge", "land",   "live",     "erupt",     "surrender", "expire", "dissolve", "leave",
                         "depart", "reopen", "burn",     "appear",    "settle",    "fall",   "freeze",   "marry",
                         "vanish", "stop",   "hatch",    "bloom",     "flower",    "ripen",  "hibernate"});
}

bool IsDoneAtPlace(absl::string_view lemma) {
  return IsOneOf(
      lemma, {"stand",   "lie",    "hang",  "sit",  "live", "keep", "store",  "display", "exhibit", "show",  "leave",
              "park",    "sell",   "buy",   "find", "hire", "rent", "borrow", "serve",   "meet",    "start", "begin",
              "base",    "locate", "place", "put",  "set",  "bury", "mount",  "pitch",   "hold",    "see",   "print",
              "recycle", "grow",   "build", "swim", "eat",  "stay", "nest",   "sleep",   "wait",    "rest",  "hide"});
}

bool IsMakingVerb(absl::string_view lemma) {
  return IsOneOf(lemma, {"make",  "build", "carve", "cut",   "cast",  "weave", "cover", "fill",  "dye",
                         "paint", "line",  "heat",  "power", "drive", "use",   "knit",  "forge", "mould",
                         "press", "print", "sew",   "coat",  "wrap",  "bake",  "polish"});
}

bool IsDeedOfPeople(absl::string_view lemma) {
  return IsOneOf(lemma,
                 {"call",    "wear",     "direct",  "lead",      "teach", "write",  "paint",   "found",   "design",
                  "invent",  "discover", "marry",   "accuse",    "ask",   "answer", "agree",   "refuse",  "reject",
                  "promise", "announce", "decide",  "vote",      "elect", "sign",   "protest", "believe", "speak",
                  "sing",    "play",     "dance",   "work",      "live",  "travel", "walk",    "ride",    "row",
                  "study",   "buy",      "pay",     "steal",     "carry", "report", "mention", "claim",   "guard",
                  "repair",  "mend",     "restore", "translate", "read",  "feed"});
}

bool IsAskedWith(absl::string_view lemma, absl::string_view preposition) {
  struct Pair {
    absl::string_view lemma, preposition;
  };
  constexpr Pair kPairs[] = {
      {"die", "of"},        {"die", "from"},      {"name", "after"},   {"know", "as"},      {"know", "for"},
      {"consist", "of"},    {"feed", "on"},       {"turn", "into"},    {"convert", "into"}, {"serve", "as"},
      {"work", "as"},       {"replace", "with"},  {"belong", "to"},    {"suffer", "from"},  {"smell", "of"},
      {"taste", "of"},      {"derive", "from"},   {"come", "from"},    {"sentence", "to"},  {"decorate", "with"},
      {"equip", "with"},    {"reserve", "for"},   {"intend", "for"},   {"protect", "from"}, {"protect", "against"},
      {"specialise", "in"}, {"specialize", "in"}, {"famous", "for"},   {"rich", "in"},      {"transform", "into"},
      {"compare", "to"},    {"originate", "in"},  {"suitable", "for"}, {"award", "for"},    {"nickname", "after"},
      {"sell", "to"},       {"give", "to"},       {"lend", "to"},      {"send", "to"},      {"award", "to"},
      {"open", "to"},       {"base", "on"},       {"adapt", "for"},    {"evolve", "from"}};
  for (const Pair& pair : kPairs) {
    if (pair.lemma == lemma && pair.preposition == preposition) return true;
  }
  return false;
}

bool IsDoneOnce(absl::string_view lemma) {
  return IsOneOf(lemma,
                 {"build",     "found",    "design",  "lay",     "paint",  "write",   "discover", "invent", "establish",
                  "construct", "create",   "compose", "bear",    "carve",  "die",     "erect",    "name",   "abolish",
                  "sink",      "demolish", "launch",  "publish", "devise", "pioneer", "coin"});
}

bool TakesInfinitive(absl::string_view lemma) {
  return IsOneOf(lemma, {"take", "need", "use",  "go",   "come", "live",  "grow",  "fail",  "try",  "want",
                         "have", "cost", "tend", "help", "ask",  "allow", "force", "cause", "lead", "say",
                         "know", "mean", "make", "set",  "get",  "begin", "start", "think", "find", "require"});
}

bool TakesFigurativePlace(absl::string_view lemma) {
  return IsOneOf(lemma, {"result", "invest", "believe", "participate", "specialize", "specialise"});
}

}  // namespace pith::compiler
