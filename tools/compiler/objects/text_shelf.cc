#include "tools/compiler/objects/text_shelf.h"

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace pith::compiler {

absl::Status TextShelf::Put(Article* article) {
  const Place place = {file_.size(), static_cast<uint32_t>(article->text.size())};
  if (absl::Status status = file_.Append(article->text); !status.ok()) return status;
  places_[article->id] = place;
  article->text = std::string();
  return absl::OkStatus();
}

absl::Status TextShelf::Fetch(Article* article) const {
  const auto place = places_.find(article->id);
  if (place == places_.end()) return absl::InternalError(absl::StrCat("no text of article ", article->id));
  absl::StatusOr<std::string> text = file_.Read(place->second.offset, place->second.size);
  if (text.ok()) article->text = *std::move(text);
  return text.status();
}

}  // namespace pith::compiler
