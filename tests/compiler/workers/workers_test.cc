#include "tools/compiler/workers/workers.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace pith::compiler {
namespace {

using Results = std::vector<absl::StatusOr<std::string>>;

// Runs tasks 0 to `count` - 1, goes on whatever happens, and checks that no process is left.
Results RunAll(size_t count, const WorkerOptions& options,
               const std::function<absl::StatusOr<std::string>(size_t)>& task) {
  Results results(count, absl::UnknownError("not run"));
  const auto ended = [&results](size_t number, absl::StatusOr<std::string> result) {
    EXPECT_TRUE(absl::IsUnknown(results[number].status())) << number << " ended twice";
    results[number] = std::move(result);
    return true;
  };
  EXPECT_TRUE(RunInWorkers(count, options, task, ended).ok());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
  return results;
}

// What happens to task 7 of 20 that does `fault`; the others must have their results, for any number of jobs.
std::string MessageOf(const std::function<void()>& fault, WorkerOptions options = {}) {
  std::string message;
  for (const size_t jobs : {1, 3}) {
    options.jobs = jobs;
    const Results results = RunAll(20, options, [&fault](size_t number) -> absl::StatusOr<std::string> {
      if (number == 7) fault();
      return std::to_string(number * number);
    });
    for (size_t i = 0; i < results.size(); ++i) {
      if (i == 7) {
        EXPECT_TRUE(absl::IsAborted(results[i].status())) << results[i].status();
      } else if (!results[i].ok() || *results[i] != std::to_string(i * i)) {
        ADD_FAILURE() << i << ": " << results[i].status();
      }
    }
    message = std::string(results[7].status().message());
  }
  return message;
}

// A sanitizer must not get the signal first.
void Crash(int signal) {
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

TEST(WorkersTest, ResultsComeBackWhole) {
  for (const size_t jobs : {1, 2, 50}) {
    WorkerOptions options;
    options.jobs = jobs;
    const Results results = RunAll(30, options, [](size_t number) -> absl::StatusOr<std::string> {
      if (number % 7 == 3) return absl::OutOfRangeError(std::string("with a \0 in it", 14));
      return std::string(number * 100000, static_cast<char>('a' + number % 26));
    });
    for (size_t i = 0; i < results.size(); ++i) {
      if (i % 7 == 3) {
        EXPECT_EQ(results[i].status(), absl::OutOfRangeError(std::string("with a \0 in it", 14)));
      } else {
        EXPECT_EQ(*results[i], std::string(i * 100000, static_cast<char>('a' + i % 26)));
      }
    }
  }
}

TEST(WorkersTest, NoTasksNeedNoWorkers) {
  RunAll(0, {}, [](size_t) { return std::string(); });
}

TEST(WorkersTest, AFaultCostsItsTaskAlone) {
  EXPECT_EQ(MessageOf([] { throw std::runtime_error("too odd"); }), "crashed: too odd");
  EXPECT_EQ(MessageOf([] { throw 3; }), "crashed: an unknown exception");
  EXPECT_EQ(MessageOf([] { Crash(SIGABRT); }), "crashed: Aborted");
  EXPECT_EQ(MessageOf([] { Crash(SIGSEGV); }), "crashed: Segmentation fault");
  EXPECT_EQ(MessageOf([] { Crash(SIGKILL); }), "crashed: Killed, maybe for want of memory");
  EXPECT_EQ(MessageOf([] { _exit(3); }), "crashed: exit code 3");
}

TEST(WorkersTest, MemoryHasALimit) {
  WorkerOptions options;
  options.task_bytes = uint64_t{256} << 20;
  const auto eat = [] {
    for (std::vector<std::string> eaten;;) eaten.emplace_back(1 << 20, 'x');
  };
  // Sanitizers have a word of their own for it.
  const std::string message = MessageOf(eat, options);
  EXPECT_TRUE(message == "takes more than 256 MiB of memory" || message == "crashed: exit code 1") << message;
  // What a task leaves behind is not taken from the next one's.
  std::vector<std::string> kept;
  for (const auto& result : RunAll(8, options, [&kept](size_t) -> absl::StatusOr<std::string> {
         kept.emplace_back(100 << 20, 'x');
         return std::to_string(kept.size());
       })) {
    EXPECT_TRUE(result.ok()) << result.status();
  }
}

TEST(WorkersTest, TimeHasALimitWhereOneIsSet) {
  WorkerOptions options;
  options.task_seconds = 1;
  const auto loop = [] {
    for (volatile unsigned i = 0;; i = i + 1) continue;
  };
  EXPECT_EQ(MessageOf(loop, options), "takes more than 1 second");
}

TEST(WorkersTest, ATaskIsNotBlamedForAnEarlierOne) {
  bool broken = false;
  const Results results = RunAll(10, {}, [&broken](size_t number) -> absl::StatusOr<std::string> {
    if (broken) Crash(SIGSEGV);
    broken = number == 4;
    return std::to_string(number);
  });
  for (const auto& result : results) EXPECT_TRUE(result.ok()) << result.status();
}

TEST(WorkersTest, TheFirstToFailIsToldForAnyNumberOfJobs) {
  for (const size_t jobs : {1, 2, 8}) {
    WorkerOptions options;
    options.jobs = jobs;
    size_t first = 100, after = 0;
    const auto task = [](size_t number) -> absl::StatusOr<std::string> {
      if (number == 5) usleep(200000);
      if (number >= 5) Crash(SIGABRT);
      return std::string();
    };
    const auto ended = [&](size_t number, const absl::StatusOr<std::string>& result) {
      if (number > 12) ++after;
      if (!result.ok()) first = std::min(first, number);
      return result.ok();
    };
    EXPECT_TRUE(RunInWorkers(100000, options, task, ended).ok());
    EXPECT_EQ(first, 5u);
    EXPECT_EQ(after, 0u);
  }
}

TEST(WorkersTest, WorkersEndWithTheirParent) {
  // The pipe ends when the last process that holds it does.
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    WorkerOptions options;
    options.jobs = 3;
    const auto task = [&ends](size_t) -> absl::StatusOr<std::string> {
      if (write(ends[1], "x", 1) != 1) _exit(1);
      for (volatile int i = 0;; i = i + 1) continue;
    };
    RunInWorkers(3, options, task, [](size_t, const absl::StatusOr<std::string>&) { return true; }).IgnoreError();
    _exit(0);
  }
  close(ends[1]);
  char begun[3];
  for (char& one : begun) ASSERT_EQ(read(ends[0], &one, 1), 1);
  kill(parent, SIGTERM);
  EXPECT_EQ(read(ends[0], begun, 1), 0);
  close(ends[0]);
  waitpid(parent, nullptr, 0);
}

}  // namespace
}  // namespace pith::compiler
