#include "tools/compiler/markup/json_ld.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"

namespace pith::compiler {
namespace {

using Json = nlohmann::json;

// Objects may hold others: a page its article. Beyond so many, a page has a catalog.
constexpr size_t kMaxObjects = 10000;

// A string, or the first of an array of them; "" if `object` has no such field.
std::string StringOf(const Json& object, const char* field) {
  const auto it = object.find(field);
  if (it == object.end()) return "";
  const Json& value = it->is_array() && !it->empty() ? it->front() : *it;
  return value.is_string() ? value.get<std::string>() : "";
}

// "Ana Vega, Li Wei": of strings, or of objects with a name.
std::string NamesOf(const Json& object, const char* field) {
  const auto it = object.find(field);
  if (it == object.end()) return "";
  std::string names;
  const auto add = [&names](const Json& value) {
    const std::string name = value.is_string()   ? value.get<std::string>()
                             : value.is_object() ? StringOf(value, "name")
                                                 : "";
    if (!name.empty() && !absl::StartsWith(name, "http")) absl::StrAppend(&names, names.empty() ? "" : ", ", name);
  };
  if (it->is_array()) {
    for (const Json& value : *it) add(value);
  } else {
    add(*it);
  }
  return names;
}

bool IsArticle(const Json& object) {
  const std::string type = StringOf(object, "@type");
  return absl::EndsWith(type, "Article") || absl::EndsWith(type, "Posting") || type == "Recipe" || type == "Report";
}

// The objects in `roots`, outermost first; those of an article's type before the others.
std::vector<const Json*> Objects(const std::vector<Json>& roots) {
  std::vector<const Json*> open, objects;
  for (const Json& root : roots) open.push_back(&root);
  for (size_t i = 0; i < open.size() && open.size() < kMaxObjects; ++i) {
    if (open[i]->is_object()) objects.push_back(open[i]);
    if (!open[i]->is_structured()) continue;
    for (const Json& inner : *open[i]) {
      if (inner.is_structured()) open.push_back(&inner);
    }
  }
  std::stable_partition(objects.begin(), objects.end(), [](const Json* object) { return IsArticle(*object); });
  return objects;
}

}  // namespace

JsonLd ReadJsonLd(const Document& page) {
  std::vector<Json> roots;
  for (uint32_t i = 0; i < page.size(); ++i) {
    if (page.IsText(i) || page[i].tag != GUMBO_TAG_SCRIPT) continue;
    if (!absl::StrContains(page.Attribute(i, "type"), "ld+json")) continue;
    roots.push_back(Json::parse(page.TextOf(i), nullptr, false, true));
  }
  JsonLd found;
  const auto take = [](std::string value, std::string* field) {
    if (field->empty()) *field = std::move(value);
  };
  for (const Json* object : Objects(roots)) {
    if (IsArticle(*object)) {
      take(StringOf(*object, "headline"), &found.headline);
      take(StringOf(*object, "name"), &found.headline);
    }
    take(StringOf(*object, "datePublished"), &found.published);
    take(StringOf(*object, "dateModified"), &found.modified);
    take(NamesOf(*object, "author"), &found.author);
    take(StringOf(*object, "inLanguage"), &found.language);
  }
  return found;
}

}  // namespace pith::compiler
