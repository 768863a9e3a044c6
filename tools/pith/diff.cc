// pith diff: what a new index holds that an old one did not, and the other way round.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/asker.h"
#include "tools/pith/command.h"
#include "tools/pith/contents_items.h"
#include "tools/pith/expectations.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct DiffArguments {
  std::string before, after, expectations;
  bool json = false;
};

// Prints changes under the title of their kind, and counts them.
class DiffPrinter {
 public:
  explicit DiffPrinter(bool json) : json_(json) {}

  void Begin(const std::string& kind, const std::string& title) {
    kind_ = kind;
    title_ = title;
  }

  // `before` or `after` is null where the item is new or gone.
  void Change(const std::string& doc, const ContentsItem* before, const ContentsItem* after) {
    ++count_;
    if (json_) return PrintLine(doc, before, after);
    if (!title_.empty()) PrintWrapped("", title_, Style::kStrong, 0, title_.size());
    title_.clear();
    const std::string in = doc_shown_ ? absl::StrCat("  [", doc, "]") : "";
    if (before != nullptr) PrintWrapped("  - ", absl::StrCat(before->shown, in));
    if (after != nullptr) PrintWrapped(before != nullptr ? "  > " : "  + ", absl::StrCat(after->shown, in));
  }

  void ShowDocs() { doc_shown_ = true; }
  size_t count() const { return count_; }

 private:
  void PrintLine(const std::string& doc, const ContentsItem* before, const ContentsItem* after) const {
    Json line;
    line["change"] = before == nullptr ? "added" : after == nullptr ? "gone" : "changed";
    line["kind"] = kind_;
    line["doc"] = doc;
    if (before != nullptr) line["old"] = before->json;
    if (after != nullptr) line["new"] = after->json;
    PrintJson(line);
  }

  const bool json_;
  bool doc_shown_ = false;
  std::string kind_, title_;
  size_t count_ = 0;
};

using Items = std::vector<ContentsItem>;

// Reports what changed, then what is gone, then what is new, in the order of the items.
void CompareItems(const std::string& doc, const Items& before, const Items& after, DiffPrinter* printer) {
  std::map<std::string, const ContentsItem*> new_keys, new_places;
  std::set<std::string> old_keys;
  for (const ContentsItem& item : before) old_keys.insert(item.key);
  for (const ContentsItem& item : after) {
    new_keys.emplace(item.key, &item);
    if (old_keys.count(item.key) == 0 && !item.place.empty()) new_places.emplace(item.place, &item);
  }
  std::set<const ContentsItem*> paired;
  std::vector<const ContentsItem*> gone;
  for (const ContentsItem& item : before) {
    const auto same = new_keys.find(item.key);
    const auto moved = new_places.find(item.place);
    if (same != new_keys.end()) {
      if (same->second->shown != item.shown) printer->Change(doc, &item, same->second);
    } else if (moved != new_places.end() && paired.insert(moved->second).second) {
      printer->Change(doc, &item, moved->second);
    } else {
      gone.push_back(&item);
    }
  }
  for (const ContentsItem* item : gone) printer->Change(doc, item, nullptr);
  for (const ContentsItem& item : after) {
    if (old_keys.count(item.key) == 0 && paired.count(&item) == 0) printer->Change(doc, nullptr, &item);
  }
}

// Two open indexes, and the articles that they have in common.
class Differ {
 public:
  Differ(OpenIndex* before, OpenIndex* after, DiffPrinter* printer)
      : before_(*before), after_(*after), printer_(*printer), ask_before_(before, 1, -1), ask_after_(after, 1, -1) {
    if (before_.articles() > 1 || after_.articles() > 1) printer_.ShowDocs();
  }

  void CompareArticles() {
    printer_.Begin("article", "Articles");
    for (const pith_article& article : before_.Articles(PITH_ALL_ARTICLES)) {
      const std::optional<pith_article> other = In(after_, String(article.id));
      const ContentsItem item = ItemOf(article);
      if (!other.has_value()) {
        printer_.Change(String(article.id), &item, nullptr);
      } else {
        common_.emplace_back(article, *other);
        const ContentsItem now = ItemOf(*other);
        if (View(article.text) != View(other->text) || item.shown != now.shown) {
          printer_.Change(String(article.id), &item, &now);
        }
      }
    }
    for (const pith_article& article : after_.Articles(PITH_ALL_ARTICLES)) {
      if (In(before_, String(article.id)).has_value()) continue;
      const ContentsItem item = ItemOf(article);
      printer_.Change(String(article.id), nullptr, &item);
    }
  }

  void Compare(const std::string& kind, const std::string& title,
               const std::function<Items(const OpenIndex&, const pith_article&)>& items) {
    printer_.Begin(kind, title);
    for (const auto& [before, after] : common_) {
      CompareItems(String(before.id), items(before_, before), items(after_, after), &printer_);
    }
  }

  // Asks both what either suggests.
  absl::Status CompareSuggested() {
    printer_.Begin("answer", "Answers");
    for (const auto& [before, after] : common_) {
      std::vector<std::string> questions;
      AddSuggested(before_, before, &questions);
      AddSuggested(after_, after, &questions);
      for (const std::string& question : questions) {
        if (absl::Status status = CompareAnswers(String(before.id), question); !status.ok()) return status;
      }
    }
    return absl::OkStatus();
  }

  absl::Status CompareExpected(const std::string& path) {
    printer_.Begin("answer", "Answers");
    LineHandler handler;
    handler.check = [](const Json& line) { return ReadExpectation(line).status(); };
    handler.run = [this](const Json& line) {
      const Expectation expected = *ReadExpectation(line);
      return CompareAnswers(expected.doc, expected.question);
    };
    return ForEachLine(path, handler);
  }

 private:
  static std::optional<pith_article> In(const OpenIndex& index, const std::string& id) {
    uint32_t number;
    pith_article article;
    const bool found = pith_find_article(index.get(), id.data(), id.size(), &number) == PITH_OK &&
                       pith_get_article(index.get(), number, &article) == PITH_OK;
    return found ? std::optional<pith_article>(article) : std::nullopt;
  }

  static ContentsItem ItemOf(const pith_article& article) {
    Json json = {{"doc", String(article.id)},
                 {"title", String(article.title)},
                 {"date", String(article.date)},
                 {"sentences", article.sentences},
                 {"bytes", article.text.size}};
    const std::string shown = absl::StrCat(View(article.id), ": ", article.sentences, " sentences, ", article.text.size,
                                           " bytes", article.date.size > 0 ? ", " : "", View(article.date),
                                           article.title.size > 0 ? ", " : "", View(article.title));
    return {String(article.id), "", shown, std::move(json)};
  }

  static void AddSuggested(const OpenIndex& index, const pith_article& article, std::vector<std::string>* questions) {
    for (uint32_t i = 0; i < article.suggestions; ++i) {
      pith_suggestion suggestion;
      if (pith_get_suggestion(index.get(), article.number, i, &suggestion) != PITH_OK) continue;
      const std::string question = String(suggestion.question);
      if (std::find(questions->begin(), questions->end(), question) == questions->end()) questions->push_back(question);
    }
  }

  // What the index answers; null where the article is not in it.
  static absl::StatusOr<std::optional<ContentsItem>> AnswerIn(const OpenIndex& index, const std::string& doc,
                                                              const std::string& question, Asker* asker) {
    const absl::StatusOr<uint32_t> article = index.Find(doc);
    if (!article.ok()) return std::optional<ContentsItem>();
    const absl::StatusOr<Reply> reply = asker->Ask(*article, question);
    if (!reply.ok()) return reply.status();
    Json json = {{"question", question}};
    asker->AddTo(*reply, &json);
    json.erase("near");
    const std::string text = reply->answers.empty() ? "no answer" : String(reply->answers[0].text);
    return std::optional<ContentsItem>(ContentsItem{question, "", absl::StrCat(question, "  ", text), json});
  }

  absl::Status CompareAnswers(const std::string& doc, const std::string& question) {
    const auto before = AnswerIn(before_, doc, question, &ask_before_);
    if (!before.ok()) return before.status();
    const auto after = AnswerIn(after_, doc, question, &ask_after_);
    if (!after.ok()) return after.status();
    const auto pointer = [](const std::optional<ContentsItem>& item) { return item.has_value() ? &*item : nullptr; };
    const ContentsItem *old_item = pointer(*before), *new_item = pointer(*after);
    const bool same =
        old_item == nullptr ? new_item == nullptr : new_item != nullptr && old_item->shown == new_item->shown;
    if (!same) printer_.Change(doc, old_item, new_item);
    return absl::OkStatus();
  }

  const OpenIndex &before_, &after_;
  DiffPrinter& printer_;
  Asker ask_before_, ask_after_;
  std::vector<std::pair<pith_article, pith_article>> common_;
};

absl::Status Diff(const DiffArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> before = OpenIndex::Open(arguments.before);
  if (!before.ok()) return before.status();
  absl::StatusOr<std::unique_ptr<OpenIndex>> after = OpenIndex::Open(arguments.after);
  if (!after.ok()) return after.status();
  DiffPrinter printer(arguments.json);
  Differ differ(before->get(), after->get(), &printer);
  differ.CompareArticles();
  differ.Compare("fact", "Facts", FactItems);
  differ.Compare("entity", "Names", EntityItems);
  differ.Compare("event", "Dates", EventItems);
  const absl::Status asked =
      arguments.expectations.empty() ? differ.CompareSuggested() : differ.CompareExpected(arguments.expectations);
  if (!asked.ok()) return asked;
  if (!arguments.json && printer.count() == 0) Print("No differences.\n");
  return absl::OkStatus();
}

}  // namespace

void AddDiff(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<DiffArguments>();
  verb->add_option("OLD", arguments->before, "An index")->required();
  verb->add_option("NEW", arguments->after, "Another of the same articles")->required();
  verb->add_option("EXPECTATIONS", arguments->expectations,
                   "Questions to ask of both, as pith test takes them [those that either suggests]");
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] { *action = [arguments] { return Diff(*arguments); }; });
}

}  // namespace pith::command
