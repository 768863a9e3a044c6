// In: tasks by their numbers. Out: the bytes that each one makes, or what happened to it. Tasks run in processes forked
// from this one, so one that crashes, or takes what it may not, costs itself alone.
// Who may use it: compile, and tests that must outlive what they test.

#ifndef PITH_TOOLS_COMPILER_WORKERS_WORKERS_H_
#define PITH_TOOLS_COMPILER_WORKERS_WORKERS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace pith::compiler {

struct WorkerOptions {
  size_t jobs = 1;            // processes at a time
  uint64_t task_bytes = 0;    // memory that a task can always have, and not much more; 0: no limit
  uint32_t task_seconds = 0;  // of processor time that a task may take; 0: no limit
};

// Runs in a worker, which sees everything as it was when RunInWorkers was called, and whatever its earlier tasks did to
// that. What it prints is not kept back. If a task ends a worker that ran others before it, it runs again in a fresh
// one.
using WorkerTask = absl::FunctionRef<absl::StatusOr<std::string>(size_t number)>;

// Runs in this process when a task has ended, in any order. False: the tasks after this one are given up; those before
// it still end, so that the first of several to fail can be told for any number of jobs.
using WorkerTaskEnded = absl::FunctionRef<bool(size_t number, absl::StatusOr<std::string> result)>;

// Runs the tasks 0 to `count` - 1, begun in that order. The result is the task's own, or kAborted with what happened to
// it: an exception, a crash, a limit. Returns an error only if the system starts no process at all. This process must
// have no other threads. When it ends, however it does, so do the workers.
absl::Status RunInWorkers(size_t count, const WorkerOptions& options, WorkerTask task, WorkerTaskEnded ended);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WORKERS_WORKERS_H_
