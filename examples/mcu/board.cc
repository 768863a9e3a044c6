// Arm's MPS2 boards, as QEMU has them: start-up, a serial line, and the debugger's channel to end.

#include "board.h"

extern "C" {
extern uint32_t ram_end[], data_source[], data_begin[], data_end[], bss_begin[], bss_end[];
void Reset();
void Stop();
}

namespace {

constexpr uint32_t kPaint = 0xC0FFEE11, kExit = 0x20, kApplicationExit = 0x20026;

// The CMSDK UART.
struct Uart {
  volatile uint32_t data, state, control, interrupts, divider;
};
constexpr uint32_t kFull = 1, kTransmit = 1, kDivider = 16;
Uart& uart = *reinterpret_cast<Uart*>(BOARD_UART);

}  // namespace

void Send(const char* text, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    while ((uart.state & kFull) != 0) {
    }
    uart.data = static_cast<uint8_t>(text[i]);
  }
}

uint32_t StackUsed() {
  const uint32_t* at = bss_end;
  while (at < ram_end && *at == kPaint) ++at;
  return static_cast<uint32_t>(ram_end - at) * sizeof *at;
}

void Exit(uint32_t code) {
  const uint32_t block[2] = {kApplicationExit, code};
  register uint32_t r0 asm("r0") = kExit;
  register const void* r1 asm("r1") = block;
  asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
  for (;;) {
  }
}

// Stays clear of the stack that it stands on itself.
void Reset() {
  const uint32_t* from = data_source;
  for (uint32_t* to = data_begin; to < data_end; ++to) *to = *from++;
  for (uint32_t* to = bss_begin; to < bss_end; ++to) *to = 0;
  uint32_t* top;
  asm volatile("mov %0, sp" : "=r"(top));
  for (volatile uint32_t* to = bss_end; to < top - 8; ++to) *to = kPaint;
  uart.divider = kDivider;
  uart.control = kTransmit;
  Exit(static_cast<uint32_t>(Main()));
}

void Stop() { Exit(3); }

// The first words of flash: the stack's end, where to begin, and where faults go.
__attribute__((section(".vectors"), used)) void* const vectors[16] = {ram_end,
                                                                      reinterpret_cast<void*>(&Reset),
                                                                      reinterpret_cast<void*>(&Stop),
                                                                      reinterpret_cast<void*>(&Stop),
                                                                      reinterpret_cast<void*>(&Stop),
                                                                      reinterpret_cast<void*>(&Stop),
                                                                      reinterpret_cast<void*>(&Stop)};
