// Many threads ask one index at once, each in an order of its own: the answers are those that one thread gets alone,
// and no call leaves memory behind.
//
//   load INDEX THREADS CALLS        CALLS of each thread; prints calls a second with one thread and with all
//   load INDEX lookups COUNT        look-ups by one thread

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "pith/pith.hpp"

namespace pith {
namespace {

constexpr const char* kTexts[] = {"Who resigned?",           "How many businesses were damaged?",
                                  "What did the mayor say?", "Did police open fire?",
                                  "the govermnent",          "When did the protests begin?"};
constexpr size_t kTextCount = sizeof kTexts / sizeof kTexts[0];
constexpr uint32_t kMost = 4;  // results of a call
enum Call : uint32_t { kAsk, kSearch, kSummarize, kLookup, kKeyFacts, kCalls };

// FNV-1a over what calls give.
class Digest {
 public:
  void Add(std::string_view bytes) {
    for (const char c : bytes) Add(static_cast<uint8_t>(c));
  }
  void Add(uint64_t number) { value_ = (value_ ^ number) * 0x100000001B3u; }
  void Add(const pith_sentence& s) { Add(View(s.text)), Add(uint64_t{s.article} << 32 | s.number); }
  void Add(const pith_fact& f) { Add(View(f.subject)), Add(View(f.relation)), Add(View(f.object)), Add(f.confidence); }
  void Add(const pith_hit& h) { Add(h.sentence), Add(h.score); }
  void Add(const pith_answer& a) { Add(View(a.text)), Add(View(a.evidence)), Add(a.confidence), Add(a.polarity); }
  template <typename T>
  void Add(const Found& found, const T (&results)[kMost]) {
    Add(static_cast<uint64_t>(found.status)), Add(found.count);
    for (const T& result : found.Of(results)) Add(result);
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325;
};

// One call of kind `call` about text `t`.
uint64_t Make(const Index& index, uint32_t call, const char* text, WorkSpace& work) {
  Digest digest;
  pith_answer answers[kMost];
  pith_hit hits[kMost];
  pith_sentence sentences[kMost];
  pith_fact facts[kMost];
  switch (call) {
    case kAsk:
      digest.Add(index.Ask(text, work, answers), answers);
      break;
    case kSearch:
      digest.Add(index.Search(text, work, hits), hits);
      break;
    case kSummarize:
      digest.Add(index.Summarize(0, {kMost, 0, PITH_BY_RANK}, sentences, text, work), sentences);
      break;
    case kLookup:
      digest.Add(index.Lookup({"police"}, facts), facts);
      break;
    default:
      digest.Add(index.KeyFacts(0, facts), facts);
  }
  return digest.value();
}

struct Alone {
  uint64_t digests[kCalls][kTextCount];
};

// Makes `calls` calls in the order of `seed`; how many gave something else than alone. One in sixteen asks, for that
// takes a hundred times as long as the others.
uint64_t Wrong(const Index& index, const Alone& alone, uint64_t calls, uint32_t seed) {
  const auto work = std::make_unique<WorkSpace>();
  std::minstd_rand random(seed);
  uint64_t wrong = 0;
  for (uint64_t i = 0; i < calls; ++i) {
    const uint32_t call = random() / 7 % 16 == 0 ? uint32_t{kAsk} : 1 + random() / 7 % (kCalls - 1);
    const size_t text = random() / 7 % kTextCount;
    if (Make(index, call, kTexts[text], *work) != alone.digests[call][text]) ++wrong;
  }
  return wrong;
}

double SecondsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

long PeakKilobytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int Threads(const Index& index, uint32_t threads, uint64_t calls) {
  Alone alone;
  const auto work = std::make_unique<WorkSpace>();
  for (uint32_t call = 0; call < kCalls; ++call) {
    for (size_t text = 0; text < kTextCount; ++text) {
      alone.digests[call][text] = Make(index, call, kTexts[text], *work);
    }
  }
  auto begin = std::chrono::steady_clock::now();
  uint64_t wrong = Wrong(index, alone, calls, 1);
  const double one = static_cast<double>(calls) / SecondsSince(begin);
  std::vector<uint64_t> of_each(threads, 0);
  std::vector<std::thread> running;
  begin = std::chrono::steady_clock::now();
  for (uint32_t t = 0; t < threads; ++t) {
    running.emplace_back([&, t] { of_each[t] = Wrong(index, alone, calls, t + 2); });
  }
  for (std::thread& thread : running) thread.join();
  const double all = static_cast<double>(calls) * threads / SecondsSince(begin);
  for (const uint64_t of_one : of_each) wrong += of_one;
  std::printf("%u threads, %llu calls each: %.0f calls a second, %.0f with one thread; %llu other answers than alone\n",
              threads, static_cast<unsigned long long>(calls), all, one, static_cast<unsigned long long>(wrong));
  return wrong == 0 ? 0 : 1;
}

// The peak of memory after a hundredth of them is the peak after all.
int Lookups(const Index& index, uint64_t count) {
  const char* const subjects[] = {"police", "the president", "protesters", "Russia", "nobody"};
  uint64_t found = 0;
  long before = 0;
  for (uint64_t i = 0; i < count; ++i) {
    if (i == count / 100) before = PeakKilobytes();
    pith_fact facts[kMost];
    found += index.Lookup({subjects[i % 5]}, facts).count;
  }
  const long after = PeakKilobytes();
  std::printf("%llu look-ups: %llu facts, %ld KiB at most, %ld KiB more than after a hundredth of them\n",
              static_cast<unsigned long long>(count), static_cast<unsigned long long>(found), after, after - before);
  return after == before && found != 0 ? 0 : 1;
}

}  // namespace
}  // namespace pith

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::vector<uint8_t> file(std::istreambuf_iterator<char>(in), {});
  pith::Index index;
  if (index.Open(file) != PITH_OK) return 2;
  const uint64_t count = std::strtoull(argv[3], nullptr, 10);
  if (std::string(argv[2]) == "lookups") return pith::Lookups(index, count);
  return pith::Threads(index, static_cast<uint32_t>(std::strtoul(argv[2], nullptr, 10)), count);
}
