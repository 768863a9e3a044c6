// The little of a board that the example needs.

#ifndef PITH_EXAMPLES_MCU_BOARD_H_
#define PITH_EXAMPLES_MCU_BOARD_H_

#include <stddef.h>
#include <stdint.h>

// Sends text by the serial line.
void Send(const char* text, size_t size);

// The most bytes of stack that were in use since the start.
uint32_t StackUsed();

// Ends the program in an emulator, with an exit code; on a board, waits.
[[noreturn]] void Exit(uint32_t code);

// The program; board.cc calls it once memory is ready.
int Main();

#endif  // PITH_EXAMPLES_MCU_BOARD_H_
