#include "tools/compiler/suggest/ask_nouns.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/prepositions.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
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
    if (importance_ == 0) importance_ = sentence_.SentenceImportance() / 2;
    const std::vector<int> subjects = tree_.Children(SubjectClause(tree_, verb_), {Rel::kNsubj});
    if (subjects.size() != 1) return;
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
    if (predicate.pos != Pos::kNoun && predicate.pos != Pos::kPropn) return;
    if (!tree_.CaseOf(verb_).empty()) {
      Place(cop);
      return;
    }
    if (IsOneOf(cop, {"is", "are"})) Definition(cop);
    Description(cop);
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
    // "the parish priest", "the paper's editor": of which?
    const int owner = tree_.Child(described, Rel::kNmodPoss);
    const bool told = absl::c_any_of(answer, [&](int t) { return tree_[t].pos == Pos::kPropn; });
    if ((tree_[tree_.Child(described, Rel::kDet)].folded == "the" || owner >= 0) && !told) return;
    // "1975 guitarist", "Beyoncé and childhood friend": the tree included too much.
    for (int t : answer) {
      if (tree_[t].pos == Pos::kNum || tree_[t].pos == Pos::kCconj || tree_[t].pos == Pos::kPron) return;
    }
    // News, which is dated, is about the present; elsewhere, the sentence's main verb gives the tense.
    const int root = tree_.root();
    const bool speaks = root >= 0 && IsSpeechVerb(tree_[root].lemma);
    const bool past = !speaks && sentence_.analysis().article.date.empty() && root >= 0 &&
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
  // Asks where a thing is: "The lockers are behind the desk."
  void Place(absl::string_view cop) {
    const auto is_thing = [&](int i) {
      const NounClass kind = NounClassOf(sentence_.language(), tree_[i].lemma);
      return reading_.IsPlace(i) || kind == NounClass::kArtifact || kind == NounClass::kBuilding ||
             kind == NounClass::kPlace || kind == NounClass::kLandform;
    };
    if (!TellsWhereItStands(tree_.CaseOf(verb_)) || !is_thing(subject_) || !is_thing(verb_) ||
        IsOneOf(tree_[verb_].lemma, {"way", "side", "place", "use"})) {
      return;
    }
    std::vector<int> answer = PredicateTokens();
    answer.erase(absl::c_find_if(answer, [&](int t) { return t > verb_ && tree_[t].folded == ","; }), answer.end());
    Wording words = *subject_words_;
    words.named = true;
    sentence_.Emit(QuestionKind::kWhere, importance_, absl::StrCat("Where ", cop, " ", subject_words_->text), answer,
                   words);
  }

  // Asks what things of a kind are: "A tamale is a parcel of maize dough."
  void Definition(absl::string_view cop) {
    const std::string& article = tree_[tree_.Child(subject_, Rel::kDet)].folded;
    const std::string& own = tree_[tree_.Child(verb_, Rel::kDet)].folded;
    const bool plural = IsPlural(tree_, subject_);
    const bool kind = tree_[subject_].pos == Pos::kNoun && (plural ? article.empty() : IsOneOf(article, {"a", "an"}));
    const std::vector<int> answer = PredicateTokens();
    if (!kind || answer.size() < 4 || answer.size() > 24 || subject_words_->tokens.size() > 3 ||
        tree_.Has(subject_, Rel::kNummod) || tree_.Has(verb_, Rel::kNummod) ||
        (plural ? !own.empty() || !IsPlural(tree_, verb_) : !IsOneOf(own, {"a", "an"}))) {
      return;
    }
    Wording words = *subject_words_;
    words.named = true;
    sentence_.Emit(QuestionKind::kIdentity, importance_, absl::StrCat("What ", cop, " ", subject_words_->text), answer,
                   words);
  }

  // Asks what a description means: "The main dialects of the island are Ura and Ise."
  void Description(absl::string_view cop) {
    const std::string& article = tree_[tree_.Child(subject_, Rel::kDet)].folded;
    const std::vector<int> answer = PredicateTokens();
    const bool person = IsPersonal(reading_, sentence_.language(), subject_);
    if (tree_[subject_].pos != Pos::kNoun || article != "the" || !tree_.Has(subject_, Rel::kNmod) ||
        !subject_words_->named || answer.size() > 16 || (answer.size() < 2 && tree_[verb_].pos != Pos::kPropn) ||
        reading_.ValueOf(verb_, ValueKind::kDate) >= 0 || (person && tree_[verb_].pos != Pos::kPropn)) {
      return;
    }
    sentence_.Emit(QuestionKind::kIdentity, importance_,
                   absl::StrCat(person ? "Who " : "What ", cop, " ", subject_words_->text), answer, *subject_words_);
  }

  // All that is said after "is", to the end of the clause.
  std::vector<int> PredicateTokens() const {
    const int cop = tree_.Child(verb_, Rel::kCop);
    int last = tree_.SubtreeEnd(verb_);
    for (int child : tree_.children(verb_)) {
      const bool other = IsOneOf(tree_[child].rel, {Rel::kConj, Rel::kParataxis, Rel::kAdvcl}) && tree_.IsClause(child);
      if (child > verb_ && other) last = std::min(last, tree_.SubtreeBegin(child));
    }
    while (last > verb_ + 1 && (tree_[last - 1].pos == Pos::kPunct || tree_[last - 1].pos == Pos::kCconj)) --last;
    std::vector<int> tokens;
    for (int t = cop + 1; t < last; ++t) tokens.push_back(t);
    return tokens;
  }

  int AmountOf(int i) const {
    const int number = reading_.ValueOf(i, ValueKind::kNumber);
    return number >= 0 ? number : reading_.ValueOf(i, ValueKind::kDuration);
  }

  // "The age of the Earth is 4.54 billion years."
  void Amount(absl::string_view cop, int value) {
    const NounClass kind = NounClassOf(sentence_.language(), tree_[subject_].lemma);
    const bool amount = kind == NounClass::kQuantity || kind == NounClass::kMoney || tree_[subject_].lemma == "age";
    if (IsCurrency(sentence_.value(value).unit) && !tree_.Has(verb_, Rel::kConj)) {
      sentence_.Emit(QuestionKind::kHowMuch, importance_, absl::StrCat("How much ", cop, " ", subject_words_->text),
                     PredicateTokens(), *subject_words_);
      return;
    }
    // "The usual dose is one tablet a day."
    if (!amount && tree_[tree_.Child(subject_, Rel::kDet)].folded == "the" && !IsPlural(tree_, subject_) &&
        !IsPersonal(reading_, sentence_.language(), subject_) && !tree_.Has(verb_, Rel::kConj)) {
      sentence_.Emit(QuestionKind::kHowMuch, importance_, absl::StrCat("What ", cop, " ", subject_words_->text),
                     PredicateTokens(), *subject_words_);
      return;
    }
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
