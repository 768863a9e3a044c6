// Opening the reader's weights: every shape is checked here once, so that the passes over them need not.

#include "engine/reader.h"

namespace pith {
namespace {

struct Shape {
  uint32_t in, out, taps;
  bool affine;
};

}  // namespace

ReaderSections ReaderSections::Of(const OpenedIndex& index) {
  const Language& language = index.language;
  const WordVectors common(language.Section(FourLetters("RVEC")));
  return {language.Section(FourLetters("RNET")), language.Section(FourLetters("REMB")), common,
          WordVectors(index.vectors, common)};
}

bool ReaderNetwork::Open(Bytes net, Bytes tables_section) {
  if (net.U32(0) != kReaderVersion) return false;
  channels = net.U32(4);
  depth = net.U32(8);
  const uint32_t c = channels;
  if (c == 0 || c > kReaderChannels || c % 8 != 0 || depth < 2 || depth > kReaderDepth) return false;
  for (uint32_t i = 0; i < 5; ++i) mix[i] = Narrow(static_cast<int32_t>(net.U32(12 + 4 * i)));
  again_none = Narrow(static_cast<int32_t>(net.U32(32)));
  const Shape shapes[kFirstGated] = {
      {kVectorSize, kVectorSize, 1, false},  // kSimilar
      {kReaderTokenInputs, c, 1, false},     // kQuestionIn
      {c, 2 * c, 3, true},                   // kQuestionFirst
      {c, 2 * c, 3, true},                   // kQuestionSecond
      {c, 1, 1, false},                      // kQuestionPool
      {c, kReaderAlign, 1, false},           // kAlign
      {kReaderInputs, c, 1, false},          // kContextIn
      {c, c, 1, false},                      // kContextQuestion
      {c, kReaderAlign, 1, false},           // kAgainKey
      {c, kReaderAlign, 1, false},           // kAgainQuery
      {c, kReaderAlign, 1, false},           // kAgainValue
      {kReaderAlign, c, 1, false},           // kAgainOut
      {c, c, 1, false},                      // kPool
      {c, c, 1, false},                      // kPoolOut
      {c, 2, 1, false},                      // kEdge
      {c, 2 * c, 1, false},                  // kEdgeQuestion
      {c, 2 * kReaderPair, 1, false},        // kPairLayer
      {c, kReaderSpan, 1, false},            // kLength
      {c, kCandidateKindCount, 1, false},    // kCandidate
      {c, 1, 1, false},                      // kNoneContext
      {c, 1, 1, false},                      // kNoneQuestion
      {kReaderGlobals, 1, 1, false},         // kNoneGlobals
  };
  uint64_t at = 36;
  for (uint32_t i = 0; i < kFirstGated + 2 * depth; ++i) {
    const Shape gated = (i - kFirstGated) % 2 == 0 ? Shape{c, 2 * c, 3, true} : Shape{c, 2 * c, 1, false};
    const Shape& want = i < kFirstGated ? shapes[i] : gated;
    const Layer& layer = layers[i];
    if (!layers[i].Open(net, &at) || layer.in != want.in || layer.out != want.out || layer.taps != want.taps ||
        layer.affine != want.affine) {
      return false;
    }
  }
  static constexpr uint32_t kColumns[kReaderTables] = {8, 8, 6, 4, 6, 6, 0};
  at = 0;
  for (uint32_t i = 0; i < kReaderTables; ++i) {
    if (!tables[i].Open(tables_section, &at) || tables[i].columns != (i == kKindTable ? c : kColumns[i])) return false;
  }
  return true;
}

}  // namespace pith
