// pith compile: articles in, an index out.

#include "tools/compiler/compile.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <memory>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/files.h"
#include "tools/compiler/read.h"
#include "tools/pith/command.h"
#include "tools/pith/data_files.h"
#include "tools/pith/mapped_file.h"

namespace pith::command {
namespace {

using compiler::Article;
using compiler::Format;

// Of one input: a JSONL file holds many articles.
constexpr uint64_t kMaxInputBytes = uint64_t{4} << 30;

const std::map<std::string, Format> kFormats = {
    {"auto", Format::kAuto}, {"text", Format::kText}, {"markdown", Format::kMarkdown},
    {"html", Format::kHtml}, {"epub", Format::kEpub}, {"jsonl", Format::kJsonl},
    {"zim", Format::kZim}};

struct CompileArguments {
  std::vector<std::string> inputs;
  std::string output, from = "auto", encoding = "utf-8", profile = "standard", language = "embed";
  compiler::ReadOptions read;
  uint32_t jobs = std::max(1u, std::thread::hardware_concurrency());
};

// A line on standard error that grows, for work of more than a second on a terminal.
class ProgressBar {
 public:
  explicit ProgressBar(size_t total) : total_(total), shown_(isatty(STDERR_FILENO) == 1) {}
  ~ProgressBar() {
    if (drawn_ >= 0) std::fprintf(stderr, "\r\033[K");
  }

  void Show(size_t done) {
    if (!shown_ || Clock::now() - start_ < std::chrono::seconds(1)) return;
    const int percent = static_cast<int>(100 * done / total_);
    if (percent == drawn_) return;
    drawn_ = percent;
    const std::string bar(static_cast<size_t>(percent) * 40 / 100, '#');
    std::fprintf(stderr, "\r[%-40s] %3d %%  %zu of %zu articles", bar.c_str(), percent, done, total_);
  }

 private:
  using Clock = std::chrono::steady_clock;
  const size_t total_;
  const bool shown_;
  const Clock::time_point start_ = Clock::now();
  int drawn_ = -1;  // the percentage on the screen
};

// While it lives, Ctrl-C and its like wait: a file is put in place whole, and its temporary one is not left behind.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

// All articles of all inputs. With keep_going, what is left out stands in `problems`.
absl::StatusOr<std::vector<Article>> ReadInputs(const CompileArguments& arguments, std::vector<std::string>* problems) {
  std::vector<Article> articles;
  compiler::Origins origins;
  for (const std::string& input : arguments.inputs) {
    absl::StatusOr<std::string> contents = compiler::ReadFile(input, kMaxInputBytes);
    absl::StatusOr<std::vector<Article>> read =
        contents.ok() ? compiler::ReadArticles(input, *contents, arguments.read, problems, &origins)
                      : absl::StatusOr<std::vector<Article>>(contents.status());
    if (!read.ok()) {
      if (!arguments.read.keep_going) return read.status();
      problems->push_back(std::string(read.status().message()));
      continue;
    }
    std::move(read->begin(), read->end(), std::back_inserter(articles));
  }
  return articles;
}

absl::Status Compile(const CompileArguments& arguments) {
  if (arguments.read.from != Format::kAuto && arguments.read.from != Format::kText &&
      arguments.read.from != Format::kJsonl) {
    return absl::UnimplementedError(absl::StrCat(arguments.from, " is not in this version"));
  }
  const std::string folder = DataFolder();
  absl::StatusOr<std::unique_ptr<MappedFile>> block =
      MappedFile::Open(absl::StrCat(folder, "/en-", arguments.profile, ".lang"));
  if (!block.ok()) return block.status();
  Language language;
  const Bytes language_bytes(static_cast<const uint8_t*>((*block)->data()), (*block)->size());
  if (const pith_status status = Language::Open(language_bytes, &language); status != PITH_OK) {
    return absl::InternalError(absl::StrCat(folder, "/en-", arguments.profile, ".lang: ", pith_status_text(status)));
  }
  absl::StatusOr<compiler::Models> models = compiler::Models::Load(absl::StrCat(folder, "/en.model"));
  // Nobody's input is at fault where Pith's own files are.
  if (!models.ok()) return absl::InternalError(models.status().message());

  std::vector<std::string> problems;
  absl::StatusOr<std::vector<Article>> articles = ReadInputs(arguments, &problems);
  if (!articles.ok()) return articles.status();
  compiler::CompileOptions options;
  options.jobs = static_cast<int>(arguments.jobs);
  options.keep_going = arguments.read.keep_going;
  absl::StatusOr<std::vector<compiler::PartInput>> parts;
  {
    ProgressBar bar(articles->size());
    options.progress = [&bar](size_t done) { bar.Show(done); };
    parts = compiler::CompileArticles(*std::move(articles), *models, language, options, &problems);
  }
  if (!parts.ok()) return parts.status();
  for (const std::string& problem : problems) Warn(problem);
  if (parts->empty()) return absl::InvalidArgumentError("no article to compile; nothing is written");
  absl::StatusOr<std::string> index =
      WriteIndex(*parts, absl::string_view(static_cast<const char*>((*block)->data()), (*block)->size()),
                 arguments.language == "embed");
  if (!index.ok()) return index.status();
  {
    const SignalsHeld held;
    if (absl::Status status = compiler::WriteFileAtomically(arguments.output, *index); !status.ok()) return status;
  }
  if (problems.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(problems.size(), " left out, ", parts->size(), " compiled"));
}

}  // namespace

void AddCompile(CLI::App& app, Action* action) {
  CLI::App* verb = app.add_subcommand("compile", "Makes an index of articles");
  auto arguments = std::make_shared<CompileArguments>();
  verb->add_option("INPUT", arguments->inputs, "Files of plain text or JSONL; - reads standard input")->required();
  verb->add_option("-o,--output", arguments->output, "The index to write; - writes to standard output")->required();
  verb->add_option("--from", arguments->from, "What the input is: auto, text or jsonl")
      ->check(CLI::IsMember(kFormats))
      ->capture_default_str();
  verb->add_option("--date", arguments->read.date, "YYYY-MM-DD, for articles that do not say theirs")
      ->check([](const std::string& date) {
        return compiler::IsIsoDay(date) ? std::string() : "not a day as YYYY-MM-DD: " + date;
      });
  verb->add_option("--jobs", arguments->jobs, "Threads; the index is the same for any number")
      ->check(CLI::Range(1u, 1024u))
      ->capture_default_str();
  verb->add_option("--encoding", arguments->encoding, "utf-8, or auto to detect and convert")
      ->check(CLI::IsMember({"utf-8", "auto"}))
      ->capture_default_str();
  verb->add_flag("--keep-going", arguments->read.keep_going, "List bad articles, leave them out and compile the rest");
  verb->add_option("--profile", arguments->profile, "How much of the language the index knows")
      ->check(CLI::IsMember({"tiny", "standard", "full"}))
      ->capture_default_str();
  verb->add_option("--language", arguments->language, "embed the language block, or keep it external")
      ->check(CLI::IsMember({"embed", "external"}))
      ->capture_default_str();
  verb->callback([arguments, action] {
    arguments->read.from = kFormats.at(arguments->from);
    arguments->read.auto_encoding = arguments->encoding == "auto";
    *action = [arguments] { return Compile(*arguments); };
  });
}

}  // namespace pith::command
