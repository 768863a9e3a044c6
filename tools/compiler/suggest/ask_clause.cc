#include "tools/compiler/suggest/ask_clause.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/suggest/clause_questions.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostAnswerTokens = 16;
constexpr size_t kSubjectRoom = 8;  // words in a question's tail; essential ones may exceed it

constexpr std::array<const char*, 4> kOwners = {" his ", " her ", " its ", " their "};

}  // namespace

void ClauseQuestions::Run() {
  if (!ReadSubject()) return;
  if (!addressed_ && tree_[verb_].folded == "means" && tree_[verb_].pos != Pos::kAdj) AskMeaning();
  if (!ReadVerb()) return;
  importance_ = verb_words_.modal ? sentence_.PossibleImportanceAt(verb_) : sentence_.ImportanceAt(verb_);
  if (addressed_) importance_ = std::max(importance_, sentence_.SentenceImportance());
  // What rests on no fact is less sure.
  if (importance_ == 0) importance_ = sentence_.SentenceImportance() / 2;
  const int name = tree_.Child(subject_, {Rel::kAppos, Rel::kFlat});
  const int entity = reading_.text().EntityOf(subject_);
  std::optional<std::vector<Complement>> complements =
      ReadComplements(sentence_, verb_, entity < 0 && name >= 0 ? reading_.text().EntityOf(name) : entity);
  if (!complements) return;
  complements_ = *std::move(complements);
  if (IsMisdated()) return;
  if ((!state_ && !added_ && !tree_.IsNegated(verb_)) || IsRule(tree_, verb_)) AskSubject();
  if (!subject_words_) {
    AskEvent();
    return;
  }
  // What is not so is asked for its reason only, and of instructions what one should not do.
  const bool denied = !addressed_ && tree_.IsNegated(verb_);
  for (size_t i = 0; i < complements_.size() && !denied; ++i) AskComplement(i);
  if (!denied) AskEvent();
  if (!CanBeTold(complements_, -1)) return;
  AskWhy();
  if (denied) return;
  AskHow();
  AskUse();
  AskWhenClause();
  AskOften();
}

void ClauseQuestions::AskSubject() {
  if (subject_ < 0 || tree_[subject_].pos == Pos::kPron || (complements_.empty() && !tree_.IsPassive(verb_)) ||
      !CanBeTold(complements_, -1)) {
    return;
  }
  if (const int number = reading_.ValueOf(subject_, ValueKind::kNumber); number >= 0) {
    Wording tail = TailOf(sentence_, complements_, -1, kSubjectRoom);
    for (int child : tree_.Children(verb_, {Rel::kOblUnmarked})) {
      const bool every = IsOneOf(tree_[tree_.SubtreeBegin(child)].folded, {"every", "each"}) && child > verb_;
      if (every)
        absl::StrAppend(&tail.text, " ", TextOf(sentence_.analysis().article, tree_.sentence(), tree_.Yield(child)));
    }
    if (!counts_only_) AskHowMany(number, tail);
    return;
  }
  const Wording tail = TailOf(sentence_, complements_, -1, kSubjectRoom, true);
  if (verb_words_.modal || counts_only_ ||
      (tree_.IsPassive(verb_) && IsOneOf(tree_[verb_].lemma, {"call", "name", "know"})))
    return;
  const std::vector<int> answer = reading_.Phrase(subject_, kBarePhrase);
  // "What is forbidden in the cave?"
  const bool ruled = IsRule(tree_, verb_);
  const bool allowed = ruled && IsOneOf(tree_[verb_].lemma, {"allow", "permit", "allowed"});
  if (allowed && !tree_.IsNegated(verb_)) return;
  // "No dogs are allowed": the denial is a part of the answer.
  if (tree_.IsNegated(verb_) && IsOneOf(tree_[answer.front()].folded, {"no", "neither"})) return;
  if (answer.size() > 8 || (tail.text.empty() && !ruled)) return;
  // "What was built in 1838? The house": that says nothing.
  if (SaysNothing(answer)) return;
  // A subject that only the surrounding text explains is not an answer.
  if (!ruled && (!subject_words_ || subject_words_->described)) return;
  const bool acts = tree_.Has(verb_, Rel::kObj) && !tree_.IsPassive(verb_);
  // "Who rejected Ann Lee?", not what.
  const bool judged = acts && IsPersonal(reading_, sentence_.language(), tree_.Child(verb_, Rel::kObj));
  // "the overfishing of krill led officials to act"
  if (judged && tree_[subject_].pos == Pos::kNoun && !IsPersonal(reading_, sentence_.language(), subject_)) return;
  const bool person = IsPersonal(reading_, sentence_.language(), subject_) ||
                      (acts && (judged || IsOrganization(reading_, sentence_.language(), subject_)));
  if (!sentence_.IsTypeSure(subject_)) return;
  // "The Amani Ziwani leaves at 7": ships and the like are taken for people. What the whole text is about asks nothing.
  const bool name = tree_[subject_].pos == Pos::kPropn;
  if ((name && person && tree_.Has(subject_, Rel::kDet)) || IsTopic(subject_)) return;
  // "What was opened in 1968? A steel bridge", "Who climbs 1,310 metres? The Hill Railway"
  const bool firm = person && !judged && !IsPersonal(reading_, sentence_.language(), subject_);
  if ((!person && !ruled && (tree_.IsPassive(verb_) || answer.size() < 2)) ||
      (firm && !IsDeedOfPeople(tree_[verb_].lemma)))
    return;
  // "What called a strike? The union"
  if (!person && (IsDeedOfPeople(tree_[verb_].lemma) || tree_[verb_].lemma == "cost")) return;
  // "Who meets their guests?" Whose?
  const std::string spaced = absl::StrCat(tail.text, " ");
  if (std::any_of(kOwners.begin(), kOwners.end(), [&](const char* own) { return absl::StrContains(spaced, own); })) {
    return;
  }
  if (answer.size() == 1 && person && tree_[subject_].pos == Pos::kNoun) return;
  if (tree_[answer.front()].rel == Rel::kNmodPoss || tail.described || (!person && tree_.Has(subject_, Rel::kConj)))
    return;
  // "Who pays 3 euros?" How much they pay is asked.
  if (const int object = tree_.Child(verb_, Rel::kObj); object >= 0) {
    const int amount = reading_.ValueOf(object, ValueKind::kNumber);
    if (amount >= 0 && IsCurrency(sentence_.value(amount).unit)) return;
  } else if (!person && !ruled &&
             !IsOneOf(tree_[verb_].lemma, {"grow", "live", "stand", "hang", "nest", "lie", "flow"})) {
    return;
  }
  // "What began? Digging"
  if (answer.size() == 1 && !ruled && tree_[subject_].pos == Pos::kNoun) return;
  const bool titled = std::any_of(answer.begin(), answer.end(),
                                  [&](int t) { return tree_[t].pos == Pos::kPropn && IsTitle(tree_[t].folded); });
  if (titled && !person) return;
  std::string verb = verb_words_.singular;
  if (ruled && tree_.IsNegated(verb_))
    verb = absl::StrCat(verb.substr(0, verb.rfind(' ')), " not", verb.substr(verb.rfind(' ')));
  Wording words = tail;
  words.named = words.named || ruled;
  // Who did it matters more if it is somebody with a name.
  sentence_.Emit(ruled ? QuestionKind::kMaterial : QuestionKind::kSubject,
                 name || ruled ? importance_ : importance_ / 2,
                 absl::StrCat(person ? "Who " : "What ", verb, tail.text), answer, words);
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
  if (!CanBeTold(complements_, static_cast<int>(number))) return;
  Wording tail = TailOf(sentence_, complements_, static_cast<int>(number), kTailRoom, one.rel != Rel::kObj);
  // "was born blind in Lima in 1994"
  if (tree_.IsPassive(verb_) && IsOneOf(tree_[verb_].folded, {"born"})) tail = Wording();
  const bool by = one.rel == Rel::kOblAgent || (one.rel == Rel::kObl && tree_.CaseOf(one.head) == "by");
  if (one.rel == Rel::kXcomp && tree_.IsPassive(verb_) && IsOneOf(tree_[verb_].lemma, {"call", "name"})) {
    // "What is the stone called?"
    std::vector<int> answer = reading_.Phrase(one.head, kDropNothing);
    if (answer.front() > verb_) Ask(QuestionKind::kIdentity, "What", answer, Wording());
  } else if (one.rel == Rel::kObj) {
    AskObject(one, tail);
  } else if (counts_only_) {
    return;
  } else if (one.date && !state_ && AskDate(one, tail)) {
    return;
  } else if (IsTime(one)) {
    AskTime(number);
  } else if (by && tree_.IsPassive(verb_) && !added_) {
    AskAgent(number);
  } else if (one.rel != Rel::kObl && one.rel != Rel::kOblUnmarked) {
    return;
  } else if (reading_.ValueOf(one.head, ValueKind::kDuration) >= 0) {
    AskDuration(one, tail);
  } else if (!AskDistance(one) && !AskMeasured(one, tail) && !AskCounted(one) && !AskMaterial(one) &&
             !AskStranded(one)) {
    AskPlace(number);
  }
}

void ClauseQuestions::AskObject(const Complement& one, const Wording& tail) {
  const Token& token = tree_[one.head];
  if ((token.pos != Pos::kNoun && token.pos != Pos::kPropn) || tree_.Has(verb_, Rel::kXcomp) ||
      tree_.Children(verb_, {Rel::kObj, Rel::kIobj}).size() > 1) {
    return;
  }
  if (const int value = reading_.ValueOf(one.head, ValueKind::kNumber); value >= 0) {
    if (AskDistance(one)) return;
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
  if (reading_.ValueOf(one.head, ValueKind::kDate) >= 0 || (verb_words_.modal && !addressed_) || counts_only_) return;
  // "What did a merchant carry?" Which merchant?
  if (!addressed_ && IsOneOf(tree_[tree_.Child(subject_, Rel::kDet)].folded, {"a", "an"}) && !subject_words_->named)
    return;
  // "took control": a bare noun belongs to its verb.
  if (token.pos == Pos::kNoun && !IsPlural(tree_, one.head) &&
      tree_.Child(one.head, {Rel::kDet, Rel::kNmodPoss, Rel::kAmod, Rel::kCompound}) < 0) {
    return;
  }
  if (HasUnaskedObject(tree_[verb_].lemma) || !sentence_.IsTypeSure(one.head)) return;
  if (one.wording && one.wording->described) return;
  // "What did trams cross in 1902? The bridge": that says nothing.
  const std::vector<int> answer = WholePhrase(one.head);
  if (SaysNothing(answer) || (answer.size() < 3 && one.wording && one.wording->open)) return;
  // "Beat the lard": what to do asks for more than a word.
  if (addressed_ && tail.text.empty() && !negated_) return;
  // "stopped his engine"
  if (tail.text.empty() && answer.size() < 5 && tree_[answer.front()].rel == Rel::kNmodPoss) return;
  if (IsEmptyNoun(token.lemma)) return;
  const bool person = IsPersonal(reading_, sentence_.language(), one.head);
  Ask(QuestionKind::kObject, person ? "Who" : "What", answer, tail);
}

std::vector<int> ClauseQuestions::WholePhrase(int noun) const {
  std::vector<int> whole = reading_.Phrase(noun, kDropCase | kDropAppositions);
  if (whole.size() > kMostAnswerTokens || whole.back() - whole.front() + 1 != static_cast<int>(whole.size())) return {};
  // "carries his rubbish down"
  if (tree_[whole.back()].pos == Pos::kAdv || tree_[whole.back()].pos == Pos::kAdp) return {};
  // "narrows the vessels and damages the skin": two clauses read as one phrase
  for (int other : whole) {
    const bool joined = other != noun && tree_[other].rel == Rel::kConj;
    if (joined && (tree_[other].folded == tree_[other].lemma || tree_[other].head == noun) &&
        (tree_[other].pos == Pos::kVerb || tree_[other].pos == Pos::kAux || !tree_.CaseOf(other).empty())) {
      return {};
    }
  }
  const bool elsewhere = std::any_of(whole.begin(), whole.end(), [&](int t) { return IsDeicticWord(tree_[t].folded); });
  return elsewhere ? std::vector<int>() : whole;
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
  // "contain 100 mg of iron"
  const int substance = tree_.Child(one.head, Rel::kNmod);
  if (IsMeasure(sentence_.language(), tree_[one.head].lemma) && tree_.CaseOf(substance) == "of" &&
      !IsCurrency(amount.unit) && tree_[substance].pos == Pos::kNoun && amount.unit != "%") {
    const std::optional<Wording> words = sentence_.Phrase(substance, kBarePhrase, -1);
    if (words && !words->open && !IsPlural(tree_, substance)) {
      Ask(QuestionKind::kHowMuch, absl::StrCat("How much ", words->text), TokensOf(amount.span), tail);
    }
    return;
  }
  if (IsCurrency(amount.unit)) {
    Ask(QuestionKind::kHowMuch, costs ? "How much" : "How much money", TokensOf(amount.span), tail);
  } else if (costs || (tree_[verb_].lemma == "weigh" && IsMeasure(sentence_.language(), tree_[one.head].lemma))) {
    Ask(QuestionKind::kHowMuch, "How much", TokensOf(amount.span), tail);
  } else if (const std::string counted = sentence_.Counted(one.head, value);
             !counted.empty() && !IsOneOf(tree_[verb_].lemma, {"stand", "lie", "live", "hang", "rise", "stop", "go"})) {
    // "ninety jars a minute"
    const int next = tree_.SubtreeEnd(one.head);
    if (IsOneOf(tree_[next].folded, {"a", "an", "per", "each", "every"})) return;
    if (IsOneOf(tree_[next - 2].folded, {"a", "an", "per"}) && next - 2 > one.head) return;
    Ask(QuestionKind::kHowMany, absl::StrCat("How many ", counted), TokensOf(amount.span), tail);
  }
}

void ClauseQuestions::AskAgent(size_t number) {
  const Complement& one = complements_[number];
  const Token& token = tree_[one.head];
  const bool named =
      token.pos == Pos::kPropn || tree_[tree_.Child(one.head, {Rel::kAppos, Rel::kFlat})].pos == Pos::kPropn;
  if ((!named && (!one.wording || one.wording->open)) || reading_.ValueOf(one.head, ValueKind::kNumber) >= 0 ||
      (token.pos != Pos::kNoun && token.pos != Pos::kPropn) || IsMeasure(sentence_.language(), token.lemma)) {
    return;
  }
  if (!sentence_.IsTypeSure(one.head) || sentence_.IsNobody(one.head)) return;
  const bool person =
      IsPersonal(reading_, sentence_.language(), one.head) || IsOrganization(reading_, sentence_.language(), one.head);
  // "by hand", "can be reached by a gravel road"
  if (!person && (verb_words_.modal || sentence_.IsBare(one.head))) {
    std::vector<int> means = WholePhrase(one.head);
    if (means.empty() || tree_[means.front() - 1].folded != "by") return;
    means.insert(means.begin(), means.front() - 1);
    Ask(QuestionKind::kHowTo, "How", means, TailOf(sentence_, complements_, static_cast<int>(number), kTailRoom));
    return;
  }
  const std::vector<int> answer = reading_.Phrase(one.head, kDropCase | kDropRelatives | kDropClauses);
  const std::string active = ActiveOf(tree_, verb_);
  if (active.empty() || SaysNothing(answer)) return;
  Wording words = TailOf(sentence_, complements_, static_cast<int>(number), kTailRoom, true);
  const std::string tail = words.text;
  AddSubject(&words);
  sentence_.Emit(QuestionKind::kAgent, importance_,
                 absl::StrCat(person ? "Who " : "What ", active, " ", SubjectText(), tail), answer, words);
}

void ClauseQuestions::Ask(QuestionKind kind, absl::string_view word, const std::vector<int>& answer,
                          const Wording& tail) {
  // "When did a fire break out?" Which fire?
  const bool past = IsOneOf(verb_words_.front, {"did", "was", "were"});
  if (addressed_ && kind == QuestionKind::kWhere && tail.text.empty()) return;
  if (past && IsIndefinite() && subject_words_->tokens.size() < 3 && !tree_.Has(verb_, Rel::kObj)) return;
  Wording words = tail;
  AddSubject(&words);
  sentence_.Emit(kind, importance_,
                 absl::StrCat(word, " ", verb_words_.front, " ", SubjectText(), " ", verb_words_.rest, tail.text),
                 answer, words);
}

void ClauseQuestions::AddSubject(Wording* words) const {
  words->named = words->named || subject_words_->named;
  words->open = words->open || subject_words_->open;
  words->resolved = words->resolved || subject_words_->resolved;
}

bool ClauseQuestions::IsIndefinite() const {
  return absl::StartsWith(subject_words_->text, "a ") || absl::StartsWith(subject_words_->text, "an ");
}

std::string ClauseQuestions::SubjectText() const {
  // "A steel bridge was opened in 1968": when was the steel bridge opened?
  const std::string& text = subject_words_->text;
  const bool past = IsOneOf(verb_words_.front, {"did", "was", "were"});
  return past && IsIndefinite() ? absl::StrCat("the ", text.substr(text.find(' ') + 1)) : text;
}

bool ClauseQuestions::SaysNothing(const std::vector<int>& answer) const {
  if (answer.empty()) return true;
  return answer.size() == 2 && tree_[answer.back()].pos == Pos::kNoun &&
         IsOneOf(tree_[answer.front()].folded, {"the", "an", "a"});
}

bool ClauseQuestions::IsWhole(const Wording& tail) const {
  const int particle = tree_.Child(verb_, Rel::kCompoundPrt);
  // "brought out in 1949": what?
  if (particle >= 0 && !tree_.IsPassive(verb_) && tail.text == absl::StrCat(" ", tree_[particle].folded)) {
    return IsOneOf(tree_[verb_].lemma, {"fall", "come", "go", "break", "move", "run", "wake", "die", "burn", "step"});
  }
  return !tail.text.empty() || state_ || tree_.IsPassive(verb_) || StandsWithoutObject(tree_[verb_].lemma);
}

void AskClause(AskedSentence* sentence, int verb) { ClauseQuestions(sentence, verb).Run(); }

}  // namespace pith::compiler
