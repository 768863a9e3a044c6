// How well and how fast pith_search finds in an index of many articles.
//
//   library_search INDEX QUESTIONS      QUESTIONS: the id of the article that answers, a tab, and the question, a line
//   each
//
// Prints for how many the first hit, and one of the first ten, lies in that article, and how long a search takes: the
// quickest of three, by percentile.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pith/pith.hpp"

namespace {

constexpr size_t kTop = 10;

std::string Contents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

double Microseconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string file = Contents(arguments[1]);
  pith::Index index;
  if (index.Open({reinterpret_cast<const uint8_t*>(file.data()), file.size()}) != PITH_OK) {
    std::fprintf(stderr, "%s: not an index\n", arguments[1]);
    return 1;
  }
  static pith::WorkSpace work;
  std::vector<double> times;
  size_t first = 0, among = 0;
  std::ifstream questions(arguments[2]);
  for (std::string line; std::getline(questions, line);) {
    const size_t tab = line.find('\t');
    const auto wanted = index.FindArticle(line.substr(0, tab));
    if (!wanted.ok()) continue;
    std::string question = line.substr(tab + 1);
    std::replace(question.begin(), question.end(), '"', ' ');  // its words, and no phrases
    pith_hit hits[kTop];
    pith::Found found;
    double quickest = 1e9;
    for (int round = 0; round < 3; ++round) {
      const auto start = std::chrono::steady_clock::now();
      found = index.Search(question, work, hits);
      quickest = std::min(quickest, Microseconds(std::chrono::steady_clock::now() - start));
    }
    times.push_back(quickest);
    const auto is_wanted = [&](const pith_hit& hit) { return hit.sentence.article == *wanted; };
    first += found.count != 0 && is_wanted(hits[0]);
    among += std::any_of(hits, hits + found.count, is_wanted);
  }
  if (times.empty()) return 1;
  std::sort(times.begin(), times.end());
  const auto share = [&](size_t right) {
    return 100.0 * static_cast<double>(right) / static_cast<double>(times.size());
  };
  std::printf("%zu questions: first hit %.1f %%, among the first ten %.1f %%; p50 %.0f us, p99 %.0f us\n", times.size(),
              share(first), share(among), times[times.size() / 2], times[times.size() * 99 / 100]);
  return 0;
}
