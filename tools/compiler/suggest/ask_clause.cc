#include "tools/compiler/suggest/ask_clause.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/suggest/clause_questions.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {
namespace {

constexpr size_t kSubjectRoom = 8;  // words in a question's tail; essential ones may exceed it

constexpr std::array<const char*, 4> kOwners = {" his ", " her ", " its ", " their "};

bool IsCurrency(absl::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void ClauseQuestions::Run() {
  if (!ReadSubject() || !ReadVerb()) return;
  importance_ = verb_words_.modal ? sentence_.PossibleImportanceAt(verb_) : sentence_.ImportanceAt(verb_);
  if (importance_ == 0) return;
  std::optional<std::vector<Complement>> complements =
      ReadComplements(sentence_, verb_, reading_.text().EntityOf(subject_));
  if (!complements) return;
  complements_ = *std::move(complements);
  if (IsMisdated()) return;
  AskSubject();
  if (!subject_words_) return;
  for (size_t i = 0; i < complements_.size(); ++i) AskComplement(i);
  AskWhy();
}

bool ClauseQuestions::ReadSubject() {
  // "Leave the boots in the hall": where should you leave them?
  addressed_ = IsImperative(tree_, verb_);
  if (addressed_) return AddressReader();
  const std::vector<int> subjects = tree_.Children(SubjectClause(tree_, verb_), {Rel::kNsubj, Rel::kNsubjPass});
  if (subjects.size() != 1) return false;
  subject_ = subjects.front();
  const Token& token = tree_[subject_];
  if (subject_ > verb_ || token.pos == Pos::kVerb || token.pos == Pos::kAdj ||
      IsOneOf(token.folded, {"who", "which", "that", "what"})) {
    return false;
  }
  // "You hear three beeps": if what?
  if (token.folded == "you") {
    return (IsOneOf(tree_[verb_].lemma, {"pay", "get", "need", "have"}) || tree_.Has(verb_, Rel::kAux)) &&
           AddressReader();
  }
  // "Most likely eighty barrels came loose."
  for (int t = tree_.SubtreeBegin(subject_); t < subject_; ++t) {
    if (IsDoubtAdverb(tree_[t].folded)) return false;
  }
  subject_words_ = sentence_.Phrase(subject_, kBarePhrase, -1);
  // "the operation planned for June"
  if (!subject_words_) subject_words_ = sentence_.Phrase(subject_, kNounPhrase, -1);
  if (subject_words_ && (subject_words_->open || sentence_.IsNobody(subject_))) subject_words_.reset();
  // "Pneumonia killed her": a capital that only begins the sentence makes no name.
  if (subject_words_ && IsBegun(subject_)) subject_words_.reset();
  plural_ = token.pos == Pos::kPron ? token.folded == "they" : IsPlural(tree_, subject_);
  return true;
}

bool ClauseQuestions::IsBegun(int noun) const {
  if (noun != 0 || tree_[noun].pos != Pos::kPropn || tree_[1].name != NameType::kNone) return false;
  for (const Sentence& sentence : sentence_.analysis().sentences) {
    for (size_t t = 1; t < sentence.tokens.size() && !sentence.heading; ++t) {
      if (sentence.tokens[t].folded == tree_[noun].folded && sentence.tokens[t].pos == Pos::kPropn) return false;
    }
  }
  return sentence_.reading().TypeOf(noun) != NameType::kPerson;
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
  if (addressed_) {
    verb_words_.front = "should";
    verb_words_.rest = lemma;
    verb_words_.modal = true;
    return !tree_.Has(verb_, Rel::kAux) && ReadAdverbs();
  }
  // "is made by hand", "smoking is allowed", "was put together" are whole.
  const bool whole = tree_.IsPassive(verb_) && IsOneOf(lemma, {"make", "allow", "order", "name"});
  if (IsUnaskedVerb(lemma) && !counts_only_ && !whole) return false;
  const bool completed = tree_.Child(verb_, {Rel::kXcomp, Rel::kCompoundPrt}) >= 0;
  if (!completed && !whole && NeedsPredicate(lemma)) return false;
  const std::optional<VerbWording> words = WordVerb(reading_, sentence_.language(), verb_, plural_);
  if (!words) return false;
  verb_words_ = *words;
  return ReadAdverbs();
}

bool ClauseQuestions::ReadAdverbs() {
  for (int child : tree_.Children(verb_, {Rel::kAdvmod})) {
    const std::string& adverb = tree_[child].folded;
    // "Stand the unit upright for four hours": what must not be left out.
    if (addressed_ && child > verb_) return false;
    if (IsOneOf(adverb, {"again",     "twice",   "once",      "often",   "usually", "rarely", "longer",
                         "otherwise", "instead", "elsewhere", "already", "soon",    "mostly", "partly",
                         "half",      "so",      "too",       "not",     "then",    "there"})) {
      return false;
    }
    if (!IsOneOf(adverb, {"first", "last", "originally", "still"}) || child > verb_) continue;
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

void ClauseQuestions::AskSubject() {
  if (subject_ < 0 || tree_[subject_].pos == Pos::kPron || (complements_.empty() && !tree_.IsPassive(verb_))) return;
  const Wording tail = TailOf(sentence_, complements_, -1, kSubjectRoom);
  const int number = reading_.ValueOf(subject_, ValueKind::kNumber);
  if (number >= 0) {
    AskHowMany(number, tail);
    return;
  }
  if (verb_words_.modal || counts_only_) return;
  const std::vector<int> answer = reading_.Phrase(subject_, kBarePhrase);
  if (answer.size() > 8 || tail.text.empty()) return;
  // "What was built in 1838? The house": that says nothing.
  if (SaysNothing(answer)) return;
  // A subject that only the surrounding text explains is not an answer.
  if (!subject_words_ || subject_words_->described) return;
  const bool acts = tree_.Has(verb_, Rel::kObj) && !tree_.IsPassive(verb_);
  // "Who rejected Ann Lee?", not what.
  const bool judged = acts && IsPersonal(reading_, sentence_.language(), tree_.Child(verb_, Rel::kObj));
  // "the overfishing of krill led officials to act"
  if (judged && tree_[subject_].pos == Pos::kNoun && !IsPersonal(reading_, sentence_.language(), subject_)) return;
  const bool person = IsPersonal(reading_, sentence_.language(), subject_) ||
                      (acts && (judged || IsOrganization(reading_, sentence_.language(), subject_)));
  if (!sentence_.IsTypeSure(subject_)) return;
  // "What called a strike? The union"
  if (!person && (IsDeedOfPeople(tree_[verb_].lemma) || tree_[verb_].lemma == "cost")) return;
  // "Who meets their guests?" Whose?
  const std::string spaced = absl::StrCat(tail.text, " ");
  if (std::any_of(kOwners.begin(), kOwners.end(), [&](const char* own) { return absl::StrContains(spaced, own); })) {
    return;
  }
  // "What began? Digging"
  if (answer.size() == 1 && tree_[subject_].pos == Pos::kNoun) return;
  const bool titled = std::any_of(answer.begin(), answer.end(),
                                  [&](int t) { return tree_[t].pos == Pos::kPropn && IsTitle(tree_[t].folded); });
  if (titled && !person) return;
  sentence_.Emit(QuestionKind::kSubject, importance_,
                 absl::StrCat(person ? "Who " : "What ", verb_words_.singular, tail.text), answer, tail);
}

void ClauseQuestions::AskHowMany(int number, const Wording& tail) {
  const std::string counted = sentence_.Counted(subject_, number);
  if (counted.empty() || !plural_) return;
  // "How many firms are based?" and "How many women came?" ask nothing.
  if (tail.text.empty() && (IsLocatingVerb(tree_[verb_].lemma) || !tree_.IsPassive(verb_))) return;
  sentence_.Emit(QuestionKind::kHowMany, importance_,
                 absl::StrCat("How many ", counted, " ", verb_words_.whole, tail.text),
                 TokensOf(sentence_.value(number).span), tail);
}

void ClauseQuestions::AskComplement(size_t number) {
  const Complement& one = complements_[number];
  const Wording tail = TailOf(sentence_, complements_, static_cast<int>(number), kTailRoom);
  const bool by = one.rel == Rel::kOblAgent || (one.rel == Rel::kObl && tree_.CaseOf(one.head) == "by");
  if (one.rel == Rel::kObj) {
    AskObject(one, tail);
  } else if (counts_only_) {
    return;
  } else if (one.date && AskDate(one, tail)) {
    return;
  } else if (IsTime(one)) {
    AskTime(number);
  } else if (by && tree_.IsPassive(verb_) && !verb_words_.front.empty()) {
    AskAgent(one);
  } else if (one.rel != Rel::kObl && one.rel != Rel::kOblUnmarked) {
    return;
  } else if (reading_.ValueOf(one.head, ValueKind::kDuration) >= 0) {
    AskDuration(one, tail);
  } else if (!AskCounted(one) && !AskMaterial(one)) {
    AskPlace(one, tail);
  }
}

void ClauseQuestions::AskObject(const Complement& one, const Wording& tail) {
  const Token& token = tree_[one.head];
  if ((token.pos != Pos::kNoun && token.pos != Pos::kPropn) || tree_.Has(verb_, Rel::kXcomp) ||
      tree_.Children(verb_, {Rel::kObj, Rel::kIobj}).size() > 1) {
    return;
  }
  if (const int value = reading_.ValueOf(one.head, ValueKind::kNumber); value >= 0) {
    AskAmount(one, value, tail);
    return;
  }
  if (const int time = reading_.ValueOf(one.head, ValueKind::kDuration); time >= 0) {
    // "The crossing takes two hours", but not "takes two weeks to reach Rome" and "took nine days over it".
    const bool more = std::any_of(tree_.children(verb_).begin(), tree_.children(verb_).end(), [&](int child) {
      return IsOneOf(tree_[child].rel, {Rel::kAdvcl, Rel::kXcomp}) || IsOneOf(tree_.CaseOf(child), {"over", "on"});
    });
    if (more || tree_.Has(one.head, Rel::kAcl) || IsPersonal(reading_, sentence_.language(), subject_)) return;
    if (IsOneOf(tree_[verb_].lemma, {"take", "last"}) && tree_.Children(verb_, {Rel::kObj, Rel::kIobj}).size() == 1)
      Ask(QuestionKind::kHowLong, "How long", TokensOf(sentence_.value(time).span), tail);
    return;
  }
  if (reading_.ValueOf(one.head, ValueKind::kDate) >= 0 || verb_words_.modal || counts_only_) return;
  // "What did a merchant carry?" Which merchant?
  if (IsOneOf(tree_[tree_.Child(subject_, Rel::kDet)].folded, {"a", "an"}) && !subject_words_->named) return;
  // "took control": a bare noun belongs to its verb.
  if (token.pos == Pos::kNoun && !IsPlural(tree_, one.head) &&
      tree_.Child(one.head, {Rel::kDet, Rel::kNmodPoss, Rel::kAmod, Rel::kCompound}) < 0) {
    return;
  }
  if (HasUnaskedObject(tree_[verb_].lemma) || !sentence_.IsTypeSure(one.head)) return;
  if (!one.wording || one.wording->open || one.wording->described) return;
  // "What did trams cross in 1902? The bridge": that says nothing.
  if (SaysNothing(reading_.Phrase(one.head, kBarePhrase))) return;
  const bool person = IsPersonal(reading_, sentence_.language(), one.head);
  Ask(QuestionKind::kObject, person ? "Who" : "What", reading_.Phrase(one.head, kBarePhrase), tail);
}

void ClauseQuestions::AskAmount(const Complement& one, int value, const Wording& tail) {
  const Value& amount = sentence_.value(value);
  const bool costs = tree_[verb_].lemma == "cost";
  // "For 200 seats you pay 3 euros a month": what a price is for belongs to it.
  const bool sold = costs || tree_[verb_].lemma == "pay";
  if (sold && std::any_of(complements_.begin(), complements_.end(), [&](const Complement& other) {
        return other.rel == Rel::kObl && (other.before || !other.wording || !MayStay(sentence_, other, false));
      })) {
    return;
  }
  // "Press the two buttons" does not ask for a number of them.
  if (tree_[tree_.Child(one.head, Rel::kDet)].folded == "the") return;
  if (IsCurrency(amount.unit)) {
    Ask(QuestionKind::kHowMuch, costs ? "How much" : "How much money", TokensOf(amount.span), tail);
  } else if (costs || (tree_[verb_].lemma == "weigh" && IsMeasure(sentence_.language(), tree_[one.head].lemma))) {
    Ask(QuestionKind::kHowMuch, "How much", TokensOf(amount.span), tail);
  } else if (const std::string counted = sentence_.Counted(one.head, value); !counted.empty()) {
    Ask(QuestionKind::kHowMany, absl::StrCat("How many ", counted), TokensOf(amount.span), tail);
  }
}

void ClauseQuestions::AskAgent(const Complement& one) {
  const Token& token = tree_[one.head];
  if (!one.wording || one.wording->open || reading_.ValueOf(one.head, ValueKind::kNumber) >= 0 ||
      (token.pos != Pos::kNoun && token.pos != Pos::kPropn) || IsMeasure(sentence_.language(), token.lemma)) {
    return;
  }
  if (!sentence_.IsTypeSure(one.head) || sentence_.IsNobody(one.head)) return;
  Wording by;
  for (const Complement& other : complements_) {
    if (other.essential) absl::StrAppend(&by.text, " ", other.wording->text);
  }
  absl::StrAppend(&by.text, " by");
  const bool person =
      IsPersonal(reading_, sentence_.language(), one.head) || IsOrganization(reading_, sentence_.language(), one.head);
  Ask(QuestionKind::kAgent, person ? "Who" : "What", reading_.Phrase(one.head, kBarePhrase), by);
}

void ClauseQuestions::Ask(QuestionKind kind, absl::string_view word, const std::vector<int>& answer,
                          const Wording& tail) {
  Wording words = tail;
  words.named = words.named || subject_words_->named;
  words.open = words.open || subject_words_->open;
  words.resolved = words.resolved || subject_words_->resolved;
  sentence_.Emit(
      kind, importance_,
      absl::StrCat(word, " ", verb_words_.front, " ", subject_words_->text, " ", verb_words_.rest, tail.text), answer,
      words);
}

bool ClauseQuestions::SaysNothing(const std::vector<int>& answer) const {
  return answer.size() == 2 && tree_[answer.back()].pos == Pos::kNoun &&
         IsOneOf(tree_[answer.front()].folded, {"the", "an", "a"});
}

bool ClauseQuestions::IsWhole(const Wording& tail) const {
  const int particle = tree_.Child(verb_, Rel::kCompoundPrt);
  // "brought out in 1949": what?
  if (particle >= 0 && !tree_.IsPassive(verb_) && tail.text == absl::StrCat(" ", tree_[particle].folded)) {
    return IsOneOf(tree_[verb_].lemma, {"fall", "come", "go", "break", "move", "run", "wake", "die", "burn", "step"});
  }
  return !tail.text.empty() || tree_.IsPassive(verb_) || StandsWithoutObject(tree_[verb_].lemma);
}

void AskClause(AskedSentence* sentence, int verb) { ClauseQuestions(sentence, verb).Run(); }

}  // namespace pith::compiler
