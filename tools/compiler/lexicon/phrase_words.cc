#include "tools/compiler/lexicon/phrase_words.h"

namespace pith::compiler {

const WordSet& PhraseEnds() {
  static const WordSet* const words = new WordSet{
      "of",      "in",     "on",        "at",      "by",     "for",    "from",    "with",    "to",       "into",
      "over",    "under",  "about",     "after",   "before", "during", "since",   "until",   "as",       "than",
      "through", "across", "near",      "against", "and",    "or",     "but",     "nor",     "that",     "which",
      "who",     "whom",   "whose",     "where",   "when",   "while",  "if",      "because", "though",   "is",
      "are",     "was",    "were",      "be",      "been",   "being",  "has",     "have",    "had",      "do",
      "does",    "did",    "will",      "would",   "can",    "could",  "may",     "might",   "shall",    "should",
      "must",    "said",   "says",      "the",     "a",      "an",     "this",    "these",   "those",    "his",
      "her",     "its",    "their",     "our",     "my",     "your",   "it",      "he",      "she",      "they",
      "we",      "i",      "you",       "him",     "them",   "us",     "not",     "n't",     "'s",       "'",
      "there",   "here",   "then",      "so",      "per",    "each",   "ago",     "later",   "earlier",  "just",
      "also",    "now",    "including", "between", "among",  "within", "without", "around",  "via",      "upon",
      "off",     "out",    "up",        "down",    "away",   "died",   "came",    "went",    "took",     "made",
      "got",     "left",   "more",      "fewer",   "less",   "became", "began",   "remain",  "remained", "reportedly",
      "whether", "every",  "all",       "both"};
  return *words;
}

const WordSet& IrregularPlurals() {
  static const WordSet* const words =
      new WordSet{"people",  "men",       "women",      "children",  "police",     "troops",     "staff",   "feet",
                  "teeth",   "mice",      "geese",      "sheep",     "fish",       "aircraft",   "species", "series",
                  "crew",    "personnel", "cattle",     "criteria",  "phenomena",  "media",      "data",    "dead",
                  "injured", "wounded",   "countrymen", "policemen", "spacecraft", "hovercraft", "dice",    "oxen",
                  "lives",   "wives",     "offspring",  "folk",      "youth",      "infantry",   "cavalry"};
  return *words;
}

}  // namespace pith::compiler
