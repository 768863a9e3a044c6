#include "tools/compiler/write/conllu_writer.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/models/labels.h"

namespace pith::compiler {
namespace {

// The text on one line: line breaks and tabs become spaces.
std::string OneLine(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"\r\n", " "}, {"\n", " "}, {"\r", " "}, {"\t", " "}});
}

// The text as the value of a MISC field; fields are separated by '|'.
std::string MiscValue(absl::string_view text) { return absl::StrReplaceAll(OneLine(text), {{" ", "_"}, {"|", "/"}}); }

// A form or lemma, which must not be empty. CoNLL-U allows spaces inside.
std::string Field(absl::string_view text) { return text.empty() ? "_" : OneLine(text); }

std::string ValueText(const Value& value) {
  if (value.kind != ValueKind::kNumber) return value.iso;
  const std::string power = value.scale > 0 ? absl::StrCat("e-", value.scale) : "";
  std::string number = absl::StrCat(value.mantissa, power);
  if (value.to.has_value()) absl::StrAppend(&number, "..", *value.to, power);
  std::string text = HedgeName(value.hedge).empty() ? number : absl::StrCat(HedgeName(value.hedge), " ", number);
  if (!value.unit.empty()) absl::StrAppend(&text, " ", value.unit);
  return text;
}

// Collects the notes on each token, sentence by sentence.
class Notes {
 public:
  explicit Notes(const Analysis& analysis) : all_(analysis.sentences.size()) {
    for (size_t i = 0; i < all_.size(); ++i) all_[i].resize(analysis.sentences[i].tokens.size());
    for (const Name& name : analysis.names) {
      const absl::string_view type = NameTypeName(name.type);
      for (uint32_t t = name.span.first; t < name.span.last; ++t) {
        Add(name.span.sentence, t, absl::StrCat("Name=", t == name.span.first ? "B-" : "I-", type));
      }
    }
    for (const Value& value : analysis.values) {
      Add(value.span.sentence, value.span.first, absl::StrCat("Value=", MiscValue(ValueText(value))));
    }
    for (const Mention& mention : analysis.mentions) {
      if (mention.entity >= analysis.entities.size()) continue;
      const std::string name = MiscValue(analysis.entities[mention.entity].name);
      Add(mention.span.sentence, mention.span.first, absl::StrCat("Entity=", mention.entity, ":", name));
    }
  }

  const std::string& Of(size_t sentence, size_t token) const { return all_[sentence][token]; }

 private:
  void Add(uint32_t sentence, uint32_t token, const std::string& note) {
    if (sentence < all_.size() && token < all_[sentence].size()) absl::StrAppend(&all_[sentence][token], "|", note);
  }

  std::vector<std::vector<std::string>> all_;
};

void AppendClaim(absl::string_view text, const Claim& claim, std::string* out) {
  absl::StrAppend(out, "# claim = ", OneLine(claim.speaker), ": ",
                  OneLine(text.substr(claim.begin, claim.end - claim.begin)), "\n");
}

void AppendFact(const Analysis& analysis, const Fact& fact, std::string* out) {
  absl::StrAppend(out, "# fact = ", OneLine(fact.subject), " | ", OneLine(fact.relation), " | ", OneLine(fact.object));
  const auto value = [&](absl::string_view name, int number) {
    if (number < 0) return;
    absl::StrAppend(out, " | ", name, "=", OneLine(ValueText(analysis.values[static_cast<size_t>(number)])));
  };
  const auto text = [&](absl::string_view name, absl::string_view what) {
    if (!what.empty()) absl::StrAppend(out, " | ", name, "=", OneLine(what));
  };
  value("value", fact.value);
  value("when", fact.when);
  text("where", fact.where);
  text("by", fact.attribution);
  if (fact.negated) absl::StrAppend(out, " | not");
  if (fact.modality != Modality::kNone) absl::StrAppend(out, " | ", ModalityName(fact.modality));
  absl::StrAppend(out, "\n");
}

void AppendToken(absl::string_view text, const Sentence& sentence, size_t i, const std::string& notes,
                 std::string* out) {
  const Token& token = sentence.tokens[i];
  const bool glued = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].begin == token.end;
  absl::StrAppend(out, i + 1, "\t", Field(text.substr(token.begin, token.end - token.begin)), "\t", Field(token.lemma),
                  "\t", PosName(token.pos), "\t_\t_\t", token.head + 1, "\t", RelName(token.rel));
  absl::StrAppend(out, "\t_\t", glued ? "SpaceAfter=No|" : "", "Bytes=", token.begin, ":", token.end, notes, "\n");
}

}  // namespace

std::string WriteConllu(const Analysis& analysis) {
  const absl::string_view text = analysis.article.text;
  const Notes notes(analysis);
  std::string out = absl::StrCat("# newdoc id = ", OneLine(analysis.article.id), "\n");
  size_t fact = 0, claim = 0;
  uint32_t paragraph = UINT32_MAX;
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (sentence.paragraph != paragraph) absl::StrAppend(&out, "# newpar\n");
    paragraph = sentence.paragraph;
    absl::StrAppend(&out, "# sent_id = ", s + 1,
                    "\n# text = ", OneLine(text.substr(sentence.begin, sentence.end - sentence.begin)), "\n");
    if (sentence.heading) absl::StrAppend(&out, "# heading\n");
    if (s < analysis.importance.size()) absl::StrAppend(&out, "# importance = ", analysis.importance[s], "\n");
    for (; claim < analysis.claims.size() && analysis.claims[claim].begin < sentence.end; ++claim) {
      AppendClaim(text, analysis.claims[claim], &out);
    }
    for (; fact < analysis.facts.size() && analysis.facts[fact].sentence <= s; ++fact) {
      AppendFact(analysis, analysis.facts[fact], &out);
    }
    for (size_t i = 0; i < sentence.tokens.size(); ++i) AppendToken(text, sentence, i, notes.Of(s, i), &out);
    absl::StrAppend(&out, "\n");
  }
  return out;
}

}  // namespace pith::compiler
