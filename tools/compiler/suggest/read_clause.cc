// The first step of a clause's questions: what its subject and verb are, in the words of a question.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/suggest/ask_clause.h"
#include "tools/compiler/suggest/clause_questions.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {

bool ClauseQuestions::ReadSubject() {
  // "Leave the boots in the hall": where should you leave them?
  addressed_ = IsImperative(tree_, verb_);
  if (addressed_) return AddressReader();
  const std::vector<int> subjects = tree_.Children(SubjectClause(tree_, verb_), {Rel::kNsubj, Rel::kNsubjPass});
  added_ = IsOneOf(tree_[verb_].rel, {Rel::kAcl, Rel::kAclRelcl});
  if (!added_ && subjects.size() != 1) return false;
  subject_ = added_ ? tree_[verb_].head : subjects.front();
  const Token& token = tree_[subject_];
  if (added_ && ((token.pos != Pos::kNoun && token.pos != Pos::kPropn) || tree_.Has(subject_, Rel::kConj)))
    return false;
  // "the painter and sculptor Ann Lee, who": whose clause is it?
  if (added_ && token.rel == Rel::kConj) return false;
  if (subject_ > verb_ || token.pos == Pos::kVerb || token.pos == Pos::kAdj ||
      IsOneOf(token.folded, {"who", "which", "that", "what"})) {
    return false;
  }
  // "You hear three beeps": if what?
  if (token.folded == "you") {
    const std::string& helper = tree_[tree_.Child(verb_, Rel::kAux)].folded;
    return (IsOneOf(tree_[verb_].lemma, {"pay", "get", "need"}) || IsOneOf(helper, {"can", "may", "must", "should"})) &&
           AddressReader();
  }
  // "Most likely eighty barrels came loose."
  for (int t = tree_.SubtreeBegin(subject_); t < subject_; ++t) {
    if (IsDoubtAdverb(tree_[t].folded)) return false;
  }
  subject_words_ = sentence_.Phrase(subject_, kBarePhrase, -1);
  // "the operation planned for June"
  if (!subject_words_) subject_words_ = sentence_.Phrase(subject_, kNounPhrase, -1);
  // "The driver, Ann Lee, stopped": the name tells who.
  const int name = tree_.Child(subject_, {Rel::kAppos, Rel::kFlat});
  if (token.pos == Pos::kNoun && tree_[name].pos == Pos::kPropn && sentence_.IsTypeSure(name) &&
      (!subject_words_ || !subject_words_->named)) {
    subject_words_ = sentence_.Phrase(name, kBarePhrase, -1);
  }
  if (subject_words_ && (subject_words_->open || sentence_.IsNobody(subject_))) subject_words_.reset();
  // "Pneumonia killed her": a capital that only begins the sentence makes no name.
  if (subject_words_ && IsBegun(subject_)) subject_words_.reset();
  plural_ = token.pos == Pos::kPron ? token.folded == "they" : IsPlural(tree_, subject_);
  return true;
}

bool ClauseQuestions::IsBegun(int noun) const {
  if (noun != 0 || tree_[noun].pos != Pos::kPropn || tree_[1].name != NameType::kNone || tree_.Has(noun, Rel::kFlat)) {
    return false;
  }
  for (const Sentence& sentence : sentence_.analysis().sentences) {
    for (size_t t = 1; t < sentence.tokens.size() && !sentence.heading; ++t) {
      if (sentence.tokens[t].folded == tree_[noun].folded && sentence.tokens[t].pos == Pos::kPropn) return false;
    }
  }
  return reading_.TypeOf(noun) != NameType::kPerson ||
         NounClassOf(sentence_.language(), tree_[noun].folded) != NounClass::kNone;
}

bool ClauseQuestions::AddressReader() {
  subject_words_.emplace();
  subject_words_->text = "you";
  subject_words_->named = true;
  plural_ = true;
  return true;
}

bool ClauseQuestions::ReadVerb() {
  const std::string& lemma = tree_[verb_].lemma;
  if (tree_[verb_].pos == Pos::kAdj) return ReadState();
  if (addressed_) {
    verb_words_.front = "should";
    verb_words_.rest = lemma;
    verb_words_.modal = true;
    negated_ = tree_.IsNegated(verb_);
    if (negated_) {
      const bool never = tree_[verb_ - 1].folded == "never";
      verb_words_.rest = absl::StrCat(never ? "never " : "not ", lemma);
      return never || tree_[verb_ - 1].folded == "not";
    }
    return !tree_.Has(verb_, Rel::kAux) && ReadAdverbs();
  }
  // "is made by hand", "smoking is allowed", "was put together" are whole.
  const bool whole = tree_.IsPassive(verb_) && IsOneOf(lemma, {"make", "allow", "order", "name", "call", "know"});
  if (IsUnaskedVerb(lemma) && !counts_only_ && !whole) return false;
  const bool completed = tree_.Child(verb_, {Rel::kXcomp, Rel::kCompoundPrt}) >= 0;
  if (!completed && !whole && NeedsPredicate(lemma)) return false;
  if (tree_[verb_].rel == Rel::kAcl) return ReadParticiple();
  const std::optional<VerbWording> words = WordVerb(reading_, sentence_.language(), verb_, plural_);
  if (!words) return false;
  verb_words_ = *words;
  return ReadAdverbs();
}

void ClauseQuestions::AskMeaning() {
  const bool word =
      tree_[subject_].pos == Pos::kPropn || IsOneOf(tree_[subject_].lemma, {"name", "word", "term", "title"});
  if (!word || !subject_words_) return;
  constexpr size_t kMostMeaning = 9;  // tokens
  const bool quoted = IsOneOf(tree_[verb_ + 1].folded, {"\"", "“", "‘", "'"});
  std::vector<int> answer;
  for (int t = verb_ + (quoted ? 2 : 1); t < tree_.size() && answer.size() < kMostMeaning; ++t) {
    if (tree_[t].pos == Pos::kPunct) break;
    answer.push_back(t);
  }
  importance_ = sentence_.SentenceImportance();
  Wording words;
  words.named = true;
  sentence_.Emit(QuestionKind::kStandsFor, importance_, absl::StrCat("What does ", subject_words_->text, " mean"),
                 answer, words);
}

bool ClauseQuestions::ReadParticiple() {
  const std::string& form = tree_[verb_].folded;
  const bool dated = std::any_of(tree_.children(verb_).begin(), tree_.children(verb_).end(), [&](int child) {
    const int date = reading_.ValueOf(child, ValueKind::kDate);
    return date >= 0 && IsWholeDate(sentence_.value(date).span);
  });
  if (!dated || !absl::EndsWith(form, "ed") || tree_.IsNegated(verb_)) return false;
  verb_words_.front = plural_ ? "were" : "was";
  verb_words_.rest = form;
  verb_words_.whole = verb_words_.singular = absl::StrCat(verb_words_.front, " ", form);
  return ReadAdverbs();
}

bool ClauseQuestions::ReadState() {
  const std::vector<int> helpers = tree_.Children(verb_, {Rel::kCop, Rel::kAux, Rel::kAuxPass});
  state_ = true;
  if (helpers.size() != 1 || helpers.front() + 1 != verb_) return false;
  verb_words_.front = tree_[helpers.front()].folded;
  verb_words_.rest = tree_[verb_].folded;
  verb_words_.singular =
      absl::StrCat(plural_ && verb_words_.front == "are" ? "is" : verb_words_.front, " ", verb_words_.rest);
  const bool agrees = plural_ ? IsOneOf(verb_words_.front, {"are", "were"}) : IsOneOf(verb_words_.front, {"is", "was"});
  return agrees && ReadAdverbs();
}

bool ClauseQuestions::ReadAdverbs() {
  for (int child : tree_.Children(verb_, {Rel::kAdvmod})) {
    const std::string& adverb = tree_[child].folded;
    // "Stand the unit upright for four hours": what must not be left out.
    if (addressed_ && child > verb_) return false;
    if (addressed_ && adverb == "then") continue;
    // "twice a day" is asked for; "twice" is not.
    if (IsOneOf(adverb, {"twice", "once"}) && IsOneOf(tree_[child + 1].folded, {"a", "an", "every", "per"})) continue;
    if (IsNegativeWord(adverb)) {
      const bool never = adverb == "never", told = never || IsOneOf(adverb, {"not", "n't"});
      if (!told || child + 1 != verb_ || verb_words_.rest.empty() || state_) return false;
      verb_words_.rest = absl::StrCat(never ? "never " : "not ", verb_words_.rest);
      continue;
    }
    if (IsOneOf(adverb, {"again", "twice", "once", "rarely", "longer", "otherwise", "instead", "elsewhere", "already",
                         "soon", "mostly", "partly", "half", "so", "too", "then", "there"})) {
      return false;
    }
    if (!IsOneOf(adverb, {"first", "last", "originally", "still", "usually", "often"}) || child > verb_) continue;
    const size_t main = verb_words_.rest.rfind(' ') + 1;  // 0: one word
    verb_words_.rest.insert(main, absl::StrCat(adverb, " "));
    for (std::string* words : {&verb_words_.whole, &verb_words_.singular}) {
      words->insert(words->rfind(' ') + 1, absl::StrCat(adverb, " "));
    }
  }
  return true;
}

bool ClauseQuestions::IsMisdated() const {
  return verb_words_.perfect && std::any_of(complements_.begin(), complements_.end(), [&](const Complement& one) {
           return one.date && IsOneOf(tree_.CaseOf(one.head), {"in", "on"});
         });
}

bool IsRule(const Tree& tree, int verb) {
  return IsOneOf(tree[verb].lemma,
                 {"allow", "permit", "forbid", "ban", "prohibit", "forbidden", "prohibited", "allowed"}) &&
         tree.Child(verb, {Rel::kAuxPass, Rel::kCop}) >= 0;
}

bool ClauseQuestions::IsTopic(int noun) const {
  const std::string title = absl::AsciiStrToLower(sentence_.analysis().article.title);
  if (reading_.IsTopic(noun) || (tree_[noun].pos == Pos::kPropn && absl::StrContains(title, tree_[noun].folded))) {
    return true;
  }
  return sentence_.IsFirstNamed(reading_.text().EntityOf(noun));
}

}  // namespace pith::compiler
