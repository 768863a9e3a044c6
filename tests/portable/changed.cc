// changed INDEX COUNT: what the engine says of COUNT files made of an index by random changes, with right checksums.
// Built for this machine and for others, whose outputs are compared: damage too means the same everywhere.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>

#include "tests/support/call_everything.h"
#include "tests/support/taken_apart.h"

namespace pith::testing {
namespace {

uint32_t Below(std::mt19937* random, uint32_t n) { return static_cast<uint32_t>((*random)()) % n; }

// One change of a packed table: a number, a whole field, two records or the table's size.
void Change(std::mt19937* random, TakenTable* table) {
  const auto below = [random](uint32_t n) { return Below(random, n); };
  if (table->fields == 0 || table->size() == 0) return;
  const uint32_t a = below(table->size()), b = below(table->size()), field = below(table->fields);
  const uint64_t values[] = {0, 1, 0xFF, 0xFFFF, 0xFFFFFFFF, ~uint64_t{0}, table->size(), (*random)()};
  switch (below(6)) {
    case 0:
      table->at(a, field) = values[below(8)];
      break;
    case 1:
      table->at(a, field) += below(2) == 0 ? 1 : ~uint64_t{0};
      break;
    case 2:
      std::swap(table->at(a, field), table->at(b, field));
      break;
    case 3:
      for (uint32_t f = 0; f < table->fields; ++f) table->at(a, f) = table->at(b, f);
      break;
    case 4:
      table->Fill(field, values[below(8)]);
      break;
    default:
      table->Resize(below(2 * table->size()));
  }
}

// The statuses of everything that is called, and a sum over the bytes that come back.
void Print(uint32_t number, const std::string& file) {
  static const char kQuestion[] = "Did the president resign, and how many people were killed?";
  pith_index index;
  const pith_status opened = pith_open(file.data(), file.size(), nullptr, 0, &index);
  std::printf("%u: %d", number, opened);
  if (opened == PITH_OK) {
    const auto caller = std::make_unique<EverythingCaller>(index, 12);
    caller->Ask(kQuestion, std::strlen(kQuestion));
    caller->Search(kQuestion, std::strlen(kQuestion));
    caller->Summarize(kQuestion, std::strlen(kQuestion));
    caller->Lookup("police", 6, "", 0);
    caller->Walk();
    const pith_status failed = caller->failed();
    caller->Verify();
    std::printf(" %d %d %016llx %s", failed, caller->failed(), static_cast<unsigned long long>(caller->sum()),
                caller->broken() == nullptr ? "kept" : caller->broken());
  }
  std::printf("\n");
}

}  // namespace
}  // namespace pith::testing

int main(int argc, char** argv) {
  using namespace pith::testing;
  if (argc != 3) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string file(std::istreambuf_iterator<char>(in), {});
  if (file.empty()) return 2;
  const TakenIndex good = TakenIndex::From(file);
  std::mt19937 random(1);
  for (uint32_t i = 0; i < static_cast<uint32_t>(std::atoi(argv[2])); ++i) {
    TakenIndex changed = good;
    for (uint32_t n = Below(&random, 6); n > 0; --n) {
      Change(&random, &changed.parts[0].tables[Below(&random, pith::kPartTables)]);
    }
    Print(i, changed.Put());
  }
}
