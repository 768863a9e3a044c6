#include "tools/compiler/read/encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/format/bytes.h"
#include "engine/language/fold.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

bool LooksBinary(absl::string_view bytes) {
  const auto control = [](char c) {
    const uint8_t b = static_cast<uint8_t>(c);
    return (b < 0x20 && !(b >= '\t' && b <= '\r')) || b == 0x7F;
  };
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), control)) * 32 > bytes.size();
}

// A converter to UTF-8 that is closed on every exit path.
class Converter {
 public:
  explicit Converter(const std::string& from) : iconv_(iconv_open("UTF-8", from.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (ok()) iconv_close(iconv_);
  }

  bool ok() const { return iconv_ != reinterpret_cast<iconv_t>(-1); }

  // U+FFFD stands for each byte that is no part of a character.
  std::string Convert(absl::string_view bytes) {
    std::string out;
    char* in = const_cast<char*>(bytes.data());  // iconv does not write there
    size_t left = bytes.size();
    while (left > 0) {
      char buffer[4096];
      char* next = buffer;
      size_t room = sizeof(buffer);
      const size_t converted = iconv(iconv_, &in, &left, &next, &room);
      out.append(buffer, static_cast<size_t>(next - buffer));
      if (converted != static_cast<size_t>(-1) || errno == E2BIG) continue;
      out += "\xEF\xBF\xBD";
      ++in;
      --left;
    }
    return out;
  }

 private:
  const iconv_t iconv_;
};

// What a name of an encoding means on the web: pages that say "iso-8859-1" use windows-1252, which has more characters.
std::string MeantEncoding(absl::string_view name) {
  constexpr std::pair<absl::string_view, absl::string_view> kMeant[] = {
      {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},      {"gb2312", "gb18030"},      {"gbk", "gb18030"},
      {"shift_jis", "cp932"},         {"euc-kr", "cp949"},        {"ks_c_5601-1987", "cp949"},
      {"iso-8859-9", "windows-1254"}, {"tis-620", "cp874"}};
  const std::string lower = absl::AsciiStrToLower(name);
  for (const auto& [from, to] : kMeant) {
    if (lower == from) return std::string(to);
  }
  return lower;
}

// Whether an encoding is one of Latin letters, so that all of these look much the same.
bool IsLatin(absl::string_view encoding) {
  for (const absl::string_view other : {"iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8"}) {
    if (encoding == other) return false;
  }
  return absl::StartsWith(encoding, "iso-8859-") || encoding == "windows-1250" || encoding == "windows-1254" ||
         encoding == "windows-1257" || encoding == "windows-1258";
}

// The encoding that `bytes`, no UTF-8, are probably in.
std::string GuessedEncoding(absl::string_view bytes) {
  constexpr size_t kEnough = 1 << 20;  // bytes that tell
  struct Deleter {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
  };
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Deleter> detector(uchardet_new());
  const absl::string_view part = bytes.substr(0, kEnough);
  uchardet_handle_data(detector.get(), part.data(), part.size());
  uchardet_data_end(detector.get());
  const std::string guess = MeantEncoding(uchardet_get_charset(detector.get()));
  // It knows rare encodings that short texts in the common one look like.
  constexpr std::ptrdiff_t kTelling = 10;  // bytes beyond ASCII
  const auto beyond = std::count_if(part.begin(), part.end(), [](char c) { return static_cast<uint8_t>(c) >= 0x80; });
  if (beyond < kTelling && IsLatin(guess)) return "windows-1252";
  const bool rare = guess.empty() || guess == "utf-8" || absl::StartsWith(guess, "mac") ||
                    absl::StartsWith(guess, "viscii") || absl::StartsWith(guess, "ibm");
  return rare ? "windows-1252" : guess;
}

// The encoding that a byte order mark tells, and the mark's size; "" if there is none.
absl::string_view MarkedEncoding(absl::string_view bytes, size_t* mark) {
  using Mark = std::pair<absl::string_view, absl::string_view>;
  for (const Mark& known :
       {Mark(absl::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"), Mark(absl::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"),
        Mark("\xFF\xFE", "UTF-16LE"), Mark("\xFE\xFF", "UTF-16BE")}) {
    *mark = known.first.size();
    if (absl::StartsWith(bytes, known.first)) return known.second;
  }
  *mark = 0;
  return "";
}

bool IsUtf8(absl::string_view text, uint64_t* bad_at) {
  return IsValidUtf8(Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()), bad_at);
}

}  // namespace

absl::Status CheckText(absl::string_view text) {
  uint64_t bad_at = 0;
  if (!IsUtf8(text, &bad_at)) {
    return AtByte(absl::InvalidArgumentError(absl::StrCat("not UTF-8 at byte ", bad_at, " (--encoding auto may help)")),
                  bad_at);
  }
  const size_t nul = text.find('\0');
  if (nul != absl::string_view::npos) {
    return AtByte(absl::InvalidArgumentError(absl::StrCat("a NUL byte at byte ", nul, ": not text")), nul);
  }
  return absl::OkStatus();
}

absl::StatusOr<ConvertedText> ConvertToUtf8(absl::string_view bytes, absl::string_view declared) {
  ConvertedText converted;
  size_t mark = 0;
  uint64_t bad_at = 0;
  std::string encoding(MarkedEncoding(bytes, &mark));
  if (encoding.empty() && IsUtf8(bytes, &bad_at)) {
    converted.text = std::string(bytes);
  } else {
    if (encoding.empty()) encoding = declared.empty() ? GuessedEncoding(bytes) : MeantEncoding(declared);
    Converter converter(encoding);
    if (!converter.ok()) return absl::InvalidArgumentError(absl::StrCat("text in an unknown encoding, ", encoding));
    converted.text = converter.Convert(bytes.substr(mark));
    converted.encoding = encoding;
  }
  if (LooksBinary(converted.text)) return absl::InvalidArgumentError("binary, not text");
  return converted;
}

absl::string_view DeclaredEncoding(absl::string_view markup) {
  constexpr size_t kHead = 2048;  // bytes; the HTML standard wants it in the first 1,024
  const absl::string_view head = markup.substr(0, kHead);
  const std::string lower = absl::AsciiStrToLower(head);
  for (const std::string name : {"encoding=", "charset="}) {
    // XML's declaration must come first.
    if (name == "encoding=" && !absl::StartsWith(lower, "<?xml")) continue;
    const size_t found = lower.find(name);
    if (found == std::string::npos) continue;
    const size_t begin = lower.find_first_not_of(" \"'", found + name.size());
    const size_t end = lower.find_first_of(" \"'/>?;", begin);
    if (begin != std::string::npos && end != std::string::npos) return head.substr(begin, end - begin);
  }
  return "";
}

}  // namespace pith::compiler
