#include "tools/train/common/overlap.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace pith::train {

std::vector<std::string> AnswerWords(absl::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (!absl::ascii_ispunct(static_cast<unsigned char>(c))) kept += absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  std::vector<std::string> words = absl::StrSplit(kept, absl::ByAnyChar(" \t\n\r"), absl::SkipEmpty());
  words.erase(std::remove_if(words.begin(), words.end(),
                             [](const std::string& w) { return w == "a" || w == "an" || w == "the"; }),
              words.end());
  return words;
}

double WordF1(const std::vector<std::string>& guess, const std::vector<std::string>& gold) {
  if (guess.empty() || gold.empty()) return guess == gold ? 1 : 0;
  std::map<std::string, int> left;
  for (const std::string& word : gold) ++left[word];
  int same = 0;
  for (const std::string& word : guess) same += left[word]-- > 0 ? 1 : 0;
  return 2.0 * same / static_cast<double>(guess.size() + gold.size());
}

}  // namespace pith::train
