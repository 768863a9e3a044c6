// Whether the loops for WebAssembly's SIMD give what the plain ones do; wasm.sh runs it.

#include <initializer_list>

#include "engine/network/loops.h"

namespace {

uint32_t state = 1;
uint32_t Next() { return state = state * 1664525u + 1013904223u; }

int16_t in[pith::kRowsAtOnce * pith::kMaxRowIn];
int8_t weights[pith::kMaxRowIn * pith::kMaxLayerOut];
int32_t plain[pith::kRowsAtOnce * pith::kMaxLayerOut], wide[pith::kRowsAtOnce * pith::kMaxLayerOut];

}  // namespace

// The number of sums that differ, or -1 where the module was compiled without SIMD.
extern "C" __attribute__((export_name("mismatches"))) int Mismatches() {
  if (pith::BestKernel() != pith::Kernel::kWide) return -1;
  for (int16_t& x : in) x = static_cast<int16_t>(static_cast<int32_t>(Next() >> 16) - 32767);
  for (int8_t& w : weights) w = static_cast<int8_t>(Next() >> 24);
  int mismatches = 0;
  for (const uint32_t size : {1u, 7u, 32u, 48u, 80u, 131u, pith::kMaxRowIn}) {
    for (const uint32_t outs : {1u, 16u, 37u, pith::kMaxLayerOut}) {
      pith::MultiplyRows(pith::Kernel::kPortable, in, weights, size, outs, plain);
      pith::MultiplyRows(pith::Kernel::kWide, in, weights, size, outs, wide);
      for (uint32_t i = 0; i < pith::kRowsAtOnce * outs; ++i) mismatches += plain[i] != wide[i];
    }
  }
  return mismatches;
}
