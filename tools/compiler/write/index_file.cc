#include "tools/compiler/write/index_file.h"

#include "engine/format/crc32.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

constexpr size_t kBufferBytes = 1 << 20;

}  // namespace

IndexFile::IndexFile(uint32_t sections, Output* out) : sections_(sections), out_(out) {
  Write(std::string(kHeaderBytes + sections * SectionRecord::kBytes, '\0'));
}

void IndexFile::Write(absl::string_view bytes) {
  written_ += bytes.size();
  if (buffer_.size() + bytes.size() > kBufferBytes) Flush();
  if (bytes.size() < kBufferBytes) {
    buffer_.append(bytes.data(), bytes.size());
  } else if (status_.ok()) {
    status_ = out_->Append(bytes);
  }
}

void IndexFile::Flush() {
  if (status_.ok() && !buffer_.empty()) status_ = out_->Append(buffer_);
  buffer_.clear();
}

void IndexFile::Begin(uint32_t name, uint32_t flags) { record_ = {name, 0, written_, 0, flags}; }

void IndexFile::Append(absl::string_view bytes) {
  record_.crc32 = Crc32(AsBytes(bytes), record_.crc32);
  record_.size += bytes.size();
  Write(bytes);
}

void IndexFile::Align() {
  constexpr char kZeros[kSectionAlignment] = {};
  const size_t over = record_.size % kSectionAlignment;
  if (over != 0) Append(absl::string_view(kZeros, kSectionAlignment - over));
}

void IndexFile::End() {
  compiler::Append(record_, &table_);
  const size_t over = written_ % kSectionAlignment;
  if (over != 0) Write(std::string(kSectionAlignment - over, '\0'));
}

void IndexFile::Add(uint32_t name, uint32_t flags, absl::string_view bytes) {
  Begin(name, flags);
  Append(bytes);
  End();
}

absl::Status IndexFile::Finish() {
  const auto header = [&](uint32_t crc) {
    ByteWriter out;
    out.Raw(absl::string_view(reinterpret_cast<const char*>(kMagic), sizeof kMagic));
    out.U16(kMajorVersion).U16(kMinorVersion).U32(sections_).U64(written_).U32(crc).U32(0);
    return out.Raw(table_.bytes()).Take();
  };
  Flush();
  if (status_.ok()) status_ = out_->Rewrite(0, header(Crc32(AsBytes(header(0)))));
  return status_;
}

}  // namespace pith::compiler
