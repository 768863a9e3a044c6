#include "tools/pith/inputs.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <map>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "engine/format/crc32.h"
#include "engine/format/records.h"
#include "pith/pith.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/descriptor.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/filter.h"
#include "tools/compiler/read/new_file.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/correction_files.h"
#include "tools/pith/data_files.h"
#include "tools/pith/messages.h"
#include "tools/pith/options.h"
#include "tools/pith/output.h"

namespace pith::command {
namespace {

using compiler::Article;

constexpr char kAutoFormat[] = "auto";
constexpr uint64_t kMaxFilteredBytes = uint64_t{1} << 32;

// Names of formats that are read (or are not).
std::vector<std::string> FormatNames(bool read) {
  std::vector<std::string> names;
  for (const compiler::Format& format : compiler::Formats()) {
    if ((format.read != nullptr) == read) names.emplace_back(format.name);
  }
  return names;
}

// Standard input, copied to a file so that it takes no memory.
absl::StatusOr<std::unique_ptr<MappedFile>> OpenStandardInput() {
  absl::StatusOr<compiler::ScratchFile> copy = compiler::ScratchFile::Create();
  if (!copy.ok()) return copy.status();
  std::string bytes(1 << 20, '\0');
  while (true) {
    const ssize_t n = read(STDIN_FILENO, &bytes[0], bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return compiler::SystemError("cannot read", "standard input");
    if (n == 0) return MappedFile::Open(absl::StrCat("/dev/fd/", copy->descriptor()));
    if (absl::Status status = copy->Append({bytes.data(), static_cast<size_t>(n)}); !status.ok()) return status;
  }
}

// What an input holds, as long as this lives.
class Contents {
 public:
  Contents() = default;
  explicit Contents(std::unique_ptr<MappedFile> file) : file_(std::move(file)) {}
  explicit Contents(std::string bytes) : bytes_(std::move(bytes)) {}

  absl::string_view bytes() const { return file_ == nullptr ? bytes_ : file_->contents(); }

 private:
  std::unique_ptr<MappedFile> file_;
  std::string bytes_;
};

// The bytes of one file, or what the filter makes of them; none for a format that reads the file itself.
absl::StatusOr<Contents> ContentsOf(const InputFile& file, const InputArguments& arguments,
                                    const compiler::Format* from) {
  if (!arguments.filter.empty()) {
    absl::StatusOr<std::string> made = compiler::RunFilter(arguments.filter, file.path, kMaxFilteredBytes);
    if (!made.ok()) return made.status();
    return Contents(*std::move(made));
  }
  if (from == nullptr) from = compiler::FormatByExtension(file.path);
  if (from != nullptr && from->by_path) {
    const absl::Status readable = file.path == "-" ? absl::OkStatus() : compiler::CheckReadable(file.path);
    return readable.ok() ? absl::StatusOr<Contents>(Contents()) : readable;
  }
  absl::StatusOr<std::unique_ptr<MappedFile>> mapped =
      file.path == "-" ? OpenStandardInput() : MappedFile::Open(file.path);
  if (!mapped.ok()) return mapped.status();
  Contents contents(*std::move(mapped));
  if (BeginsAsIndex(contents.bytes())) {
    return absl::InvalidArgumentError(absl::StrCat(file.path, ": is an index already; pith ask reads it"));
  }
  return contents;
}

// The articles of one file, with its own corrections.
absl::StatusOr<std::vector<Article>> ReadInput(const InputFile& file, const InputArguments& arguments,
                                               compiler::ReadOptions options, std::vector<compiler::Problem>* problems,
                                               compiler::Origins* origins) {
  const absl::StatusOr<Contents> contents = ContentsOf(file, arguments, options.from);
  if (!contents.ok()) return compiler::AtFile(contents.status(), file.path);
  options.id = file.id;
  // A filter's output is whatever it looks like.
  if (options.from == nullptr && !arguments.filter.empty()) options.from = &compiler::FormatOf("-", contents->bytes());
  absl::StatusOr<std::vector<Article>> read =
      compiler::ReadArticles(file.path, contents->bytes(), options, problems, origins);
  if (read.ok() && arguments.corrections.empty()) {
    if (absl::Status status = AddCorrectionsBeside(file.path, &*read); !status.ok()) return status;
  }
  return read;
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
  std::vector<std::string> notes;
  options.notes = &notes;
  std::vector<Article> articles;
  compiler::Origins origins;
  for (const InputFile& file : files) {
    absl::StatusOr<std::vector<Article>> read = ReadInput(file, arguments, options, problems, &origins);
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

namespace {

// ": 40 an empty article, 2 no "id"", the most frequent first.
std::string Reasons(const std::vector<compiler::Problem>& problems) {
  constexpr size_t kMostReasons = 5;
  std::map<std::string, size_t> counts;
  for (const compiler::Problem& problem : problems) {
    absl::string_view reason = problem.message;
    if (absl::ConsumePrefix(&reason, problem.where)) absl::ConsumePrefix(&reason, ": ");
    ++counts[std::string(reason)];
  }
  std::vector<std::pair<size_t, std::string>> ordered;
  for (const auto& [reason, count] : counts) ordered.emplace_back(count, reason);
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  std::string out;
  for (size_t i = 0; i < std::min(ordered.size(), kMostReasons); ++i) {
    absl::StrAppend(&out, i == 0 ? ": " : ", ", ordered[i].first, " ", ordered[i].second);
  }
  return absl::StrCat(out, ordered.size() > kMostReasons ? ", and others" : "");
}

}  // namespace

std::string LeftOut(const std::vector<compiler::Problem>& problems) {
  constexpr size_t kMostNamed = 10;  // the warnings name all
  std::vector<std::string> names;
  for (size_t i = 0; i < std::min(problems.size(), kMostNamed); ++i) names.push_back(problems[i].where);
  if (problems.size() > kMostNamed) names.push_back(absl::StrCat("and ", problems.size() - kMostNamed, " more"));
  return absl::StrCat(problems.size(), " left out (", absl::StrJoin(names, ", "), ")",
                      problems.size() > kMostNamed ? Reasons(problems) : "");
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
  kit.model_path_ = absl::StrCat(folder, "/en.model");
  absl::StatusOr<compiler::Models> models = compiler::Models::Load(kit.model_path_);
  if (!models.ok()) return absl::InternalError(models.status().message());
  kit.models_ = *std::move(models);
  return kit;
}

absl::StatusOr<std::string> Toolkit::Fingerprint() const {
  const absl::StatusOr<std::unique_ptr<MappedFile>> model = MappedFile::Open(model_path_);
  if (!model.ok()) return model.status();
  const uint32_t crc = Crc32(Bytes(static_cast<const uint8_t*>((*model)->data()), (*model)->size()));
  return absl::StrCat(PITH_VERSION, " ", kMajorVersion, ".", kMinorVersion, " ",
                      absl::BytesToHexString(compiler::AsChars(language_.hash())), " ", crc);
}

}  // namespace pith::command
