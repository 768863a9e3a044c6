// pith compile: articles in, an index out.

#include "tools/compiler/compile.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/files.h"
#include "tools/pith/c_array.h"
#include "tools/pith/command.h"
#include "tools/pith/inputs.h"
#include "tools/pith/json.h"
#include "tools/pith/output.h"

namespace pith::command {
namespace {

struct CompileArguments : InputArguments {
  std::string output, language = "embed", c_array;
  bool force = false;
  uint32_t jobs = std::max(1u, std::thread::hardware_concurrency()), article_memory = 4096, article_seconds = 0;
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

absl::Status Compile(const CompileArguments& arguments) {
  const std::string& name = arguments.c_array;
  if (!name.empty() && !IsIdentifier(name)) {
    return UsageError(absl::StrCat("compile: --c-array: \"", name, "\" is no name of a variable in C"));
  }
  std::vector<compiler::Problem> problems;
  absl::StatusOr<std::vector<InputFile>> files = ListInputs(arguments, &problems);
  if (!files.ok()) return files.status();
  if (!arguments.force) {
    std::vector<std::string> paths;
    for (const InputFile& file : *files) paths.push_back(file.path);
    if (absl::Status status = CheckOutput(arguments.output, paths); !status.ok()) return status;
  }
  absl::StatusOr<std::vector<compiler::Article>> articles = ReadInputs(arguments, *files, &problems);
  if (!articles.ok()) return articles.status();
  absl::StatusOr<Toolkit> kit = Toolkit::Load(arguments.profile);
  if (!kit.ok()) return kit.status();
  compiler::CompileOptions options;
  options.workers = {arguments.jobs, uint64_t{arguments.article_memory} << 20, arguments.article_seconds};
  options.keep_going = arguments.read.keep_going;
  std::vector<std::string> warnings;
  options.warnings = &warnings;
  absl::StatusOr<std::vector<compiler::PartInput>> parts;
  {
    ProgressBar bar(articles->size());
    options.progress = [&bar](size_t done) { bar.Show(done); };
    parts = compiler::CompileArticles(*std::move(articles), kit->models(), kit->language(), options, &problems);
  }
  if (!parts.ok()) return parts.status();
  for (const std::string& warning : warnings) Warn(warning);
  for (const compiler::Problem& problem : problems) Warn(problem.message);
  if (parts->empty()) return absl::InvalidArgumentError("no article to compile; nothing is written");
  absl::StatusOr<std::string> index =
      WriteIndex(*parts, kit->block(), arguments.language == "embed", kit->models().word_vectors());
  if (!index.ok()) return index.status();
  const std::string source = name.empty() ? "" : AsCArray(name, *index);
  {
    const SignalsHeld held;
    if (absl::Status status = compiler::WriteFileAtomically(arguments.output, name.empty() ? *index : source);
        !status.ok())
      return status;
  }
  if (arguments.json && arguments.output != "-") {
    PrintJson({{"index", arguments.output}, {"articles", parts->size()}, {"bytes", index->size()}});
  }
  if (problems.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(LeftOut(problems), ", ", parts->size(), " compiled"));
}

}  // namespace

void AddCompile(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<CompileArguments>();
  AddInputArguments(verb, arguments.get());
  verb->add_option("-o,--output", arguments->output, "The index to write; - is standard output")
      ->type_name("FILE")
      ->required();
  verb->add_option("--c-array", arguments->c_array,
                   "Write the index as C source instead: const unsigned char NAME[], and NAME_size")
      ->type_name("NAME");
  verb->add_flag("--force", arguments->force, "Overwrite whatever file is there");
  WholeNumber(verb->add_option("--jobs", arguments->jobs,
                               "Worker processes; the index is the same for any number [one a processor]"),
              1, 1024);
  WholeNumber(verb->add_option("--article-memory", arguments->article_memory,
                               "An article that takes more memory has failed; in MiB [4096]"),
              1, 1 << 20);
  WholeNumber(verb->add_option("--article-seconds", arguments->article_seconds,
                               "An article that takes more of a processor's time has failed [no limit]"),
              1, 1000000);
  OneOf(verb->add_option("--language", arguments->language, "Embed the language block, or keep it external"),
        {"embed", "external"})
      ->capture_default_str();
  verb->callback([arguments, action] { *action = [arguments] { return Compile(*arguments); }; });
}

}  // namespace pith::command
