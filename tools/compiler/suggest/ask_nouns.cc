#include "tools/compiler/suggest/ask_nouns.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_complements.h"
#include "tools/compiler/suggest/verb_wording.h"
#include "tools/compiler/tree/clause.h"

namespace pith::compiler {
namespace {

class NounQuestions {
 public:
  explicit NounQuestions(AskedSentence* sentence)
      : sentence_(*sentence), reading_(sentence_.reading()), tree_(sentence_.tree()) {}

  void Copula(int predicate_head) {
    verb_ = predicate_head;
    importance_ = sentence_.ImportanceAt(verb_);
    const std::vector<int> subjects = tree_.Children(SubjectClause(tree_, verb_), {Rel::kNsubj});
    if (importance_ == 0 || subjects.size() != 1) return;
    subject_ = subjects.front();
    const bool measured = tree_[verb_].pos == Pos::kAdj && tree_[subject_].pos == Pos::kPron;
    if (tree_[subject_].pos != Pos::kNoun && tree_[subject_].pos != Pos::kPropn && !measured) return;
    self_ = reading_.text().EntityOf(subject_);
    subject_words_ = sentence_.Phrase(subject_, kBarePhrase, -1);
    if (!subject_words_ || subject_words_->open || subject_words_->described) return;
    const std::vector<int> cops = tree_.Children(verb_, {Rel::kCop, Rel::kAux});
    if (cops.size() != 1 || !IsOneOf(tree_[cops.front()].folded, {"is", "was", "are", "were"})) return;
    const std::string& cop = tree_[cops.front()].folded;
    if (cops.front() < subject_) return;
    const Token& predicate = tree_[verb_];
    if (predicate.pos == Pos::kAdj) {
      Measure(cop);
      return;
    }
    if ((predicate.pos != Pos::kNoun && predicate.pos != Pos::kPropn) || !tree_.CaseOf(verb_).empty()) return;
    if (IsPredicateOnlyNoun(predicate.lemma)) return;
    const bool person = IsPersonal(reading_, sentence_.language(), subject_);
    const int det = tree_.Child(verb_, Rel::kDet);
    const bool definite = det >= 0 && tree_[det].folded == "the";
    std::vector<int> tokens = PredicateOf(reading_, verb_);
    if (tokens.empty() || tokens.front() < cops.front()) return;
    if (const int value = AmountOf(verb_); value >= 0) {
      Amount(cop, value);
      return;
    }
    if (reading_.ValueOf(verb_, ValueKind::kNumber) >= 0 || reading_.ValueOf(verb_, ValueKind::kDate) >= 0) return;
    const std::optional<Wording> described =
        definite && tokens.size() <= 12 ? WordPhrase(reading_, tokens, verb_, -1) : std::nullopt;
    if (described && !described->open && described->named && subject_words_->named && predicate.pos == Pos::kNoun) {
      if (person != IsPersonal(reading_, sentence_.language(), verb_)) return;
      // "the capital of Peru is Lima" and the like: the name answers the description.
      sentence_.Emit(QuestionKind::kIdentity, importance_,
                     absl::StrCat(person ? "Who " : "What ", cop, " ", described->text),
                     reading_.Phrase(subject_, kBarePhrase), *described);
    }
    if (!subject_words_->named || tree_[subject_].pos != Pos::kPropn) return;
    if (self_ < 0 && predicate.pos != Pos::kNoun) return;
    // "Red is a different story": a capital alone makes no name.
    const NameType type = reading_.TypeOf(subject_);
    if ((type == NameType::kNone || type == NameType::kOther) && subject_words_->tokens.size() < 2) return;
    const bool indefinite = det >= 0 && IsOneOf(tree_[det].folded, {"a", "an"});
    if (!indefinite && !(definite && tokens.size() > 3)) return;
    if (person && !IsPersonal(reading_, sentence_.language(), verb_)) return;
    if (tokens.size() < 3) return;
    sentence_.Emit(QuestionKind::kIdentity, importance_,
                   absl::StrCat(person ? "Who " : "What ", cop, " ", subject_words_->text), tokens, *subject_words_);
  }

  // Asks who somebody is: "Ana Ruiz, a painter from Lima,".
  void Apposition(int appositive) {
    const int head = tree_[appositive].head;
    if (head < 0 || tree_[head].pos == Pos::kPron) return;
    const bool name_first = reading_.TypeOf(head) == NameType::kPerson && tree_[head].pos == Pos::kPropn;
    const int named = name_first ? head : appositive, described = name_first ? appositive : head;
    if (reading_.TypeOf(named) != NameType::kPerson || tree_[named].pos != Pos::kPropn ||
        tree_.Has(named, Rel::kConj) || tree_.Has(described, Rel::kConj) || tree_[named].rel == Rel::kConj ||
        tree_[described].rel == Rel::kConj) {
      return;
    }
    if (tree_[described].pos != Pos::kNoun || IsPlural(tree_, described) ||
        !IsPersonal(reading_, sentence_.language(), described)) {
      return;
    }
    // "the glove maker Perdana" is as likely a firm.
    if (described < named &&
        IsOneOf(tree_[described].lemma, {"maker", "builder", "producer", "supplier", "carrier", "operator", "giant",
                                         "publisher", "manufacturer", "retailer", "lender", "developer"})) {
      return;
    }
    importance_ = sentence_.ImportanceAt(described);
    if (importance_ == 0) return;
    const std::vector<int> answer = reading_.Phrase(described, kBarePhrase);
    const std::optional<Wording> name = sentence_.Phrase(named, kBarePhrase, -1);
    if (!name || answer.size() < 3) return;
    // "1975 guitarist", "Beyoncé and childhood friend": the tree included too much.
    for (int t : answer) {
      if (tree_[t].pos == Pos::kNum || tree_[t].pos == Pos::kCconj || tree_[t].pos == Pos::kPron) return;
    }
    // News, which is dated, is about the present; elsewhere, the sentence's main verb gives the tense.
    const int root = tree_.root();
    const bool past = sentence_.analysis().article.date.empty() && root >= 0 &&
                      (absl::EndsWith(tree_[root].folded, "ed") || tree_[root].folded != tree_[root].lemma) &&
                      tree_[root].folded != ThirdPerson(tree_[root].lemma);
    sentence_.Emit(QuestionKind::kIdentity, importance_, absl::StrCat("Who ", past ? "was " : "is ", name->text),
                   answer, *name);
  }

  // Asks what letters stand for: "European Space Agency (ESA)".
  void StandsFor() {
    const absl::string_view text = sentence_.analysis().article.text;
    for (const Fact& fact : sentence_.facts()) {
      if (fact.relation != "stands for" || fact.confidence < 5000) continue;
      const size_t at = text.find(fact.object, fact.begin);
      if (at == absl::string_view::npos || at + fact.object.size() > fact.end) continue;
      importance_ = fact.importance;
      Wording named;
      named.named = true;
      sentence_.EmitBytes(QuestionKind::kStandsFor, importance_, absl::StrCat("What does ", fact.subject, " stand for"),
                          static_cast<uint32_t>(at), static_cast<uint32_t>(at + fact.object.size()), named);
    }
  }

 private:
  int AmountOf(int i) const {
    const int number = reading_.ValueOf(i, ValueKind::kNumber);
    return number >= 0 ? number : reading_.ValueOf(i, ValueKind::kDuration);
  }

  // "The age of the Earth is 4.54 billion years."
  void Amount(absl::string_view cop, int value) {
    const NounClass kind = NounClassOf(sentence_.language(), tree_[subject_].lemma);
    const bool amount = kind == NounClass::kQuantity || kind == NounClass::kMoney || tree_[subject_].lemma == "age";
    if (!amount || IsPlural(tree_, subject_) || !IsMeasure(sentence_.language(), tree_[verb_].lemma)) return;
    sentence_.Emit(QuestionKind::kHowMuch, importance_, absl::StrCat("What ", cop, " ", subject_words_->text),
                   TokensOf(sentence_.value(value).span), *subject_words_);
  }

  // Asks for a measure: "is 330 meters tall".
  void Measure(absl::string_view cop) {
    const Token& adjective = tree_[verb_];
    if (!IsMeasureAdjective(adjective.folded)) return;
    // "How old is the age of the Earth?"
    const NounClass kind = NounClassOf(sentence_.language(), tree_[subject_].lemma);
    if (tree_[subject_].pos == Pos::kNoun && (kind == NounClass::kQuantity || kind == NounClass::kTime)) return;
    for (int child : tree_.Children(verb_, {Rel::kOblUnmarked, Rel::kObl, Rel::kNmodUnmarked})) {
      int value = reading_.ValueOf(child, ValueKind::kNumber);
      if (value < 0) value = reading_.ValueOf(child, ValueKind::kDuration);
      if (value < 0 || child > verb_) continue;
      sentence_.Emit(QuestionKind::kHowMuch, importance_,
                     absl::StrCat("How ", adjective.folded, " ", cop, " ", subject_words_->text),
                     TokensOf(sentence_.value(value).span), *subject_words_);
    }
  }

  AskedSentence& sentence_;
  const SentenceReading& reading_;
  const Tree& tree_;
  int verb_ = -1, subject_ = -1, self_ = -1;
  uint32_t importance_ = 0;
  std::optional<Wording> subject_words_;
};

}  // namespace

void AskPredicate(AskedSentence* sentence, int predicate) { NounQuestions(sentence).Copula(predicate); }
void AskApposition(AskedSentence* sentence, int appositive) { NounQuestions(sentence).Apposition(appositive); }
void AskAcronyms(AskedSentence* sentence) { NounQuestions(sentence).StandsFor(); }

}  // namespace pith::compiler
