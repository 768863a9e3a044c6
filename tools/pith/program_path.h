// Where this program lies.

#ifndef PITH_TOOLS_PITH_PROGRAM_PATH_H_
#define PITH_TOOLS_PITH_PROGRAM_PATH_H_

#include <filesystem>

namespace pith::command {

// The path of the running program, without symbolic links; empty where the system does not tell.
std::filesystem::path ProgramPath();

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PROGRAM_PATH_H_
