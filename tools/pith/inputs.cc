#include "tools/pith/inputs.h"

#include <iterator>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/files.h"
#include "tools/pith/data_files.h"

namespace pith::command {
namespace {

using compiler::Article;

// Of one input: a JSONL file holds many articles.
constexpr uint64_t kMaxInputBytes = uint64_t{4} << 30;

constexpr char kAutoFormat[] = "auto";

std::set<std::string> FormatNames() {
  std::set<std::string> names = {kAutoFormat};
  for (const compiler::Format& format : compiler::Formats()) names.emplace(format.name);
  return names;
}

}  // namespace

void AddInputArguments(CLI::App* verb, InputArguments* out) {
  verb->add_option("INPUT", out->inputs, "Files of plain text or JSONL; - reads standard input")->required();
  verb->add_option("--from", out->from, "What the input is: auto, text or jsonl")
      ->check(CLI::IsMember(FormatNames()))
      ->capture_default_str();
  verb->add_option("--date", out->read.date, "YYYY-MM-DD, for articles that do not say theirs")
      ->check([](const std::string& date) {
        return compiler::IsIsoDay(date) ? std::string() : "not a day as YYYY-MM-DD: " + date;
      });
  verb->add_option("--encoding", out->encoding, "utf-8, or auto to detect and convert")
      ->check(CLI::IsMember({"utf-8", "auto"}))
      ->capture_default_str();
  verb->add_flag("--keep-going", out->read.keep_going, "List bad articles, leave them out and go on with the rest");
  verb->add_option("--profile", out->profile, "How much of the language the index knows")
      ->check(CLI::IsMember({"tiny", "standard", "full"}))
      ->capture_default_str();
}

absl::StatusOr<std::vector<Article>> ReadInputs(const InputArguments& arguments, std::vector<std::string>* problems) {
  compiler::ReadOptions options = arguments.read;
  options.auto_encoding = arguments.encoding == "auto";
  if (arguments.from != kAutoFormat) {
    options.from = &compiler::FormatNamed(arguments.from);
    if (options.from->read == nullptr) {
      return absl::UnimplementedError(absl::StrCat(arguments.from, " is not in this version"));
    }
  }
  std::vector<Article> articles;
  compiler::Origins origins;
  for (const std::string& input : arguments.inputs) {
    absl::StatusOr<std::string> contents = compiler::ReadFile(input, kMaxInputBytes);
    absl::StatusOr<std::vector<Article>> read =
        contents.ok() ? compiler::ReadArticles(input, *contents, options, problems, &origins)
                      : absl::StatusOr<std::vector<Article>>(contents.status());
    if (!read.ok()) {
      if (!options.keep_going) return read.status();
      problems->push_back(std::string(read.status().message()));
      continue;
    }
    std::move(read->begin(), read->end(), std::back_inserter(articles));
  }
  return articles;
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
