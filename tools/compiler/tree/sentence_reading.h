// One sentence's facts in the making: what every pattern needs to read a phrase, and where each leaves what it found.

#ifndef PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_
#define PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/phrase_text.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The standing of what a noun phrase tells of its thing, as readers know it already: "the main city, Almaty".
inline constexpr int kByTheWay = 30;

// A fact before it is judged against the others of its sentence.
struct Draft {
  std::string subject, relation, object;
  int subject_head = -1, object_head = -1;  // tokens, -1: none; they give entity and value
  std::vector<int> evidence;                // tokens; their cover proves the fact
  int value = -1, when = -1;
  std::string where;
  bool negated = false;
  Modality modality = Modality::kNone;
  int confidence = 0;        // of the pattern, 0..10000
  int standing = kByTheWay;  // as Fact::standing
  bool presupposed = false;  // the article's own word even where someone is quoted: "Chile's minister, Ana Ruiz"
};

class SentenceFacts {
 public:
  SentenceFacts(const Analysis& analysis, uint32_t sentence);

  const Analysis& analysis() const { return analysis_; }
  const Tree& tree() const { return tree_; }
  const PhraseText& text() const { return text_; }

  // The phrase headed by `i` without "including ..." and what `drop` names, as tokens and as text.
  std::vector<int> Phrase(int i, uint32_t drop = kNounPhrase) const;
  std::string Name(int i, uint32_t drop = kNounPhrase) const { return text_.Of(Phrase(i, drop), i); }
  // The value of a kind that the phrase headed by `i` is or has as its number: "33 cars", "Sunday"; -1: none.
  int ValueOf(int i, ValueKind kind) const;
  // The name that stands beside a description: "Chile's minister, Ana Ruiz, ..." speaks of Ana Ruiz; else `i`.
  int BearerOf(int i) const { return text_.BearerOf(i); }
  NameType TypeOf(int i) const;  // of the entity that `i` is a mention of
  // Whether the phrase is a place: the name of one, or a noun for one ("the hospital").
  bool IsPlace(int i) const;

  // Leaves out drafts without subject or relation, and such as say nothing ("it", "which").
  void Add(Draft draft);

  // What was found, as facts without importance; drafts that say the same in more words are left out.
  std::vector<Fact> Take();

 private:
  const Analysis& analysis_;
  uint32_t number_;
  Tree tree_;
  PhraseText text_;
  std::vector<int> values_;  // of this sentence
  std::vector<Draft> drafts_;
};

// The patterns. Each reads the whole sentence and adds drafts; the order of calls does not matter.
void FindClauseFacts(SentenceFacts* facts);  // verbs and copulas
void FindNounFacts(SentenceFacts* facts);    // appositions, titles, possessors, acronyms, noun modifiers

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_SENTENCE_READING_H_
