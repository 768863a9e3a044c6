#include "tools/compiler/suggest/verb_wording.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/lexicon/irregular_verbs.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool IsLetters(absl::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The dictionary form, which is that of the token or, where that is not a word ("repaire", "interven"), the form
// without its ending; empty: none is known.
std::string KnownLemma(const Language& language, const Token& verb) {
  if (language.IsKnown(AsBytes(verb.lemma))) return verb.lemma;
  if (!absl::EndsWith(verb.folded, "ed")) return "";
  for (const size_t ending : {2, 1}) {  // "repaired", "moved"
    const std::string stem = verb.folded.substr(0, verb.folded.size() - ending);
    if (language.IsKnown(AsBytes(stem))) return stem;
  }
  return "";
}

}  // namespace

std::string ThirdPerson(absl::string_view lemma) {
  if (lemma == "have") return "has";
  if (absl::EndsWith(lemma, "y") && lemma.size() > 1 &&
      !IsOneOf(lemma.substr(lemma.size() - 2, 1), {"a", "e", "o", "u"})) {
    return absl::StrCat(lemma.substr(0, lemma.size() - 1), "ies");
  }
  const bool hisses = absl::EndsWith(lemma, "s") || absl::EndsWith(lemma, "x") || absl::EndsWith(lemma, "z") ||
                      absl::EndsWith(lemma, "ch") || absl::EndsWith(lemma, "sh") || absl::EndsWith(lemma, "o");
  return absl::StrCat(lemma, hisses ? "es" : "s");
}

bool IsFormOf(absl::string_view form, absl::string_view lemma) {
  if (!IsLetters(form) || !IsLetters(lemma) || lemma.size() < 2) return false;
  if (form == lemma || form == ThirdPerson(lemma)) return true;
  for (const IrregularVerb& verb : IrregularVerbs()) {
    if (verb.lemma == lemma) return form == verb.past || form == verb.participle || form == absl::StrCat(lemma, "ed");
    // "found" is a form of "find" here, not of "found".
    if (verb.past == form && lemma != form) return false;
  }
  if (!absl::EndsWith(form, "ed")) return false;
  const absl::string_view stem = form.substr(0, form.size() - 2);
  if (stem == lemma || absl::StrCat(stem, "e") == lemma) {
    // "planed" from "plan", "hoped" from "hop": a short stem doubles its last letter or has an "e".
    return true;
  }
  if (absl::EndsWith(stem, "i") && absl::StrCat(stem.substr(0, stem.size() - 1), "y") == lemma) return true;
  return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2] && stem.substr(0, stem.size() - 1) == lemma;
}

std::string ActiveOf(const Tree& tree, int verb) {
  const std::vector<int> helpers = tree.Children(verb, {Rel::kAux, Rel::kAuxPass});
  const Token& main = tree[verb];
  const std::string& modal = tree[helpers.empty() ? -1 : helpers.front()].folded;
  if (helpers.size() == 2 && tree[helpers.back()].folded == "be" && IsOneOf(modal, {"can", "may", "must", "should"})) {
    return absl::StrCat(modal, " ", main.lemma);
  }
  if (helpers.size() != 1 || helpers.front() > verb || !IsFormOf(main.folded, main.lemma)) return "";
  if (IsOneOf(tree[helpers.front()].folded, {"is", "are"})) return ThirdPerson(main.lemma);
  if (!IsOneOf(tree[helpers.front()].folded, {"was", "were"})) return "";
  for (const IrregularVerb& known : IrregularVerbs()) {
    if (known.lemma == main.lemma) return std::string(known.past);
  }
  return absl::EndsWith(main.folded, "ed") ? main.folded : "";
}

std::optional<VerbWording> WordVerb(const SentenceReading& reading, const Language& language, int verb, bool plural) {
  const Tree& tree = reading.tree();
  const Token& main = tree[verb];
  std::vector<int> auxiliaries = tree.Children(verb, {Rel::kAux, Rel::kAuxPass});
  VerbWording out;
  if (auxiliaries.empty()) {
    if (main.lemma == "be" || !IsFormOf(main.folded, main.lemma) || absl::EndsWith(main.folded, "ing")) {
      return std::nullopt;
    }
    out.rest = KnownLemma(language, main);
    if (out.rest.empty()) return std::nullopt;
    const bool third = main.folded == ThirdPerson(main.lemma);
    const bool base = main.folded == main.lemma;
    if (base && IsUnchangingVerb(main.lemma) && plural) return std::nullopt;  // past or present?
    const bool present = base && !(IsUnchangingVerb(main.lemma) && !plural);
    if (present && !plural) return std::nullopt;
    if (third && plural) return std::nullopt;  // misread
    out.front = third ? "does" : present ? "do" : "did";
    out.whole = third ? main.lemma : main.folded;
    out.singular = present ? ThirdPerson(main.lemma) : main.folded;
    return out;
  }
  std::sort(auxiliaries.begin(), auxiliaries.end());
  if (auxiliaries.front() > verb || auxiliaries.size() > 3) return std::nullopt;
  const std::string& first = tree[auxiliaries.front()].folded;
  out.modal = IsOneOf(first, {"can", "may", "must", "should"});
  if (!out.modal && !IsOneOf(first, {"was", "were", "is", "are", "has", "have", "did", "does"})) return std::nullopt;
  const bool mismatch = plural ? IsOneOf(first, {"was", "is", "has", "does"}) : IsOneOf(first, {"are", "were", "have"});
  if (mismatch) return std::nullopt;
  out.perfect = first == "has" || first == "have";
  out.front = first;
  for (size_t i = 1; i < auxiliaries.size(); ++i) {
    const std::string& word = tree[auxiliaries[i]].folded;
    if (!IsOneOf(word, {"been", "being"}) && !(out.modal && word == "be")) return std::nullopt;
    if (auxiliaries[i] > verb) return std::nullopt;
    absl::StrAppend(&out.rest, word, " ");
  }
  // After a form of "be" or "have" there must be a participle; after "did", the base form.
  const bool passive = tree.Has(verb, Rel::kAuxPass), continuous = absl::EndsWith(main.folded, "ing");
  if (first == "did" || first == "does" || (out.modal && auxiliaries.size() == 1)) {
    if (main.folded != main.lemma) return std::nullopt;
  } else if (!continuous && main.folded == main.lemma && !IsUnchangingVerb(main.lemma) &&
             !IsOneOf(main.lemma, {"become", "come", "run", "overcome"})) {
    return std::nullopt;
  }
  if (passive && continuous) return std::nullopt;
  absl::StrAppend(&out.rest, main.folded);
  out.whole = absl::StrCat(first, " ", out.rest);
  const std::string singular = first == "were" ? "was" : first == "are" ? "is" : first == "have" ? "has" : first;
  out.singular = absl::StrCat(singular, " ", out.rest);
  return out;
}

}  // namespace pith::compiler
