#include "tools/compiler/text/words.h"

#include <cstdint>
#include <iterator>
#include <utility>

#include "absl/types/span.h"
#include "engine/format/bytes.h"
#include "engine/format/records.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/text/dateline.h"

namespace pith::compiler {
namespace {

// How many of the first kMaxSentenceTokens tokens form the first part of a sentence that has more: up to the last
// strong mark in their second half, or else the last comma, or else all.
size_t PartSize(absl::Span<const Token> tokens) {
  size_t comma = 0;
  for (size_t i = kMaxSentenceTokens; i > kMaxSentenceTokens / 2; --i) {
    const std::string& mark = tokens[i - 1].folded;
    if (mark == ";" || mark == ":" || mark == "." || mark == "!" || mark == "?") return i;
    if (comma == 0 && (mark == "," || mark == ")" || mark == "-")) comma = i;
  }
  return comma != 0 ? comma : kMaxSentenceTokens;
}

}  // namespace

void SplitWords(const Language& language, absl::string_view text, Sentence* sentence) {
  const Bytes bytes = AsBytes(text);
  WordReader reader(language, bytes, sentence->begin, sentence->end);
  sentence->tokens.clear();
  for (Word word; reader.Next(&word);) {
    char folded[kMaxWordBytes];
    const uint32_t size = FoldWord(language, bytes.Sub(word.begin, word.end - word.begin), folded, kMaxWordBytes);
    Token token;
    token.begin = word.begin;
    token.end = word.end;
    token.folded.assign(folded, size);
    token.lemma = token.folded;
    sentence->tokens.push_back(std::move(token));
  }
  sentence->tokens.shrink_to_fit();  // the words of an article are most of what its analysis holds
  sentence->dateline = DatelineEnd(text, *sentence);
}

void SplitWords(const Language& language, absl::string_view text, std::vector<Sentence>* sentences) {
  std::vector<Sentence> cut;
  cut.reserve(sentences->size());
  for (Sentence& sentence : *sentences) {
    SplitWords(language, text, &sentence);
    if (sentence.tokens.size() <= kMaxSentenceTokens) {
      cut.push_back(std::move(sentence));
      continue;
    }
    for (absl::Span<Token> rest = absl::MakeSpan(sentence.tokens); !rest.empty();) {
      const size_t size = rest.size() > kMaxSentenceTokens ? PartSize(rest) : rest.size();
      Sentence part;
      part.begin = rest.size() == sentence.tokens.size() ? sentence.begin : rest.front().begin;
      part.end = size == rest.size() ? sentence.end : rest[size - 1].end;
      part.paragraph = sentence.paragraph;
      part.heading = sentence.heading;
      part.row = sentence.row;
      part.tokens.assign(std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.begin() + size));
      part.dateline = DatelineEnd(text, part);
      rest.remove_prefix(size);
      cut.push_back(std::move(part));
    }
  }
  *sentences = std::move(cut);
}

}  // namespace pith::compiler
