# A Cortex-M33, as the board mps2-an505 of QEMU has it.
set(BOARD_CPU cortex-m33)
set(BOARD_FLASH "ORIGIN = 0x10000000, LENGTH = 4M")
set(BOARD_RAM "ORIGIN = 0x38000000, LENGTH = 64K")
set(BOARD_UART 0x50200000)
include(${CMAKE_CURRENT_LIST_DIR}/arm.cmake)
