// XML, element by element.

#ifndef PITH_TOOLS_COMPILER_READ_XML_H_
#define PITH_TOOLS_COMPILER_READ_XML_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// The attributes of an element. Names are without their namespace.
class XmlAttributes {
 public:
  void Add(absl::string_view name, absl::string_view value) { all_.emplace_back(name, value); }

  // The value of the attribute; "" if there is none.
  absl::string_view Get(absl::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

// Gets a file's elements in order. Names are without their namespace.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void Start(absl::string_view name, const XmlAttributes& attributes) = 0;
  virtual void End(absl::string_view /*name*/) {}
  virtual void Text(absl::string_view /*text*/) {}  // a piece of it
};

// Reads `xml`, in UTF-8 or in what it declares. InvalidArgument for what is not well-formed; the message has the line.
// Other files that it names are not read.
absl::Status ParseXml(absl::string_view xml, XmlHandler* handler);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_XML_H_
