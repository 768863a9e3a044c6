// All that the engine says of an index, as text: the same bytes on every machine, or something is wrong.

#ifndef PITH_TESTS_PORTABLE_REPORT_H_
#define PITH_TESTS_PORTABLE_REPORT_H_

#include <stddef.h>
#include <stdint.h>

// Opens and verifies the index, asks and searches for each line of `questions`, sums every article up and walks its
// facts, events and entities. `print` gets the pieces in order. Needs no library beyond the engine. Returns false where
// the index does not open or a call fails.
bool Report(const void* index, uint64_t index_size, const char* questions, uint64_t questions_size,
            void (*print)(const char* text, size_t size));

#endif  // PITH_TESTS_PORTABLE_REPORT_H_
