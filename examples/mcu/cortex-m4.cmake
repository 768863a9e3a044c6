# A Cortex-M4, as the board mps2-an386 of QEMU has it.
set(BOARD_CPU cortex-m4)
set(BOARD_FLASH "ORIGIN = 0x00000000, LENGTH = 4M")
set(BOARD_RAM "ORIGIN = 0x20000000, LENGTH = 64K")
set(BOARD_UART 0x40004000)
include(${CMAKE_CURRENT_LIST_DIR}/arm.cmake)
