#include "tools/compiler/corrections/quotations.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

constexpr size_t kShownBytes = 120;  // of the nearest sentence

bool IsWord(const Language& language, absl::string_view folded) {
  const Bytes bytes = AsBytes(folded);
  for (uint64_t at = 0; at < bytes.size();) {
    const CharClass kind = language.ClassOf(DecodeUtf8(bytes, &at));
    if (kind != CharClass::kSymbol && kind != CharClass::kSpace && kind != CharClass::kJoiner) return true;
  }
  return false;
}

// The beginning of a text, on one line.
std::string Shown(absl::string_view text) {
  size_t size = std::min(text.size(), kShownBytes);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  std::string shown(text.substr(0, size));
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return size < text.size() ? absl::StrCat(shown, "...") : shown;
}

}  // namespace

std::vector<std::string> QuotedWords(const Language& language, absl::string_view text) {
  std::vector<std::string> words;
  const Bytes bytes = AsBytes(text);
  WordReader reader(language, bytes, 0, static_cast<uint32_t>(bytes.size()));
  for (Word word; reader.Next(&word);) {
    const FoldedWord folded(language, bytes.Sub(word.begin, word.end - word.begin));
    std::string one(AsChars(folded.bytes()));
    if (IsWord(language, one)) words.push_back(std::move(one));
  }
  return words;
}

Quotations::Quotations(const Analysis& analysis, const Language& language) : analysis_(analysis), language_(language) {
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const std::vector<Token>& tokens = analysis.sentences[s].tokens;
    for (uint32_t t = 0; t < tokens.size(); ++t) {
      if (!IsWord(language, tokens[t].folded)) continue;
      places_[tokens[t].folded].push_back(words_.size());
      words_.push_back({s, t});
    }
  }
}

std::vector<Span> Quotations::Find(absl::string_view quote) const {
  const std::vector<std::string> sought = QuotedWords(language_, quote);
  const auto first = sought.empty() ? places_.end() : places_.find(sought[0]);
  if (first == places_.end()) return {};
  std::vector<Span> found;
  for (const size_t at : first->second) {
    if (words_.size() - at < sought.size()) break;
    const Word begin = words_[at], last = words_[at + sought.size() - 1];
    if (begin.sentence != last.sentence) continue;
    const std::vector<Token>& tokens = analysis_.sentences[begin.sentence].tokens;
    size_t same = 1;
    while (same < sought.size() && tokens[words_[at + same].token].folded == sought[same]) ++same;
    if (same == sought.size()) found.push_back({begin.sentence, begin.token, last.token + 1, begin.token});
  }
  return found;
}

std::string Quotations::Nearest(absl::string_view quote) const {
  std::vector<std::string> sought = QuotedWords(language_, quote);
  std::sort(sought.begin(), sought.end());
  sought.erase(std::unique(sought.begin(), sought.end()), sought.end());
  std::vector<uint32_t> shared(analysis_.sentences.size());
  for (const std::string& word : sought) {
    const auto places = places_.find(word);
    if (places == places_.end()) continue;
    uint32_t last = UINT32_MAX;
    for (const size_t at : places->second) {
      if (words_[at].sentence != last) ++shared[last = words_[at].sentence];
    }
  }
  const auto best = std::max_element(shared.begin(), shared.end());
  // A sentence that shares a few words by chance is no help.
  if (best == shared.end() || *best == 0 || *best * 3 < sought.size()) return "";
  const auto number = static_cast<size_t>(best - shared.begin());
  const Sentence& sentence = analysis_.sentences[number];
  const absl::string_view text = analysis_.article.text;
  return absl::StrCat("; nearest is sentence ", number + 1, ": \"",
                      Shown(text.substr(sentence.begin, sentence.end - sentence.begin)), "\"");
}

}  // namespace pith::compiler
