// The inner loop for x86-64 processors with AVX2; compiled with -mavx2 (engine/CMakeLists.txt), empty elsewhere.

#include "engine/multiply_rows.h"

#ifdef __AVX2__
namespace pith {

void MultiplyRowsAvx2(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  MultiplyRowsLoop(in, weights, size, outs, sums);
}

void ScaleRowsAvx2(const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs, int16_t* out) {
  ScaleRowsLoop(sums, factors, biases, outs, out);
}

void GateRowAvx2(const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h) {
  GateRowLoop(values, gates, count, h);
}

}  // namespace pith
#endif
