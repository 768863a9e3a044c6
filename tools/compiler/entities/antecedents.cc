#include "tools/compiler/entities/antecedents.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/entities/antecedent_features.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/time_nouns.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kNamedWindow = 12, kNounWindow = 4, kTopicWindow = 40;  // sentences back
constexpr size_t kMostRecent = 200;                                        // mentions, or referents, that are looked at
constexpr size_t kMostTopics = 8;

MentionRole RoleOf(const Tree& tree, int head) {
  const int i = Described(tree, head);
  if (IsSubject(tree[i].rel)) {
    int verb = tree[i].head;
    for (int left = tree.size(); left > 0 && verb >= 0 && verb != tree.root(); --left) {
      if (!IsOneOf(tree[verb].rel, {Rel::kConj, Rel::kParataxis})) break;
      verb = tree[verb].head;
    }
    return verb == tree.root() ? MentionRole::kMainSubject : MentionRole::kSubject;
  }
  if (IsOneOf(tree[i].rel, {Rel::kObj, Rel::kIobj})) return MentionRole::kObject;
  return tree[i].rel == Rel::kNmodPoss ? MentionRole::kPossessor : MentionRole::kOther;
}

// No two arguments of a verb mean the same, except for reflexives: "Smith saw him".
bool AreArguments(const Tree& tree, int a, int b) {
  a = Described(tree, a);
  return tree[a].head >= 0 && tree[a].head == tree[b].head;
}

// A pronoun inside a phrase does not mean the phrase ("the man and his wife"), unless a clause comes in between.
bool Contains(const Tree& tree, int head, int i) {
  int at = i;
  for (int left = tree.size(); left > 0 && at >= 0; --left, at = tree[at].head) {
    if (at == head) return true;
    if (IsOneOf(tree[at].rel, {Rel::kAclRelcl, Rel::kAcl, Rel::kConj, Rel::kAppos})) return false;
  }
  return false;
}

bool IsGroupNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"police", "people", "team", "family", "couple", "crew", "staff", "band", "group", "government",
                         "company", "council", "army", "public", "committee", "club", "pair", "board"});
}

// "June", "Mondays"
bool IsMonthOrWeekday(const Token& noun) {
  absl::string_view day = noun.folded;
  absl::ConsumeSuffix(&day, "s");
  if (Weekdays().Find(day, absl::nullopt).has_value() && !ShortWeekdays().Has(day)) return true;
  return Months().Find(noun.folded, 0) != 0 && (noun.pos == Pos::kPropn || !MonthsLikeWords().Has(noun.folded));
}

}  // namespace

void Referents::Update(int index, const Tree& tree, uint32_t sentence, int head, int quotation) {
  Referent* referent = &all_[static_cast<size_t>(index)];
  met_.emplace_back(sentence, index);
  const Sentence& s = analysis_.sentences[sentence];
  referent->sentence = sentence;
  referent->paragraph = s.paragraph;
  referent->head = head;
  referent->role = RoleOf(tree, head);
  referent->pronoun = tree[head].pos == Pos::kPron;
  referent->quotation = quotation;
  referent->around = SurroundingsOf(tree, language_, head);
  referent->opening = referent->opening || s.heading || sentence == 0;
  if (referent->role == MentionRole::kMainSubject && !s.heading) {
    if (!first_.has_value()) first_ = sentence;
    referent->topic = referent->topic || first_ == sentence;
    ++referent->led;
    const bool first = sentence == 0 || analysis_.sentences[sentence - 1].paragraph != s.paragraph;
    if (first) referent->paragraph_led = s.paragraph + 1;
  }
  ++referent->mentions;
  if (referent->topic && !referent->listed) {
    topics_.push_back(index);
    referent->listed = true;
  }
}

void Referents::MeetName(const Tree& tree, uint32_t sentence, int head, int entity, int quotation) {
  of_entity_.resize(analysis_.entities.size(), -1);
  int& referent = of_entity_[static_cast<size_t>(entity)];
  if (referent < 0) {
    referent = static_cast<int>(all_.size());
    Referent& added = all_.emplace_back();
    added.entity = entity;
    const NameType type = known_.TypeOf(entity);
    added.person = type == NameType::kPerson;
    added.group = type == NameType::kOrganization;
    added.opening = added.topic = known_.InTitle(entity);
  }
  Update(referent, tree, sentence, head, quotation);
}

// "the barge" for "a mussel barge that ...": enough to know which one.
std::string Referents::PhraseOf(const Tree& tree, int head) const {
  std::vector<int> tokens;
  const int number = tree.Child(head, Rel::kNummod);
  for (int t : tree.Yield(head, kBarePhrase | kDropConjuncts | kDropNominals)) {
    // "The miners" are those of "more than 33 miners".
    if (number >= 0 && number < head && (t == number || tree.Under(t, number))) continue;
    tokens.push_back(t);
  }
  if (tokens.empty() || tokens.size() > 4) return "";
  const Token& first = tree[tokens.front()];
  if (first.pos == Pos::kPron || first.rel == Rel::kNmodPoss) return "";
  const bool owned = tree.Child(head, Rel::kNmodPoss) >= 0;  // "the city's museums" has its article already
  const bool article = first.rel == Rel::kDet && first.head == head;
  if (article && !IsOneOf(first.folded, {"a", "an", "the", "this", "that", "these", "those", "another"})) return "";
  const bool counts = IsOneOf(first.folded, {"many", "some", "several", "few", "most"});
  if (article || counts) tokens.erase(tokens.begin());
  if (tokens.empty()) return "";
  std::string text = TextOf(analysis_.article, tree.sentence(), tokens);
  // Only the place in its sentence gives a noun a capital: "Miners were hurt".
  const auto first_word = static_cast<int>(tree.sentence().dateline);
  const bool capital = tokens.front() == first_word && tree[first_word].pos != Pos::kPropn && text.size() > 1 &&
                       absl::ascii_islower(static_cast<unsigned char>(text[1]));
  if (capital) text[0] = absl::ascii_tolower(static_cast<unsigned char>(text[0]));
  if (owned && first.pos == Pos::kDet) text[0] = absl::ascii_tolower(static_cast<unsigned char>(text[0]));
  return owned ? text : absl::StrCat("the ", text);
}

void Referents::MeetNoun(const Tree& tree, uint32_t sentence, int head, int quotation) {
  const Token& noun = tree[head];
  if (IsOneOf(noun.rel, {Rel::kCompound, Rel::kFlat, Rel::kFixed, Rel::kAppos}) || IsTimeNoun(noun.lemma) ||
      IsDatePart(noun.lemma) || IsMonthOrWeekday(noun) || tree.Has(head, Rel::kCop)) {
    return;
  }
  const int det = tree.Child(head, Rel::kDet);
  const bool definite = (det >= 0 && IsOneOf(tree[det].folded, {"the", "this", "that", "these", "those"})) ||
                        tree.Has(head, Rel::kNmodPoss);
  const bool plural = noun.lemma != noun.folded && absl::EndsWith(noun.folded, "s");
  if (definite) {
    const size_t first = all_.size() - std::min(all_.size(), kMostRecent);
    for (size_t r = all_.size(); r-- > first;) {
      Referent& referent = all_[r];
      const uint32_t window = referent.topic ? kTopicWindow : 2 * kNounWindow;
      if (referent.lemma != noun.lemma || referent.plural != plural || referent.sentence + window < sentence) continue;
      referent.definite = true;
      return Update(static_cast<int>(r), tree, sentence, head, quotation);
    }
  }
  Referent& added = all_.emplace_back();
  added.lemma = noun.lemma;
  added.phrase = PhraseOf(tree, head);
  added.person = IsPersonNoun(noun) || MeansPerson(noun.lemma);
  added.gender = GenderOf(noun.lemma);
  added.plural = plural;
  added.group = IsGroupNoun(noun.lemma);
  added.definite = definite;
  added.opening = absl::StrContains(absl::AsciiStrToLower(analysis_.article.title), noun.lemma);
  added.topic = added.opening && definite;
  Update(static_cast<int>(all_.size()) - 1, tree, sentence, head, quotation);
}

void Referents::MeetAgain(int referent, const Tree& tree, uint32_t sentence, int head, int quotation) {
  Update(referent, tree, sentence, head, quotation);
}

int Referents::MeetSomebody(const Pronoun& pronoun, const Tree& tree, int quotation) {
  if (pronoun.kind != PronounKind::kPerson) return -1;
  Referent& added = all_.emplace_back();
  added.person = true;
  added.gender = pronoun.gender;
  Update(static_cast<int>(all_.size()) - 1, tree, pronoun.sentence, pronoun.token, quotation);
  return static_cast<int>(all_.size()) - 1;
}

bool Referents::Fits(const Referent& r, const Pronoun& pronoun, const Tree& tree, int quotation) const {
  const bool topic = r.topic && pronoun.kind != PronounKind::kPerson;
  if (r.sentence + (topic ? kTopicWindow : r.entity >= 0 ? kNamedWindow : kNounWindow) < pronoun.sentence) return false;
  switch (pronoun.kind) {
    case PronounKind::kPerson:
      // In direct speech, the speaker is "I".
      if (quotation > 0 && r.quotation != quotation) return false;
      if (r.entity >= 0) {
        if (!known_.MayBe(r.entity, pronoun.gender)) return false;
      } else if (pronoun.gender == Gender::kFemale && IsShipNoun(r.lemma) && !r.plural) {
        break;
      } else if (!r.person || r.plural || (r.gender != Gender::kUnknown && r.gender != pronoun.gender)) {
        return false;
      }
      break;
    case PronounKind::kThing:
      if (r.person || r.plural) return false;
      break;
    case PronounKind::kGroup:
      if (!r.plural && !r.group) return false;
      break;
  }
  if (r.sentence != pronoun.sentence) return true;
  const Token& token = tree[pronoun.token];
  if (r.head > pronoun.token || Contains(tree, r.head, pronoun.token)) return false;
  const bool free = token.rel == Rel::kNmodPoss || ReflexivePronouns().Has(token.folded) ||
                    IsOneOf(token.folded, {"itself", "themselves"});
  return free || !AreArguments(tree, r.head, pronoun.token);
}

std::vector<Antecedent> Referents::CandidatesFor(Pronoun* asked, const Tree& tree, int quotation) const {
  const Pronoun& pronoun = *asked;
  std::vector<Antecedent> found;
  std::vector<std::pair<uint32_t, int>> places;
  PronounContext context = {
      analysis_, tree, language_, known_, pronoun, quotation, SurroundingsOf(tree, language_, pronoun.token)};
  std::vector<int> fitting;
  for (size_t m = met_.size(); m-- > 0 && met_[m].first + kNamedWindow >= pronoun.sentence;) {
    if (fitting.size() == kMostRecent) break;
    fitting.push_back(met_[m].second);
  }
  if (pronoun.kind != PronounKind::kPerson) {
    fitting.insert(fitting.end(), topics_.end() - static_cast<int>(std::min(topics_.size(), kMostTopics)),
                   topics_.end());
  }
  std::sort(fitting.begin(), fitting.end());
  fitting.erase(std::unique(fitting.begin(), fitting.end()), fitting.end());
  const auto unfit = [&](int index) { return !Fits(all_[static_cast<size_t>(index)], pronoun, tree, quotation); };
  fitting.erase(std::remove_if(fitting.begin(), fitting.end(), unfit), fitting.end());
  for (int index : fitting) {
    const Referent& r = all_[static_cast<size_t>(index)];
    places.emplace_back(r.sentence, r.head);
    context.most_mentions = std::max(context.most_mentions, r.mentions);
    context.most_led = std::max(context.most_led, r.led);
  }
  // "His father said he paid": who speaks is meant, not whose father.
  const auto speaks = [&](int index) {
    const Referent& r = all_[static_cast<size_t>(index)];
    return r.sentence == pronoun.sentence && IsSpeakerAround(tree, r.head, pronoun.token);
  };
  const auto owns_speaker = [&](int index) {
    const Referent& r = all_[static_cast<size_t>(index)];
    return r.sentence == pronoun.sentence && r.role == MentionRole::kPossessor &&
           IsSpeakerAround(tree, tree[r.head].head, pronoun.token);
  };
  if (std::any_of(fitting.begin(), fitting.end(), speaks)) {
    fitting.erase(std::remove_if(fitting.begin(), fitting.end(), owns_speaker), fitting.end());
  }
  // "She" is a ferry only where no person can be meant.
  const auto is_person = [&](int index) { return all_[static_cast<size_t>(index)].person; };
  const auto is_thing = [&](int index) {
    const Referent& r = all_[static_cast<size_t>(index)];
    return r.entity < 0 && !r.lemma.empty() && !r.person;
  };
  if (pronoun.kind == PronounKind::kPerson && std::any_of(fitting.begin(), fitting.end(), is_person)) {
    fitting.erase(std::remove_if(fitting.begin(), fitting.end(), is_thing), fitting.end());
  }
  std::sort(places.begin(), places.end());
  context.candidates = fitting.size();
  bool near = false;
  for (int index : fitting) {
    const Referent& r = all_[static_cast<size_t>(index)];
    const auto since =
        places.end() - std::upper_bound(places.begin(), places.end(), std::make_pair(r.sentence, r.head));
    found.push_back({index, RowsOfCandidate(context, r, static_cast<size_t>(since))});
    near = near || r.sentence + 1 >= pronoun.sentence;
  }
  asked->rows = RowsOfPronoun(context, near);
  return found;
}

}  // namespace pith::compiler
