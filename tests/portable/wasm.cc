// Whether the loops for WebAssembly give what the portable ones do; wasm.sh runs it.

#include <initializer_list>

#include "engine/network/loops.h"

namespace {

uint32_t state = 1;
uint32_t Next() { return state = state * 1664525u + 1013904223u; }

int16_t in[pith::kRowsAtOnce * pith::kMaxRowIn];
int8_t weights[pith::kMaxRowIn * pith::kMaxLayerOut];
int32_t plain[pith::kRowsAtOnce * pith::kMaxLayerOut], wide[pith::kRowsAtOnce * pith::kMaxLayerOut];
int32_t factors[pith::kMaxLayerOut], biases[pith::kMaxLayerOut];
int16_t plain_out[pith::kRowsAtOnce * pith::kMaxLayerOut], wide_out[pith::kRowsAtOnce * pith::kMaxLayerOut];

}  // namespace

// The number of sums that differ, or -1 where the module has no loops of its own.
extern "C" __attribute__((export_name("mismatches"))) int Mismatches() {
  if (pith::BestKernel() != pith::Kernel::kWide) return -1;
  for (int16_t& x : in) x = static_cast<int16_t>(static_cast<int32_t>(Next() >> 16) - 32767);
  for (int8_t& w : weights) w = static_cast<int8_t>(Next() >> 24);
  for (int32_t& factor : factors) factor = static_cast<int32_t>(Next() >> 8);
  for (int32_t& bias : biases) bias = static_cast<int32_t>(Next()) >> 18;
  int mismatches = 0;
  for (const uint32_t size : {1u, 7u, 32u, 48u, 80u, 131u, pith::kMaxRowIn}) {
    for (const uint32_t outs : {1u, 16u, 37u, pith::kMaxLayerOut}) {
      pith::MultiplyRows(pith::Kernel::kPortable, in, weights, size, outs, plain);
      pith::MultiplyRows(pith::Kernel::kWide, in, weights, size, outs, wide);
      for (uint32_t i = 0; i < pith::kRowsAtOnce * outs; ++i) mismatches += plain[i] != wide[i];
      // Sums of every size, so that some outputs are in range and some are not.
      for (uint32_t i = 0; i < pith::kRowsAtOnce * outs; ++i) plain[i] >>= Next() >> 27;
      pith::ScaleRows(pith::Kernel::kPortable, plain, factors, biases, outs, plain_out);
      pith::ScaleRows(pith::Kernel::kWide, plain, factors, biases, outs, wide_out);
      for (uint32_t i = 0; i < pith::kRowsAtOnce * outs; ++i) mismatches += plain_out[i] != wide_out[i];
    }
  }
  return mismatches;
}
