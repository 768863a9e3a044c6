#include "tools/compiler/lexicon/reference_words.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsOpenWord(absl::string_view folded) {
  return IsOneOf(folded, {"it",   "this",   "that",    "these",     "those",    "which",      "who",     "whom",
                          "what", "there",  "one",     "ones",      "some",     "all",        "both",    "each",
                          "such", "so",     "itself",  "something", "anything", "everything", "whoever", "whatever",
                          "many", "others", "another", "more",      "most"});
}

bool IsPersonalPronoun(absl::string_view folded) {
  return IsOneOf(folded, {"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me"});
}

bool IsAddressPronoun(absl::string_view folded) {
  return IsOneOf(folded, {"i", "we", "you", "my", "our", "your", "me", "us"});
}

bool IsThirdPersonPronoun(absl::string_view folded) {
  return IsOneOf(folded, {"he", "she", "it", "they", "his", "her", "their", "its", "him", "them"});
}

bool IsRelativePronoun(absl::string_view folded) { return IsOneOf(folded, {"which", "whom", "that", "whose", "who"}); }

bool IsBackPointer(absl::string_view folded) {
  return IsOneOf(folded,
                 {"he", "she", "it", "they", "his", "her", "their", "its", "this", "that", "these", "those", "such"});
}

}  // namespace pith::compiler
