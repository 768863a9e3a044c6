#include "tools/compiler/names/name_forms.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "tools/compiler/lexicon/name_words.h"

namespace pith::compiler {
namespace {

std::string Initials(const std::vector<std::string>& words, bool with_small, bool with_parts) {
  std::string initials;
  for (const std::string& word : words) {
    if (!with_small && SmallWords().Has(word)) continue;
    for (size_t i = 0; i < word.size(); ++i) {
      if (i == 0 || (with_parts && word[i - 1] == '-')) initials += word[i];
    }
  }
  return initials;
}

}  // namespace

std::vector<std::string> NameWords(const Sentence& sentence, uint32_t first, uint32_t last) {
  std::vector<std::string> words;
  for (uint32_t i = first; i < last; ++i) {
    const Token& token = sentence.tokens[i];
    if (words.empty() || sentence.tokens[i - 1].end != token.begin) words.emplace_back();
    words.back() += token.folded;
  }
  for (std::string& word : words) {
    if (word.size() > 1 && word.back() == '.') word.pop_back();
  }
  return words;
}

bool LooksLikeAcronym(absl::string_view word) {
  size_t upper = 0, letters = 0;
  for (char c : word) {
    if (c == '.' || c == '-' || c == '&') continue;
    ++letters;
    upper += absl::ascii_isupper(static_cast<unsigned char>(c)) ? 1 : 0;
  }
  return letters >= 2 && letters <= 10 && upper >= 2 && 2 * upper > letters;
}

std::string LettersOf(absl::string_view acronym) {
  std::string letters;
  for (char c : acronym) {
    if (c != '.' && c != '-') letters += absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  return letters;
}

std::vector<std::string> AcronymsOf(const std::vector<std::string>& words) {
  std::vector<std::string> acronyms;
  for (bool with_small : {false, true}) {
    for (bool with_parts : {false, true}) acronyms.push_back(Initials(words, with_small, with_parts));
  }
  return acronyms;
}

bool IsAcronymOf(absl::string_view acronym, const std::vector<std::string>& words) {
  if (words.size() < 2 || !LooksLikeAcronym(acronym)) return false;
  const std::vector<std::string> acronyms = AcronymsOf(words);
  return std::find(acronyms.begin(), acronyms.end(), LettersOf(acronym)) != acronyms.end();
}

bool IsSubsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  size_t matched = 0;
  for (const std::string& word : whole) {
    if (matched == part.size()) break;
    const std::string& wanted = part[matched];
    const bool same =
        word == wanted || (wanted.size() == 1 && word[0] == wanted[0]) || (word.size() == 1 && word[0] == wanted[0]);
    matched += same ? 1 : 0;
  }
  return matched == part.size();
}

}  // namespace pith::compiler
