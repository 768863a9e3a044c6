#include "tools/compiler/read/place.h"

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace pith::compiler {
namespace {

// Keys of the status's payloads.
constexpr char kFile[] = "pith/file", kLine[] = "pith/line", kByte[] = "pith/byte";

absl::Status With(absl::string_view key, absl::string_view value, absl::Status status) {
  if (!status.ok() && !status.GetPayload(key).has_value()) status.SetPayload(key, absl::Cord(value));
  return status;
}

std::optional<uint64_t> NumberOf(const absl::Status& status, absl::string_view key) {
  const absl::optional<absl::Cord> value = status.GetPayload(key);
  uint64_t number = 0;
  if (!value.has_value() || !absl::SimpleAtoi(std::string(*value), &number)) return std::nullopt;
  return number;
}

}  // namespace

Place PlaceOf(const absl::Status& status) {
  Place place;
  if (const absl::optional<absl::Cord> file = status.GetPayload(kFile); file.has_value()) {
    place.file = std::string(*file);
  }
  place.line = NumberOf(status, kLine);
  place.byte = NumberOf(status, kByte);
  return place;
}

absl::Status AtFile(absl::Status status, absl::string_view path) { return With(kFile, path, std::move(status)); }

absl::Status AtLine(absl::Status status, uint64_t line) { return With(kLine, absl::StrCat(line), std::move(status)); }

absl::Status AtByte(absl::Status status, uint64_t byte) { return With(kByte, absl::StrCat(byte), std::move(status)); }

absl::Status Prefixed(absl::string_view prefix, const absl::Status& status) {
  absl::Status longer(status.code(), absl::StrCat(prefix, ": ", status.message()));
  status.ForEachPayload([&longer](absl::string_view key, const absl::Cord& value) { longer.SetPayload(key, value); });
  return longer;
}

}  // namespace pith::compiler
