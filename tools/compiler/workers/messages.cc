#include "tools/compiler/workers/messages.h"

#include <sys/socket.h>
#include <sys/types.h>

#include <cerrno>

namespace pith::compiler {

bool Send(int socket, const void* bytes, size_t size) {
  for (const char* at = static_cast<const char*>(bytes); size > 0;) {
    const ssize_t sent = send(socket, at, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    at += sent;
    size -= static_cast<size_t>(sent);
  }
  return true;
}

bool Receive(int socket, void* bytes, size_t size) {
  for (char* at = static_cast<char*>(bytes); size > 0;) {
    const ssize_t received = recv(socket, at, size, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return false;
    at += received;
    size -= static_cast<size_t>(received);
  }
  return true;
}

}  // namespace pith::compiler
