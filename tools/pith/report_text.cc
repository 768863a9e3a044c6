#include "tools/pith/report_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tools/compiler/models/labels.h"
#include "tools/pith/html.h"

namespace pith::command {
namespace {

using compiler::Analysis;
using compiler::Entity;
using compiler::Sentence;
using compiler::Span;
using compiler::Value;

// Bytes of the text, and the tag around them.
struct Mark {
  uint32_t begin, end;
  Attributes attributes;
};

class TextMarker {
 public:
  TextMarker(const Analysis& analysis, const std::vector<uint32_t>& facts)
      : analysis_(analysis), facts_(facts), marks_(analysis.sentences.size()), shades_(analysis.sentences.size()) {
    for (const compiler::Mention& mention : analysis.mentions) MarkMention(mention);
    for (const Value& value : analysis.values) MarkValue(value);
    Shade();
  }

  std::string Run() {
    std::string html, paragraph;
    for (uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      absl::StrAppend(&paragraph, paragraph.empty() ? "" : " ", Shaded(s));
      const bool last = s + 1 == analysis_.sentences.size() ||
                        analysis_.sentences[s + 1].paragraph != sentence.paragraph ||
                        analysis_.sentences[s + 1].heading != sentence.heading;
      if (!last) continue;
      absl::StrAppend(&html, Element(sentence.heading ? "h3" : "p", {}, paragraph), "\n");
      paragraph.clear();
    }
    return html;
  }

 private:
  absl::string_view Text(uint32_t begin, uint32_t end) const {
    return absl::string_view(analysis_.article.text).substr(begin, end - begin);
  }
  std::string SentenceText(uint32_t number) const {
    const Sentence& sentence = analysis_.sentences[number];
    return std::string(Text(sentence.begin, sentence.end));
  }

  void Add(const Span& span, Attributes attributes) {
    const std::vector<compiler::Token>& tokens = analysis_.sentences[span.sentence].tokens;
    if (span.first >= span.last || span.last > tokens.size()) return;
    marks_[span.sentence].push_back({tokens[span.first].begin, tokens[span.last - 1].end, std::move(attributes)});
  }

  void MarkMention(const compiler::Mention& mention) {
    const Entity& entity = analysis_.entities[mention.entity];
    const std::string type(entity.type == NameType::kNone ? "other" : compiler::NameTypeName(entity.type));
    const std::string title = absl::StrCat(entity.name, " (", type, ")");
    Add(mention.span, {{"class", type},
                       {"data-kind", "name"},
                       {"data-name", entity.name},
                       {"title", title},
                       {"data-title", title},
                       {"data-quote", SentenceText(mention.span.sentence)},
                       {"tabindex", "0"},
                       {"role", "button"}});
  }

  void MarkValue(const Value& value) {
    const std::vector<compiler::Token>& tokens = analysis_.sentences[value.span.sentence].tokens;
    if (value.span.first >= value.span.last || value.span.last > tokens.size()) return;
    if (value.kind == ValueKind::kNumber) {
      const std::string number = absl::StrCat(value.mantissa, value.scale > 0 ? absl::StrCat("e-", value.scale) : "");
      const std::string title = absl::StrCat("number ", number, value.unit.empty() ? "" : " ", value.unit);
      return Add(value.span, {{"class", "number"}, {"title", title}});
    }
    const std::string words(Text(tokens[value.span.first].begin, tokens[value.span.last - 1].end));
    const std::string title = absl::StrCat(words, " = ", value.iso.empty() ? "no date" : value.iso);
    Add(value.span, {{"class", "date"},
                     {"data-kind", "date"},
                     {"data-words", words},
                     {"data-date", value.iso},
                     {"title", title},
                     {"data-title", title},
                     {"data-quote", SentenceText(value.span.sentence)},
                     {"tabindex", "0"},
                     {"role", "button"}});
  }

  // The first tenth of the summary's order has the strongest shade, and so on.
  void Shade() {
    const size_t count = analysis_.summary_order.size();
    for (size_t rank = 0; rank < count; ++rank) {
      const int shade = rank * 10 < count      ? 1
                        : rank * 5 < count     ? 2
                        : rank * 5 < 2 * count ? 3
                        : rank * 5 < 3 * count ? 4
                                               : 0;
      shades_[analysis_.summary_order[rank]] = shade;
    }
  }

  // A sentence with its marks; of two that overlap the first and longest is shown.
  std::string Shaded(uint32_t number) {
    const Sentence& sentence = analysis_.sentences[number];
    std::vector<Mark>& marks = marks_[number];
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::string html;
    uint32_t at = sentence.begin;
    for (const Mark& mark : marks) {
      if (mark.begin < at) continue;
      absl::StrAppend(&html, Html(Text(at, mark.begin)),
                      Element("mark", mark.attributes, Html(Text(mark.begin, mark.end))));
      at = mark.end;
    }
    absl::StrAppend(&html, Html(Text(at, sentence.end)));
    const std::string title =
        absl::StrCat("Sentence ", number + 1, ", ", facts_[number], facts_[number] == 1 ? " fact" : " facts");
    absl::StrAppend(&html, Element("sup", {},
                                   Element("button",
                                           {{"type", "button"},
                                            {"data-kind", "sentence"},
                                            {"title", title},
                                            {"aria-label", title},
                                            {"data-title", title},
                                            {"data-quote", SentenceText(number)}},
                                           absl::StrCat(number + 1))));
    const std::string shade = shades_[number] > 0 ? absl::StrCat(" s", shades_[number]) : "";
    return Element(
        "span",
        {{"class", absl::StrCat("s", shade, sentence.withheld ? " off" : "")}, {"id", absl::StrCat("s", number + 1)}},
        html);
  }

  const Analysis& analysis_;
  const std::vector<uint32_t>& facts_;
  std::vector<std::vector<Mark>> marks_;  // by sentence
  std::vector<int> shades_;               // 1 is the strongest, 0 none
};

}  // namespace

std::string MarkedText(const compiler::Analysis& analysis, const std::vector<uint32_t>& facts) {
  return TextMarker(analysis, facts).Run();
}

}  // namespace pith::command
