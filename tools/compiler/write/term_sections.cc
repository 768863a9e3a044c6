#include "tools/compiler/write/term_sections.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "engine/index/part.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

const FieldSizes& FieldsOf(PartTable table) { return kPartFields.of[static_cast<uint32_t>(table)]; }

// The next entry of a segment, and where the others come from.
struct Source {
  ArticleTerm next;
  std::unique_ptr<TermCursor> cursor;
  const Segment* segment;
  uint32_t first;  // the number of the segment's first article

  // Goes on to the next entry of an article that is kept; false after the last.
  bool Step() {
    do {
      if (!cursor->Next(&next)) return false;
    } while (segment->NumberOf(next.article) == kNone);
    next.article = first + segment->NumberOf(next.article);
    return true;
  }
};

// A heap's order: whether `x` comes after `y`.
bool ComesAfter(const Source& x, const Source& y) {
  return std::tie(x.next.key, x.next.article) > std::tie(y.next.key, y.next.article);
}

// A section of packed records, written as they come.
class PackedSection {
 public:
  PackedSection(uint32_t name, uint64_t rows, RowPacker* packer, IndexFile* file) : packer_(packer), file_(file) {
    file->Begin(name, 0);
    if (rows == 0) return;  // a table without records is an empty section
    file->Append(ByteWriter().U32(static_cast<uint32_t>(rows)).bytes());
    file->Append(packer->Widths());
  }
  void Add(const uint64_t* row) {
    packer_->Add(row, &bytes_);
    constexpr size_t kStep = 1 << 16;
    if (bytes_.size() >= kStep) Flush();
  }
  void End() {
    packer_->Finish(&bytes_);
    Flush();
    file_->End();
  }

 private:
  void Flush() {
    file_->Append(bytes_);
    bytes_.clear();
  }

  RowPacker* const packer_;
  IndexFile* const file_;
  std::string bytes_;
};

}  // namespace

TermSections::TermSections(const std::vector<std::unique_ptr<Segment>>& segments)
    : segments_(segments), terms_(FieldsOf(PartTable::kTerms)), postings_(FieldsOf(PartTable::kPostings)) {}

void TermSections::Merge(absl::FunctionRef<void(const ArticleTerm&)> visit) const {
  std::vector<Source> heap;
  uint32_t first = 0;
  for (const auto& segment : segments_) {
    Source source = {{}, segment->Terms(), segment.get(), first};
    first += segment->kept();
    if (source.Step()) heap.push_back(std::move(source));
  }
  std::make_heap(heap.begin(), heap.end(), ComesAfter);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), ComesAfter);
    // As long as the others come later, the heap may wait.
    bool more;
    do {
      visit(heap.back().next);
      more = heap.back().Step();
    } while (more && (heap.size() == 1 || !ComesAfter(heap.back(), heap.front())));
    if (more) {
      std::push_heap(heap.begin(), heap.end(), ComesAfter);
    } else {
      heap.pop_back();
    }
  }
}

void TermSections::ForEach(absl::FunctionRef<void(const uint64_t* row)> term,
                           absl::FunctionRef<void(const uint64_t* row)> posting) const {
  uint64_t row[] = {0, 0}, count = 0;
  Merge([&](const ArticleTerm& entry) {
    if (count == 0 || row[0] != entry.key) {
      row[0] = entry.key;
      row[1] = count;
      term(row);
    }
    ++count;
    const uint64_t of_posting[] = {entry.impact, entry.article};
    posting(of_posting);
  });
  row[0] = kNone;
  row[1] = count;
  term(row);
}

absl::Status TermSections::Measure() {
  ForEach(
      [&](const uint64_t* row) {
        terms_.Measure(row);
        ++term_count_;
      },
      [&](const uint64_t* row) {
        postings_.Measure(row);
        ++posting_count_;
      });
  if (posting_count_ > kNone) return absl::InvalidArgumentError("too many words for one index");
  return absl::OkStatus();
}

void TermSections::Write(IndexFile* file) {
  const auto pass = [](const uint64_t*) {};
  PackedSection terms(kSectionTerms, term_count_, &terms_, file);
  ForEach([&](const uint64_t* row) { terms.Add(row); }, pass);
  terms.End();
  PackedSection postings(kSectionPostings, posting_count_, &postings_, file);
  ForEach(pass, [&](const uint64_t* row) { postings.Add(row); });
  postings.End();
}

}  // namespace pith::compiler
