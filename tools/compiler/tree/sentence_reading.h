// One sentence as the stages after the parser read it: its tree, and the names, values and places of its phrases.

#ifndef PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_
#define PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/phrase_text.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Identifies tokens by their index in the sentence. Read-only, so any number of patterns can share one reading.
class SentenceReading {
 public:
  // The reading of sentence number `sentence`. Costs O(tokens + values and mentions of the sentence). The analysis must
  // outlive it, and keep its mentions in text order and its values in the order of their sentences.
  SentenceReading(const Analysis& analysis, uint32_t sentence);
  SentenceReading(const SentenceReading&) = delete;  // text() refers to tree()
  SentenceReading& operator=(const SentenceReading&) = delete;

  const Analysis& analysis() const { return analysis_; }
  uint32_t number() const { return number_; }  // of the sentence
  const Tree& tree() const { return tree_; }
  const PhraseText& text() const { return text_; }

  // The tokens of the phrase headed by `i`, without "including ..." and the parts that `drop` names. Never empty.
  std::vector<int> Phrase(int i, uint32_t drop = kNounPhrase) const;
  // The text of that phrase, with full names for pronouns and short names.
  std::string Name(int i, uint32_t drop = kNounPhrase) const { return text_.Of(Phrase(i, drop), i); }
  // The value of that kind that the phrase headed by `i` is ("Sunday") or has as its number ("33 cars"), as an index
  // into Analysis::values; -1: none.
  int ValueOf(int i, ValueKind kind) const;
  // As PhraseText::BearerOf.
  int BearerOf(int i) const { return text_.BearerOf(i); }
  // The type of the entity that the phrase headed by `i` mentions; kNone if it mentions none.
  NameType TypeOf(int i) const;
  // Whether the title or the first sentences name what the noun `i` means: "the exhibition" is the article's.
  bool IsTopic(int i) const;
  // Whether the phrase headed by `i` is the name of a place, or a noun for one ("the hospital").
  bool IsPlace(int i) const;

 private:
  const Analysis& analysis_;
  const uint32_t number_;
  Tree tree_;
  PhraseText text_;
  std::vector<int> values_;  // of this sentence
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_
