#include "tools/pith/changes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/pith/asker.h"
#include "tools/pith/expectations.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"

namespace pith::command {
namespace {

// Gathers changes of one kind after another.
class Changes {
 public:
  void Begin(const std::string& kind) { kind_ = kind; }

  // `before` or `after` is null where the item is new or gone.
  void Add(const std::string& doc, const ContentsItem* before, const ContentsItem* after) {
    Change change = {kind_, doc, {}, {}};
    if (before != nullptr) change.before = *before;
    if (after != nullptr) change.after = *after;
    all_.push_back(std::move(change));
  }

  std::vector<Change> Take() { return std::move(all_); }

 private:
  std::string kind_;
  std::vector<Change> all_;
};

using Items = std::vector<ContentsItem>;

// Adds what changed, then what is gone, then what is new, in the order of the items.
void CompareItems(const std::string& doc, const Items& before, const Items& after, Changes* changes) {
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
      if (same->second->shown != item.shown) changes->Add(doc, &item, same->second);
    } else if (moved != new_places.end() && paired.insert(moved->second).second) {
      if (moved->second->shown != item.shown) changes->Add(doc, &item, moved->second);
    } else {
      gone.push_back(&item);
    }
  }
  for (const ContentsItem* item : gone) changes->Add(doc, item, nullptr);
  for (const ContentsItem& item : after) {
    if (old_keys.count(item.key) == 0 && paired.count(&item) == 0) changes->Add(doc, nullptr, &item);
  }
}

// Two open indexes, and the articles that they have in common.
class Differ {
 public:
  Differ(OpenIndex* before, OpenIndex* after, Changes* changes)
      : before_(*before), after_(*after), changes_(*changes), ask_before_(before, 1, -1), ask_after_(after, 1, -1) {}

  void CompareArticles(const std::string& doc) {
    const auto counts = [&doc](const pith_article& article) { return doc.empty() || View(article.id) == doc; };
    changes_.Begin("article");
    for (const pith_article& article : before_.Articles(PITH_ALL_ARTICLES)) {
      if (!counts(article)) continue;
      const std::optional<pith_article> other = In(after_, String(article.id));
      const ContentsItem item = ItemOf(article);
      if (!other.has_value()) {
        changes_.Add(String(article.id), &item, nullptr);
      } else {
        common_.emplace_back(article, *other);
        ContentsItem now = ItemOf(*other);
        const bool other_text = View(article.text) != View(other->text);
        if (other_text && item.shown == now.shown) now.shown += ", in other words";
        if (other_text || item.shown != now.shown) {
          changes_.Add(String(article.id), &item, &now);
        }
      }
    }
    for (const pith_article& article : after_.Articles(PITH_ALL_ARTICLES)) {
      if (!counts(article) || In(before_, String(article.id)).has_value()) continue;
      const ContentsItem item = ItemOf(article);
      changes_.Add(String(article.id), nullptr, &item);
    }
  }

  void Compare(const std::string& kind, const std::function<Items(const OpenIndex&, const pith_article&)>& items) {
    changes_.Begin(kind);
    for (const auto& [before, after] : common_) {
      CompareItems(String(before.id), items(before_, before), items(after_, after), &changes_);
    }
  }

  // Asks both what either suggests.
  absl::Status CompareSuggested() {
    changes_.Begin("answer");
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
    changes_.Begin("answer");
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
    if (!same) changes_.Add(doc, old_item, new_item);
    return absl::OkStatus();
  }

  const OpenIndex &before_, &after_;
  Changes& changes_;
  Asker ask_before_, ask_after_;
  std::vector<std::pair<pith_article, pith_article>> common_;
};

}  // namespace

std::string TitleOf(const std::string& kind) {
  return kind == "article"  ? "Articles"
         : kind == "fact"   ? "Facts"
         : kind == "event"  ? "Dates"
         : kind == "entity" ? "Names"
                            : "Answers";
}

absl::StatusOr<std::vector<Change>> ChangesBetween(OpenIndex* before, OpenIndex* after, const std::string& doc,
                                                   const std::string& expectations) {
  Changes changes;
  Differ differ(before, after, &changes);
  differ.CompareArticles(doc);
  differ.Compare("fact", FactItems);
  differ.Compare("entity", EntityItems);
  differ.Compare("event", EventItems);
  const absl::Status asked = expectations.empty() ? differ.CompareSuggested() : differ.CompareExpected(expectations);
  if (!asked.ok()) return asked;
  return changes.Take();
}

}  // namespace pith::command
