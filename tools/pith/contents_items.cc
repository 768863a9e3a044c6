#include "tools/pith/contents_items.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "tools/pith/events.h"
#include "tools/pith/plain_dates.h"

namespace pith::command {
namespace {

// The parts that are not empty.
std::string Joined(std::vector<std::string> parts, absl::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!part.empty()) absl::StrAppend(&joined, joined.empty() ? "" : separator, part);
  }
  return joined;
}

std::string Labeled(absl::string_view label, const std::string& text) {
  return text.empty() ? "" : absl::StrCat(label, text);
}

std::string ShownFact(const pith_fact& fact) {
  const std::string stated = Joined({String(fact.subject), String(fact.relation), String(fact.object)}, " — ");
  const std::string notes = Joined(
      {fact.negated != 0 ? "not so" : "", String(ModalityName(fact.modality)), Labeled("= ", InWords(fact.value)),
       Labeled("when: ", InWords(fact.when)), Labeled("where: ", String(fact.where)),
       Labeled("according to ", String(fact.attribution)), fact.source == PITH_SOURCE_EDITOR ? "from an editor" : ""},
      " · ");
  return notes.empty() ? stated : absl::StrCat(stated, " (", notes, ")");
}

// Where an entity is first mentioned: what tells one that was renamed.
std::string FirstMention(const OpenIndex& index, const pith_entity& entity) {
  pith_mention mention;
  const bool any = entity.mentions > 0 && pith_get_mention(index.get(), &entity, 0, &mention) == PITH_OK;
  return any ? absl::StrCat(mention.begin, "-", mention.end) : "";
}

}  // namespace

std::vector<ContentsItem> FactItems(const OpenIndex& index, const pith_article& article) {
  std::vector<ContentsItem> items;
  for (uint32_t i = 0; i < article.facts; ++i) {
    pith_fact fact;
    if (pith_get_fact(index.get(), article.number, i, &fact) != PITH_OK) continue;
    items.push_back({absl::StrFormat("%016x", fact.id), Joined({String(fact.subject), String(fact.relation)}, "\t"),
                     ShownFact(fact), ToJson(index, fact)});
  }
  return items;
}

std::vector<ContentsItem> EntityItems(const OpenIndex& index, const pith_article& article) {
  std::vector<ContentsItem> items;
  for (uint32_t i = 0; i < article.entities; ++i) {
    pith_entity entity;
    if (pith_get_entity(index.get(), article.number, i, &entity) != PITH_OK) continue;
    Json json = ToJson(index, entity);
    json.erase("mentions");
    std::vector<std::string> aliases = json["aliases"].get<std::vector<std::string>>();
    const std::string also = aliases.empty() ? "" : absl::StrCat(", also ", absl::StrJoin(aliases, ", "));
    items.push_back({String(entity.name), FirstMention(index, entity),
                     absl::StrCat(View(entity.name), " (", TypeName(entity.type), also, ")"), std::move(json)});
  }
  return items;
}

std::vector<ContentsItem> EventItems(const OpenIndex& index, const pith_article& article) {
  std::vector<ContentsItem> items;
  for (const pith_event& event : EventsOf(index, article)) {
    const std::string shown = absl::StrCat(PlainDate(View(event.date)), "  ", ToldText(event));
    items.push_back({shown, String(event.text), shown, ToJson(index, event)});
  }
  return items;
}

}  // namespace pith::command
