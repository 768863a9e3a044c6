// What people at a terminal, who would see nothing, are told of an empty result. Programs see an empty list.

#ifndef PITH_TOOLS_PITH_NOTHING_FOUND_H_
#define PITH_TOOLS_PITH_NOTHING_FOUND_H_

namespace pith::command {

// To standard error, unless standard output is a pipe or a file. `json`: the result is for a program.
void SayNothingFound(bool json);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_NOTHING_FOUND_H_
