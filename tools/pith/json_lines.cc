#include "tools/pith/json_lines.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/line_reader.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

absl::StatusOr<Json> Parse(const std::string& line) {
  try {
    Json object = Json::parse(line);
    if (!object.is_object()) return absl::InvalidArgumentError("not a JSON object");
    return object;
  } catch (const Json::parse_error& e) {
    return absl::InvalidArgumentError(absl::StrCat("not JSON: malformed at byte ", e.byte));
  }
}

// One pass over the file. `run` may be null.
absl::Status Pass(FILE* file, const LineHandler& handler, bool run) {
  LineReader reader(file);
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = reader.Next(&line);
    if (more.ok() && !*more) return absl::OkStatus();
    absl::Status status = more.status();
    if (status.ok() && absl::StripAsciiWhitespace(line).empty()) continue;
    if (status.ok()) {
      absl::StatusOr<Json> object = Parse(line);
      status = object.ok() ? handler.check(*object) : object.status();
      if (status.ok() && run) handler.run(*object);
    }
    if (!status.ok()) {
      return compiler::AtLine(compiler::Prefixed(absl::StrCat("line ", reader.number()), status), reader.number());
    }
  }
}

}  // namespace

absl::Status ForEachLine(const std::string& path, const LineHandler& handler) {
  const bool standard_input = path == "-";
  const std::string name = standard_input ? "standard input" : path;
  std::unique_ptr<FILE, int (*)(FILE*)> file(standard_input ? fdopen(dup(STDIN_FILENO), "r") : fopen(path.c_str(), "r"),
                                             &fclose);
  if (file == nullptr) {
    return compiler::AtFile(absl::NotFoundError(absl::StrCat(name, ": cannot open: ", std::strerror(errno))), path);
  }
  struct stat info;
  const bool regular = fstat(fileno(file.get()), &info) == 0 && S_ISREG(info.st_mode);
  absl::Status status;
  if (regular) {
    const off_t start = ftello(file.get());
    status = Pass(file.get(), handler, false);
    if (status.ok() && fseeko(file.get(), start, SEEK_SET) == 0) status = Pass(file.get(), handler, true);
  } else {
    LineHandler flushing = handler;
    flushing.run = [&handler](const Json& line) {
      handler.run(line);
      std::fflush(stdout);  // whoever waits at the other end of the pipe has the answer before the next question
    };
    status = Pass(file.get(), flushing, true);
  }
  if (status.ok()) return status;
  return compiler::AtFile(compiler::Prefixed(name, status), path);
}

absl::Status CheckId(const Json& line) {
  const auto id = line.find("id");
  if (id == line.end() || !(id->is_string() || id->is_number())) {
    return absl::InvalidArgumentError("no \"id\" that is a string or a number");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> StringField(const Json& line, const char* name) {
  const auto field = line.find(name);
  if (field == line.end() || field->is_null()) return std::string();
  if (!field->is_string()) return absl::InvalidArgumentError(absl::StrCat("\"", name, "\" is not a string"));
  return field->get<std::string>();
}

}  // namespace pith::command
