// stack INDEX QUESTIONS: the most stack that each call takes, measured on a stack painted with a pattern. More than
// PITH_STACK_BYTES is an error, and so is a call that fails, for it shows less than it would take.

#include <ucontext.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "pith/pith.h"

namespace {

constexpr uint8_t kPaint = 0xA5;
alignas(16) uint8_t painted[1 << 18];
ucontext_t caller, callee;
std::function<pith_status()> call;
pith_status status;

void Enter() { status = call(); }

// The bytes of stack that `f` takes, with what entering it takes.
size_t StackOf(std::function<pith_status()> f) {
  call = std::move(f);
  for (uint8_t& byte : painted) byte = kPaint;
  getcontext(&callee);
  callee.uc_stack.ss_sp = painted;
  callee.uc_stack.ss_size = sizeof painted;
  callee.uc_link = &caller;
  makecontext(&callee, &Enter, 0);
  swapcontext(&caller, &callee);
  size_t untouched = 0;
  while (untouched < sizeof painted && painted[untouched] == kPaint) ++untouched;
  return sizeof painted - untouched;
}

std::string ReadWhole(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string file = ReadWhole(argv[1]);
  std::ifstream lines(argv[2]);
  std::vector<std::string> questions;
  for (std::string line; std::getline(lines, line);) questions.push_back(line);
  questions.push_back(std::string(PITH_MAX_QUESTION_BYTES, 'x'));
  alignas(8) static uint8_t work[PITH_WORK_BYTES];
  static pith_answer answers[PITH_MAX_RESULTS];
  static pith_hit hits[PITH_MAX_RESULTS];
  static pith_sentence sentences[PITH_MAX_RESULTS];
  static pith_fact facts[PITH_MAX_RESULTS];
  static pith_range ranges[PITH_MAX_RESULTS];
  static pith_place place;
  static pith_entity entity;
  static pith_index index;
  uint32_t count = 0;
  int32_t more = 0;

  std::map<std::string, size_t> most;  // bytes of stack by call
  const size_t entering = StackOf([] { return PITH_OK; });
  bool ok = true;
  const auto measure = [&](const char* call, std::function<pith_status()> f) {
    size_t& bytes = most[call];
    bytes = std::max(bytes, StackOf(std::move(f)) - entering);
    if (status == PITH_OK || status == PITH_QUESTION_EMPTY || status == PITH_QUESTION_TOO_LONG) return;
    std::fprintf(stderr, "%s: %s\n", call, pith_status_text(status));
    ok = false;
  };
  for (const std::string& q : questions) {
    const pith_text text = {q.data(), static_cast<uint32_t>(q.size())};
    measure("pith_open", [&] { return pith_open(file.data(), file.size(), nullptr, 0, &index); });
    measure("pith_verify", [&] { return pith_verify(&index, nullptr); });
    measure("pith_ask", [&] {
      return pith_ask(&index, PITH_ALL_ARTICLES, q.data(), q.size(), 0, work, sizeof work, answers, PITH_MAX_RESULTS,
                      &count);
    });
    measure("pith_ask_begin",
            [&] { return pith_ask_begin(&index, PITH_ALL_ARTICLES, q.data(), q.size(), work, sizeof work); });
    measure("pith_ask_step", [&] {
      pith_status step = PITH_OK;
      for (more = 1; more != 0 && step == PITH_OK;) step = pith_ask_step(&index, work, sizeof work, &more);
      return step;
    });
    measure("pith_ask_end",
            [&] { return pith_ask_end(&index, 0, work, sizeof work, answers, PITH_MAX_RESULTS, &count); });
    measure("pith_search", [&] {
      return pith_search(&index, PITH_ALL_ARTICLES, q.data(), q.size(), work, sizeof work, 70, hits, PITH_MAX_RESULTS,
                         &count);
    });
    measure("pith_summarize", [&] {
      return pith_summarize(&index, 0, {9, 0, PITH_BY_RANK}, q.data(), q.size(), work, sizeof work, sentences,
                            PITH_MAX_RESULTS, &count);
    });
    measure("pith_lookup", [&] {
      return pith_lookup(&index, 0, {text, {}, text}, 0, facts, PITH_MAX_RESULTS, &count);
    });
    measure("pith_key_facts", [&] { return pith_key_facts(&index, 0, 70, facts, PITH_MAX_RESULTS, &count); });
    measure("pith_get_fact", [&] { return pith_get_fact(&index, 0, 0, facts); });
    measure("pith_entity_facts",
            [&] { return pith_entity_facts(&index, &entity, 0, facts, PITH_MAX_RESULTS, &count); });
    measure("pith_highlight", [&] {
      return pith_highlight(&index, 0, 1, q.data(), q.size(), work, sizeof work, 0, ranges, PITH_MAX_RESULTS, &count);
    });
    measure("pith_get_place", [&] { return pith_get_place(&index, 0, 1, &place); });
  }
  size_t worst = 0;
  for (const auto& [call, bytes] : most) {
    std::printf("%-17s %6zu bytes\n", call.c_str(), bytes);
    worst = std::max(worst, bytes);
  }
  return ok && worst <= PITH_STACK_BYTES ? 0 : 1;
}
