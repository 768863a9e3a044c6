// Events of the timeline as one tells them: with names for pronouns, and marked where they did not plainly happen.

#ifndef PITH_TOOLS_PITH_TOLD_EVENTS_H_
#define PITH_TOOLS_PITH_TOLD_EVENTS_H_

#include <string>
#include <vector>

#include "pith/pith.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"

namespace pith::command {

struct ToldEvent {
  pith_event event;
  std::string text;                // the event's text, with the name that its first pronoun means
  uint8_t modality = PITH_STATED;  // of the fact that has its date
  bool negated = false;
};

// As the event, and what else is told of it.
Json ToJson(const OpenIndex& index, const ToldEvent& told);

// "planned", "not so"; empty where the event is plainly told.
std::string NoteOf(const ToldEvent& told);

// The events of an article, in order of date. O(its events + its facts).
std::vector<ToldEvent> EventsOf(const OpenIndex& index, const pith_article& article);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_TOLD_EVENTS_H_
