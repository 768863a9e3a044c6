#include "engine/network/network.h"

#include <cstring>

#include "engine/format/inlining.h"
#include "engine/network/loops.h"

namespace pith {

// 32768 / (1 + exp(-x)) at the middle of each 32nd of 0..8.
const int32_t kSigmoid[kSigmoidCells] = {
    16512, 16768, 17024, 17279, 17534, 17789, 18042, 18295, 18547, 18798, 19048, 19297, 19544, 19790, 20034, 20276,
    20517, 20756, 20992, 21227, 21460, 21690, 21918, 22143, 22367, 22587, 22805, 23021, 23233, 23443, 23650, 23854,
    24056, 24254, 24449, 24642, 24831, 25018, 25201, 25382, 25559, 25733, 25904, 26072, 26237, 26399, 26558, 26714,
    26866, 27016, 27163, 27306, 27447, 27585, 27720, 27852, 27981, 28107, 28231, 28352, 28470, 28585, 28698, 28808,
    28915, 29020, 29123, 29223, 29320, 29416, 29509, 29599, 29687, 29774, 29858, 29939, 30019, 30097, 30172, 30246,
    30318, 30388, 30456, 30522, 30587, 30649, 30711, 30770, 30828, 30884, 30939, 30992, 31044, 31094, 31143, 31191,
    31237, 31282, 31326, 31368, 31409, 31449, 31488, 31526, 31563, 31599, 31634, 31667, 31700, 31732, 31763, 31793,
    31822, 31850, 31878, 31904, 31930, 31955, 31980, 32003, 32026, 32049, 32070, 32091, 32112, 32132, 32151, 32170,
    32188, 32205, 32222, 32239, 32255, 32270, 32285, 32300, 32314, 32328, 32341, 32354, 32367, 32379, 32391, 32402,
    32414, 32424, 32435, 32445, 32455, 32464, 32474, 32483, 32491, 32500, 32508, 32516, 32524, 32531, 32538, 32545,
    32552, 32559, 32565, 32571, 32577, 32583, 32589, 32594, 32600, 32605, 32610, 32615, 32619, 32624, 32628, 32633,
    32637, 32641, 32645, 32648, 32652, 32656, 32659, 32662, 32666, 32669, 32672, 32675, 32678, 32680, 32683, 32686,
    32688, 32691, 32693, 32695, 32698, 32700, 32702, 32704, 32706, 32708, 32710, 32711, 32713, 32715, 32716, 32718,
    32720, 32721, 32723, 32724, 32725, 32727, 32728, 32729, 32730, 32731, 32733, 32734, 32735, 32736, 32737, 32738,
    32739, 32740, 32740, 32741, 32742, 32743, 32744, 32744, 32745, 32746, 32746, 32747, 32748, 32748, 32749, 32750,
    32750, 32751, 32751, 32752, 32752, 32753, 32753, 32754, 32754, 32755, 32755, 32755, 32756, 32756, 32756, 32757,
};

// 32768 * exp(-x) at the middle of each 32nd of 0..11.
const uint16_t kExp[kExpCells] = {
    32260, 31267, 30305, 29373, 28469, 27593, 26744, 25922, 25124, 24351, 23602, 22876, 22172, 21490, 20829, 20188,
    19567, 18965, 18381, 17816, 17268, 16736, 16221, 15722, 15239, 14770, 14315, 13875, 13448, 13034, 12633, 12245,
    11868, 11503, 11149, 10806, 10473, 10151, 9839,  9536,  9243,  8958,  8683,  8416,  8157,  7906,  7662,  7427,
    7198,  6977,  6762,  6554,  6352,  6157,  5967,  5784,  5606,  5433,  5266,  5104,  4947,  4795,  4647,  4505,
    4366,  4232,  4101,  3975,  3853,  3734,  3619,  3508,  3400,  3296,  3194,  3096,  3001,  2908,  2819,  2732,
    2648,  2567,  2488,  2411,  2337,  2265,  2195,  2128,  2062,  1999,  1937,  1878,  1820,  1764,  1710,  1657,
    1606,  1557,  1509,  1462,  1417,  1374,  1332,  1291,  1251,  1212,  1175,  1139,  1104,  1070,  1037,  1005,
    974,   944,   915,   887,   860,   833,   808,   783,   759,   735,   713,   691,   670,   649,   629,   610,
    591,   573,   555,   538,   521,   505,   490,   475,   460,   446,   432,   419,   406,   394,   381,   370,
    358,   347,   337,   326,   316,   307,   297,   288,   279,   271,   262,   254,   246,   239,   231,   224,
    217,   211,   204,   198,   192,   186,   180,   175,   169,   164,   159,   154,   149,   145,   140,   136,
    132,   128,   124,   120,   116,   113,   109,   106,   103,   100,   96,    93,    91,    88,    85,    83,
    80,    78,    75,    73,    71,    68,    66,    64,    62,    60,    59,    57,    55,    53,    52,    50,
    49,    47,    46,    44,    43,    41,    40,    39,    38,    37,    35,    34,    33,    32,    31,    30,
    29,    29,    28,    27,    26,    25,    24,    24,    23,    22,    22,    21,    20,    20,    19,    18,
    18,    17,    17,    16,    16,    15,    15,    14,    14,    13,    13,    13,    12,    12,    12,    11,
    11,    10,    10,    10,    10,    9,     9,     9,     8,     8,     8,     8,     7,     7,     7,     7,
    7,     6,     6,     6,     6,     6,     5,     5,     5,     5,     5,     5,     5,     4,     4,     4,
    4,     4,     4,     4,     4,     3,     3,     3,     3,     3,     3,     3,     3,     3,     3,     2,
    2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
    1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
    1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
};

namespace {

// Loads `count` numbers; all zeros if there are fewer bytes.
template <typename Number>
void LoadAll(Bytes bytes, uint32_t count, Number* out) {
  const uint64_t size = uint64_t{count} * sizeof(Number);
  if (!bytes.Has(0, size)) {
    std::memset(out, 0, size);
    return;
  }
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  std::memcpy(out, bytes.data(), size);
#else
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t number = 0;
    for (uint32_t b = 0; b < sizeof(Number); ++b) number |= uint32_t{bytes.U8(i * sizeof(Number) + b)} << (8 * b);
    out[i] = static_cast<Number>(number);
  }
#endif
}

int32_t Load32(Bytes bytes, uint64_t i) { return static_cast<int32_t>(bytes.U32(4 * i)); }

uint64_t Aligned(uint64_t at) { return (at + 3) & ~uint64_t{3}; }

}  // namespace

#if defined(PITH_HAVE_AVX2)
Kernel BestKernel() { return __builtin_cpu_supports("avx2") ? Kernel::kWide : Kernel::kPortable; }
#elif defined(PITH_WIDE)
Kernel BestKernel() { return Kernel::kWide; }
#else
Kernel BestKernel() { return Kernel::kPortable; }
#endif

#ifdef PITH_WIDE
void MultiplyRows(Kernel kernel, const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs,
                  int32_t* sums) {
  if (kernel == Kernel::kWide) {
    MultiplyRowsWide(in, weights, size, outs, sums);
  } else {
    MultiplyRowsLoop(in, weights, size, outs, outs, sums);
  }
}

void ScaleRows(Kernel kernel, const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs,
               int16_t* out) {
  if (kernel == Kernel::kWide) {
    ScaleRowsWide(sums, factors, biases, outs, out);
  } else {
    ScaleRowsLoop(sums, factors, biases, outs, out);
  }
}

void GateRow(Kernel kernel, const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h) {
  if (kernel == Kernel::kWide) {
    GateRowWide(values, gates, count, h);
  } else {
    GateRowLoop(values, gates, count, h);
  }
}

void AddTap(Kernel kernel, const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums) {
  if (kernel == Kernel::kWide) {
    AddTapWide(row, weights, count, sums);
  } else {
    AddTapLoop(row, weights, count, sums);
  }
}
#else
void MultiplyRows(Kernel, const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  MultiplyRowsLoop(in, weights, size, outs, outs, sums);
}

void ScaleRows(Kernel, const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs,
               int16_t* out) {
  ScaleRowsLoop(sums, factors, biases, outs, out);
}

void GateRow(Kernel, const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h) {
  GateRowLoop(values, gates, count, h);
}

void AddTap(Kernel, const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums) {
  AddTapLoop(row, weights, count, sums);
}
#endif

bool Layer::Open(Bytes section, uint64_t* at) {
  in = section.U32(*at);
  out = section.U32(*at + 4);
  taps = section.U8(*at + 8);
  dilation = section.U8(*at + 9);
  if (in == 0 || in > (taps > 1 ? kMaxTapsIn : kMaxLayerIn) || taps % 2 == 0 || taps > kMaxTaps || out == 0 ||
      out > kMaxLayerOut || dilation == 0 || taps / 2 * dilation > kMaxReach) {
    return false;
  }
  uint64_t next = *at + 12;
  const auto take = [&](Bytes* bytes, uint64_t size) {
    *bytes = section.Sub(next, size);
    next += size;
    return bytes->size() == size;
  };
  if (!take(&factors, uint64_t{4} * out) || !take(&biases, uint64_t{4} * out) ||
      !take(&own, taps > 1 ? uint64_t{2} * taps * in : 0) || !take(&weights, uint64_t{in} * out)) {
    return false;
  }
  *at = Aligned(next);
  return true;
}

// The first half of a separable convolution: sums each row over the taps, before the matrix product.
PITH_NOINLINE void Layer::SumTaps(Kernel kernel, const int16_t* input, uint32_t rows, uint32_t first,
                                  const int16_t* before, int16_t* to) const {
  int16_t weight[kMaxTaps * kMaxTapsIn];
  LoadAll(own, taps * in, weight);
  const int32_t reach = static_cast<int32_t>(taps / 2);
  for (uint32_t r = first; r < first + kRowsAtOnce; ++r, to += in) {
    int32_t sums[kMaxTapsIn] = {};
    for (int32_t tap = -reach; tap <= reach; ++tap) {
      const int64_t from = int64_t{r} + int64_t{tap} * dilation;
      if (from < 0 || from >= int64_t{rows}) continue;
      const int64_t back = int64_t{first} - from;  // at most kMaxReach: Open ensures it
      const int16_t* row = back > 0 && before != nullptr ? before + static_cast<uint64_t>(kMaxReach - back) * in
                                                         : input + static_cast<uint64_t>(from) * in;
      AddTap(kernel, row, weight + static_cast<uint32_t>(tap + reach) * in, in, sums);
    }
    for (uint32_t i = 0; i < in; ++i) to[i] = Narrow(sums[i]);
  }
}

// What is behind the matrix product. Its frame would count twice for that of SumTaps, and so would that for its.
PITH_NOINLINE void Layer::Scale(Kernel kernel, const int32_t* sums, const int16_t* extra, int16_t* output) const {
  int32_t factor[kMaxLayerOut], bias[kMaxLayerOut];
  LoadAll(factors, out, factor);
  LoadAll(biases, out, bias);
  for (uint32_t o = 0; extra != nullptr && o < out; ++o) {
    bias[o] = static_cast<int32_t>(static_cast<uint32_t>(bias[o]) + static_cast<uint32_t>(extra[o]));
  }
  ScaleRows(kernel, sums, factor, bias, out, output);
}

void Layer::Apply(Kernel kernel, const int16_t* input, uint32_t rows, uint32_t first, const int16_t* extra,
                  int16_t* output, NetworkScratch* scratch, const int16_t* before) const {
  if (taps > 1) SumTaps(kernel, input, rows, first, before, scratch->around);
  const int16_t* in_rows = taps == 1 ? input + uint64_t{first} * in : scratch->around;
  const int8_t* w = reinterpret_cast<const int8_t*>(weights.data());  // out * in of them: Open ensures it
  MultiplyRows(kernel, in_rows, w, in, out, scratch->sums);
  Scale(kernel, scratch->sums, extra, output);
}

void Layer::ApplyToOne(const int16_t* input, int16_t* output) const {
  const int8_t* w = reinterpret_cast<const int8_t*>(weights.data());  // as above
  for (uint32_t o = 0; o < out; ++o, w += in) {
    int32_t sum = 0;
    for (uint32_t i = 0; i < in; ++i) sum += w[i] * input[i];
    output[o] = ScaledSum(sum, Load32(factors, o), Load32(biases, o));
  }
}

bool Embedding::Open(Bytes section, uint64_t* at) {
  rows = section.U32(*at);
  columns = section.U32(*at + 4);
  shift = section.U32(*at + 8);
  if (columns == 0 || columns > kMaxLayerOut || shift > 8 || rows > (1u << 20)) return false;
  values = section.Sub(*at + 12, uint64_t{rows} * columns);
  if (values.size() != uint64_t{rows} * columns) return false;
  *at = Aligned(*at + 12 + values.size());
  return true;
}

void Embedding::Read(uint32_t number, int16_t* out) const {
  const Bytes row = values.Sub(uint64_t{number} * columns, columns);
  for (uint32_t i = 0; i < columns; ++i) {
    out[i] = static_cast<int16_t>(static_cast<int8_t>(row.U8(i)) * (1 << shift));
  }
}

}  // namespace pith
