#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "engine/index/part.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/corrections/apply.h"
#include "tools/compiler/corrections/corrector.h"

namespace pith::compiler {
namespace {

constexpr uint16_t kCertain = 10000;
constexpr uint16_t kImportanceOfOwn = 5000;  // of a fact that no sentence states
constexpr size_t kMostListed = 4;            // facts of an ambiguous quotation

class FactCorrector : Corrector {
 public:
  FactCorrector(Analysis* analysis, const Language& language) : Corrector(analysis, language) {
    for (size_t i = 0; i < analysis_.facts.size(); ++i) by_id_[IdOf(analysis_.facts[i])].push_back(i);
    owners_.resize(analysis_.facts.size());
  }

  // All corrections refer to the facts that were found, as they were.
  void Run() {
    std::vector<std::pair<size_t, const FactChange*>> changes;
    std::vector<char> gone(analysis_.facts.size());
    for (const FactRemoval& removal : corrections_.removals) {
      if (!IsMeant(removal)) continue;
      for (const size_t fact : Find(removal, removal.fact)) {
        if (Take(removal, fact)) gone[fact] = 1;
      }
    }
    for (const FactChange& change : corrections_.changes) {
      if (!IsMeant(change)) continue;
      const std::vector<size_t> found = Find(change, change.fact);
      if (found.size() > 1) {
        WarnSeveral(change, found);
      } else if (!found.empty() && Take(change, found[0])) {
        changes.emplace_back(found[0], &change);
      }
    }
    for (const auto& [fact, change] : changes) Fill(change->to, &analysis_.facts[fact]);
    Remove(gone);
    for (const FactAddition& addition : corrections_.additions) {
      if (IsMeant(addition)) Add(addition);
    }
    std::stable_sort(analysis_.facts.begin(), analysis_.facts.end(),
                     [](const Fact& a, const Fact& b) { return a.sentence < b.sentence; });
  }

 private:
  uint64_t IdOf(const Fact& fact) const {
    const Sentence& sentence = analysis_.sentences[fact.sentence];
    const absl::string_view text = analysis_.article.text;
    return FactId(AsBytes(text.substr(sentence.begin, sentence.end - sentence.begin)), AsBytes(fact.subject),
                  AsBytes(fact.relation), AsBytes(fact.object));
  }

  // The facts that a correction refers to; none with a warning.
  std::vector<size_t> Find(const Correction& correction, const FactReference& reference) {
    if (reference.id.has_value()) {
      const auto found = by_id_.find(*reference.id);
      if (found != by_id_.end()) return found->second;
      if (reference.quote.empty()) {
        Warn(correction,
             absl::StrCat("no fact has the id ", absl::StrFormat("%016x", *reference.id), NearestOf(reference)));
        return {};
      }
    }
    const std::vector<Span> quotes = quotations_.Find(reference.quote);
    if (quotes.empty()) {
      WarnNoQuote(correction, reference.quote);
      return {};
    }
    std::vector<size_t> found, there;
    for (size_t i = 0; i < analysis_.facts.size(); ++i) {
      if (!IsIn(analysis_.facts[i], quotes)) continue;
      there.push_back(i);
      if (Was(analysis_.facts[i], reference.was)) found.push_back(i);
    }
    if (found.empty()) {
      Warn(correction, there.empty() ? absl::StrCat("no fact was found in \"", reference.quote, "\"")
                                     : absl::StrCat("none of the facts there is that; ", Listed(there)));
    }
    return found;
  }

  // Whether the fact's words overlap one of the quotes.
  bool IsIn(const Fact& fact, const std::vector<Span>& quotes) const {
    return std::any_of(quotes.begin(), quotes.end(), [&](const Span& quote) {
      const std::vector<Token>& tokens = analysis_.sentences[quote.sentence].tokens;
      return fact.sentence == quote.sentence && fact.begin < tokens[quote.last - 1].end &&
             tokens[quote.first].begin < fact.end;
    });
  }

  bool Was(const Fact& fact, const std::vector<std::string>& was) const {
    return std::all_of(was.begin(), was.end(), [&](const std::string& words) {
      return SameWords(fact.subject, words) || SameWords(fact.relation, words) || SameWords(fact.object, words);
    });
  }

  // For a fact that is known by its id alone: one with the words that it was, if they are told.
  std::string NearestOf(const FactReference& reference) const {
    for (size_t i = 0; i < analysis_.facts.size() && !reference.was.empty(); ++i) {
      if (Was(analysis_.facts[i], reference.was)) return absl::StrCat("; nearest is ", Listed({i}));
    }
    return "; pith facts --json shows the ids";
  }

  std::string Listed(const std::vector<size_t>& facts) const {
    std::vector<std::string> listed;
    for (size_t i = 0; i < std::min(facts.size(), kMostListed); ++i) {
      const Fact& fact = analysis_.facts[facts[i]];
      listed.push_back(absl::StrFormat("%016x (%s | %s | %s)", IdOf(fact), fact.subject, fact.relation, fact.object));
    }
    if (facts.size() > kMostListed) listed.push_back(absl::StrCat("and ", facts.size() - kMostListed, " more"));
    return absl::StrJoin(listed, ", ");
  }

  void WarnSeveral(const FactChange& change, const std::vector<size_t>& found) {
    Warn(change, absl::StrCat(found.size(), " facts stand there, name one by \"fact\" or \"was\": ", Listed(found)));
  }

  // Whether no other correction has the fact.
  bool Take(const Correction& correction, size_t fact) {
    if (owners_[fact] != nullptr) {
      Warn(correction, absl::StrCat("contradicts line ", owners_[fact]->line, ", which has the same fact"));
      return false;
    }
    owners_[fact] = &correction;
    return true;
  }

  void Fill(const FactFields& fields, Fact* fact) {
    const auto set = [](const absl::optional<std::string>& from, std::string* to) {
      if (from.has_value()) *to = *from;
    };
    set(fields.subject, &fact->subject);
    set(fields.relation, &fact->relation);
    set(fields.object, &fact->object);
    set(fields.where, &fact->where);
    set(fields.speaker, &fact->attribution);
    if (fields.subject.has_value()) fact->subject_entity = EntityOf(*fields.subject);
    if (fields.object.has_value()) fact->object_entity = EntityOf(*fields.object);
    // What the old words meant as a number, the new ones do not.
    if (fields.object.has_value() || fields.number.has_value()) fact->value = -1;
    if (fields.number.has_value()) fact->value = AddNumber(fields);
    if (fields.when.has_value()) fact->when = AddDate(*fields.when);
    if (fields.modality.has_value()) fact->modality = *fields.modality;
    if (fields.negated.has_value()) fact->negated = *fields.negated;
    fact->confidence = kCertain;
    fact->by_editor = true;
  }

  int EntityOf(absl::string_view name) const {
    const std::vector<std::string> words = Words(name);
    for (size_t e = 0; e < analysis_.entities.size() && !words.empty(); ++e) {
      if (IsCalled(analysis_.entities[e], words)) return static_cast<int>(e);
    }
    return -1;
  }

  int AddValue(Value value) {
    if (analysis_.sentences.empty()) return -1;
    // Values stand in order of their sentences, and this one is of no words.
    value.span.sentence = static_cast<uint32_t>(analysis_.sentences.size()) - 1;
    analysis_.values.push_back(std::move(value));
    return static_cast<int>(analysis_.values.size()) - 1;
  }

  int AddNumber(const FactFields& fields) {
    Value value;
    value.kind = ValueKind::kNumber;
    value.mantissa = *fields.number;
    value.scale = fields.scale;
    value.unit = fields.unit;
    return AddValue(std::move(value));
  }

  int AddDate(const std::string& date) {
    Value value;
    value.kind = ValueKind::kDate;
    value.iso = date;
    return AddValue(std::move(value));
  }

  // What was removed did not happen on its date either, unless another fact of the sentence has that date.
  void RemoveEvents(const std::vector<char>& gone) {
    const auto is_of = [&](const Fact& fact, const Event& event) {
      const auto iso = [&](int value) -> const std::string& { return analysis_.values[static_cast<size_t>(value)].iso; };
      return fact.sentence == event.sentence && fact.when >= 0 && iso(fact.when) == iso(event.value) &&
             fact.begin < event.end && event.begin < fact.end;
    };
    const auto is_gone = [&](const Event& event) {
      bool any = false;
      for (size_t i = 0; i < gone.size(); ++i) {
        if (!is_of(analysis_.facts[i], event)) continue;
        if (gone[i] == 0) return false;
        any = true;
      }
      return any;
    };
    std::vector<Event>& events = analysis_.events;
    events.erase(std::remove_if(events.begin(), events.end(), is_gone), events.end());
  }

  void Remove(const std::vector<char>& gone) {
    RemoveEvents(gone);
    size_t kept = 0;
    for (size_t i = 0; i < gone.size(); ++i) {
      if (gone[i] == 0 && kept++ != i) analysis_.facts[kept - 1] = std::move(analysis_.facts[i]);
    }
    analysis_.facts.resize(kept);
  }

  void Add(const FactAddition& addition) {
    Fact fact;
    fact.sentence = kNoSentence;
    fact.importance = kImportanceOfOwn;
    if (!addition.quote.empty()) {
      const std::vector<Span> quotes = quotations_.Find(addition.quote);
      if (quotes.empty()) return WarnNoQuote(addition, addition.quote);
      const std::vector<Token>& tokens = analysis_.sentences[quotes[0].sentence].tokens;
      fact.sentence = quotes[0].sentence;
      fact.begin = tokens[quotes[0].first].begin;
      fact.end = tokens[quotes[0].last - 1].end;
      fact.importance = analysis_.importance[fact.sentence];
    }
    Fill(addition.fact, &fact);
    analysis_.facts.push_back(std::move(fact));
  }

  absl::flat_hash_map<uint64_t, std::vector<size_t>> by_id_;
  std::vector<const Correction*> owners_;  // of each fact
};

}  // namespace

void CorrectFacts(Analysis* analysis, const Language& language) {
  const Corrections* corrections = analysis->article.corrections.get();
  if (corrections == nullptr) return;
  const bool none = corrections->removals.empty() && corrections->changes.empty() && corrections->additions.empty();
  if (!none) FactCorrector(analysis, language).Run();
}

}  // namespace pith::compiler
