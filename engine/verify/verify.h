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

// Checks the contents of a part: references, order, limits, UTF-8, and the filters of its relations. O(size).
Fault VerifyPart(const Part& part, const Language& language);

// Checks everything that an index's reader reads, of a version that this engine knows: RNET, REMB and RVEC of the
// language block, VECS of the index. O(size).
Fault VerifyReader(const OpenedIndex& index);

// Whether an index's reader is of a later version than this engine knows; it then answers without it. O(sections).
bool HasLaterReader(const OpenedIndex& index);

// See pith_verify. *fault is not written on PITH_OK.
pith_status VerifyIndex(const OpenedIndex& index, pith_fault* fault);

}  // namespace pith

#endif  // PITH_ENGINE_VERIFY_VERIFY_H_
