// The frame of an index file: its header and section table around sections that are written one after the other.

#ifndef PITH_TOOLS_COMPILER_WRITE_INDEX_FILE_H_
#define PITH_TOOLS_COMPILER_WRITE_INDEX_FILE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/format/records.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/output.h"

namespace pith::compiler {

inline constexpr size_t kSectionAlignment = 8;  // of sections in the file, and of parts in ARTS

// Writes to an Output, which must be empty before. Errors are kept: the first one is what Finish returns, and nothing
// is written after it.
class IndexFile {
 public:
  // For exactly `sections` sections.
  IndexFile(uint32_t sections, Output* out);

  void Begin(uint32_t name, uint32_t flags);
  void Append(absl::string_view bytes);
  // Zeros up to the next multiple of kSectionAlignment.
  void Align();
  // Bytes of the section so far.
  uint64_t size() const { return record_.size; }
  void End();

  // A section whose bytes are there already.
  void Add(uint32_t name, uint32_t flags, absl::string_view bytes);

  // Writes the header and the table.
  absl::Status Finish();

 private:
  void Write(absl::string_view bytes);
  void Flush();

  const uint32_t sections_;
  Output* const out_;
  uint64_t written_ = 0;  // with what the buffer holds
  std::string buffer_;
  SectionRecord record_ = {};
  ByteWriter table_;
  absl::Status status_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_INDEX_FILE_H_
