#include "tools/compiler/lexicon/time_nouns.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsTimeNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"year", "month", "week", "day", "hour", "minute", "night", "morning", "evening", "afternoon",
                         "time", "season", "summer", "winter", "spring", "century"});
}

bool IsDatePart(absl::string_view lemma) {
  return IsOneOf(lemma, {"day", "morning", "evening", "night", "afternoon", "week", "month", "end", "beginning",
                         "start", "summer", "winter", "spring", "autumn", "season", "time"});
}

bool IsEventNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"election", "re-election", "death",      "birth",       "marriage",    "wedding", "divorce",
                         "defeat",   "victory",     "arrest",     "resignation", "appointment", "trial",   "release",
                         "launch",   "collapse",    "retirement", "departure",   "visit",       "attack",  "debut",
                         "murder",   "conviction",  "coronation", "discovery",   "founding",    "opening"});
}

}  // namespace pith::compiler
