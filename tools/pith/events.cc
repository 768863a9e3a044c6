#include "tools/pith/events.h"

#include "absl/strings/str_cat.h"
#include "tools/pith/json.h"
#include "tools/pith/page.h"

namespace pith::command {

std::vector<pith_event> EventsOf(const OpenIndex& index, const pith_article& article) {
  std::vector<pith_event> events;
  for (uint32_t i = 0; i < article.events; ++i) {
    pith_event event;
    if (pith_get_event(index.get(), article.number, i, &event) == PITH_OK) events.push_back(event);
  }
  return events;
}

absl::string_view ToldText(const pith_event& event) { return View(event.told.size != 0 ? event.told : event.text); }

std::string NoteOf(const pith_event& event) {
  const absl::string_view modality = ModalityName(event.modality);
  const bool negated = event.negated != 0;
  return absl::StrCat(negated ? "not so" : "", negated && !modality.empty() ? ", " : "", modality);
}

}  // namespace pith::command
