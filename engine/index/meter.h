// How much a call may still read. Most tables bound a call by their shape: rising ranges, capped counts. Where many
// records may honestly belong to a question (postings, words, facts), a Meter counts them and ends the call.

#ifndef PITH_ENGINE_INDEX_METER_H_
#define PITH_ENGINE_INDEX_METER_H_

#include <cstdint>

#include "pith/pith.h"

namespace pith {

// Counts the records that a call reads. Two limits: `left` is all that the call may still read, `slice` what it may
// read before it pauses, for calls in steps. A call that does not pause has a slice as large as the rest.
class Meter {
 public:
  Meter() = default;
  Meter(uint32_t left, uint32_t slice) : left_(left), slice_(slice < left ? slice : left) {}

  void Take(uint32_t records) {
    left_ -= records < left_ ? records : left_;
    slice_ -= records < slice_ ? records : slice_;
  }
  // Whether the work has to wait for the next step, or, if Spent, to end with what it has.
  bool Paused() const { return slice_ == 0; }
  bool Spent() const { return left_ == 0; }
  uint32_t left() const { return left_; }

 private:
  uint32_t left_ = PITH_MAX_RECORDS, slice_ = PITH_MAX_RECORDS;
};

// The outcome of a call that found results within its limit.
inline pith_status StatusOf(bool spent) { return spent ? PITH_TOO_MUCH_WORK : PITH_OK; }

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_METER_H_
