// What a question asks for, read from its words with the patterns of the language block: the kind of answer, the noun
// that the answer is an instance of ("which city"), and the place in the sentence that the answer would fill.

#ifndef PITH_ENGINE_FIND_QUESTION_H_
#define PITH_ENGINE_FIND_QUESTION_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/format/kinds.h"
#include "engine/language/language.h"

namespace pith {

// The kind of answer. tools/models/*/questions.txt uses these numbers: add at the end, never renumber.
enum class AskKind : uint8_t {
  kAny,         // just key words
  kPerson,      // who, whom
  kPlace,       // where
  kTime,        // when, what year
  kNumber,      // how many
  kAmount,      // how much
  kDuration,    // how long
  kAge,         // how old
  kReason,      // why
  kManner,      // how
  kThing,       // what
  kChoice,      // which
  kPossessor,   // whose
  kExpansion,   // what does ... stand for
  kMeasure,     // how far, how tall
  kFrequency,   // how often
  kName,        // name the ..., list ...
  kShare,       // what percentage
  kPurpose,     // what for
  kSort,        // what kind of
  kYesNo,       // did ..., is ...
  kDefinition,  // who is X, what is X
  kMaterial,    // what is it made of
};
inline constexpr uint32_t kAskKindCount = 23;

// Classes of words, listed among the same patterns, for the grammar of a question.
enum class AskClass : uint8_t {
  kDo = 64,
  kBe = 65,
  kHave = 66,
  kModal = 67,
  kReasonCue = 68,
  kLight = 69,     // carries no meaning of its own: "the", "ever"
  kFactual = 70,   // introduces a clause that is stated like the one around it: "after", "although"
  kDoubtful = 71,  // what it modifies may not be so: "reportedly", "nearly", "former"
  kOr = 72,
  kAgent = 73,   // "by"
  kUnreal = 74,  // says that something is not so, or not yet: "deny", "failed", "want"
};
inline constexpr uint8_t kFirstClass = 64;

// Flags of a QuestionPattern.
inline constexpr uint8_t kPatternWins = 1;  // determines the kind even after a question word
inline constexpr uint8_t kPatternPast = 2;  // a past form: "did", "were"

inline constexpr uint32_t kMaxCues = 12;

// The role of the answer in the clause that follows the question word.
enum class AskRole : uint8_t {
  kUnknown,
  kSubject,    // "Who won the match": the answer is the verb's subject
  kObject,     // "What did she win": the answer is not the subject
  kIdentity,   // "What is the capital of France": the answer is an instance of the noun
  kPassive,    // "Who was fired on Monday", "What is made of bronze"
  kAdverbial,  // "When was she elected"
};
inline constexpr uint32_t kAskRoleCount = 6;

struct Question {
  AskKind kind;
  AskRole role;
  uint8_t focus_begin, focus_end;  // words of the query that say what the answer is; empty: none
  uint8_t focus_class;             // NounClass of their head
  uint8_t opening_end;             // words [0, opening_end) ask: "how heavy", "in what year"; 0: none do
  bool plural;                     // the question asks for several: "which countries"
  bool did, modal;                 // it asks what "did", "was" or "has"; what "will" or "could"
  bool negated, unreal;            // it has a negation; a word of kUnreal
  bool priced;                     // it asks what something costs: "what is the price", "how much does it cost"
  bool denies;                     // it asks what "is not the" or "was not a" something
  uint32_t preposition;  // HashWord of the one before the answer ("in which ...", "... take part in?"); 0: none

  uint32_t cues[kMaxCues];  // HashWord of words that introduce a reason ("because"); 0: none

  bool InFocus(uint32_t word) const { return word >= focus_begin && word < focus_end; }
  // Whether what has that reality may answer: "What did the police deny?" asks for what is denied, other questions for
  // what is so, or is to come unless they ask what "did" happen.
  bool Accepts(Reality reality) const;
};

// Reads what a query asks for. O(words * patterns).
Question ReadQuestion(const Language& language, const Query& query);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_QUESTION_H_
