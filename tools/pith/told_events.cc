#include "tools/pith/told_events.h"

#include <algorithm>
#include <cstddef>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

// Where the first word of `text` that is a pronoun for a subject or an owner stands.
struct Pronoun {
  size_t begin = 0, size = 0;
  bool owns = false;
};

Pronoun FirstPronoun(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && (absl::ascii_isalpha(static_cast<unsigned char>(text[end])) || text[end] < 0)) ++end;
    const std::string word = absl::AsciiStrToLower(text.substr(at, end - at));
    for (absl::string_view pronoun : {"he", "she", "it", "they"}) {
      if (word == pronoun) return {at, end - at, false};
    }
    for (absl::string_view owner : {"his", "her", "its", "their"}) {
      if (word == owner) return {at, end - at, true};
    }
    at = std::max(end, at + 1);
  }
  return {};
}

// Whether the text has one of the name's words: "Lyle" of "Margaret Lyle", and then it says who.
bool HasWordOf(absl::string_view name, absl::string_view text) {
  const std::vector<absl::string_view> words = absl::StrSplit(text, absl::ByAnyChar(" ,.;:()\"'"));
  for (absl::string_view part : absl::StrSplit(name, ' ')) {
    if (part.size() > 2 && std::find(words.begin(), words.end(), part) != words.end()) return true;
  }
  return false;
}

// The name that the fact's subject gives for a pronoun of the sentence; empty if it is none that the text lacks.
std::string NameIn(const pith_fact& fact, bool owns, absl::string_view sentence) {
  absl::string_view name = View(fact.subject);
  if (owns) {
    const size_t owner = std::min(name.find("'s "), name.find("s' "));
    if (owner == absl::string_view::npos) return "";
    name = name.substr(0, owner + 2);
  }
  return HasWordOf(name, sentence) ? "" : std::string(name);
}

class Teller {
 public:
  Teller(const OpenIndex& index, const pith_article& article) : index_(index) {
    for (uint32_t i = 0; i < article.facts; ++i) {
      pith_fact fact;
      if (pith_get_fact(index.get(), article.number, i, &fact) == PITH_OK) facts_[fact.sentence].push_back(fact);
    }
  }

  ToldEvent Tell(const pith_event& event) const {
    ToldEvent told{event, std::string(View(event.text))};
    const auto found = facts_.find(event.sentence);
    if (found == facts_.end()) return told;
    Name(found->second, &told);
    // A date of something that plainly happened needs no mark, nor does the end of what was not so: "not until 1906".
    for (const pith_fact& fact : found->second) {
      if (fact.when.kind != PITH_VALUE_DATE || View(fact.when.iso) != View(event.date)) continue;
      told.modality = fact.modality;
      told.negated = fact.negated != 0 && !absl::StrContains(told.text, " until ");
      if (fact.modality == PITH_STATED && fact.negated == 0) break;
    }
    return told;
  }

 private:
  // Puts a name in the place of the first pronoun, if a fact around it is told of one.
  void Name(const std::vector<pith_fact>& facts, ToldEvent* told) const {
    const Pronoun pronoun = FirstPronoun(told->text);
    pith_sentence sentence;
    if (pronoun.size == 0 ||
        pith_get_sentence(index_.get(), told->event.article, told->event.sentence, &sentence) != PITH_OK) {
      return;
    }
    const size_t at = told->event.begin + pronoun.begin;
    for (const pith_fact& fact : facts) {
      const std::string name = NameIn(fact, pronoun.owns, View(sentence.text));
      if (name.empty() || fact.begin > at || fact.end <= at) continue;
      return Put(name, pronoun, told);
    }
    // The person meant at the beginning of the sentence.
    const absl::string_view meant = View(sentence.resolved);
    if (!meant.empty() && at == sentence.begin) Put(absl::StrCat(meant, pronoun.owns ? "'s" : ""), pronoun, told);
  }

  static void Put(const std::string& name, Pronoun pronoun, ToldEvent* told) {
    told->text.replace(pronoun.begin, pronoun.size, name);
    if (pronoun.begin == 0) told->text[0] = absl::ascii_toupper(static_cast<unsigned char>(told->text[0]));
  }

  const OpenIndex& index_;
  absl::flat_hash_map<uint32_t, std::vector<pith_fact>> facts_;  // by sentence
};

}  // namespace

Json ToJson(const OpenIndex& index, const ToldEvent& told) {
  Json out = ToJson(index, told.event);
  if (View(told.event.text) != told.text) out["told"] = told.text;
  if (told.negated) out["negated"] = true;
  if (told.modality != PITH_STATED) out["modality"] = String(ModalityName(told.modality));
  return out;
}

std::string NoteOf(const ToldEvent& told) {
  const absl::string_view modality = ModalityName(told.modality);
  return absl::StrCat(told.negated ? "not so" : "", told.negated && !modality.empty() ? ", " : "", modality);
}

std::vector<ToldEvent> EventsOf(const OpenIndex& index, const pith_article& article) {
  const Teller teller(index, article);
  std::vector<ToldEvent> events;
  for (uint32_t i = 0; i < article.events; ++i) {
    pith_event event;
    if (pith_get_event(index.get(), article.number, i, &event) == PITH_OK) events.push_back(teller.Tell(event));
  }
  return events;
}

}  // namespace pith::command
