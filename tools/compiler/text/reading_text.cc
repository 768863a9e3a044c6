#include "tools/compiler/text/reading_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostEntityBytes = 10;  // "&hellip;", "&#x1F600;"
constexpr size_t kMostMarks = 8;         // on one letter

struct NamedEntity {
  absl::string_view name;
  int32_t code;
};

// Those that texts are left with: XML's, and HTML's punctuation.
constexpr NamedEntity kNamedEntities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},
    {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"hellip", 0x2026}, {"bull", 0x2022},  {"pound", 0xA3},   {"euro", 0x20AC},  {"cent", 0xA2},    {"yen", 0xA5},
    {"copy", 0xA9},     {"reg", 0xAE},     {"trade", 0x2122}, {"deg", 0xB0},     {"frac12", 0xBD},  {"frac14", 0xBC},
    {"times", 0xD7},    {"middot", 0xB7},  {"sect", 0xA7},    {"laquo", 0xAB},   {"raquo", 0xBB},   {"eacute", 0xE9},
    {"egrave", 0xE8},   {"agrave", 0xE0},  {"aacute", 0xE1},  {"iacute", 0xED},  {"oacute", 0xF3},  {"uacute", 0xFA},
    {"ntilde", 0xF1},   {"ccedil", 0xE7},  {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"szlig", 0xDF},
    {"ecirc", 0xEA},    {"acirc", 0xE2},   {"ocirc", 0xF4},   {"oslash", 0xF8},  {"aring", 0xE5},   {"aelig", 0xE6}};

// The character of the entity at the beginning of `text`, and its size; 0 if there is none.
int32_t EntityAt(absl::string_view text, size_t* size) {
  if (text.empty() || text[0] != '&') return 0;
  const size_t end = text.substr(0, kMostEntityBytes).find(';');
  if (end == absl::string_view::npos || end < 2) return 0;
  absl::string_view name = text.substr(1, end - 1);
  *size = end + 1;
  if (absl::ConsumePrefix(&name, "#")) {
    uint32_t code = 0;
    const bool hex = absl::ConsumePrefix(&name, "x") || absl::ConsumePrefix(&name, "X");
    if (!(hex ? absl::SimpleHexAtoi(name, &code) : absl::SimpleAtoi(name, &code))) return 0;
    const bool written = code >= 0x20 && code < 0x110000 && utf8proc_codepoint_valid(static_cast<int32_t>(code));
    return written ? static_cast<int32_t>(code) : 0;
  }
  const auto named = std::find_if(std::begin(kNamedEntities), std::end(kNamedEntities),
                                  [name](const NamedEntity& entity) { return entity.name == name; });
  return named == std::end(kNamedEntities) ? 0 : named->code;
}

class Reader {
 public:
  Reader(absl::string_view stored, const Language& language) : stored_(stored), language_(language) {}

  ReadingText Run() {
    while (at_ < stored_.size()) {
      if (!Entity() && !SoftHyphen() && !LineEnd() && !Accents()) Copy();
    }
    out_.stored.push_back(static_cast<uint32_t>(stored_.size()));
    if (!changed_) out_.stored.clear();
    return std::move(out_);
  }

 private:
  // Puts `text` in the place of the next `size` stored bytes.
  void Put(absl::string_view text, size_t size) {
    out_.text.append(text.data(), text.size());
    out_.stored.insert(out_.stored.end(), text.size(), static_cast<uint32_t>(at_));
    at_ += size;
    changed_ = true;
  }

  void Copy() {
    out_.text += stored_[at_];
    out_.stored.push_back(static_cast<uint32_t>(at_++));
  }

  bool Entity() {
    size_t size = 0;
    const int32_t code = EntityAt(stored_.substr(at_), &size);
    if (code == 0) return false;
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t count = utf8proc_encode_char(code, bytes);
    Put({reinterpret_cast<const char*>(bytes), static_cast<size_t>(count)}, size);
    return true;
  }

  bool SoftHyphen() {
    if (!absl::StartsWith(stored_.substr(at_), "\xC2\xAD")) return false;
    Put("", 2);
    return true;
  }

  // "exam-\nple": one word, if it is known as one.
  bool LineEnd() {
    if (stored_[at_] != '-' || at_ == 0 || at_ + 2 >= stored_.size()) return false;
    const size_t next = at_ + (stored_[at_ + 1] == '\r' ? 3 : 2);
    if (stored_[next - 1] != '\n' || next >= stored_.size()) return false;
    const auto lower = [this](size_t i) { return absl::ascii_islower(static_cast<unsigned char>(stored_[i])); };
    size_t first = at_, last = next;
    while (first > 0 && lower(first - 1)) --first;
    while (last < stored_.size() && lower(last)) ++last;
    if (first == at_ || last == next) return false;
    const std::string word = absl::StrCat(stored_.substr(first, at_ - first), stored_.substr(next, last - next));
    if (!language_.IsKnown(AsBytes(word))) return false;
    Put("", next - at_);
    return true;
  }

  // A letter and the marks that stand on it.
  bool Accents() {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(stored_.data());
    const auto size = static_cast<utf8proc_ssize_t>(stored_.size());
    utf8proc_int32_t code = 0;
    auto end = static_cast<utf8proc_ssize_t>(at_);
    end += std::max<utf8proc_ssize_t>(utf8proc_iterate(bytes + end, size - end, &code), 1);
    // Marks begin with one of these bytes.
    if (end >= size || bytes[end] < 0xCC) return false;
    utf8proc_ssize_t marks = 0, last = end;
    while (last < size && static_cast<size_t>(marks) < kMostMarks) {
      const utf8proc_ssize_t step = utf8proc_iterate(bytes + last, size - last, &code);
      if (step <= 0 || utf8proc_category(code) != UTF8PROC_CATEGORY_MN) break;
      last += step;
      ++marks;
    }
    if (marks == 0) return false;
    utf8proc_uint8_t* composed = nullptr;
    const utf8proc_ssize_t count = utf8proc_map(bytes + at_, last - static_cast<utf8proc_ssize_t>(at_), &composed,
                                                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const absl::string_view letter(reinterpret_cast<const char*>(composed), count > 0 ? static_cast<size_t>(count) : 0);
    const size_t stored = static_cast<size_t>(last) - at_;
    // Marks on what no letter is composed with stay as they are: between them and it a word may end.
    const bool composes = count > 0 && letter != stored_.substr(at_, stored);
    if (composes) Put(letter, stored);
    std::free(composed);
    return composes;
  }

  const absl::string_view stored_;
  const Language& language_;
  size_t at_ = 0;
  bool changed_ = false;
  ReadingText out_;
};

bool MayDiffer(absl::string_view stored) {
  if (absl::StrContains(stored, "&") || absl::StrContains(stored, "-\n") || absl::StrContains(stored, "-\r\n"))
    return true;
  return std::any_of(stored.begin(), stored.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC2; });
}

}  // namespace

ReadingText ReadAs(absl::string_view stored, const Language& language) {
  if (!MayDiffer(stored)) return {std::string(stored), {}};
  return Reader(stored, language).Run();
}

void PlaceInStoredText(const ReadingText& reading, Analysis* analysis) {
  if (reading.stored.empty()) return;
  const auto place = [&reading](auto* range) {
    range->begin = reading.stored[range->begin];
    range->end = reading.stored[range->end];
  };
  for (Sentence& sentence : analysis->sentences) {
    place(&sentence);
    for (Token& token : sentence.tokens) place(&token);
  }
  for (Claim& claim : analysis->claims) place(&claim);
  for (Fact& fact : analysis->facts) place(&fact);
  for (Event& event : analysis->events) place(&event);
}

}  // namespace pith::compiler
