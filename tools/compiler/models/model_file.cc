#include "tools/compiler/models/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "engine/format/fnv.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

constexpr absl::string_view kMagic = "PITHMODL";
constexpr uint64_t kHeaderBytes = 32, kChecksumAt = 24, kSectionBytes = 32, kNameBytes = 16;

// FNV-1a over 8-byte words: detects disk and copy errors, not tampering. 12 MB take about 2 ms.
uint64_t Checksum(Bytes bytes, uint64_t hash = kFnvStart64) {
  uint64_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    hash = FnvStep(hash, bytes.U64(at));
    hash ^= hash >> 32;
  }
  for (; at < bytes.size(); ++at) hash = FnvStep(hash, uint64_t{bytes.U8(at)});
  return hash;
}

// The checksum of everything except the checksum itself.
uint64_t FileChecksum(Bytes file) {
  return Checksum(file.Sub(kHeaderBytes, file.size() - kHeaderBytes), Checksum(file.Sub(0, kChecksumAt)));
}

}  // namespace

absl::StatusOr<Models> Models::Load(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const std::string message = absl::StrCat("cannot read the model file ", path, ": ", strerror(errno));
    return errno == ENOENT ? absl::NotFoundError(message) : absl::PermissionDeniedError(message);
  }
  struct stat info;
  if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) {
    close(file);
    return absl::InvalidArgumentError(absl::StrCat(path, " is not a model file"));
  }
  const size_t size = static_cast<size_t>(info.st_size);
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (data == MAP_FAILED) return absl::InternalError(absl::StrCat("cannot map ", path, ": ", strerror(errno)));
  Models models;
  models.owner_ = std::shared_ptr<const void>(data, [size](const void* at) { munmap(const_cast<void*>(at), size); });
  if (absl::Status status = models.Open(Bytes(static_cast<const uint8_t*>(data), size)); !status.ok()) {
    return absl::Status(status.code(), absl::StrCat(path, ": ", status.message()));
  }
  return models;
}

absl::StatusOr<Models> Models::FromBytes(std::string bytes) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  Models models;
  models.owner_ = owner;
  const absl::Status status = models.Open(AsBytes(*owner));
  if (!status.ok()) return status;
  return models;
}

Bytes Models::Section(absl::string_view name) const {
  const uint32_t count = file_.U32(12);
  for (uint64_t i = 0; i < count; ++i) {
    const Bytes entry = file_.Sub(kHeaderBytes + i * kSectionBytes, kSectionBytes);
    if (entry.empty()) break;
    absl::string_view found = AsChars(entry.Sub(0, kNameBytes));
    found = found.substr(0, found.find('\0'));
    if (found == name) return file_.Sub(entry.U64(16), entry.U64(24));
  }
  return Bytes();
}

absl::Status Models::Open(Bytes file) {
  if (file.size() < kHeaderBytes || AsChars(file.Sub(0, 8)) != kMagic) {
    return absl::InvalidArgumentError("not a model file");
  }
  if (file.U32(8) != kModelVersion) {
    return absl::FailedPreconditionError(absl::StrCat("is of version ", file.U32(8),
                                                      ", but this program reads version ", kModelVersion,
                                                      "; use the model that came with it"));
  }
  if (file.U64(16) != file.size()) {
    return absl::DataLossError(absl::StrCat("has ", file.size(), " bytes, but should have ", file.U64(16)));
  }
  if (file.U64(24) != FileChecksum(file)) {
    return absl::DataLossError("is damaged: its checksum is wrong");
  }
  file_ = file;
  const std::pair<const char*, LinearModel*> parts[] = {{"lemma", &lemma_}, {"names", &names_}};
  for (const auto& [name, model] : parts) {
    const Bytes section = Section(name);
    if (section.empty()) continue;
    if (absl::Status status = model->Open(section); !status.ok()) return status;
  }
  if (const Bytes net = Section("syntax.net"); !net.empty()) {
    const absl::Status status = syntax_.Open(Section("words"), Section("tags"), Section("syntax.tables"), net);
    if (!status.ok()) return status;
  }
  if (absl::Status status = OpenRules(Section("lemma.rules")); !status.ok()) return status;
  return clusters_.Open(Section("clusters"));
}

absl::Status Models::OpenRules(Bytes bytes) {
  for (uint64_t at = 0; at < bytes.size();) {
    const uint8_t size = bytes.U8(at + 1);
    if (!bytes.Has(at + 2, size)) return absl::DataLossError("has a damaged lemma rule");
    rules_.push_back({bytes.U8(at), AsChars(bytes.Sub(at + 2, size))});
    at += 2 + uint64_t{size};
  }
  if (rules_.size() < static_cast<size_t>(lemma_.classes())) return absl::DataLossError("has too few lemma rules");
  return absl::OkStatus();
}

std::string MakeModelFile(const std::vector<std::pair<std::string, std::string>>& sections) {
  ByteWriter table, body;
  const uint64_t body_at = kHeaderBytes + kSectionBytes * sections.size();
  for (const auto& [name, bytes] : sections) {
    table.Padded(name, kNameBytes).U64(body_at + body.size()).U64(bytes.size());
    body.Raw(bytes).Align(8);
  }
  ByteWriter out;
  out.Raw(kMagic).U32(kModelVersion).U32(static_cast<uint32_t>(sections.size())).U64(body_at + body.size()).U64(0);
  std::string file = out.Raw(table.bytes()).Raw(body.bytes()).Take();
  const uint64_t checksum = FileChecksum(AsBytes(file));
  return file.replace(kChecksumAt, 8, ByteWriter().U64(checksum).bytes());
}

}  // namespace pith::compiler
