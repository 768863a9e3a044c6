// Any bytes as an input of one format, which PITH_FUZZ_FORMAT names.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/read.h"

namespace {

// A file in memory, for what is read by path.
class MemoryFile {
 public:
  MemoryFile(const uint8_t* data, size_t size) : fd_(memfd_create("fuzz", 0)) {
    if (fd_ < 0 || write(fd_, data, size) != static_cast<ssize_t>(size)) std::abort();
  }
  ~MemoryFile() { close(fd_); }
  std::string path() const { return absl::StrCat("/proc/self/fd/", fd_); }

 private:
  const int fd_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const char* const format = std::getenv("PITH_FUZZ_FORMAT");
  if (format == nullptr) std::abort();
  pith::compiler::ReadOptions options;
  options.from = &pith::compiler::FormatNamed(format);
  options.keep_going = true;
  options.auto_encoding = true;
  const MemoryFile file(data, size);
  std::vector<pith::compiler::Problem> problems;
  const auto articles = pith::compiler::ReadArticles(
      file.path(), absl::string_view(reinterpret_cast<const char*>(data), size), options, &problems);
  if (!articles.ok()) std::abort();  // with keep_going, what is wrong is a problem
  for (const pith::compiler::Article& article : *articles) {
    if (!pith::compiler::CheckText(article.text).ok()) std::abort();
    uint32_t end = 0;
    for (const pith::compiler::Block& block : article.blocks) {
      if (block.begin < end || block.end <= block.begin || block.end > article.text.size()) std::abort();
      end = block.end;
    }
  }
  return 0;
}
