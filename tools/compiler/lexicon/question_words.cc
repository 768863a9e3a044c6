#include "tools/compiler/lexicon/question_words.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsDeicticModifier(absl::string_view folded) {
  return IsOneOf(
      folded,
      {"this",      "that",       "these",      "those",     "such",     "another", "both",       "each",    "either",
       "neither",   "any",        "no",         "some",      "other",    "others",  "same",       "former",  "latter",
       "following", "above",      "below",      "previous",  "many",     "several", "next",       "here",    "there",
       "now",       "then",       "today",      "yesterday", "tomorrow", "ago",     "which",      "who",     "what",
       "whose",     "whom",       "where",      "when",      "so",       "more",    "much",       "most",    "few",
       "certain",   "various",    "every",      "all",       "half",     "as",      "own",        "like",    "similar",
       "different", "subsequent", "including",  "such as",   "than",     "initial", "respective", "earlier", "later",
       "recent",    "current",    "additional", "further",   "unlike",   "not",     "only",       "even",    "also",
       "however"});
}

bool IsDeicticWord(absl::string_view folded) {
  return IsOneOf(folded, {"i",        "me",      "my",         "we",      "us",        "our",      "ours",
                          "you",      "your",    "one",        "ones",    "etc",       "etc.",     "itself",
                          "himself",  "herself", "themselves", "myself",  "ourselves", "yourself", "said",
                          "thing",    "things",  "monday",     "tuesday", "wednesday", "thursday", "friday",
                          "saturday", "sunday",  "something",  "someone", "everyone",  "anyone"});
}

bool IsRelativeTimeWord(absl::string_view folded) {
  return IsOneOf(folded, {"yesterday", "today", "tonight", "tomorrow", "last", "this", "next", "ago", "earlier",
                          "later", "now", "recent", "past", "same"});
}

bool IsEmptyNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"bid", "effort", "attempt", "move", "addition", "response", "contrast", "particular", "turn",
                         "fact", "way"});
}

bool IsPredicateOnlyNoun(absl::string_view lemma) {
  return IsOneOf(
      lemma, {"number", "total",  "part",   "one",    "way",       "reason",    "result",  "example", "kind", "type",
              "sort",   "time",   "case",   "matter", "member",    "lot",       "percent", "million", "walk", "drive",
              "ride",   "flight", "minute", "hour",   "kilometre", "kilometer", "mile",    "step"});
}

bool IsShare(absl::string_view lemma) {
  return IsOneOf(lemma, {"third", "half", "quarter", "fifth", "tenth", "part", "rest", "piece"});
}

bool IsDroppedPreposition(absl::string_view preposition) {
  return IsOneOf(preposition, {"according to", "with",      "without", "as",         "despite",    "like",
                               "such as",      "by",        "under",   "among",      "after",      "before",
                               "until",        "since",     "due to",  "because of", "instead of", "along with",
                               "following",    "including", "through", "throughout", "upon",       "except",
                               "except for",   "per",       "besides", "amid",       "while"});
}

bool IsMeasureAdjective(absl::string_view folded) {
  return IsOneOf(folded, {"tall", "high", "long", "wide", "deep", "old", "heavy", "thick", "large"});
}

bool IsHedgingAdverb(absl::string_view folded) {
  return IsOneOf(folded, {"only", "nearly", "almost", "hardly", "barely", "rarely", "seldom", "even", "merely",
                          "sometimes", "possibly", "when", "where", "why", "how", "as", "so", "likely"});
}

}  // namespace pith::compiler
