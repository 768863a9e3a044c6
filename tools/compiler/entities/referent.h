// Somebody or something spoken of, and a pronoun that may mean it: plain data.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_REFERENT_H_
#define PITH_TOOLS_COMPILER_ENTITIES_REFERENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/lexicon/name_words.h"

namespace pith::compiler {

enum class PronounKind : uint8_t { kPerson, kThing, kGroup };  // "he", "she"; "it"; "they"
inline constexpr int kPronounKinds = 3;

// Where a word stands in its sentence.
struct Surroundings {
  Rel rel = Rel::kDep;
  Pos governor_pos = Pos::kX;
  Rel governor_rel = Rel::kDep;
  NounClass governor_class = NounClass::kNone;
  uint8_t voice = 0;        // of the governor: 0 active or no verb, 1 passive, 2 with a copula
  uint8_t preposition = 0;  // 0: none
  std::string governor;     // its lemma
};

// Where a mention stands in its clause.
enum class MentionRole : uint8_t { kMainSubject, kSubject, kObject, kPossessor, kOther };

// Somebody or something spoken of.
struct Referent {
  int entity = -1;     // index into Analysis::entities; -1: has no name
  std::string lemma;   // of the noun for it, if it has no name; empty: only pronouns mean it
  std::string phrase;  // "the barge"; empty if it has a name or none is known
  Gender gender = Gender::kUnknown;
  bool person = false, plural = false, group = false, definite = false;
  bool opening = false;  // in the title, a heading or the first sentence
  bool topic = false;    // in the title, or the subject of the first sentence
  bool listed = false;   // among the topics
  int mentions = 0;
  int led = 0;                 // sentences whose main subject it was
  uint32_t paragraph_led = 0;  // the last paragraph whose first sentence it led, + 1; 0: none
  // The last mention.
  uint32_t sentence = 0, paragraph = 0;
  int head = 0;
  MentionRole role = MentionRole::kOther;
  bool pronoun = false;
  int quotation = 0;  // number of the direct speech that contains it; 0: none
  Surroundings around;
};

// A candidate for a pronoun, with the rows of its features (antecedent_features.h).
struct Antecedent {
  int referent = -1;
  std::vector<uint16_t> rows;
};

struct Pronoun {
  PronounKind kind = PronounKind::kThing;
  Gender gender = Gender::kUnknown;
  uint32_t sentence = 0;
  int token = 0;
  std::vector<uint16_t> rows;  // of its own features
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_REFERENT_H_
