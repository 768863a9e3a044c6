#include "tools/compiler/read/formats.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/epub.h"
#include "tools/compiler/read/html.h"
#include "tools/compiler/read/json.h"
#include "tools/compiler/read/jsonl.h"
#include "tools/compiler/read/markdown.h"
#include "tools/compiler/read/text.h"
#include "tools/compiler/read/zim.h"

namespace pith::compiler {
namespace {

constexpr absl::string_view kTextExtensions[] = {".txt"};
constexpr absl::string_view kJsonlExtensions[] = {".jsonl", ".ndjson"};
constexpr absl::string_view kJsonExtensions[] = {".json"};
constexpr absl::string_view kMarkdownExtensions[] = {".md", ".markdown"};
constexpr absl::string_view kHtmlExtensions[] = {".html", ".htm", ".xhtml"};
constexpr absl::string_view kEpubExtensions[] = {".epub"};
constexpr absl::string_view kZimExtensions[] = {".zim", ".zimaa"};
constexpr absl::string_view kCsvExtensions[] = {".csv", ".tsv"};
constexpr absl::string_view kXmlExtensions[] = {".xml", ".rss", ".atom"};
constexpr absl::string_view kPdfExtensions[] = {".pdf"};

constexpr Format kFormats[] = {
    {"text", "plain text", kTextExtensions, ReadText},
    {"jsonl", "JSONL", kJsonlExtensions, ReadJsonl},
    {"json", "JSON", kJsonExtensions, ReadJson},
    {"markdown", "Markdown", kMarkdownExtensions, ReadMarkdown},
    {"html", "HTML", kHtmlExtensions, ReadHtml, DeclaredEncoding},
    {"epub", "EPUB", kEpubExtensions, ReadEpub, nullptr, true},
    {"zim", "ZIM", kZimExtensions, ReadZim, nullptr, true, true},
    {"csv", "CSV", kCsvExtensions, nullptr},
    {"xml", "XML", kXmlExtensions, nullptr},
    {"pdf", "PDF", kPdfExtensions, nullptr},
};

bool BeginsAsHtml(absl::string_view contents) {
  for (const absl::string_view beginning : {"<!doctype html", "<html"}) {
    if (absl::StartsWithIgnoreCase(contents, beginning)) return true;
  }
  return false;
}

// What standard input holds, by its first characters: an array of objects is JSON.
absl::string_view FormatOfStream(absl::string_view contents) {
  contents = absl::StripLeadingAsciiWhitespace(contents);
  if (absl::StartsWith(contents, "PK\3\4")) return "epub";
  if (absl::StartsWith(contents, "{")) return "jsonl";
  if (BeginsAsHtml(contents)) return "html";
  if (!absl::ConsumePrefix(&contents, "[")) return "text";
  return absl::StartsWith(absl::StripLeadingAsciiWhitespace(contents), "{") ? "json" : "text";
}

absl::string_view FileName(absl::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == absl::string_view::npos ? path : path.substr(slash + 1);
}

// Where the extension begins, with its dot; the end of the name if there is none. A leading dot (".profile") does not
// begin an extension.
size_t ExtensionAt(absl::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == absl::string_view::npos || dot == 0 ? name.size() : dot;
}

}  // namespace

absl::Span<const Format> Formats() { return kFormats; }

const Format& FormatNamed(absl::string_view name) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format& f) { return f.name == name; });
}

const Format& FormatOf(absl::string_view path, absl::string_view contents) {
  if (path == "-") return FormatNamed(FormatOfStream(contents));
  const Format* format = FormatByExtension(path);
  return format != nullptr ? *format : FormatNamed("text");
}

const Format* FormatByExtension(absl::string_view path) {
  const absl::string_view name = FileName(path);
  const std::string extension = absl::AsciiStrToLower(name.substr(ExtensionAt(name)));
  for (const Format& format : kFormats) {
    if (absl::c_linear_search(format.extensions, extension)) return &format;
  }
  return nullptr;
}

std::string IdOf(absl::string_view path) {
  if (path == "-") return "stdin";
  const absl::string_view name = FileName(path);
  return std::string(name.substr(0, ExtensionAt(name)));
}

}  // namespace pith::compiler
