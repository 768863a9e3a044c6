#include "tools/compiler/markup/class_words.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxValueBytes = 1000;  // a longer class or id tells nothing

}  // namespace

std::vector<std::string> WordsOf(absl::string_view value) {
  std::vector<std::string> words;
  value = value.substr(0, kMaxValueBytes);
  for (size_t i = 0; i < value.size();) {
    const auto at = [&](size_t j) { return static_cast<unsigned char>(value[j]); };
    if (!absl::ascii_isalnum(at(i))) {
      ++i;
      continue;
    }
    const size_t begin = i;
    while (++i < value.size() && absl::ascii_isalnum(at(i)) &&
           !(absl::ascii_isupper(at(i)) && absl::ascii_islower(at(i - 1)))) {
    }
    words.push_back(absl::AsciiStrToLower(value.substr(begin, i - begin)));
  }
  return words;
}

std::vector<std::string> ClassWords(const Document& page, uint32_t node) {
  std::vector<std::string> words = WordsOf(page.Attribute(node, "class"));
  for (std::string& word : WordsOf(page.Attribute(node, "id"))) words.push_back(std::move(word));
  return words;
}

bool HasClassWord(const Document& page, uint32_t node, absl::string_view word) {
  return absl::c_linear_search(ClassWords(page, node), word);
}

bool HasClass(const Document& page, uint32_t node, absl::string_view name) {
  const std::vector<absl::string_view> classes =
      absl::StrSplit(page.Attribute(node, "class"), absl::ByAnyChar(" \t\n"));
  return absl::c_linear_search(classes, name);
}

}  // namespace pith::compiler
