// The full check of an index: everything that opening leaves unread.

#ifndef PITH_ENGINE_VERIFY_VERIFY_H_
#define PITH_ENGINE_VERIFY_VERIFY_H_

#include <cstdint>

#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "engine/reader/reader.h"
#include "pith/pith.h"

namespace pith {

// What is wrong with a part, and at which byte of it. No message: nothing is.
struct PartFault {
  const char* message = nullptr;
  uint64_t offset = 0;
};

// Checks what a part says: references, order, limits, UTF-8, its words' folding. O(size * log).
PartFault VerifyPart(const Part& part, const Language& language);

// Checks what an index's reader reads: RNET, REMB and RVEC of the language block, VECS of the index, all of a version
// that this engine knows. O(size).
ReaderFault VerifyReader(const OpenedIndex& index);

// Whether the reader of an index is of a later version than this engine's, which then answers without it. O(sections).
bool HasLaterReader(const OpenedIndex& index);

// See pith_verify. *fault is not written for PITH_OK.
pith_status VerifyIndex(const OpenedIndex& index, pith_fault* fault);

}  // namespace pith

#endif  // PITH_ENGINE_VERIFY_VERIFY_H_
