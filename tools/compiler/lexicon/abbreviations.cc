#include "tools/compiler/lexicon/abbreviations.h"

namespace pith::compiler {

const WordSet& LeadingAbbreviations() {
  static const WordSet* const words =
      new WordSet{"mr",  "mrs",  "ms",  "mx",     "dr",   "prof", "gen",  "col",    "lt",  "sen",  "rep", "gov", "rev",
                  "hon", "capt", "cpt", "sgt",    "maj",  "cmdr", "adm",  "pres",   "mt",  "ft",   "vs",  "eg",  "viz",
                  "cf",  "ca",   "cca", "approx", "brig", "insp", "supt", "messrs", "mme", "mlle", "fr",  "st",  "ste",
                  "pvt", "cpl",  "pfc", "ald",    "amb",  "sec",  "dept", "pt",     "al",  "nee",  "esp", "incl"};
  return *words;
}

const WordSet& AbbreviationsBeforeNumbers() {
  static const WordSet* const words =
      new WordSet{"no",  "nos", "p",   "pp",  "vol", "vols", "fig", "figs", "art", "arts", "sect", "ch",  "chap",
                  "c",   "op",  "jan", "feb", "mar", "apr",  "jun", "jul",  "aug", "sep",  "sept", "oct", "nov",
                  "dec", "ed",  "eq",  "ref", "tel", "ext",  "v",   "r",    "b",   "d",    "fl"};
  return *words;
}

const WordSet& OtherAbbreviations() {
  static const WordSet* const words = new WordSet{
      "inc",  "ltd",   "co",  "corp",  "bros", "jr",   "sr",   "esq",  "ave",  "blvd",  "rd",   "bldg", "univ", "assn",
      "plc",  "llc",   "phd", "md",    "ma",   "ba",   "bc",   "ad",   "am",   "pm",    "us",   "uk",   "un",   "eu",
      "dc",   "ny",    "la",  "calif", "fla",  "mass", "conn", "wash", "ore",  "ariz",  "colo", "tex",  "minn", "wis",
      "ill",  "ind",   "pa",  "va",    "ga",   "tenn", "mo",   "kan",  "okla", "jan",   "feb",  "mar",  "apr",  "aug",
      "sept", "oct",   "nov", "dec",   "mon",  "tue",  "tues", "wed",  "thu",  "thurs", "fri",  "sat",  "sun",  "ed",
      "eds",  "trans", "hr",  "hrs",   "min",  "mins", "ft",   "lb",   "lbs",  "oz",    "sq",   "mi",   "km",   "cm",
      "mm",   "kg",    "gal", "max",   "est",  "bn",   "m",    "mln",  "al",   "intl",  "govt", "natl", "dist"};
  return *words;
}

const WordSet& AbbreviationsLikeWords() {
  static const WordSet* const words =
      new WordSet{"mass", "sat", "sun", "ill", "wash", "ore", "us",  "la",  "ma",  "pa",  "am",
                  "min",  "max", "ad",  "ed",  "ind",  "un",  "est", "tex", "mar", "wed", "co"};
  return *words;
}

const WordSet& SentenceStarters() {
  static const WordSet* const words = new WordSet{
      "the",   "a",      "an",        "he",      "she",     "it",        "they",   "we",       "i",       "you",
      "this",  "that",   "these",     "those",   "his",     "her",       "its",    "their",    "our",     "my",
      "in",    "on",     "at",        "by",      "for",     "from",      "with",   "to",       "of",      "as",
      "after", "before", "during",    "while",   "when",    "where",     "if",     "although", "though",  "because",
      "since", "until",  "but",       "and",     "or",      "so",        "yet",    "however",  "also",    "there",
      "here",  "then",   "now",       "what",    "who",     "why",       "how",    "which",    "many",    "some",
      "most",  "all",    "both",      "each",    "several", "one",       "no",     "not",      "despite", "under",
      "over",  "about",  "according", "another", "other",   "meanwhile", "instead"};
  return *words;
}

const WordSet& DomainEndings() {
  static const WordSet* const words =
      new WordSet{"com", "org", "net", "edu", "gov", "info", "biz", "co", "io", "uk", "de", "fr", "eu", "ch", "js"};
  return *words;
}

}  // namespace pith::compiler
