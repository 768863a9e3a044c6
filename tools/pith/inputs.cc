#include "tools/pith/inputs.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/filter.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/correction_files.h"
#include "tools/pith/data_files.h"
#include "tools/pith/messages.h"
#include "tools/pith/options.h"
#include "tools/pith/output.h"

namespace pith::command {
namespace {

using compiler::Article;

// Of one input: a JSONL file holds many articles.
constexpr uint64_t kMaxInputBytes = uint64_t{4} << 30;

constexpr char kAutoFormat[] = "auto";

// Names of formats that are read (or are not).
std::vector<std::string> FormatNames(bool read) {
  std::vector<std::string> names;
  for (const compiler::Format& format : compiler::Formats()) {
    if ((format.read != nullptr) == read) names.emplace_back(format.name);
  }
  return names;
}

// The bytes of one file, or what the filter makes of them; none for a format that reads the file itself.
absl::StatusOr<std::string> ContentsOf(const InputFile& file, const InputArguments& arguments,
                                       const compiler::Format* from) {
  if (!arguments.filter.empty()) return compiler::RunFilter(arguments.filter, file.path, kMaxInputBytes);
  if (from == nullptr) from = compiler::FormatByExtension(file.path);
  if (from != nullptr && from->by_path) {
    const absl::Status readable = file.path == "-" ? absl::OkStatus() : compiler::CheckReadable(file.path);
    return readable.ok() ? absl::StatusOr<std::string>("") : readable;
  }
  absl::StatusOr<std::string> contents = compiler::ReadFile(file.path, kMaxInputBytes);
  if (contents.ok() && BeginsAsIndex(*contents)) {
    return absl::InvalidArgumentError(absl::StrCat(file.path, ": is an index already; pith ask reads it"));
  }
  return contents;
}

}  // namespace

void AddInputArguments(CLI::App* verb, InputArguments* out) {
  verb->add_option("INPUT", out->inputs, "Files or folders of articles; - is standard input")->required();
  verb->add_flag("--recursive", out->recursive, "Also read the folders in a folder");
  std::vector<std::string> names = FormatNames(true);
  names.insert(names.begin(), kAutoFormat);
  OneOf(verb->add_option("--from", out->from, "What the input is; auto goes by the extension of its name"), names,
        FormatNames(false))
      ->capture_default_str();
  verb->add_option("--date", out->read.date, "The date of articles that do not say theirs")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(
          [](const std::string& date) {
            return compiler::IsIsoDay(date) ? "" : absl::StrCat("takes a day as YYYY-MM-DD, not \"", date, "\"");
          },
          ""));
  OneOf(verb->add_option("--encoding", out->encoding, "auto detects other encodings and converts"), {"utf-8", "auto"})
      ->capture_default_str();
  verb->add_option("--filter", out->filter, "A command that makes text of each input, such as 'pdftotext - -'")
      ->type_name("COMMAND");
  verb->add_option("--corrections", out->corrections,
                   "An editor's corrections, rather than those of NAME.corrections.toml beside each input")
      ->type_name("FILE.toml");
  verb->add_flag("--keep-going", out->read.keep_going, "List bad articles, leave them out and go on with the rest");
  OneOf(verb->add_option("--profile", out->profile, "How much of the language the index knows"),
        {"tiny", "standard", "full"})
      ->capture_default_str();
  AddOutputOptions(verb, &out->json);
}

absl::StatusOr<std::vector<Article>> ReadInputs(const InputArguments& arguments, const std::vector<InputFile>& files,
                                                std::vector<compiler::Problem>* problems) {
  compiler::ReadOptions options = arguments.read;
  options.auto_encoding = arguments.encoding == "auto";
  if (arguments.from != kAutoFormat) {
    options.from = &compiler::FormatNamed(arguments.from);
    if (options.from->read == nullptr) {
      return absl::UnimplementedError(absl::StrCat(arguments.from, " is not in this version"));
    }
  }
  const compiler::Format* const given = options.from;
  std::vector<std::string> notes;
  options.notes = &notes;
  std::vector<Article> articles;
  compiler::Origins origins;
  for (const InputFile& file : files) {
    options.id = file.id;
    absl::StatusOr<std::string> contents = ContentsOf(file, arguments, given);
    // A filter's output is whatever it looks like.
    options.from =
        given != nullptr || arguments.filter.empty() || !contents.ok() ? given : &compiler::FormatOf("-", *contents);
    absl::StatusOr<std::vector<Article>> read =
        contents.ok() ? compiler::ReadArticles(file.path, *contents, options, problems, &origins)
                      : absl::StatusOr<std::vector<Article>>(compiler::AtFile(contents.status(), file.path));
    if (read.ok() && arguments.corrections.empty()) {
      if (absl::Status status = AddCorrectionsBeside(file.path, &*read); !status.ok()) read = status;
    }
    if (!read.ok()) {
      if (!options.keep_going) return read.status();
      problems->push_back({file.path, std::string(read.status().message())});
      continue;
    }
    std::move(read->begin(), read->end(), std::back_inserter(articles));
  }
  for (const std::string& note : notes) Warn(note);
  if (!arguments.corrections.empty()) {
    if (absl::Status status = AddCorrections(arguments.corrections, &articles); !status.ok()) return status;
  }
  return articles;
}

std::string LeftOut(const std::vector<compiler::Problem>& problems) {
  constexpr size_t kMostNamed = 10;  // the warnings name all
  std::vector<std::string> names;
  for (size_t i = 0; i < std::min(problems.size(), kMostNamed); ++i) names.push_back(problems[i].where);
  if (problems.size() > kMostNamed) names.push_back(absl::StrCat("and ", problems.size() - kMostNamed, " more"));
  return absl::StrCat(problems.size(), " left out (", absl::StrJoin(names, ", "), ")");
}

absl::StatusOr<Toolkit> Toolkit::Load(const std::string& profile) {
  Toolkit kit;
  const std::string folder = DataFolder(), block = absl::StrCat(folder, "/en-", profile, ".lang");
  absl::StatusOr<std::unique_ptr<MappedFile>> mapped = MappedFile::Open(block);
  if (!mapped.ok()) return mapped.status();
  kit.block_ = *std::move(mapped);
  const Bytes bytes(static_cast<const uint8_t*>(kit.block_->data()), kit.block_->size());
  if (const pith_status status = Language::Open(bytes, &kit.language_); status != PITH_OK) {
    return absl::InternalError(absl::StrCat(block, ": ", pith_status_text(status)));
  }
  absl::StatusOr<compiler::Models> models = compiler::Models::Load(absl::StrCat(folder, "/en.model"));
  if (!models.ok()) return absl::InternalError(models.status().message());
  kit.models_ = *std::move(models);
  return kit;
}

}  // namespace pith::command
