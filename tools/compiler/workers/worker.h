// The worker's side: tasks by their numbers from a socket, results into it.

#ifndef PITH_TOOLS_COMPILER_WORKERS_WORKER_H_
#define PITH_TOOLS_COMPILER_WORKERS_WORKER_H_

#include <sys/types.h>

#include "tools/compiler/workers/workers.h"

namespace pith::compiler {

// Runs tasks until the socket ends; then ends the process.
[[noreturn]] void Work(int socket, pid_t parent, const WorkerOptions& options, WorkerTask task);

// What happened to a worker, by the status of waitpid: "crashed: Segmentation fault".
std::string EndOfWorker(int wait_status, const WorkerOptions& options);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WORKERS_WORKER_H_
