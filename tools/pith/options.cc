#include "tools/pith/options.h"

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

// The check's message is what CLI11 puts behind "--flag: ".
CLI::Validator Check(const std::string& wanted, std::function<bool(const std::string&)> accepts) {
  return CLI::Validator(
      [wanted, accepts](const std::string& value) {
        return accepts(value) ? std::string() : absl::StrCat("takes ", wanted, ", not \"", value, "\"");
      },
      "");
}

}  // namespace

CLI::Option* WholeNumber(CLI::Option* option, uint64_t least, uint64_t most) {
  return option->type_name("N")->check(
      Check(absl::StrCat("a whole number from ", least, " to ", most), [least, most](const std::string& value) {
        uint64_t number = 0;
        return absl::SimpleAtoi(value, &number) && number >= least && number <= most;
      }));
}

CLI::Option* Fraction(CLI::Option* option) {
  return option->type_name("T")->check(Check("a number from 0 to 1", [](const std::string& value) {
    double number = 0;
    return absl::SimpleAtod(value, &number) && number >= 0 && number <= 1;
  }));
}

CLI::Option* OneOf(CLI::Option* option, const std::vector<std::string>& words, const std::vector<std::string>& hidden) {
  std::string wanted = absl::StrJoin(words.begin(), words.end() - 1, ", ");
  absl::StrAppend(&wanted, " or ", words.back());
  return option->type_name(absl::StrJoin(words, "|"))->check(Check(wanted, [words, hidden](const std::string& value) {
    return absl::c_linear_search(words, value) || absl::c_linear_search(hidden, value);
  }));
}

void AddOutputOptions(CLI::App* verb, bool* json) {
  verb->add_flag("--json", *json, "Print one JSON object a line, errors too");
  const auto choose = [](const std::string& when) {
    SetColor(when == "always" ? Color::kAlways : when == "never" ? Color::kNever : Color::kAuto);
  };
  OneOf(verb->add_option_function<std::string>(
            "--color", choose, "When to set text off; auto: on a terminal, unless NO_COLOR is set [auto]"),
        {"always", "never", "auto"});
}

void AddIndexArguments(CLI::App* verb, IndexArguments* out, Takes takes) {
  verb->add_option("INDEX", out->index, "An index made by pith compile")->required();
  verb->add_flag_callback("--verify", &VerifyWhole, "Check the index whole first, even if it is larger than 16 MiB");
  if (takes == Takes::kDoc) verb->add_option("--doc", out->doc, "Only the article of this id")->type_name("ID");
  if (takes != Takes::kIndex) {
    verb->add_option("--tag", out->tag, "Only articles with this tag, as if there were no others")->type_name("TAG");
    verb->add_option("--with", out->with,
                     "Also the articles of this index, which replace those of one id; may be repeated")
        ->type_name("INDEX")
        ->allow_extra_args(false);
    verb->add_option("--withdrawn", out->withdrawn, "Without the articles whose ids are in this file, one a line")
        ->type_name("FILE");
  }
  AddOutputOptions(verb, &out->json);
}

}  // namespace pith::command
