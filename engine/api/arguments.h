// In: the arguments of a caller of the C interface. Out: the opened index, the article's part and the bytes behind
// them, or the error.
// Who may use it: the files of this folder. They are the C interface, one family of functions per file: open, contents,
// facts, ask, search, summarize. Nothing else in the engine includes a header of engine/api/.

#ifndef PITH_ENGINE_API_ARGUMENTS_H_
#define PITH_ENGINE_API_ARGUMENTS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {

inline Bytes BytesOf(const void* data, uint64_t size) {
  return data == nullptr ? Bytes() : Bytes(static_cast<const uint8_t*>(data), size);
}

// The index and article with which most accessors begin. `out`: where the caller wants the result; must not be null.
struct Opening {
  const OpenedIndex* index;
  Part part;
  pith_status status;

  Opening(const pith_index* handle, uint32_t article, const void* out) : index(OpenedIn(handle)) {
    if (index == nullptr || out == nullptr) {
      status = PITH_INVALID_ARGUMENT;
    } else if (article >= index->size()) {
      status = PITH_NO_SUCH_ARTICLE;
    } else {
      status = OpenPart(*index, article, &part) ? PITH_OK : PITH_DAMAGED;
    }
  }
  bool ok() const { return status == PITH_OK; }
};

// Whether a text from the caller is valid: it may be null only if it is empty.
inline bool IsText(const void* data, uint64_t size) { return data != nullptr || size == 0; }

// Whether the caller's array for results is valid: it may be null only if it has no room.
inline bool IsRoom(const void* out, uint32_t capacity) { return out != nullptr || capacity == 0; }

inline bool IsThreshold(int32_t threshold) {
  return threshold == PITH_DEFAULT_THRESHOLD || (threshold >= 0 && threshold <= 10000);
}

inline bool IsArticleOrAll(const OpenedIndex& index, uint32_t article) {
  return article == PITH_ALL_ARTICLES || article < index.size();
}

inline uint32_t AtMostResults(uint32_t capacity) { return capacity < PITH_MAX_RESULTS ? capacity : PITH_MAX_RESULTS; }

}  // namespace pith

#endif  // PITH_ENGINE_API_ARGUMENTS_H_
