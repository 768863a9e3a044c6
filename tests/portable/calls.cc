// calls INDEX QUESTIONS: makes each call of the engine once for each question, with the loops that every processor can
// run, for bench/budget.py to count instructions.

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/index/index.h"
#include "engine/network/network.h"
#include "pith/pith.h"

namespace {

constexpr uint32_t kMost = 4;  // results of a call
alignas(8) uint8_t work[PITH_WORK_BYTES];

// Opens the index as on a processor without wide loops.
pith_status OpenPortable(const std::string& file, pith_index* index) {
  const pith_status status = pith_open(file.data(), file.size(), nullptr, 0, index);
  if (status != PITH_OK) return status;
  pith::OpenedIndex opened = *pith::OpenedIn(index);
  opened.kernel = static_cast<uint8_t>(pith::Kernel::kPortable);
  pith::PlaceIn(opened, index);
  return PITH_OK;
}

// The first status of a call that failed.
pith_status CallAll(const pith_index& index, const std::string& q) {
  pith_answer answers[kMost];
  pith_hit hits[kMost];
  pith_sentence sentences[kMost];
  pith_fact facts[kMost];
  uint32_t count = 0;
  const pith_text text = {q.data(), static_cast<uint32_t>(q.size())};
  const pith_status statuses[] = {
      pith_ask(&index, PITH_ALL_ARTICLES, q.data(), q.size(), 0, work, sizeof work, answers, kMost, &count),
      pith_search(&index, PITH_ALL_ARTICLES, q.data(), q.size(), work, sizeof work, 0, hits, kMost, &count),
      pith_summarize(&index, 0, {kMost, 0, PITH_BY_RANK}, q.data(), q.size(), work, sizeof work, sentences, kMost,
                     &count),
      pith_lookup(&index, 0, {text, {}, {}}, 0, facts, kMost, &count),
      pith_key_facts(&index, 0, 0, facts, kMost, &count),
  };
  for (const pith_status status : statuses) {
    if (status != PITH_OK) return status;
  }
  return PITH_OK;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream in(argv[1], std::ios::binary), lines(argv[2]);
  const std::string file(std::istreambuf_iterator<char>(in), {});
  pith_index index;
  if (OpenPortable(file, &index) != PITH_OK || pith_verify(&index, nullptr) != PITH_OK) return 1;
  int asked = 0;
  for (std::string question; std::getline(lines, question); ++asked) {
    if (CallAll(index, question) != PITH_OK) return 1;
  }
  return asked > 0 ? 0 : 1;
}
