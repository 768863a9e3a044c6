// The fields of a JSON object that is an article, taken out while it is read.

#ifndef PITH_TOOLS_COMPILER_READ_RECORD_FIELDS_H_
#define PITH_TOOLS_COMPILER_READ_RECORD_FIELDS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace pith::compiler {

// A field of a record, and where its value goes. That stays empty if the field is missing or null.
struct Field {
  enum Type { kString, kStrings, kObject };  // kStrings: an array of strings

  Field(absl::string_view name, std::string* value, Type type = kString) : name(name), type(type), value(value) {}
  Field(absl::string_view name, std::vector<std::string>* list) : name(name), type(kStrings), list(list) {}

  absl::string_view name;
  Type type;
  std::string* value = nullptr;              // of an object: its JSON without white space, in the order given
  std::vector<std::string>* list = nullptr;  // in the order given
  bool found = false;
};

// Fills the fields from `json`, which is UTF-8. Whatever else the object holds passes by unread, however deep it is
// nested. Of a field given twice, the last one counts. InvalidArgument for what is no JSON object, or has a field of
// another type. O(size).
absl::Status ReadFields(absl::string_view json, absl::Span<Field> fields);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_RECORD_FIELDS_H_
