#include "tools/pith/prompt.h"

#include <editline/readline.h>

#include <clocale>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "absl/strings/ascii.h"
#include "tools/pith/line_reader.h"
#include "tools/pith/page.h"

namespace pith::command {

absl::Status ForEachTyped(const std::string& prompt, const LineAction& action) {
  // The library takes the terminal's encoding from here.
  std::setlocale(LC_CTYPE, "");
  while (true) {
    const std::unique_ptr<char, decltype(&std::free)> typed(readline(prompt.c_str()), &std::free);
    if (typed == nullptr) {
      Print("\n");
      return absl::OkStatus();
    }
    const std::string line = typed.get();
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    add_history(line.c_str());
    if (absl::Status status = action(line); !status.ok()) return status;
    if (absl::Status status = FlushPage(); !status.ok()) return status;
  }
}

absl::Status ForEachPiped(const LineAction& action) {
  return ForEachLineOf(stdin, "-", [&action](const std::string& line, uint64_t) {
    absl::Status status = action(line);
    // Whoever waits at the other end of the pipe has the answer before the next question.
    return status.ok() ? FlushPage() : status;
  });
}

}  // namespace pith::command
