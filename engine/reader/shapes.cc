// Opens the reader's weights. Every shape is checked here once, so the passes over them need not check.

#include "engine/reader/reader.h"

namespace pith {
namespace {

struct Shape {
  uint32_t in, out, taps;
};

}  // namespace

ReaderSections ReaderSections::Of(const OpenedIndex& index) {
  const Language& language = index.language;
  const WordVectors common(language.Section(kSectionCommonVectors));
  return {language.Section(kSectionNetwork), language.Section(kSectionEmbeddings), common,
          WordVectors(index.vectors, common)};
}

namespace {

// Reads both sections from the start, into *out unless it is null. If it is null, bytes after the last layer or table
// are a fault as well.
Fault ReadNetwork(Bytes net, Bytes tables, ReaderNetwork* out) {
  constexpr uint32_t kNet = kSectionNetwork, kTables = kSectionEmbeddings;
  if (net.U32(0) != kReaderVersion) return {"the network is of no version known here", kNet, 0};
  const uint32_t c = net.U32(4), depth = net.U32(8);
  if (c == 0 || c > kReaderChannels || c % 8 != 0 || depth < 2 || depth > kReaderDepth) {
    return {"the network has no such number of channels or layers", kNet, 4};
  }
  const Shape shapes[kFirstGated] = {
      {kVectorSize, kVectorSize, 1},              // kSimilar
      {kReaderTokenInputs, c, 1},                 // kQuestionIn
      {c, 2 * c, kReaderTaps},                    // kQuestionFirst
      {c, 2 * c, kReaderTaps},                    // kQuestionSecond
      {c, 1, 1},                                  // kQuestionPool
      {c, kReaderAlign, 1},                       // kAlign
      {kReaderInputs, c, 1},                      // kContextIn
      {c, c, 1},                                  // kContextQuestion
      {c, kReaderAlign, 1},                       // kAgainKey
      {c, kReaderAlign, 1},                       // kAgainQuery
      {c, kReaderAlign, 1},                       // kAgainValue
      {kReaderAlign, c, 1},                       // kAgainOut
      {c, c, 1},                                  // kPool
      {c, c, 1},                                  // kPoolOut
      {c, 2, 1},                                  // kEdge
      {c, 2 * c, 1},                              // kEdgeQuestion
      {c, 2 * kReaderPair, 1},                    // kPairLayer
      {c, kReaderSpan, 1},                        // kLength
      {c, kCandidateKindCount, 1},                // kCandidate
      {4 * c + kReaderGlobals, kReaderDoubt, 1},  // kNoneIn
      {kReaderDoubt, 1, 1},                       // kNoneOut
  };
  uint64_t at = 36;
  for (uint32_t i = 0; i < kFirstGated + 2 * depth; ++i) {
    const Shape gated = (i - kFirstGated) % 2 == 0 ? Shape{c, 2 * c, kReaderTaps} : Shape{c, 2 * c, 1};
    const Shape& want = i < kFirstGated ? shapes[i] : gated;
    const uint64_t begin = at;
    Layer layer;
    if (!layer.Open(net, &at) || layer.in != want.in || layer.out != want.out || layer.taps != want.taps) {
      return {"a layer is cut short or has another shape", kNet, begin};
    }
    if (out != nullptr) out->layers[i] = layer;
  }
  if (out == nullptr && at != net.size()) return {"bytes behind the last layer", kNet, at};
  at = 0;
  for (uint32_t i = 0; i < kReaderTables; ++i) {
    const uint64_t begin = at;
    Embedding table;
    if (!table.Open(tables, &at) || table.columns != (i == kKindTable ? c : kReaderColumns[i])) {
      return {"a table is cut short or has another width", kTables, begin};
    }
    if (out != nullptr) out->tables[i] = table;
  }
  if (out == nullptr && at != tables.size()) return {"bytes behind the last table", kTables, at};
  if (out == nullptr) return {};
  out->channels = c;
  out->depth = depth;
  for (uint32_t i = 0; i < 5; ++i) out->mix[i] = Narrow(static_cast<int32_t>(net.U32(12 + 4 * i)));
  out->again_none = Narrow(static_cast<int32_t>(net.U32(32)));
  return {};
}

}  // namespace

bool ReaderNetwork::Open(Bytes network, Bytes tables_section) {
  return !ReadNetwork(network, tables_section, this).found();
}

Fault CheckNetwork(Bytes network, Bytes tables) { return ReadNetwork(network, tables, nullptr); }

}  // namespace pith
