// Learns how often tokens and candidates have which properties, and writes the prefix codes that parts store them in.
//
//   codes_main INDEX > engine/index/code_tables.h
//
// In: an index of many articles of the kind that indexes will have. Out: the header. A change of it is a change of the
// format. Codes are Huffman's (1952); relations whose heads are found alike share a code.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <map>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "engine/format/prefix_code.h"
#include "engine/index/part.h"
#include "engine/index/sentence_codes.h"
#include "tools/train/common/index_file.h"

namespace pith::train {
namespace {

using Counts = std::map<uint16_t, uint64_t>;

constexpr size_t kMaxSymbols = 256;      // of a code; rarer ones are escaped
constexpr uint64_t kLeastShare = 16384;  // a symbol that is rarer than one in this many is escaped, too
constexpr size_t kClasses = 8;           // of relations
constexpr int kRounds = 20;

struct Learned {
  Counts kinds, steps, spans, labels;
  std::array<Counts, kRelCount> heads;
};

uint64_t Total(const Counts& counts) {
  uint64_t total = 0;
  for (const auto& [symbol, count] : counts) total += count;
  return total;
}

void CountSentence(const Part& part, uint32_t sentence, Learned* out) {
  int number = 0;
  uint64_t end = part.sentences[sentence].begin;
  for (TokenReader reader(part, sentence); reader.Next(); end = reader.end()) {
    const TokenRecord& token = reader.token();
    const TokenShape shape = SuggestedShape(part.text, end);
    if (shape.gap != token.gap || shape.size != token.size) ++out->kinds[kOddToken];
    ++out->kinds[TokenKind(token.rel, token.tag, token.term != kNoTerm)];
    ++out->heads[token.rel][StepSymbol(token.head - number++)];
  }
  int first = 0;
  for (CandidateReader reader(part, sentence, part.TokenCount(sentence)); reader.Next();) {
    const CandidateRecord& c = reader.candidate();
    ++out->steps[c.first < first ? kEscape : static_cast<uint16_t>(c.first - first)];
    first = c.first;
    ++out->spans[SpanSymbol(static_cast<uint8_t>(c.last - c.first), static_cast<uint8_t>(c.head - c.first))];
    ++out->labels[LabelSymbol(c.kind, c.reality, c.value != kNone16, c.entity != kNone16)];
  }
}

// The symbols that get codes; the counts of the others are the escape's.
Counts Kept(const Counts& counts) {
  std::vector<std::pair<uint64_t, uint16_t>> order;
  for (const auto& [symbol, count] : counts) order.emplace_back(count, symbol);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  const uint64_t total = Total(counts);
  Counts kept = {{kEscape, 1}};
  for (const auto& [count, symbol] : order) {
    const bool keeps = symbol == kOddToken || (kept.size() < kMaxSymbols && count * kLeastShare >= total);
    kept[keeps ? symbol : kEscape] += count;
  }
  return kept;
}

// The length of each symbol's code.
std::map<uint16_t, uint32_t> LengthsOf(const Counts& counts) {
  for (uint64_t least = 1;; least *= 2) {  // evens the counts out until no code is too long
    struct Node {
      uint64_t count;
      std::vector<uint16_t> symbols;
      bool operator>(const Node& other) const {
        return count != other.count ? count > other.count : symbols > other.symbols;
      }
    };
    std::priority_queue<Node, std::vector<Node>, std::greater<>> nodes;
    std::map<uint16_t, uint32_t> lengths;
    for (const auto& [symbol, count] : counts) {
      nodes.push({std::max(count, least), {symbol}});
      lengths[symbol] = counts.size() == 1 ? 1 : 0;
    }
    while (nodes.size() > 1) {
      Node node = nodes.top();
      nodes.pop();
      const Node other = nodes.top();
      nodes.pop();
      node.count += other.count;
      node.symbols.insert(node.symbols.end(), other.symbols.begin(), other.symbols.end());
      for (const uint16_t symbol : node.symbols) ++lengths[symbol];
      nodes.push(std::move(node));
    }
    const auto longest = std::max_element(lengths.begin(), lengths.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    if (longest->second <= kMaxCodeBits) return lengths;
  }
}

struct Printed {
  std::string symbols, counts;
  size_t size;
};

Printed Print(const Counts& counts) {
  const std::map<uint16_t, uint32_t> lengths = LengthsOf(Kept(counts));
  std::vector<std::pair<uint32_t, uint16_t>> order;
  std::array<uint32_t, kMaxCodeBits> of_length = {};
  for (const auto& [symbol, length] : lengths) {
    order.emplace_back(length, symbol);
    ++of_length[length - 1];
  }
  std::sort(order.begin(), order.end());
  Printed printed;
  printed.size = order.size();
  for (const auto& [length, symbol] : order) printed.symbols += std::to_string(symbol) + ", ";
  for (const uint32_t count : of_length) printed.counts += std::to_string(count) + ", ";
  for (std::string* list : {&printed.symbols, &printed.counts}) list->resize(list->size() - 2);
  return printed;
}

void PrintCode(const char* name, const Counts& counts) {
  const Printed code = Print(counts);
  std::printf("inline constexpr PrefixCode<%zu> %s = {{%s}, {%s}};\n", code.size, name, code.symbols.c_str(),
              code.counts.c_str());
}

// The bits of `counts` in an ideal code for `model`.
double Cost(const Counts& counts, const Counts& model) {
  const double total = static_cast<double>(Total(model) + 256);
  double bits = 0;
  for (const auto& [symbol, count] : counts) {
    const auto found = model.find(symbol);
    const double share = (found == model.end() ? 1.0 : static_cast<double>(found->second) + 1.0) / total;
    bits -= static_cast<double>(count) * std::log2(share);
  }
  return bits;
}

// Sorts the relations into classes: the commonest ones first have one each, then each goes where it costs least.
std::array<uint32_t, kRelCount> ClassesOf(const std::array<Counts, kRelCount>& heads, std::vector<Counts>* models) {
  std::vector<uint32_t> order(kRelCount);
  for (uint32_t i = 0; i < kRelCount; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return Total(heads[a]) > Total(heads[b]); });
  models->clear();
  for (size_t i = 0; i < kClasses; ++i) models->push_back(heads[order[i]]);
  std::array<uint32_t, kRelCount> classes = {};
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Counts> next(kClasses);
    for (uint32_t rel = 0; rel < kRelCount; ++rel) {
      double least = Cost(heads[rel], (*models)[classes[rel]]);
      for (uint32_t c = 0; c < kClasses; ++c) {
        const double cost = Cost(heads[rel], (*models)[c]);
        if (cost < least) least = cost, classes[rel] = c;
      }
      for (const auto& [symbol, count] : heads[rel]) next[classes[rel]][symbol] += count;
    }
    *models = std::move(next);
  }
  return classes;
}

void PrintHeads(const std::array<Counts, kRelCount>& heads) {
  std::vector<Counts> models;
  const std::array<uint32_t, kRelCount> classes = ClassesOf(heads, &models);
  std::string list;
  for (const uint32_t of : classes) list += std::to_string(of) + ", ";
  list.resize(list.size() - 2);
  std::vector<Printed> codes;
  size_t most = 0;
  for (const Counts& model : models) {
    codes.push_back(Print(model));
    most = std::max(most, codes.back().size);
  }
  std::printf("inline constexpr uint32_t kHeadClassCount = %zu;\n", kClasses);
  std::printf("inline constexpr uint8_t kHeadClasses[kRelCount] = {%s};\n", list.c_str());
  std::printf("inline constexpr PrefixCode<%zu> kHeadSteps[kHeadClassCount] = {\n", most);
  for (const Printed& code : codes) std::printf("{{%s}, {%s}},\n", code.symbols.c_str(), code.counts.c_str());
  std::printf("};\n");
}

int Run(const char* path) {
  const IndexFile index(path);
  Learned learned;
  for (uint32_t article = 0; article < index.opened().size(); ++article) {
    Part part;
    if (!OpenPart(index.opened(), article, &part)) continue;
    for (uint32_t s = 0; s < part.sentences.size(); ++s) CountSentence(part, s, &learned);
  }
  learned.kinds[kOddToken] += 1;
  std::printf(
      "// The codes of tokens and candidates (sentence_codes.h). Made by tools/train/codes/codes_main, which says "
      "how.\n\n"
      "#ifndef PITH_ENGINE_INDEX_CODE_TABLES_H_\n#define PITH_ENGINE_INDEX_CODE_TABLES_H_\n\n#include <cstdint>\n\n"
      "#include \"engine/format/kinds.h\"\n#include \"engine/format/prefix_code.h\"\n\nnamespace pith {\n\n");
  PrintCode("kTokenKinds", learned.kinds);
  PrintHeads(learned.heads);
  PrintCode("kCandidateSteps", learned.steps);
  PrintCode("kCandidateSpans", learned.spans);
  PrintCode("kCandidateLabels", learned.labels);
  std::printf("\n}  // namespace pith\n\n#endif  // PITH_ENGINE_INDEX_CODE_TABLES_H_\n");
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: codes_main INDEX > engine/index/code_tables.h\n");
    return 2;
  }
  return pith::train::Run(argv[1]);
}
