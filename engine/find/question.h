// What a question asks for, read from its words by the patterns of the language block: the kind of answer, the noun
// that the answer is an instance of ("which city"), and the place in the sentence that it would fill.

#ifndef PITH_ENGINE_FIND_QUESTION_H_
#define PITH_ENGINE_FIND_QUESTION_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/language/language.h"

namespace pith {

// The numbers stand in tools/models/*/questions.txt: add at the end, never renumber.
enum class AskKind : uint8_t {
  kAny,         // bare key words
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

// Classes of words in the same patterns, for the grammar of a question.
enum class AskClass : uint8_t {
  kDo = 64,
  kBe = 65,
  kHave = 66,
  kModal = 67,
  kReasonCue = 68,
  kLight = 69,     // asks nothing by itself: "the", "ever"
  kFactual = 70,   // brings in a clause that is stated like the one around it: "after", "although"
  kDoubtful = 71,  // what stands beside it may not be so: "reportedly", "nearly", "former"
  kOr = 72,
  kAgent = 73,  // "by"
};
inline constexpr uint8_t kFirstClass = 64;

// Flags of a QuestionPattern.
inline constexpr uint8_t kPatternWins = 1;  // tells the kind also after a question word
inline constexpr uint8_t kPatternPast = 2;  // a form of the past: "did", "were"

inline constexpr uint32_t kMaxCues = 12;

// The grammar between the question word and the rest.
enum class AskRole : uint8_t {
  kUnknown,
  kSubject,    // "Who won the match": the answer is the verb's subject
  kObject,     // "What did she win": it is not
  kIdentity,   // "What is the capital of France": it is an instance of the noun
  kPassive,    // "Who was fired on Monday", "What is made of bronze"
  kAdverbial,  // "When was she elected"
};
inline constexpr uint32_t kAskRoleCount = 6;

struct Question {
  AskKind kind;
  AskRole role;
  uint8_t focus_begin, focus_end;  // words of the query that name what the answer is; empty: none
  uint8_t focus_class;             // NounClass of its head
  bool plural;                     // and whether several are asked for: "which countries"
  uint32_t preposition;            // HashWord of the one that governs the answer ("in which ...", "... take part in?")

  uint32_t cues[kMaxCues];  // HashWord of the words that bring in such an answer ("because"), 0: none

  bool InFocus(uint32_t word) const { return word >= focus_begin && word < focus_end; }
};

// O(words * patterns).
Question ReadQuestion(const Language& language, const Query& query);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_QUESTION_H_
