#include "tools/pith/json_lines.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

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
  } catch (const Json::out_of_range&) {
    return absl::InvalidArgumentError("a number too large");
  }
}

// The object of a line that passes the check.
absl::StatusOr<Json> Checked(const std::string& line, const LineHandler& handler) {
  absl::StatusOr<Json> object = Parse(line);
  if (!object.ok()) return object;
  if (absl::Status status = handler.check(*object); !status.ok()) return status;
  return object;
}

// What a pass over the file does with a line that passes the check.
enum class Then { kNothing, kRun, kRunAndFlush };

absl::Status Pass(FILE* file, const std::string& path, const LineHandler& handler, Then then) {
  return ForEachLineOf(file, path, [&](const std::string& line, uint64_t number) -> absl::Status {
    const absl::StatusOr<Json> object = Checked(line, handler);
    if (!object.ok()) return InLine(path, number, object.status());
    if (then == Then::kNothing) return absl::OkStatus();
    absl::Status status = handler.run(*object);
    // Whoever waits at the other end of the pipe has the answer before the next question.
    return status.ok() && then == Then::kRunAndFlush ? FlushPage() : status;
  });
}

}  // namespace

absl::Status ForEachLine(const std::string& path, const LineHandler& handler) {
  std::unique_ptr<FILE, int (*)(FILE*)> file(path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path.c_str(), "r"),
                                             &fclose);
  if (file == nullptr) {
    const std::string reason = std::strerror(errno);
    return compiler::AtFile(absl::NotFoundError(absl::StrCat(NameOfFile(path), ": cannot open: ", reason)), path);
  }
  struct stat info;
  const bool known = fstat(fileno(file.get()), &info) == 0, regular = known && S_ISREG(info.st_mode);
  if (known && S_ISDIR(info.st_mode)) {
    return compiler::AtFile(absl::InvalidArgumentError(absl::StrCat(path, ": is a folder, not a file")), path);
  }
  if (!regular) return Pass(file.get(), path, handler, Then::kRunAndFlush);
  const off_t start = ftello(file.get());
  absl::Status status = Pass(file.get(), path, handler, Then::kNothing);
  if (status.ok() && fseeko(file.get(), start, SEEK_SET) == 0) status = Pass(file.get(), path, handler, Then::kRun);
  return status;
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
