// How an event is told outside its text: of whom, and whether it happened.

#ifndef PITH_TOOLS_COMPILER_FACTS_EVENT_TELLING_H_
#define PITH_TOOLS_COMPILER_FACTS_EVENT_TELLING_H_

#include "absl/types/span.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Sets event->told to the event's text with what its pronouns mean in their place, or leaves it empty where the text
// has no need of it. False if a reader cannot know whom or what a pronoun means. `words` are those of the event; its
// bytes are known. O(words²).
bool TellEvent(const SentenceReading& reading, TokenRange words, Event* event);

// Takes over from those of `facts`, the facts of the event's sentence, that have its date whether it did not happen, or
// not surely.
void MarkEvent(const SentenceReading& reading, absl::Span<const Fact> facts, Event* event);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENT_TELLING_H_
