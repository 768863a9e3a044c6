// What a process and its workers say to each other through a socket. Both run the same program, so values pass as they
// lie in memory.
//
//   to a worker    u64 number of a task
//   from it        ResultHead, then `size` bytes: the result, or the message of an error

#ifndef PITH_TOOLS_COMPILER_WORKERS_MESSAGES_H_
#define PITH_TOOLS_COMPILER_WORKERS_MESSAGES_H_

#include <cstddef>
#include <cstdint>

namespace pith::compiler {

struct ResultHead {
  uint64_t size;
  int64_t code;  // an absl::StatusCode
};

// Sends or receives all of it. False: the other side has ended.
bool Send(int socket, const void* bytes, size_t size);
bool Receive(int socket, void* bytes, size_t size);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WORKERS_MESSAGES_H_
