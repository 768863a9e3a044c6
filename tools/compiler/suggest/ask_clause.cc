#include "tools/compiler/suggest/ask_clause.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_complements.h"
#include "tools/compiler/suggest/verb_wording.h"
#include "tools/compiler/suggest/wording.h"

namespace pith::compiler {
namespace {

constexpr size_t kSubjectRoom = 8, kTailRoom = 7;  // words in a question's tail; essential ones may exceed it

bool IsCurrency(absl::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class ClauseQuestions {
 public:
  ClauseQuestions(AskedSentence* sentence, int verb)
      : sentence_(*sentence),
        reading_(sentence->reading()),
        tree_(sentence->tree()),
        verb_(verb),
        importance_(sentence->ImportanceAt(verb)) {}

  void Run() {
    if (importance_ == 0 || !ReadSubject() || !ReadVerb()) return;
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

 private:
  bool ReadSubject() {
    const std::vector<int> subjects = tree_.Children(verb_, {Rel::kNsubj, Rel::kNsubjPass});
    if (subjects.size() != 1) return false;
    subject_ = subjects.front();
    const Token& token = tree_[subject_];
    if (subject_ > verb_ || token.pos == Pos::kVerb || token.pos == Pos::kAdj ||
        IsOneOf(token.folded, {"who", "which", "that", "what"})) {
      return false;
    }
    subject_words_ = sentence_.Phrase(subject_, kBarePhrase, -1);
    if (subject_words_ && (subject_words_->open || sentence_.IsNobody(subject_))) subject_words_.reset();
    plural_ = token.pos == Pos::kPron ? token.folded == "they" : IsPlural(tree_, subject_);
    return true;
  }

  bool ReadVerb() {
    const std::string& lemma = tree_[verb_].lemma;
    if (IsUnaskedVerb(lemma) || (!tree_.Has(verb_, Rel::kXcomp) && NeedsPredicate(lemma))) return false;
    const std::optional<VerbWording> words = WordVerb(reading_, sentence_.language(), verb_, plural_);
    if (words) verb_words_ = *words;
    return words.has_value();
  }

  // "has grown since the opening in 2004": what has been so since has no such date.
  bool IsMisdated() const {
    return verb_words_.perfect && std::any_of(complements_.begin(), complements_.end(), [&](const Complement& one) {
             return one.date && IsOneOf(tree_.CaseOf(one.head), {"in", "on"});
           });
  }

  // "Who founded the museum?"
  void AskSubject() {
    if (tree_[subject_].pos == Pos::kPron || (complements_.empty() && !tree_.IsPassive(verb_))) return;
    const Wording tail = TailOf(sentence_, complements_, -1, kSubjectRoom);
    const int number = reading_.ValueOf(subject_, ValueKind::kNumber);
    if (number >= 0) {
      AskHowMany(number, tail);
      return;
    }
    const std::vector<int> answer = reading_.Phrase(subject_, kBarePhrase);
    if (answer.size() > 8 || tail.text.empty()) return;
    // "What was built in 1838? The house": that says nothing.
    if (SaysNothing(answer)) return;
    // A subject that only the surrounding text explains is not an answer.
    if (!subject_words_ || subject_words_->described) return;
    const bool acts = tree_.Has(verb_, Rel::kObj) && !tree_.IsPassive(verb_);
    // "Who rejected Ann Lee?", not what.
    const bool judged = acts && IsPersonal(reading_, sentence_.language(), tree_.Child(verb_, Rel::kObj));
    const bool person = IsPersonal(reading_, sentence_.language(), subject_) ||
                        (acts && (judged || IsOrganization(reading_, sentence_.language(), subject_)));
    if (!sentence_.IsTypeSure(subject_)) return;
    if (answer.size() == 1 && tree_[subject_].pos == Pos::kNoun && plural_) return;
    const bool titled = std::any_of(answer.begin(), answer.end(),
                                    [&](int t) { return tree_[t].pos == Pos::kPropn && IsTitle(tree_[t].folded); });
    if (titled && !person) return;
    sentence_.Emit(QuestionKind::kSubject, importance_,
                   absl::StrCat(person ? "Who " : "What ", verb_words_.singular, tail.text), answer, tail);
  }

  // "How many people were hurt in Lima?"
  void AskHowMany(int number, const Wording& tail) {
    const std::string counted = sentence_.Counted(subject_, number);
    if (counted.empty() || !plural_) return;
    // "How many firms are based?" asks nothing.
    if (tail.text.empty() && IsLocatingVerb(tree_[verb_].lemma)) return;
    sentence_.Emit(QuestionKind::kHowMany, importance_,
                   absl::StrCat("How many ", counted, " ", verb_words_.whole, tail.text),
                   TokensOf(sentence_.value(number).span), tail);
  }

  void AskComplement(size_t number) {
    const Complement& one = complements_[number];
    const Wording tail = TailOf(sentence_, complements_, static_cast<int>(number), kTailRoom);
    const bool by = one.rel == Rel::kOblAgent || (one.rel == Rel::kObl && tree_.CaseOf(one.head) == "by");
    if (one.rel == Rel::kObj) {
      AskObject(one, tail);
    } else if (one.date) {
      AskDate(one, tail);
    } else if (by && tree_.IsPassive(verb_) && !verb_words_.front.empty()) {
      AskAgent(one);
    } else if (one.rel != Rel::kObl && one.rel != Rel::kOblUnmarked) {
      return;
    } else if (reading_.ValueOf(one.head, ValueKind::kDuration) >= 0) {
      AskDuration(one, tail);
    } else {
      AskPlace(one, tail);
    }
  }

  // "What did Ana Ruiz build in 1931?"
  void AskObject(const Complement& one, const Wording& tail) {
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
      // "The crossing takes two hours."
      if (IsOneOf(tree_[verb_].lemma, {"take", "last"}) && tree_.Children(verb_, {Rel::kObj, Rel::kIobj}).size() == 1)
        Ask(QuestionKind::kHowLong, "How long", TokensOf(sentence_.value(time).span), tail);
      return;
    }
    if (reading_.ValueOf(one.head, ValueKind::kDate) >= 0) return;
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

  // "How much money did the museum raise?", "How many portraits did Tom Berg paint?"
  void AskAmount(const Complement& one, int value, const Wording& tail) {
    const Value& amount = sentence_.value(value);
    const bool costs = tree_[verb_].lemma == "cost";
    if (IsCurrency(amount.unit)) {
      Ask(QuestionKind::kHowMuch, costs ? "How much" : "How much money", TokensOf(amount.span), tail);
    } else if (costs) {
      Ask(QuestionKind::kHowMuch, "How much", TokensOf(amount.span), tail);
    } else if (const std::string counted = sentence_.Counted(one.head, value); !counted.empty()) {
      Ask(QuestionKind::kHowMany, absl::StrCat("How many ", counted), TokensOf(amount.span), tail);
    }
  }

  // "When was the museum opened in Lima?"
  void AskDate(const Complement& one, const Wording& tail) {
    if (verb_words_.perfect || !IsOneOf(tree_.CaseOf(one.head), {"", "in", "on", "at", "during"})) return;
    const Value& date = sentence_.value(reading_.ValueOf(one.head, ValueKind::kDate));
    if (date.iso.empty() || date.hedge == Hedge::kVague) return;
    if (!IsWhole(tail) || sentence_.IsRelativeTime(date.span)) return;
    Ask(QuestionKind::kWhen, "When", TokensOf(date.span), tail);
  }

  // "Who was the museum opened by?"
  void AskAgent(const Complement& one) {
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
    const bool person = IsPersonal(reading_, sentence_.language(), one.head) ||
                        IsOrganization(reading_, sentence_.language(), one.head);
    Ask(QuestionKind::kAgent, person ? "Who" : "What", reading_.Phrase(one.head, kBarePhrase), by);
  }

  // "How long did the strike last in Lima?"
  void AskDuration(const Complement& one, const Wording& tail) {
    if (tree_.CaseOf(one.head) != "for") return;
    const int duration = reading_.ValueOf(one.head, ValueKind::kDuration);
    Ask(QuestionKind::kHowLong, "How long", TokensOf(sentence_.value(duration).span), tail);
  }

  // "Where did Ana Ruiz study history?"
  void AskPlace(const Complement& one, const Wording& tail) {
    if (!IsOneOf(tree_.CaseOf(one.head), {"in", "at", "near"}) || reading_.TypeOf(one.head) != NameType::kPlace ||
        TakesFigurativePlace(tree_[verb_].lemma)) {
      return;
    }
    // "twinned with Kirkbrae in Scotland": that is where Kirkbrae is.
    const int before = tree_.SubtreeBegin(one.head) - 1;
    if (before > verb_ && tree_[before].pos == Pos::kPropn && tree_.CaseOf(before) == "with") return;
    // "in Lima, in Peru": a question that names one of two places gives too much away.
    for (const Complement& other : complements_) {
      if (other.head != one.head && other.rel == Rel::kObl && reading_.IsPlace(other.head) &&
          IsOneOf(tree_.CaseOf(other.head), {"in", "at", "near", "on"})) {
        return;
      }
    }
    if (!IsWhole(tail)) return;
    std::vector<int> place = reading_.Phrase(one.head, kBarePhrase);
    if (place.size() > 4) place = reading_.Phrase(one.head, kBarePhrase | kDropNominals | kDropConjuncts);
    Ask(QuestionKind::kWhere, "Where", place, tail);
  }

  // "because the dam broke", "because of the flood", "due to rain".
  void AskWhy() {
    int reason = -1;
    for (int child : tree_.children(verb_)) {
      const bool clause = tree_[child].rel == Rel::kAdvcl && IsOneOf(tree_.MarkOf(child), {"because", "in order"});
      const bool phrase = tree_[child].rel == Rel::kObl && IsOneOf(tree_.CaseOf(child), {"because of", "due to"});
      if (clause || phrase) reason = child;
    }
    if (reason < 0) return;
    // "because of pain in his knees": what follows may belong to the reason.
    const int after = tree_.SubtreeEnd(reason);
    if (std::any_of(complements_.begin(), complements_.end(),
                    [&](const Complement& c) { return c.head >= after && !c.date; }))
      return;
    Ask(QuestionKind::kWhy, "Why", tree_.Yield(reason), TailOf(sentence_, complements_, -1, kTailRoom));
  }

  // Asks a question with its subject after the auxiliary: "Where did Ana Ruiz build the bridge".
  void Ask(QuestionKind kind, absl::string_view word, const std::vector<int>& answer, const Wording& tail) {
    Wording words = tail;
    words.named = words.named || subject_words_->named;
    words.open = words.open || subject_words_->open;
    words.resolved = words.resolved || subject_words_->resolved;
    sentence_.Emit(
        kind, importance_,
        absl::StrCat(word, " ", verb_words_.front, " ", subject_words_->text, " ", verb_words_.rest, tail.text), answer,
        words);
  }

  // A bare noun with its article.
  bool SaysNothing(const std::vector<int>& answer) const {
    return answer.size() == 2 && tree_[answer.back()].pos == Pos::kNoun &&
           IsOneOf(tree_[answer.front()].folded, {"the", "an", "a"});
  }

  // Whether the verb says enough with this tail: "was built" and "died" need nothing more.
  bool IsWhole(const Wording& tail) const {
    return !tail.text.empty() || tree_.IsPassive(verb_) || StandsWithoutObject(tree_[verb_].lemma);
  }

  AskedSentence& sentence_;
  const SentenceReading& reading_;
  const Tree& tree_;
  const int verb_;
  const uint32_t importance_;
  int subject_ = -1;
  bool plural_ = false;                   // the number of the subject
  std::optional<Wording> subject_words_;  // none: no question can name the subject
  VerbWording verb_words_;
  std::vector<Complement> complements_;
};

}  // namespace

void AskClause(AskedSentence* sentence, int verb) { ClauseQuestions(sentence, verb).Run(); }

}  // namespace pith::compiler
