// heap INDEX QUESTIONS: counts what the engine asks of the heap from opening through ten thousand mixed calls. More
// than nothing is an error.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pith/pith.h"

namespace {

bool counting = false;
uint64_t calls = 0;

}  // namespace

// What glibc's own malloc and its like are called; operator new comes through here too.
extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void __libc_free(void* old);

void* malloc(size_t size) {
  calls += counting;
  return __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  calls += counting;
  return __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  calls += counting;
  return __libc_realloc(old, size);
}
void free(void* old) {
  calls += counting;
  __libc_free(old);
}
}

namespace {

std::string ReadWhole(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// One of each call for a question; returns how many they were, 0 where one failed.
uint32_t Round(const pith_index& index, const std::string& question, void* work) {
  static pith_answer answers[8];
  static pith_hit hits[8];
  static pith_sentence sentences[8];
  static pith_fact facts[8];
  uint32_t count = 0;
  pith_range ranges[8];
  pith_place place;
  pith_article article;
  pith_entity entity;
  pith_event event;
  const auto fine = [](pith_status status) { return status == PITH_OK || status == PITH_QUESTION_EMPTY; };
  const bool ok =
      fine(pith_ask(&index, PITH_ALL_ARTICLES, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, work,
                    PITH_WORK_BYTES, answers, 8, &count)) &&
      fine(pith_search(&index, 0, question.data(), question.size(), work, PITH_WORK_BYTES, 0, hits, 8, &count)) &&
      fine(pith_highlight(&index, 0, 1, question.data(), question.size(), work, PITH_WORK_BYTES, 0, ranges, 8,
                          &count)) &&
      fine(pith_get_place(&index, 0, 1, &place)) &&
      fine(pith_summarize(&index, 0, {3, 0, PITH_BY_RANK}, nullptr, 0, nullptr, 0, sentences, 8, &count)) &&
      fine(pith_summarize(&index, 0, {0, 600, PITH_BY_RANK}, question.data(), question.size(), work, PITH_WORK_BYTES,
                          sentences, 8, &count)) &&
      fine(pith_get_article(&index, 0, &article)) && fine(pith_get_fact(&index, 0, 0, &facts[0])) &&
      fine(pith_lookup(&index, 0, {facts[0].subject, {}, {}}, 0, facts, 8, &count)) &&
      fine(pith_get_entity(&index, 0, 0, &entity)) && fine(pith_entity_facts(&index, &entity, 0, facts, 8, &count)) &&
      fine(pith_get_event(&index, 0, 0, &event)) && fine(pith_verify(&index, nullptr));
  return ok ? 12 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string file = ReadWhole(argv[1]);
  std::ifstream lines(argv[2]);
  std::vector<std::string> questions;
  for (std::string line; std::getline(lines, line);) questions.push_back(line);
  static uint64_t work[PITH_WORK_BYTES / sizeof(uint64_t)];

  counting = true;
  pith_index index;
  bool ok = !questions.empty() && pith_open(file.data(), file.size(), nullptr, 0, &index) == PITH_OK;
  uint32_t made = 0;
  for (size_t i = 0; ok && made < 10000; ++i) {
    const uint32_t n = Round(index, questions[i % questions.size()], work);
    ok = n > 0;
    made += n;
  }
  counting = false;

  // The hook itself must work, or the count would mean nothing.
  const uint64_t engine_calls = calls;
  counting = true;
  questions.push_back(std::string(1000, 'x'));
  counting = false;
  if (calls == engine_calls) ok = false;
  std::printf("%u calls, %llu of the heap\n", made, static_cast<unsigned long long>(engine_calls));
  return ok && engine_calls == 0 ? 0 : 1;
}
