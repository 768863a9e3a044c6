// In: an opened index. Out: the first fault in it, or none. Reads everything that opening leaves unread.
// Who may use it: pith_verify, and the compiler, which checks each part that it has written (VerifyPart). Nothing that
// answers a question depends on it: the engine is safe on files that were never verified.

#ifndef PITH_ENGINE_VERIFY_VERIFY_H_
#define PITH_ENGINE_VERIFY_VERIFY_H_

#include <cstdint>

#include "engine/format/fault.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "pith/pith.h"

namespace pith {

// Checks what a part says: references, order, limits, UTF-8, its words' folding. O(size * log).
Fault VerifyPart(const Part& part, const Language& language);

// Checks what an index's reader reads: RNET, REMB and RVEC of the language block, VECS of the index, all of a version
// that this engine knows. O(size).
Fault VerifyReader(const OpenedIndex& index);

// Whether the reader of an index is of a later version than this engine's, which then answers without it. O(sections).
bool HasLaterReader(const OpenedIndex& index);

// See pith_verify. *fault is not written for PITH_OK.
pith_status VerifyIndex(const OpenedIndex& index, pith_fault* fault);

}  // namespace pith

#endif  // PITH_ENGINE_VERIFY_VERIFY_H_
