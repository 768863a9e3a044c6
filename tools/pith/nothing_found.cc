#include "tools/pith/nothing_found.h"

#include <unistd.h>

#include <cstdio>

namespace pith::command {

void SayNothingFound(bool json) {
  if (!json && isatty(STDOUT_FILENO) == 1) std::fputs("pith: nothing found\n", stderr);
}

}  // namespace pith::command
