#include "engine/find/said_terms.h"

#include "engine/language/fold.h"

namespace pith {
namespace {

bool IsOfText(const SentenceRecord& sentence) { return sentence.tokens == 0 && sentence.words != 0; }

// The words to cut from the text; no more bytes than the compiler writes, whatever a damaged file says.
WordReader WordsOf(const Language& language, const Part& part, const SentenceRecord& sentence) {
  if (!IsOfText(sentence)) return WordReader(language, Bytes(), 0, 0);
  const Range text = part.InText(sentence.begin, sentence.end);
  const uint32_t end = text.size() > kMaxSentenceBytes ? text.begin + kMaxSentenceBytes : text.end;
  return WordReader(language, part.text, text.begin, end);
}

}  // namespace

SaidTerms::SaidTerms(const Language& language, const Part& part, const SentenceRecord& sentence)
    : language_(language),
      part_(part),
      from_text_(IsOfText(sentence)),
      tokens_(part, sentence),
      words_(WordsOf(language, part, sentence)) {}

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
