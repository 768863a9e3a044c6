#include "tools/compiler/write/string_table.h"

#include "engine/format/records.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {

uint32_t StringTable::Add(absl::string_view string, uint32_t near) {
  const auto [found, is_new] = numbers_.try_emplace(std::string(string), static_cast<uint32_t>(numbers_.size()));
  if (!is_new) return found->second;
  uint32_t offset = 0;
  if (!string.empty()) {
    size_t at = absl::string_view::npos;
    for (const size_t from : {static_cast<size_t>(near), size_t{0}}) {
      if (at != absl::string_view::npos || from > text_.size()) continue;
      at = text_.substr(from, kSearchBytes).find(string);
      if (at != absl::string_view::npos) at += from;
    }
    if (at != absl::string_view::npos) {
      offset = static_cast<uint32_t>(at);
    } else {
      offset = static_cast<uint32_t>(text_.size() + pool_.size());
      pool_.append(string.data(), string.size());
    }
  }
  Append(StringRecord{offset, static_cast<uint32_t>(string.size())}, &records_);
  return found->second;
}

uint32_t StringTable::AddOrNone(absl::string_view string, uint32_t near) {
  return string.empty() ? kNone : Add(string, near);
}

}  // namespace pith::compiler
