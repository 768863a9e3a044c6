// Measures the finding and working out of times on MEANTIME (TIMEX3, *.xml in its corpus folders) and WikiWars (TIMEX2,
// *.key.xml):
//   times_eval [--verbose] LANGUAGE FILE.xml...
// Prints, for each corpus, precision, recall and F1 of spans (relaxed: they overlap; strict: they are equal) and the
// share of the overlapping ones whose value is right. Expressions without a value of their own ("now", "recently",
// "PXD") count neither way; `all` says what recall is with them.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "engine/language/language.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/text/sentences.h"
#include "tools/compiler/text/words.h"
#include "tools/compiler/times/times.h"

namespace {

using pith::compiler::Sentence;

struct Time {
  uint32_t begin = 0, end = 0;
  std::string value;
  bool vague = false;
};

struct Document {
  std::string text, date;
  std::vector<Sentence> sentences;  // empty: to be split
  std::vector<Time> gold;
  uint32_t annotated_end = 0;
};

struct Score {
  uint32_t gold = 0, found = 0, relaxed = 0, strict = 0, values = 0, all = 0, all_found = 0;
};

std::string Attribute(absl::string_view tag, absl::string_view name) {
  const std::string key = absl::StrCat(" ", name, "=\"");
  const size_t at = tag.find(key);
  if (at == absl::string_view::npos) return "";
  const absl::string_view rest = tag.substr(at + key.size());
  return std::string(rest.substr(0, rest.find('"')));
}

std::string Unescape(absl::string_view s) {
  return absl::StrReplaceAll(s, {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}});
}

bool IsVague(absl::string_view value) {
  return value.empty() || absl::StrContains(value, "REF") || absl::StartsWith(value, "XXXX") ||
         (value[0] == 'P' && absl::StrContains(value, "X"));
}

// A TIMEX value as this project writes it: without parts of the day; weeks, quarters and seasons as in EDTF.
std::string Normal(std::string value) {
  const size_t part = value.find('T');
  if (part != std::string::npos && part > 3 && part + 1 < value.size() &&
      absl::ascii_isalpha(static_cast<unsigned char>(value[part + 1]))) {
    value.resize(part);
  }
  if (value == "P1C") return "P100Y";
  if (absl::StartsWith(value, "P") && absl::EndsWith(value, "DE")) {
    int n = 0;
    if (absl::SimpleAtoi(value.substr(1, value.size() - 3), &n)) return absl::StrCat("P", n, "0Y");
  }
  if (absl::StartsWith(value, "BC") && value.size() == 6) {
    int year = 0;
    if (absl::SimpleAtoi(value.substr(2), &year)) {
      return pith::compiler::Iso({absl::CivilDay(1 - year), pith::compiler::Precision::kYear});
    }
  }
  if (value.size() == 2 && value != "PX") return value + "XX";
  if (value.size() == 3 && value[0] != 'P') return value + "X";
  if (value.size() >= 7 && value[4] == '-') {
    int year = 0, n = 0;
    const std::string rest = value.substr(5);
    if (!absl::SimpleAtoi(value.substr(0, 4), &year)) return value;
    const std::map<std::string, int> seasons = {{"SP", 21}, {"SU", 22}, {"FA", 23}, {"WI", 24}};
    const auto season = seasons.find(rest);
    if (season != seasons.end()) return absl::StrCat(value.substr(0, 5), season->second);
    using pith::compiler::Precision;
    if (rest[0] == 'Q' && absl::SimpleAtoi(rest.substr(1), &n)) {
      return pith::compiler::Iso({absl::CivilDay(year, 3 * n - 2), Precision::kQuarter});
    }
    if (rest[0] == 'W' && absl::SimpleAtoi(rest.substr(1, 2), &n)) {
      pith::compiler::Moment week = pith::compiler::Floor(absl::CivilDay(year, 1, 4) + 7 * (n - 1), Precision::kWeek);
      if (absl::EndsWith(rest, "WE")) return pith::compiler::Iso({week.day + 5, Precision::kWeekend});
      return pith::compiler::Iso(week);
    }
  }
  return value;
}

// The same length of time may be written several ways, and where the corpora give the two ends of an interval on their
// own ("from 1939 to 1945"), this project gives the interval.
bool SameValue(const std::string& gold, std::string found) {
  if (gold == found) return true;
  const size_t slash = found.find('/');
  if (slash != std::string::npos && (gold == found.substr(0, slash) || gold == found.substr(slash + 1))) return true;
  if (!absl::StrContains(gold, "T") && found[0] != 'P' && absl::StrContains(found, "T")) {
    return gold == found.substr(0, found.find('T'));
  }
  if (gold.size() > 16 && absl::StrContains(gold, "T")) return absl::StartsWith(gold, found);
  const std::map<std::string, std::string> same = {
      {"P30M", "P2.5Y"}, {"P6M", "P0.5Y"}, {"P18M", "P1.5Y"}, {"P2W", "P14D"}};
  const auto it = same.find(found);
  return it != same.end() && it->second == gold;
}

Document ReadMeantime(absl::string_view xml) {
  Document document;
  std::map<std::string, std::pair<uint32_t, uint32_t>> tokens;
  std::string last_sentence;
  for (size_t at = xml.find("<token "); at != absl::string_view::npos; at = xml.find("<token ", at + 1)) {
    const absl::string_view tag = xml.substr(at, xml.find('>', at) - at);
    const size_t begin = at + tag.size() + 1;
    const std::string word = Unescape(xml.substr(begin, xml.find('<', begin) - begin));
    const std::string sentence = Attribute(tag, "sentence");
    if (sentence != last_sentence || document.sentences.empty()) {
      document.sentences.emplace_back();
      document.sentences.back().begin = static_cast<uint32_t>(document.text.size());
      last_sentence = sentence;
    }
    const uint32_t start = static_cast<uint32_t>(document.text.size());
    document.text += word;
    document.sentences.back().end = static_cast<uint32_t>(document.text.size());
    tokens[Attribute(tag, "t_id")] = {start, static_cast<uint32_t>(document.text.size())};
    document.text += ' ';
    int number = 0;
    if (absl::SimpleAtoi(sentence, &number) && number <= 5)
      document.annotated_end = static_cast<uint32_t>(document.text.size());
  }
  for (size_t at = xml.find("<TIMEX3 "); at != absl::string_view::npos; at = xml.find("<TIMEX3 ", at + 1)) {
    const absl::string_view element = xml.substr(at, xml.find("</TIMEX3>", at) - at);
    const absl::string_view tag = element.substr(0, element.find('>'));
    Time time;
    time.value = Attribute(tag, "value");
    if (Attribute(tag, "functionInDocument") == "CREATION_TIME") {
      document.date = time.value.substr(0, 10);
    }
    time.vague = IsVague(time.value) || Attribute(tag, "type") == "SET";
    time.begin = UINT32_MAX;
    for (size_t anchor = element.find("t_id=\""); anchor != absl::string_view::npos;
         anchor = element.find("t_id=\"", anchor + 1)) {
      const absl::string_view id = element.substr(anchor + 6);
      const auto it = tokens.find(std::string(id.substr(0, id.find('"'))));
      if (it == tokens.end()) continue;
      time.begin = std::min(time.begin, it->second.first);
      time.end = std::max(time.end, it->second.second);
    }
    if (time.end != 0) document.gold.push_back(time);
  }
  return document;
}

Document ReadWikiWars(absl::string_view xml) {
  Document document;
  const size_t date = xml.find("<TIMEX2 val=\"");
  document.date = std::string(xml.substr(date + 13, 10));
  absl::string_view body = xml.substr(xml.find("<TEXT>") + 6);
  body = body.substr(0, body.find("</TEXT>"));
  std::vector<size_t> open;
  while (!body.empty()) {
    const size_t tag = body.find('<');
    document.text += Unescape(body.substr(0, tag));
    if (tag == absl::string_view::npos) break;
    const size_t end = body.find('>', tag);
    const absl::string_view name = body.substr(tag, end - tag);
    if (absl::StartsWith(name, "<TIMEX2")) {
      Time time;
      time.value = Attribute(name, "val");
      time.vague = IsVague(time.value) || !Attribute(name, "set").empty();
      time.begin = static_cast<uint32_t>(document.text.size());
      open.push_back(document.gold.size());
      document.gold.push_back(time);
    } else if (absl::StartsWith(name, "</TIMEX2") && !open.empty()) {
      document.gold[open.back()].end = static_cast<uint32_t>(document.text.size());
      open.pop_back();
    }
    body.remove_prefix(end + 1);
  }
  document.annotated_end = static_cast<uint32_t>(document.text.size());
  return document;
}

void Measure(const pith::Language& language, Document document, bool verbose, Score* score) {
  if (document.sentences.empty()) document.sentences = pith::compiler::SplitSentences(document.text);
  pith::compiler::SplitWords(language, document.text, &document.sentences);
  pith::compiler::DateContext context(document.date);
  std::vector<Time> found;
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    for (const pith::compiler::Value& value :
         pith::compiler::FindTimes(document.text, static_cast<uint32_t>(i), sentence, &context)) {
      Time time{sentence.tokens[value.span.first].begin, sentence.tokens[value.span.last - 1].end, value.iso, false};
      if (time.begin < document.annotated_end) found.push_back(time);
    }
  }
  std::sort(document.gold.begin(), document.gold.end(),
            [](const Time& a, const Time& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  const auto shown = [&](const Time& t) { return document.text.substr(t.begin, t.end - t.begin); };
  std::vector<bool> used(found.size());
  // The largest gold expression first in its place: nested ones are part of it.
  uint32_t covered = 0;
  for (const Time& gold : document.gold) {
    if (gold.begin < covered) continue;
    covered = gold.end;
    ++score->all;
    size_t best = found.size();
    bool strict = false;
    for (size_t i = 0; i < found.size(); ++i) {
      if (found[i].begin >= gold.end || gold.begin >= found[i].end) continue;
      used[i] = true;
      const bool same = SameValue(Normal(gold.value), found[i].value);
      if (best == found.size() || same) best = i;
      strict = strict || (found[i].begin == gold.begin && found[i].end == gold.end);
    }
    score->all_found += best != found.size();
    if (gold.vague) continue;
    ++score->gold;
    if (best == found.size()) {
      if (verbose) std::printf("- %s  %s\n", shown(gold).c_str(), gold.value.c_str());
      continue;
    }
    ++score->found;
    ++score->relaxed;
    score->strict += strict;
    const bool same = SameValue(Normal(gold.value), found[best].value);
    score->values += same;
    if (verbose && !same) {
      std::printf("# %s  %s  [%s %s] date %s\n", shown(gold).c_str(), gold.value.c_str(), shown(found[best]).c_str(),
                  found[best].value.c_str(), document.date.c_str());
    } else if (verbose && !strict) {
      std::printf("~ %s  [%s]\n", shown(gold).c_str(), shown(found[best]).c_str());
    }
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (used[i]) continue;
    ++score->found;
    if (verbose) {
      const uint32_t from = found[i].begin < 30 ? 0 : found[i].begin - 30;
      std::printf("+ %s  %s  in: ...%s\n", shown(found[i]).c_str(), found[i].value.c_str(),
                  absl::StrReplaceAll(document.text.substr(from, found[i].end - from + 20), {{"\n", " "}}).c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool verbose = false;
  int first = 1;
  if (argc > 1 && absl::string_view(argv[1]) == "--verbose") {
    verbose = true;
    first = 2;
  }
  if (argc <= first + 1) {
    std::fprintf(stderr, "usage: times_eval [--verbose] LANGUAGE FILE.xml...\n");
    return 2;
  }
  const auto read = [](const char* path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  };
  const std::string block = read(argv[first]);
  pith::Language language;
  const pith::Bytes bytes = pith::compiler::AsBytes(block);
  if (pith::Language::Open(bytes, &language) != PITH_OK) {
    std::fprintf(stderr, "%s: not a language block\n", argv[first]);
    return 1;
  }
  std::map<std::string, Score> scores;
  for (int i = first + 1; i < argc; ++i) {
    const std::string xml = read(argv[i]);
    const bool meantime = absl::StrContains(xml, "<token ");
    Measure(language, meantime ? ReadMeantime(xml) : ReadWikiWars(xml), verbose,
            &scores[meantime ? "MEANTIME" : "WikiWars"]);
  }
  for (const auto& [name, s] : scores) {
    const auto share = [](uint32_t a, uint32_t b) { return b == 0 ? 0.0 : 100.0 * a / b; };
    const auto f1 = [&](uint32_t right) { return share(2 * right, s.gold + s.found); };
    std::printf("%-9s %5u times  relaxed P %.1f R %.1f F1 %.1f  strict F1 %.1f  values %.1f  (all: %u, recall %.1f)\n",
                name.c_str(), s.gold, share(s.relaxed, s.found), share(s.relaxed, s.gold), f1(s.relaxed), f1(s.strict),
                share(s.values, s.relaxed), s.all, share(s.all_found, s.all));
  }
  return 0;
}
