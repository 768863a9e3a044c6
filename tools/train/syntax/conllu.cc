#include "tools/train/syntax/conllu.h"

#include <utf8proc.h>

#include <cstdlib>
#include <fstream>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace pith::compiler {

std::string FoldForm(absl::string_view form) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_LUMP);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(form.data()),
                                             static_cast<utf8proc_ssize_t>(form.size()), &folded, options);
  if (size < 0) return std::string(form);
  std::string result(reinterpret_cast<const char*>(folded), static_cast<size_t>(size));
  free(folded);
  return result;
}

void AppendWord(absl::string_view form, bool space_before, GoldSentence* out) {
  if (space_before && !out->text.empty()) out->text.push_back(' ');
  Token token;
  token.begin = static_cast<uint32_t>(out->text.size());
  out->text.append(form.data(), form.size());
  token.end = static_cast<uint32_t>(out->text.size());
  token.folded = FoldForm(form);
  token.lemma = token.folded;
  out->sentence.tokens.push_back(std::move(token));
  out->sentence.end = static_cast<uint32_t>(out->text.size());
}

absl::StatusOr<std::vector<GoldSentence>> ReadConllu(const std::string& path) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  std::vector<GoldSentence> sentences;
  GoldSentence current;
  bool space = false;
  int number = 0;
  // The last word of a multi-word token that no space follows.
  int glue_until = 0;
  const auto finish = [&]() -> bool {
    const int size = static_cast<int>(current.sentence.tokens.size());
    for (const Token& token : current.sentence.tokens) {
      if (token.head < -1 || token.head >= size) return false;
    }
    if (size > 0) sentences.push_back(std::move(current));
    current = GoldSentence();
    space = false;
    glue_until = 0;
    return true;
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    const absl::Status bad = absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": not CoNLL-U"));
    if (line.empty()) {
      if (!finish()) return bad;
      continue;
    }
    if (line[0] == '#') continue;
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 10) return bad;
    const bool space_after = fields[9].find("SpaceAfter=No") == absl::string_view::npos;
    int id = 0, head = 0;
    if (!absl::SimpleAtoi(fields[0], &id)) {
      // "3-4": its words stand together; white space follows the last, unless said otherwise.
      const size_t dash = fields[0].find('-');
      if (dash != absl::string_view::npos) {
        int last = 0;
        if (!absl::SimpleAtoi(fields[0].substr(dash + 1), &last)) return bad;
        glue_until = space_after ? last : last + 1;
      }
      continue;
    }
    if (!absl::SimpleAtoi(fields[6], &head)) return bad;
    AppendWord(fields[1], space, &current);
    space = space_after && glue_until <= id;
    Token& token = current.sentence.tokens.back();
    token.pos = PosOf(fields[3]);
    if (fields[2] != "_" || fields[1] == "_") token.lemma = FoldForm(fields[2]);
    token.head = head - 1;
    token.rel = RelOf(fields[7]);
    current.fine.push_back(absl::StrCat(fields[3], "/", fields[4]));
    current.entities.emplace_back();
    for (absl::string_view misc : absl::StrSplit(fields[9], '|')) {
      if (absl::ConsumePrefix(&misc, "Entity=")) current.entities.back() = std::string(misc);
    }
  }
  if (!finish()) return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": not CoNLL-U"));
  return sentences;
}

}  // namespace pith::compiler
