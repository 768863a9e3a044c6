#include "tools/compiler/read/xml.h"

#include <expat.h>

#include <memory>
#include <type_traits>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

constexpr char kNamespaceEnd = '|';

absl::string_view LocalName(absl::string_view name) {
  const size_t end = name.rfind(kNamespaceEnd);
  return end == absl::string_view::npos ? name : name.substr(end + 1);
}

void OnStart(void* handler, const char* name, const char** attributes) {
  XmlAttributes all;
  for (; *attributes != nullptr; attributes += 2) all.Add(LocalName(attributes[0]), attributes[1]);
  static_cast<XmlHandler*>(handler)->Start(LocalName(name), all);
}

void OnEnd(void* handler, const char* name) { static_cast<XmlHandler*>(handler)->End(LocalName(name)); }

void OnText(void* handler, const char* text, int size) {
  static_cast<XmlHandler*>(handler)->Text(absl::string_view(text, static_cast<size_t>(size)));
}

}  // namespace

absl::string_view XmlAttributes::Get(absl::string_view name) const {
  for (const auto& [other, value] : all_) {
    if (other == name) return value;
  }
  return "";
}

absl::Status ParseXml(absl::string_view xml, XmlHandler* handler) {
  struct Deleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, Deleter> parser(XML_ParserCreateNS(nullptr, kNamespaceEnd));
  XML_SetUserData(parser.get(), handler);
  XML_SetElementHandler(parser.get(), OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser.get(), OnText);
  constexpr size_t kStep = 1 << 24;  // the parser counts in int
  for (size_t at = 0; at == 0 || at < xml.size(); at += kStep) {
    const absl::string_view step = xml.substr(at, kStep);
    const bool last = at + kStep >= xml.size();
    if (XML_Parse(parser.get(), step.data(), static_cast<int>(step.size()), last ? 1 : 0) == XML_STATUS_OK) continue;
    const uint64_t line = XML_GetCurrentLineNumber(parser.get());
    return AtLine(absl::InvalidArgumentError(absl::StrCat("not well-formed XML at line ", line, ": ",
                                                          XML_ErrorString(XML_GetErrorCode(parser.get())))),
                  line);
  }
  return absl::OkStatus();
}

}  // namespace pith::compiler
