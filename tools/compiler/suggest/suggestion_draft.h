// A question made from a sentence, before the engine has judged it.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_SUGGESTION_DRAFT_H_
#define PITH_TOOLS_COMPILER_SUGGEST_SUGGESTION_DRAFT_H_

#include <cstdint>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// What is asked for. A selection of suggestions contains different kinds.
enum class QuestionKind : uint8_t {
  kSubject,  // who or what did it
  kObject,   // what or whom it was done to
  kAgent,    // by whom
  kWhen,
  kWhere,
  kWhy,
  kHowMany,
  kHowMuch,  // money, lengths, heights
  kHowLong,
  kHowOften,
  kIdentity,  // who or what somebody or something is
  kStandsFor,
  kMaterial,  // what it is made of, or used for
  kEvent,     // what happened at a date
  kWhatToDo,  // if something is so
  kHowTo,     // reach a purpose
  kReply,     // what the text itself asks
};

struct SuggestionDraft {
  Suggestion suggestion;
  QuestionKind kind = QuestionKind::kSubject;
  uint32_t importance = 0;  // importance of the fact behind it; less if its names were only resolved
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_SUGGESTION_DRAFT_H_
