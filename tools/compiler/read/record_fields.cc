#include "tools/compiler/read/record_fields.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"

namespace pith::compiler {
namespace {

using Json = nlohmann::json;

// The message of the JSON library, without its own prefix.
absl::string_view Reason(absl::string_view what) {
  const size_t colon = what.find(": ");
  return colon == absl::string_view::npos ? what : what.substr(colon + 2);
}

// Writes the values that it is told of as JSON, without white space.
class ValueCopier {
 public:
  void Begin(std::string* out) {
    out_ = out;
    out_->clear();
  }
  void Value(absl::string_view token) {
    if (!out_->empty() && absl::string_view("{[:").find(out_->back()) == absl::string_view::npos) *out_ += ',';
    out_->append(token.data(), token.size());
  }
  void String(const std::string& value) { Value(Json(value).dump()); }
  void Key(const std::string& name) {
    String(name);
    *out_ += ':';
  }
  void Close(char bracket) { *out_ += bracket; }

 private:
  std::string* out_ = nullptr;
};

class FieldTaker : public nlohmann::json_sax<Json> {
 public:
  explicit FieldTaker(absl::Span<Field> fields) : fields_(fields) {}

  // The first thing that is wrong with the record.
  absl::Status status() const { return !syntax_.ok() ? syntax_ : status_; }

  bool null() override {
    Field* field = Wanted();
    if (field != nullptr && field->value != nullptr) field->value->clear();
    if (field != nullptr && field->list != nullptr) field->list->clear();
    return InList() ? Wrong() : Copy("null");
  }
  bool string(std::string& value) override {
    if (InList()) {
      current_->list->push_back(std::move(value));
    } else if (Copying()) {
      copier_.String(value);
    } else if (Field* field = Wanted()) {
      if (field->type != Field::kString) return Wrong();
      *field->value = std::move(value);
    }
    return true;
  }
  bool boolean(bool value) override { return Other(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return Other(absl::StrCat(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Other(absl::StrCat(value)); }
  bool number_float(number_float_t, const std::string& token) override { return Other(token); }
  bool binary(binary_t&) override { return Other("null"); }  // JSON text has none

  bool start_array(size_t) override {
    Field* field = Wanted();
    const bool list = field != nullptr && field->type == Field::kStrings;
    if (list) field->list->clear();
    return (list || Other("[")) && Enter();
  }
  bool start_object(size_t) override {
    Field* field = depth_ == 0 ? nullptr : Wanted();
    const bool object = field != nullptr && field->type == Field::kObject;
    if (object) copier_.Begin(field->value);
    if (object) copier_.Value("{");
    return (object || depth_ == 0 || Other("{")) && Enter();
  }
  bool end_array() override { return Leave(']'); }
  bool end_object() override { return Leave('}'); }

  bool key(std::string& name) override {
    if (Copying()) copier_.Key(name);
    if (depth_ != 1) return true;
    const auto field =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& other) { return other.name == name; });
    current_ = field == fields_.end() ? nullptr : &*field;
    if (current_ != nullptr) current_->found = true;
    return true;
  }

  bool parse_error(size_t column, const std::string&, const nlohmann::detail::exception& error) override {
    constexpr int kTooLarge = 406;  // a number that no 64-bit floating-point one can be near
    syntax_ = absl::InvalidArgumentError(error.id == kTooLarge
                                             ? absl::StrCat("a number too large at column ", column)
                                             : absl::StrCat("not JSON at column ", column, ": ", Reason(error.what())));
    return false;
  }

 private:
  // The field that the next value belongs to; null if it is not wanted.
  Field* Wanted() {
    if (depth_ == 0) Note("not a JSON object");
    return depth_ == 1 ? current_ : nullptr;
  }
  // Whether the next value is a string of a list, or lies inside an object that is copied.
  bool InList() const { return depth_ == 2 && current_ != nullptr && current_->type == Field::kStrings; }
  bool Copying() const { return depth_ > 1 && current_ != nullptr && current_->type == Field::kObject && status_.ok(); }

  // A value that is neither a string nor null nor what its field wants.
  bool Other(absl::string_view token) { return Wanted() != nullptr || InList() ? Wrong() : Copy(token); }
  bool Copy(absl::string_view token) {
    if (Copying()) copier_.Value(token);
    return true;
  }
  bool Wrong() {
    const char* const kTypes[] = {"a string", "an array of strings", "an object"};
    Note(absl::StrCat("\"", current_->name, "\" is not ", kTypes[current_->type]));
    return true;
  }

  bool Enter() {
    ++depth_;
    return true;
  }
  bool Leave(char bracket) {
    if (Copying()) copier_.Close(bracket);
    --depth_;
    return true;
  }

  void Note(absl::string_view problem) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(problem);
  }

  const absl::Span<Field> fields_;
  Field* current_ = nullptr;
  size_t depth_ = 0;  // of brackets
  ValueCopier copier_;
  absl::Status syntax_, status_;
};

}  // namespace

absl::Status ReadFields(absl::string_view json, absl::Span<Field> fields) {
  FieldTaker taker(fields);
  Json::sax_parse(json.begin(), json.end(), &taker);
  return taker.status();
}

}  // namespace pith::compiler
