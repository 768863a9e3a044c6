#include "tools/compiler/suggest/ask_counts.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_complements.h"

namespace pith::compiler {

void AskExistence(AskedSentence* sentence, int verb) {
  const Tree& tree = sentence->tree();
  const int there = tree.Child(verb, Rel::kExpl), counted = tree.Child(verb, Rel::kNsubj);
  if (tree[there].folded != "there" || counted < verb || tree[verb].lemma != "be" ||
      !IsOneOf(tree[verb].folded, {"are", "were"}) || tree.IsNegated(verb) ||
      tree.Child(verb, {Rel::kAux, Rel::kAdvcl, Rel::kMark, Rel::kCcomp}) >= 0) {
    return;
  }
  const int number = sentence->reading().ValueOf(counted, ValueKind::kNumber);
  if (number < 0) return;
  const std::string noun = sentence->Counted(counted, number);
  if (noun.empty()) return;
  const std::optional<std::vector<Complement>> complements = ReadComplements(*sentence, verb, -1);
  if (!complements) return;
  Wording tail;
  for (const Complement& one : *complements) {
    // "There are five, in the other wing": a place that cannot be named changes the count.
    if (one.rel != Rel::kObl) continue;
    if (one.date) return;
    if (!one.wording || one.wording->open) return;
    if (!one.before) absl::StrAppend(&tail.text, " ", one.wording->text);
  }
  tail.named = true;
  // "How many people were there on board?"
  size_t kind = noun.size();
  for (const char* place : {" on ", " in ", " at ", " to "}) kind = std::min(kind, noun.find(place));
  sentence->Emit(
      QuestionKind::kHowMany, sentence->SentenceImportance(),
      absl::StrCat("How many ", noun.substr(0, kind), " ", tree[verb].folded, " there", noun.substr(kind), tail.text),
      TokensOf(sentence->value(number).span), tail);
}

}  // namespace pith::compiler
