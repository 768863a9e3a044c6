// In: an article's part. Out: an object: an index of that article alone, without a language block, for linking. Objects
// follow one another in a file or a stream; each tells its size.

#ifndef PITH_TOOLS_COMPILER_OBJECTS_OBJECT_H_
#define PITH_TOOLS_COMPILER_OBJECTS_OBJECT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/write/segment.h"

namespace pith::compiler {

// What an object was compiled from, and what there was to say: the section ORIG.
struct Origin {
  uint64_t hash = 0;                  // of the article and of all that compiles it; 0: not known
  std::vector<std::string> warnings;  // each on one line
};

// The hash of an article, and of `compiler`, which stands for everything else that its object depends on. Never 0.
uint64_t OriginHash(const Article& article, absl::string_view compiler);

// The object of a part from WritePart. `vectors` is as in WriteIndex. Errors are those of Join.
absl::StatusOr<std::string> WriteObject(absl::string_view part, const Language& language, const WordVectors& vectors,
                                        const Origin& origin);

// An object as it lies in `bytes`, which must outlive it.
struct Object {
  uint64_t size = 0;  // bytes
  LoosePart part;
  Origin origin;
};

// Reads the object at the beginning of `bytes`. False if there is no whole one of an article compiled with `language`.
// Checks the checksums with `check`. O(size), or O(1) without checks.
bool ReadObject(Bytes bytes, const Language& language, bool check, Object* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_OBJECTS_OBJECT_H_
