// Events of the timeline as people read them.

#ifndef PITH_TOOLS_PITH_EVENTS_H_
#define PITH_TOOLS_PITH_EVENTS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "pith/pith.h"
#include "tools/pith/open_index.h"

namespace pith::command {

// The events of an article, in order of date.
std::vector<pith_event> EventsOf(const OpenIndex& index, const pith_article& article);

// The event's text, with what its pronouns mean in their place.
absl::string_view ToldText(const pith_event& event);

// "planned", "not so"; empty where the event is plainly told.
std::string NoteOf(const pith_event& event);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_EVENTS_H_
