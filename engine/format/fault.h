// The result of a check: the first fault it finds.

#ifndef PITH_ENGINE_FORMAT_FAULT_H_
#define PITH_ENGINE_FORMAT_FAULT_H_

#include <cstdint>

namespace pith {

struct Fault {
  const char* message = nullptr;  // static storage; null: no fault
  uint32_t section = 0;           // its name, four letters (engine/format/sections.h)
  uint64_t offset = 0;            // bytes from where the check began: the start of a section or of a part

  bool found() const { return message != nullptr; }
};

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_FAULT_H_
