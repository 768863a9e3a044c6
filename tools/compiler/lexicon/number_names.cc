#include "tools/compiler/lexicon/number_names.h"

namespace pith::compiler {

const WordTable<int>& Cardinals() {
  static const auto* const words = new WordTable<int>{
      {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
      {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
      {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
      {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
      {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return *words;
}

const WordTable<int>& Ordinals() {
  static const auto* const words = new WordTable<int>{
      {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
      {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
      {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
      {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
      {"thirtieth", 30}};
  return *words;
}

const WordSet& OrdinalEndings() {
  static const WordSet* const words = new WordSet{"st", "nd", "rd", "th"};
  return *words;
}

const WordTable<uint8_t>& Powers() {
  static const auto* const words =
      new WordTable<uint8_t>{{"hundred", 2}, {"thousand", 3}, {"million", 6},   {"mn", 6},  {"mln", 6},
                             {"billion", 9}, {"bn", 9},       {"trillion", 12}, {"tn", 12}, {"trn", 12}};
  return *words;
}

const WordTable<int64_t>& Collectives() {
  static const auto* const words =
      new WordTable<int64_t>{{"tens", 20},        {"dozens", 24},        {"scores", 40},          {"hundreds", 200},
                             {"thousands", 2000}, {"millions", 2000000}, {"billions", 2000000000}};
  return *words;
}

const WordTable<Factor>& Factors() {
  static const auto* const words =
      new WordTable<Factor>{{"doubled", {2, 0}}, {"doubling", {2, 0}},  {"doubles", {2, 0}},    {"tripled", {3, 0}},
                            {"trebled", {3, 0}}, {"tripling", {3, 0}},  {"quadrupled", {4, 0}}, {"quadrupling", {4, 0}},
                            {"halved", {5, 1}},  {"halving", {5, 1}},   {"twice", {2, 0}},      {"thrice", {3, 0}},
                            {"twofold", {2, 0}}, {"threefold", {3, 0}}, {"fourfold", {4, 0}},   {"fivefold", {5, 0}},
                            {"tenfold", {10, 0}}};
  return *words;
}

const WordSet& NumberLabels() {
  static const WordSet* const words = new WordSet{
      "no",      "nos",   "number",  "page", "pages", "chapter", "room", "flight", "section", "figure", "table",
      "article", "level", "version", "type", "grade", "channel", "part", "volume", "route",   "phase",  "#"};
  return *words;
}

}  // namespace pith::compiler
