// The report on a microcontroller: index and questions in flash, results over the debugger's channel (semihosting).

#include <stdint.h>

#include "tests/portable/report.h"

extern "C" {
extern const uint8_t index_begin[], index_end[];
extern const char questions_begin[], questions_end[];
extern uint32_t ram_end[], data_source[], data_begin[], data_end[], bss_begin[], bss_end[];
void Reset();
void Stop();
}

namespace {

constexpr uint32_t kWriteText = 0x04, kExit = 0x20, kApplicationExit = 0x20026;

void Debugger(uint32_t operation, const void* argument) {
  register uint32_t r0 asm("r0") = operation;
  register const void* r1 asm("r1") = argument;
  asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
}

[[noreturn]] void Exit(uint32_t code) {
  const uint32_t block[2] = {kApplicationExit, code};
  Debugger(kExit, block);
  for (;;) {
  }
}

void Print(const char* text, size_t size) {
  char piece[128];
  for (size_t at = 0; at < size;) {
    size_t n = 0;
    while (n + 1 < sizeof piece && at < size) piece[n++] = text[at++];
    piece[n] = '\0';
    Debugger(kWriteText, piece);
  }
}

}  // namespace

void Reset() {
  const uint32_t* from = data_source;
  for (uint32_t* to = data_begin; to < data_end; ++to) *to = *from++;
  for (uint32_t* to = bss_begin; to < bss_end; ++to) *to = 0;
  const bool ok = Report(index_begin, static_cast<uint64_t>(index_end - index_begin), questions_begin,
                         static_cast<uint64_t>(questions_end - questions_begin), &Print);
  Exit(ok ? 0 : 1);
}

void Stop() { Exit(3); }

// The first words of flash: the stack's end, where to begin, and where faults go.
__attribute__((section(".vectors"), used)) void* const vectors[16] = {
    ram_end, reinterpret_cast<void*>(&Reset), reinterpret_cast<void*>(&Stop), reinterpret_cast<void*>(&Stop)};
