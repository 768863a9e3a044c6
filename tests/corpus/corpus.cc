// Puts every article of a folder, and of the folders in it, through TryArticle and reports those at which something
// fails. corpus.sh builds and runs it.
//
//   corpus FOLDER [--jobs N] [--every N]
//
//   --jobs N     worker processes; one unless said
//   --every N    one article of N, for a quicker run
//
// Exits with 1 if any article fails, or there is none.

#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

#include "CLI/CLI.hpp"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/corpus/folder.h"
#include "tests/corpus/try_article.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/workers/workers.h"

namespace pith::testing {
namespace {

struct Totals {
  size_t articles = 0, words = 0, questions = 0, refused = 0, faults = 0;

  void Add(const Totals& other) {
    articles += other.articles;
    words += other.words;
    questions += other.questions;
    refused += other.refused;
    faults += other.faults;
  }
};

class Corpus {
 public:
  Corpus(const compiler::Models& models, const Language& language, compiler::WorkerOptions workers, size_t every)
      : models_(models), language_(language), workers_(workers), every_(every) {}

  absl::Status Run(const std::string& root) {
    Totals all;
    for (const std::string& name : FoldersIn(root)) {
      const absl::StatusOr<CorpusFolder> folder = ReadCorpusFolder(root, name);
      if (!folder.ok()) return folder.status();
      for (const CorpusFile& file : folder->files) {
        Totals totals;
        if (absl::Status run = RunFile(file, folder->questions, &totals); !run.ok()) return run;
        Report(file.name, totals);
        all.Add(totals);
      }
    }
    Report("all", all);
    if (all.articles == 0) return absl::NotFoundError("no article");
    return all.faults == 0 ? absl::OkStatus() : absl::InternalError("articles failed");
  }

 private:
  using Clock = std::chrono::steady_clock;
  using Questions = std::map<std::string, std::vector<std::string>>;

  absl::Status RunFile(const CorpusFile& file, const Questions& questions, Totals* totals) {
    totals->refused = file.refused;
    const auto article_of = [&](size_t i) -> const compiler::Article& { return file.articles[i * every_]; };
    // The result is the number of words, a blank, and that of questions.
    const auto attempt = [&](size_t i) -> absl::StatusOr<std::string> {
      const auto asked = questions.find(article_of(i).id);
      const absl::StatusOr<Tried> tried = TryArticle(
          article_of(i), asked == questions.end() ? std::vector<std::string>() : asked->second, models_, language_);
      if (!tried.ok()) return tried.status();
      return absl::StrCat(tried->words, " ", tried->questions);
    };
    const auto ended = [&](size_t i, const absl::StatusOr<std::string>& result) {
      ++totals->articles;
      if (result.ok()) {
        const std::pair<std::string, std::string> counts = absl::StrSplit(*result, ' ');
        size_t words = 0, asked = 0;
        if (absl::SimpleAtoi(counts.first, &words)) totals->words += words;
        if (absl::SimpleAtoi(counts.second, &asked)) totals->questions += asked;
      } else {
        ++totals->faults;
        Print(absl::StrCat(file.name, ": article ", article_of(i).id, ": ", result.status().message()));
      }
      return true;
    };
    return RunInWorkers((file.articles.size() + every_ - 1) / every_, workers_, attempt, ended);
  }

  void Report(const std::string& name, const Totals& totals) const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - start_).count();
    Print(absl::StrCat(name, ": ", totals.articles, " articles, ", totals.words, " words, ", totals.questions,
                       " questions, ", totals.refused, " refused, ", totals.faults, " faults, second ", seconds));
  }

  static void Print(const std::string& line) {
    std::puts(line.c_str());
    std::fflush(stdout);  // a run takes long, and its log is read meanwhile
  }

  const compiler::Models& models_;
  const Language& language_;
  const compiler::WorkerOptions workers_;
  const size_t every_;
  const Clock::time_point start_ = Clock::now();
};

absl::Status Run(const std::string& root, size_t jobs, size_t every) {
  const absl::StatusOr<std::string> block = compiler::ReadFile(PITH_LANGUAGE_FILE, 1u << 30);
  if (!block.ok()) return block.status();
  Language language;
  if (Language::Open(compiler::AsBytes(*block), &language) != PITH_OK)
    return absl::InternalError("the language block is damaged");
  const absl::StatusOr<compiler::Models> models = compiler::Models::Load(PITH_MODEL_DIR "/en.model");
  if (!models.ok()) return models.status();
  compiler::WorkerOptions workers;
  workers.jobs = jobs;
  workers.task_bytes = uint64_t{4} << 30;
  workers.task_seconds = 3600;  // under sanitizers, too
  return Corpus(*models, language, workers, every).Run(root);
}

}  // namespace
}  // namespace pith::testing

int main(int argc, char** argv) {
  std::string folder;
  size_t jobs = 1, every = 1;
  CLI::App app("Tries every article of a folder.");
  app.add_option("FOLDER", folder)->required()->check(CLI::ExistingDirectory);
  app.add_option("--jobs", jobs)->check(CLI::PositiveNumber);
  app.add_option("--every", every)->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);
  const absl::Status run = pith::testing::Run(folder, jobs, every);
  if (!run.ok()) std::fprintf(stderr, "%s\n", std::string(run.message()).c_str());
  return run.ok() ? 0 : 1;
}
