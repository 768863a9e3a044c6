#include "tools/pith/report_page.h"

#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "report_assets.h"
#include "tools/pith/contents_items.h"
#include "tools/pith/events.h"
#include "tools/pith/html.h"
#include "tools/pith/json.h"
#include "tools/pith/plain_dates.h"
#include "tools/pith/report_parts.h"
#include "tools/pith/report_text.h"

namespace pith::command {
namespace {

// "sha256-..." of the hash in hexadecimal.
std::string PolicyHash(absl::string_view hex) {
  return absl::StrCat("'sha256-", absl::Base64Escape(absl::HexStringToBytes(hex)), "'");
}

std::string Policy(bool with_engine) {
  return absl::StrCat("default-src 'none'; script-src ", PolicyHash(kReportScriptHash),
                      with_engine ? " 'wasm-unsafe-eval'" : "", "; style-src ", PolicyHash(kReportStyleHash),
                      "; base-uri 'none'; form-action 'none'");
}

std::string Sureness(uint16_t ten_thousandths) {
  const std::string percent = absl::StrCat((ten_thousandths + 50) / 100);
  return absl::StrCat(Element("meter", {{"min", "0"}, {"max", "100"}, {"value", percent}}, ""), " ", percent, " %");
}

class ReportWriter {
 public:
  ReportWriter(const compiler::Analysis& analysis, const OpenIndex& index, const ReportExtras& extras)
      : analysis_(analysis), index_(index), extras_(extras) {
    pith_get_article(index.get(), 0, &article_);
    for (uint32_t i = 0; i < article_.facts; ++i) {
      pith_fact fact;
      if (pith_get_fact(index.get(), 0, i, &fact) == PITH_OK) facts_.push_back(fact);
    }
    facts_of_.resize(article_.sentences);
    for (const pith_fact& fact : facts_) {
      if (fact.sentence != 0 && fact.sentence <= facts_of_.size()) ++facts_of_[fact.sentence - 1];
    }
  }

  std::string Run() const {
    const std::string name = article_.title.size > 0 ? String(article_.title) : String(article_.id);
    return absl::StrCat(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
        Tag("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", Policy(!extras_.engine.empty())}}), "\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
        "content=\"no-referrer\">\n",
        Element("title", {}, Html(absl::StrCat(name, ": report"))), "\n<style>", kReportStyle,
        "</style>\n</head>\n<body>\n", Header(name), "<main>\n", ChangesSection(extras_.changes, extras_.since),
        Section("text", "Text",
                absl::StrCat(Legend(), Element("div", {{"class", "article"}}, MarkedText(analysis_, facts_of_)))),
        Section("facts", "Facts", Facts()), Section("names", "Names", Names()), Section("dates", "Timeline", Dates()),
        AskSection(extras_.engine, index_.file()), Section("questions", "Questions that it answers well", Questions()),
        Section("missed", "What was not understood", Missed()), Corrections(), "</main>\n", Dialog(), "<script>",
        kReportScript, "</script>\n</body>\n</html>\n");
  }

 private:
  std::string Header(const std::string& name) const {
    std::string about =
        absl::StrCat(String(article_.id), article_.date.size > 0 ? ", " : "", View(article_.date), ": ",
                     article_.sentences, " sentences, ", article_.words, " words, ", article_.facts, " facts");
    return absl::StrCat(
        "<header>\n", Element("h1", {}, Html(name)), Element("p", {{"class", "faint"}}, Html(about)),
        "<nav aria-label=\"Parts\">", extras_.since.empty() ? "" : "<a href=\"#changes\">Changes</a>",
        "<a href=\"#text\">Text</a><a href=\"#facts\">Facts</a><a href=\"#names\">Names</a>"
        "<a href=\"#dates\">Timeline</a><a href=\"#ask\">Ask</a><a href=\"#questions\">Questions</a><a "
        "href=\"#missed\">Not understood</a>"
        "<a href=\"#file\">Corrections</a></nav>\n<p><label>Show only rows with these words <input id=\"filter\" "
        "type=\"search\"></label></p>\n</header>\n");
  }

  static std::string Legend() {
    return "<p class=\"faint legend\"><mark class=\"person\">person</mark><mark class=\"organization\">organization"
           "</mark><mark class=\"place\">place</mark><mark class=\"other\">other name</mark><mark class=\"date\">date"
           "</mark><mark class=\"number\">number</mark> The stronger the line below a sentence, the earlier it joins a "
           "summary. Click on a name, a date or a sentence's number to correct it.</p>\n";
  }

  std::string EvidenceOf(const pith_fact& fact) const {
    return String(pith_text{article_.text.data + fact.begin, fact.end - fact.begin});
  }

  std::string Facts() const {
    std::string rows;
    const std::vector<ContentsItem> items = FactItems(index_, article_);
    for (size_t i = 0; i < facts_.size() && i < items.size(); ++i) {
      const pith_fact& fact = facts_[i];
      const Attributes fix = {{"data-kind", "fact"},
                              {"data-fact", absl::StrFormat("%016x", fact.id)},
                              {"data-title", items[i].shown},
                              {"data-subject", String(fact.subject)},
                              {"data-relation", String(fact.relation)},
                              {"data-object", String(fact.object)},
                              {"data-when", String(fact.when.iso)},
                              {"data-speaker", String(fact.attribution)},
                              {"data-quote", EvidenceOf(fact)}};
      rows +=
          Row({SentenceLink(fact.sentence), absl::StrCat(Marked("fact", items[i].key), Html(items[i].shown)),
               Sureness(fact.confidence), fact.source == PITH_SOURCE_EDITOR ? "see below" : Button(fix, "Correct")});
    }
    return TableOf({"Sentence", "Fact", "How sure", ""}, rows, "No facts were found.");
  }

  std::string Names() const {
    std::string rows;
    for (uint32_t i = 0; i < article_.entities; ++i) {
      pith_entity entity;
      if (pith_get_entity(index_.get(), 0, i, &entity) != PITH_OK) continue;
      std::vector<std::string> aliases;
      for (uint32_t a = 0; a < entity.aliases; ++a) {
        pith_text alias;
        if (pith_get_alias(index_.get(), &entity, a, &alias) == PITH_OK) aliases.push_back(String(alias));
      }
      pith_mention first = {};
      if (entity.mentions > 0) pith_get_mention(index_.get(), &entity, 0, &first);
      const Attributes fix = {{"data-kind", "name"},
                              {"data-name", String(entity.name)},
                              {"data-title", String(entity.name)},
                              {"data-quote", QuoteOf(first.sentence)}};
      rows += Row({absl::StrCat(Marked("entity", String(entity.name)), Html(View(entity.name))),
                   Html(TypeName(entity.type)), Html(absl::StrJoin(aliases, ", ")), absl::StrCat(entity.mentions),
                   SentenceLink(first.sentence), Button(fix, "Correct")});
    }
    return TableOf({"Name", "Type", "Also", "Mentions", "First in", ""}, rows, "No names were found.");
  }

  std::string Marked(absl::string_view kind, const std::string& key) const {
    return ChangeMark(extras_.changes, kind, key);
  }

  std::string QuoteOf(uint32_t number) const {
    pith_sentence sentence;
    return pith_get_sentence(index_.get(), 0, number, &sentence) == PITH_OK ? String(sentence.text) : "";
  }

  std::string Dates() const {
    std::string rows;
    for (const pith_event& event : EventsOf(index_, article_)) {
      const std::string note = NoteOf(event);
      rows += Row({Html(PlainDate(View(event.date))),
                   Html(absl::StrCat(ToldText(event), note.empty() ? "" : absl::StrCat(" (", note, ")"))),
                   SentenceLink(event.sentence)});
    }
    return TableOf({"Date", "What happened", "Sentence"}, rows, "No dated events were found.");
  }

  std::string Questions() const {
    std::string rows;
    for (uint32_t i = 0; i < article_.suggestions; ++i) {
      pith_suggestion suggestion;
      if (pith_get_suggestion(index_.get(), 0, i, &suggestion) != PITH_OK) continue;
      const Attributes fix = {{"data-kind", "question"},
                              {"data-question", String(suggestion.question)},
                              {"data-answer", String(suggestion.answer)},
                              {"data-title", String(suggestion.question)}};
      rows += Row({Html(View(suggestion.question)), Html(View(suggestion.answer)), SentenceLink(suggestion.sentence),
                   Button(fix, "Correct")});
    }
    return TableOf({"Question", "Answer", "Sentence", ""}, rows, "No questions are suggested.");
  }

  // Warnings, and sentences that state no fact that the compiler found.
  std::string Missed() const {
    std::string rows;
    for (const std::string& warning : analysis_.warnings) rows += Row({Html("Warning"), Html(warning)});
    for (uint32_t s = 0; s < facts_of_.size(); ++s) {
      if (facts_of_[s] != 0 || analysis_.sentences[s].heading) continue;
      rows += Row({SentenceLink(s + 1), Html(QuoteOf(s + 1))});
    }
    return TableOf({"Sentence", "No fact was found in"}, rows, "Every sentence states a fact.");
  }

  std::string Corrections() const {
    return absl::StrCat(
        "<section id=\"file\"><h2>Corrections</h2>\n<p>Put this file beside the article and compile it again. ",
        Button({{"data-kind", "own"}, {"data-title", "Something of your own"}}, "Add something of your own"),
        "</p>\n<p id=\"fix-status\" role=\"status\" class=\"faint\"></p>\n<label class=\"faint\" for=\"corrections\">",
        Html(extras_.corrections.name), "</label>\n",
        Element("textarea", {{"id", "corrections"}, {"data-name", extras_.corrections.name}, {"spellcheck", "false"}},
                Html(extras_.corrections.contents)),
        "\n<p>", Button({{"id", "download"}}, "Download"), "</p></section>\n");
  }

  static std::string Dialog() {
    return "<dialog id=\"fix\" aria-labelledby=\"fix-title\"><form method=\"dialog\" id=\"fix-form\">"
           "<h2 id=\"fix-title\"></h2><label>What is wrong? <select id=\"fix-sort\"></select></label>"
           "<div id=\"fix-fields\"></div><p><button>Add to the corrections</button> "
           "<button type=\"button\" id=\"fix-cancel\">Cancel</button></p></form></dialog>\n";
  }

  const compiler::Analysis& analysis_;
  const OpenIndex& index_;
  const ReportExtras& extras_;
  pith_article article_ = {};
  std::vector<pith_fact> facts_;
  std::vector<uint32_t> facts_of_;  // by sentence
};

}  // namespace

std::string ReportPage(const compiler::Analysis& analysis, const OpenIndex& index, const ReportExtras& extras) {
  return ReportWriter(analysis, index, extras).Run();
}

}  // namespace pith::command
