// TERM and POST of an index: the terms of its segments merged.

#ifndef PITH_TOOLS_COMPILER_WRITE_TERM_SECTIONS_H_
#define PITH_TOOLS_COMPILER_WRITE_TERM_SECTIONS_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "tools/compiler/write/index_file.h"
#include "tools/compiler/write/row_packer.h"
#include "tools/compiler/write/segment.h"

namespace pith::compiler {

// Merges three times, to measure and for each section, rather than keep what it merges.
class TermSections {
 public:
  // The segments must stay as they are while it is in use.
  explicit TermSections(const std::vector<std::unique_ptr<Segment>>& segments);

  // InvalidArgument for more postings than an index can count.
  absl::Status Measure();
  // Writes both sections.
  void Write(IndexFile* file);

 private:
  // Visits all entries in order of key, then of article; articles are numbered as in the index.
  void Merge(absl::FunctionRef<void(const ArticleTerm&)> visit) const;
  // The records of TERM, the one past the last included, and of POST.
  void ForEach(absl::FunctionRef<void(const uint64_t* row)> term,
               absl::FunctionRef<void(const uint64_t* row)> posting) const;

  const std::vector<std::unique_ptr<Segment>>& segments_;
  RowPacker terms_, postings_;
  uint64_t term_count_ = 0, posting_count_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_TERM_SECTIONS_H_
