#include "tools/compiler/write/index_writer.h"

#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/index/index.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/join.h"

namespace pith::compiler {
namespace {

absl::Status CheckPart(const PartInput& input) {
  Part part;
  if (!part.Open(AsBytes(input.bytes))) {
    return absl::InvalidArgumentError(absl::StrCat("article ", input.id, ": its part is damaged"));
  }
  if (Compare(part.StringBytes(part.head[0].id), AsBytes(input.id)) != 0) {
    return absl::InvalidArgumentError(absl::StrCat("article ", input.id, ": its part is another article's"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> WriteIndex(const std::vector<PartInput>& parts, absl::string_view language_block,
                                       bool embed_language, const WordVectors& vectors,
                                       std::optional<uint16_t> threshold) {
  std::vector<LoosePart> loose;
  for (const PartInput& part : parts) {
    if (absl::Status status = CheckPart(part); !status.ok()) return status;
    loose.push_back({AsBytes(part.bytes), vectors, false});
  }
  Segments segments;
  segments.push_back(std::make_unique<LooseSegment>(std::move(loose)));
  JoinOptions options;
  options.language_block = language_block;
  options.embed_language = embed_language;
  options.threshold = threshold;
  StringOutput out;
  if (absl::Status status = Join(segments, options, &out); !status.ok()) return status;
  return out.Take();
}

}  // namespace pith::compiler
