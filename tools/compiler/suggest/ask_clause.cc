// Questions of a verb's clause: it is turned round for what its subject, its object and its circumstances answer.

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/asked_sentence.h"
#include "tools/compiler/tree/clause.h"

namespace pith::compiler {
namespace {

bool IsCurrency(absl::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A phrase around the verb that is no subject.
struct Complement {
  int head = -1;
  Rel rel = Rel::kDep;
  bool before = false;     // stands before the verb
  bool essential = false;  // the verb says something else without it
  bool date = false;
  std::optional<Wording> wording;
};

class ClauseQuestions {
 public:
  explicit ClauseQuestions(AskedSentence* sentence) : s_(*sentence), reading_(s_.reading()), tree_(s_.tree()) {}

  void Run(int verb) {
    verb_ = verb;
    importance_ = s_.ImportanceAt(verb);
    if (importance_ == 0) return;
    const std::vector<int> subjects = tree_.Children(verb, {Rel::kNsubj, Rel::kNsubjPass});
    if (subjects.size() != 1) return;
    subject_ = subjects.front();
    if (subject_ > verb || tree_[subject_].pos == Pos::kVerb || tree_[subject_].pos == Pos::kAdj ||
        IsOneOf(tree_[subject_].folded, {"who", "which", "that", "what"})) {
      return;
    }
    self_ = reading_.text().EntityOf(subject_);
    subject_words_ = s_.Phrase(subject_, kBarePhrase, -1);
    if (subject_words_ && (subject_words_->open || s_.IsNobody(subject_))) subject_words_.reset();
    const bool pronoun = tree_[subject_].pos == Pos::kPron;
    const bool plural = pronoun ? IsOneOf(tree_[subject_].folded, {"they"}) : IsPlural(tree_, subject_);
    const std::optional<VerbWording> words = WordVerb(reading_, s_.language(), verb, plural);
    if (!words || IsOneOf(tree_[verb].lemma, {"believe", "think",   "know",   "be",      "have",   "seem", "appear",
                                              "include", "say",     "tell",   "add",     "note",   "do",   "get",
                                              "feature", "contain", "happen", "occur",   "remain", "mean", "make",
                                              "need",    "want",    "refer",  "concern", "involve"}) ||
        (!tree_.Has(verb, Rel::kXcomp) &&
         IsOneOf(tree_[verb].lemma,
                 {"ask",    "urge", "order",    "persuade", "encourage", "force",  "allow",    "enable", "require",
                  "advise", "warn", "convince", "rate",     "consider",  "regard", "describe", "deem",   "treat",
                  "view",   "call", "name",     "manage",   "tend",      "try",    "like",     "star"}))) {
      return;
    }
    verb_words_ = *words;
    if (!ReadComplements()) return;
    AskSubject(plural);
    if (!subject_words_) return;
    for (size_t i = 0; i < complements_.size(); ++i) AskComplement(i);
    AskWhy();
  }

 private:
  // False where the clause cannot be told without words that a question should not hold.
  bool ReadComplements() {
    complements_.clear();
    bool first = true;  // of those behind the verb
    for (int child : tree_.children(verb_)) {
      Complement one;
      one.head = child;
      one.rel = tree_[child].rel;
      one.before = child < verb_;
      one.date = reading_.ValueOf(child, ValueKind::kDate) >= 0;
      uint32_t drop = kDropRelatives | kDropAppositions | kDropClauses;
      switch (one.rel) {
        case Rel::kObj:
        case Rel::kIobj:
          if (one.before) return false;
          one.essential = true;
          drop = kBarePhrase;
          break;
        case Rel::kCompoundPrt:
          one.essential = true;
          break;
        case Rel::kXcomp:
          if (one.before) return false;
          one.essential = true;
          drop = kDropRelatives | kDropAppositions;
          break;
        case Rel::kAdvmod:
          // "stepped down", "moved back"; other adverbs can be left out.
          if (tree_[child].pos != Pos::kAdv || child != verb_ + 1 || absl::EndsWith(tree_[child].folded, "ly")) {
            if (!one.date) continue;
          }
          one.essential = !one.date;
          break;
        case Rel::kObl:
        case Rel::kOblAgent:
        case Rel::kOblUnmarked:
          // What follows the verb at once may complete it: "depends on".
          one.essential = first && !one.before && !one.date && one.rel == Rel::kObl && !tree_.IsPassive(verb_) &&
                          !IsOneOf(tree_.CaseOf(child), {"because of", "due to"});
          break;
        default:
          continue;
      }
      // "of" hangs on nouns, and a number needs what it counts: such a tree is misread.
      if (one.rel == Rel::kObl && (tree_.CaseOf(child) == "of" || (tree_[child].pos == Pos::kNum && !one.date))) {
        return false;
      }
      if (!one.before) first = false;
      one.wording = s_.Phrase(child, drop, self_);
      if (one.essential && !one.wording) return false;
      // "is looking to see": what?
      if (one.rel == Rel::kXcomp && tree_[child].pos == Pos::kVerb &&
          std::none_of(one.wording->tokens.begin(), one.wording->tokens.end(), [&](int t) {
            return tree_[t].pos == Pos::kNoun || tree_[t].pos == Pos::kPropn || tree_[t].pos == Pos::kAdj;
          })) {
        return false;
      }
      complements_.push_back(std::move(one));
    }
    return true;
  }

  // The words behind the verb but for complement `without`, as far as they fit; essential ones always. `named`, `open`
  // and `resolved` gather what is in them.
  std::string Tail(int without, Wording* gathered, size_t room) const {
    std::vector<const Complement*> order, late;
    for (size_t i = 0; i < complements_.size(); ++i) {
      if (static_cast<int>(i) == without) continue;
      const Complement& one = complements_[i];
      if (!one.wording) continue;
      if (!one.essential) {
        // A day of the week says little elsewhere; a year or a full date helps.
        const bool has_digit = std::any_of(one.wording->text.begin(), one.wording->text.end(),
                                           [](char c) { return c >= '0' && c <= '9'; });
        if (one.date && (!has_digit || IsAskedForTime(without))) continue;
        if (one.wording->open || tree_.CaseOf(one.head).empty() || (!one.date && s_.IsBare(one.head))) continue;
        if (!one.date && ((tree_[one.head].pos != Pos::kNoun && tree_[one.head].pos != Pos::kPropn) ||
                          IsOneOf(tree_[one.head].lemma, {"bid", "effort", "attempt", "move", "addition", "response",
                                                          "contrast", "particular", "turn", "fact", "way"}))) {
          continue;
        }
        if (one.before && !one.date && !IsOneOf(tree_.CaseOf(one.head), {"in", "at"})) continue;
        if (IsOneOf(tree_.CaseOf(one.head),
                    {"according to", "with",       "without",    "as",         "despite",   "like",      "such as",
                     "by",           "under",      "among",      "after",      "before",    "until",     "since",
                     "due to",       "because of", "instead of", "along with", "following", "including", "through",
                     "throughout",   "upon",       "per",        "besides",    "amid",      "while"}) &&
            !(one.rel == Rel::kOblAgent)) {
          continue;
        }
      }
      const size_t words = WordsOf(one.wording->text);
      if (!one.essential && (words > room || words > 6)) continue;
      room -= std::min(room, words);
      (one.before ? late : order).push_back(&one);
    }
    order.insert(order.end(), late.begin(), late.end());
    std::string text;
    for (const Complement* one : order) {
      absl::StrAppend(&text, " ", one->wording->text);
      gathered->named = gathered->named || one->wording->named;
      gathered->open = gathered->open || one->wording->open;
      gathered->resolved = gathered->resolved || one->wording->resolved;
    }
    return text;
  }

  bool IsAskedForTime(int complement) const {
    return complement >= 0 && complements_[static_cast<size_t>(complement)].date;
  }

  // "Who founded the museum?", "How many people were hurt in Lima?"
  void AskSubject(bool plural) {
    if (tree_[subject_].pos == Pos::kPron || (complements_.empty() && !tree_.IsPassive(verb_))) return;
    Wording gathered;
    const std::string tail = Tail(-1, &gathered, 8);
    const int number = reading_.ValueOf(subject_, ValueKind::kNumber);
    if (number >= 0) {
      const std::string counted = s_.Counted(subject_, number);
      if (counted.empty() || !plural) return;
      // "How many firms are based?" asks for nothing.
      if (tail.empty() && IsOneOf(tree_[verb_].lemma, {"base", "locate", "situate"})) return;
      s_.Emit(QuestionKind::kHowMany, importance_, absl::StrCat("How many ", counted, " ", verb_words_.whole, tail),
              TokensOf(s_.value(number).span), gathered);
      return;
    }
    const std::vector<int> answer = reading_.Phrase(subject_, kBarePhrase);
    if (answer.size() > 8 || tail.empty()) return;
    // A subject that only the text around it explains is no answer.
    if (!subject_words_ || subject_words_->described) return;
    const bool object = tree_.Has(verb_, Rel::kObj);
    const bool person = IsPersonal(reading_, s_.language(), subject_) ||
                        (IsOrganization(reading_, s_.language(), subject_) && object && !tree_.IsPassive(verb_));
    if (!s_.IsTypeSure(subject_) || (answer.size() == 1 && tree_[subject_].pos == Pos::kNoun && plural)) return;
    const bool titled = std::any_of(answer.begin(), answer.end(),
                                    [&](int t) { return tree_[t].pos == Pos::kPropn && IsTitle(tree_[t].folded); });
    if (titled && !person) return;
    s_.Emit(QuestionKind::kSubject, importance_, absl::StrCat(person ? "Who " : "What ", verb_words_.singular, tail),
            answer, gathered);
  }

  void AskComplement(size_t number) {
    const Complement& one = complements_[number];
    const Token& token = tree_[one.head];
    Wording gathered = *subject_words_;
    const std::string tail = Tail(static_cast<int>(number), &gathered, 7);
    const auto ask = [&](QuestionKind kind, absl::string_view word, const std::vector<int>& answer,
                         absl::string_view behind = "") {
      s_.Emit(
          kind, importance_,
          absl::StrCat(word, " ", verb_words_.front, " ", subject_words_->text, " ", verb_words_.rest, tail, behind),
          answer, gathered);
    };
    if (one.rel == Rel::kObj) {
      if ((token.pos != Pos::kNoun && token.pos != Pos::kPropn) || tree_.Has(verb_, Rel::kXcomp) ||
          tree_.Children(verb_, {Rel::kObj, Rel::kIobj}).size() > 1) {
        return;
      }
      const int value = reading_.ValueOf(one.head, ValueKind::kNumber);
      if (value >= 0) {
        const Value& amount = s_.value(value);
        if (IsCurrency(amount.unit)) {
          ask(QuestionKind::kHowMuch, tree_[verb_].lemma == "cost" ? "How much" : "How much money",
              TokensOf(amount.span));
        } else if (const std::string counted = s_.Counted(one.head, value); !counted.empty()) {
          ask(QuestionKind::kHowMany, absl::StrCat("How many ", counted), TokensOf(amount.span));
        }
        return;
      }
      if (reading_.ValueOf(one.head, ValueKind::kDuration) >= 0 || reading_.ValueOf(one.head, ValueKind::kDate) >= 0)
        return;
      // "took control": a bare noun belongs to its verb.
      if (token.pos == Pos::kNoun && !IsPlural(tree_, one.head) &&
          tree_.Child(one.head, {Rel::kDet, Rel::kNmodPoss, Rel::kAmod, Rel::kCompound}) < 0) {
        return;
      }
      if (IsOneOf(tree_[verb_].lemma,
                  {"take",     "give",  "play",    "become", "reach",      "hold",    "pay",       "undergo", "enter",
                   "leave",    "show",  "provide", "face",   "experience", "form",    "represent", "make",    "cause",
                   "see",      "serve", "suffer",  "gain",   "exceed",     "total",   "number",    "start",   "begin",
                   "continue", "end",   "finish",  "follow", "lack",       "possess", "allow"})) {
        return;
      }
      const bool person = IsPersonal(reading_, s_.language(), one.head);
      if (!s_.IsTypeSure(one.head) || !one.wording || one.wording->open || one.wording->described) return;
      ask(QuestionKind::kObject, person ? "Who" : "What", reading_.Phrase(one.head, kBarePhrase));
      return;
    }
    const std::string preposition = tree_.CaseOf(one.head);
    if (one.date) {
      if (verb_words_.perfect || !IsOneOf(preposition, {"", "in", "on", "at", "during"})) return;
      const int value = reading_.ValueOf(one.head, ValueKind::kDate);
      const Value& date = s_.value(value);
      if (date.iso.empty() || date.hedge == Hedge::kVague) return;
      if ((tail.empty() && !StandsAlone()) || s_.IsRelativeTime(date.span)) return;
      ask(QuestionKind::kWhen, "When", TokensOf(date.span));
      return;
    }
    const bool agent = one.rel == Rel::kOblAgent || (one.rel == Rel::kObl && preposition == "by");
    if (agent && tree_.IsPassive(verb_) && !verb_words_.front.empty()) {
      if (!one.wording || one.wording->open || reading_.ValueOf(one.head, ValueKind::kNumber) >= 0 ||
          (token.pos != Pos::kNoun && token.pos != Pos::kPropn) || IsMeasure(s_.language(), token.lemma)) {
        return;
      }
      const bool person =
          IsPersonal(reading_, s_.language(), one.head) || IsOrganization(reading_, s_.language(), one.head);
      if (!s_.IsTypeSure(one.head) || s_.IsNobody(one.head)) return;
      std::string essential;
      for (const Complement& other : complements_) {
        if (other.essential) absl::StrAppend(&essential, " ", other.wording->text);
      }
      gathered = *subject_words_;
      s_.Emit(QuestionKind::kAgent, importance_,
              absl::StrCat(person ? "Who " : "What ", verb_words_.front, " ", subject_words_->text, " ",
                           verb_words_.rest, essential, " by"),
              reading_.Phrase(one.head, kBarePhrase), gathered);
      return;
    }
    if (one.rel != Rel::kObl && one.rel != Rel::kOblUnmarked) return;
    const int duration = reading_.ValueOf(one.head, ValueKind::kDuration);
    if (duration >= 0) {
      if (preposition == "for") {
        ask(QuestionKind::kHowLong, "How long", TokensOf(s_.value(duration).span));
      }
      return;
    }
    if (IsOneOf(preposition, {"in", "at", "near"}) && reading_.TypeOf(one.head) == NameType::kPlace &&
        !IsOneOf(tree_[verb_].lemma, {"result", "invest", "believe", "participate", "specialize", "specialise"})) {
      // One place may stay: "in Lima, in Peru" is asked for whole.
      for (size_t other = 0; other < complements_.size(); ++other) {
        if (other != number && complements_[other].rel == Rel::kObl && reading_.IsPlace(complements_[other].head) &&
            IsOneOf(tree_.CaseOf(complements_[other].head), {"in", "at", "near", "on"}))
          return;
      }
      if (tail.empty() && !StandsAlone()) return;
      std::vector<int> place = reading_.Phrase(one.head, kBarePhrase);
      if (place.size() > 4) place = reading_.Phrase(one.head, kBarePhrase | kDropNominals | kDropConjuncts);
      ask(QuestionKind::kWhere, "Where", place);
    }
  }

  // Whether the verb needs nothing behind it: "was built", "died".
  bool StandsAlone() const {
    return tree_.IsPassive(verb_) ||
           IsOneOf(tree_[verb_].lemma,
                   {"begin",  "start",  "end",      "die",       "open",      "close",  "resign",  "retire",
                    "arrive", "return", "collapse", "disappear", "explode",   "sink",   "crash",   "graduate",
                    "emerge", "land",   "live",     "erupt",     "surrender", "expire", "dissolve"});
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
    Wording gathered = *subject_words_;
    const std::string tail = Tail(-1, &gathered, 7);
    s_.Emit(QuestionKind::kWhy, importance_,
            absl::StrCat("Why ", verb_words_.front, " ", subject_words_->text, " ", verb_words_.rest, tail),
            tree_.Yield(reason), gathered);
  }

  AskedSentence& s_;
  const SentenceReading& reading_;
  const Tree& tree_;
  int verb_ = -1, subject_ = -1, self_ = -1;
  uint32_t importance_ = 0;
  std::optional<Wording> subject_words_;
  VerbWording verb_words_;
  std::vector<Complement> complements_;
};

}  // namespace

void AskClause(AskedSentence* sentence, int verb) { ClauseQuestions(sentence).Run(verb); }

}  // namespace pith::compiler
