#include "engine/find/said_terms.h"

#include "engine/language/fold.h"

namespace pith {
namespace {

bool IsOfText(const SentenceRecord& sentence) { return sentence.tokens == 0 && sentence.words != 0; }

// The bytes to cut words from; no more than the compiler writes, whatever a damaged file says.
Range TextOf(const Part& part, const SentenceRecord& sentence) {
  if (!IsOfText(sentence)) return {0, 0};
  const Range text = part.InText(sentence.begin, sentence.end);
  return {text.begin, text.size() > kMaxSentenceBytes ? text.begin + kMaxSentenceBytes : text.end};
}

WordReader WordsIn(const Language& language, const Part& part, Range text) {
  return WordReader(language, part.text, text.begin, text.end);
}

}  // namespace

uint32_t RecordsOf(const Part& part, const SentenceRecord& sentence) {
  return 1 + sentence.tokens + TextOf(part, sentence).size() / 4;
}

SaidTerms::SaidTerms(const Language& language, const Part& part, const SentenceRecord& sentence)
    : language_(language),
      part_(part),
      from_text_(IsOfText(sentence)),
      tokens_(part, sentence),
      words_(WordsIn(language, part, TextOf(part, sentence))) {}

bool SaidTerms::Next() {
  while (!from_text_ && tokens_.Next()) {
    if (tokens_.token().term == kNoTerm) continue;
    term_ = tokens_.token().term;
    begin_ = static_cast<uint32_t>(tokens_.begin());
    end_ = static_cast<uint32_t>(tokens_.end());
    return true;
  }
  for (Word word; from_text_ && words_.Next(&word);) {
    if (!word.IsWord()) continue;
    begin_ = word.begin;
    end_ = word.end;
    const WordInfo info = language_.Find(FoldedWord(language_, Text()).bytes());
    term_ = (info.flags & kWordStop) != 0 ? kNoTerm : part_.FindTerm(info.key);
    if (term_ != kNoTerm) return true;
  }
  return false;
}

}  // namespace pith
