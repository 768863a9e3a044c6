#include "tools/pith/prompt.h"

#include <editline/readline.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"
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
  LineReader reader(stdin);
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = reader.Next(&line);
    if (!more.ok()) {
      const absl::Status status =
          compiler::Prefixed(absl::StrCat("standard input: line ", reader.number()), more.status());
      return compiler::AtLine(compiler::AtFile(status, "-"), reader.number());
    }
    if (!*more) return absl::OkStatus();
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    if (absl::Status status = action(line); !status.ok()) return status;
    // Whoever waits at the other end of the pipe has the answer before the next question.
    if (absl::Status status = FlushPage(); !status.ok()) return status;
  }
}

}  // namespace pith::command
