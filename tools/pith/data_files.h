// Where the language blocks and models lie.

#ifndef PITH_TOOLS_PITH_DATA_FILES_H_
#define PITH_TOOLS_PITH_DATA_FILES_H_

#include <string>
#include <vector>

namespace pith::command {

// The folder of data files: the environment's PITH_DATA_DIR or else share/pith beside the folder of this program, in
// the build tree as where it is installed.
std::string DataFolder();

// The language blocks in it (*.lang), in order of name.
std::vector<std::string> LanguageFiles();

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_DATA_FILES_H_
