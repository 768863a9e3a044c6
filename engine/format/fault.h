// What a check finds wrong.

#ifndef PITH_ENGINE_FORMAT_FAULT_H_
#define PITH_ENGINE_FORMAT_FAULT_H_

#include <cstdint>

namespace pith {

struct Fault {
  const char* message = nullptr;  // static storage; null: nothing is wrong
  uint32_t section = 0;           // its four letters (engine/format/sections.h)
  uint64_t offset = 0;            // bytes from where the check began: a section's start, or a part's

  bool found() const { return message != nullptr; }
};

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_FAULT_H_
