#include "engine/polar/clause.h"

#include "engine/language/words.h"
#include "engine/polar/clause_reader.h"

namespace pith {
namespace {

constexpr uint32_t kMaxNested = 3;  // predicates below the clause's own that may contain words of the question
constexpr uint32_t kMaxVerbs = 8;   // tried in a sentence

bool EndsWith(Bytes text, char a, char b, char c) {
  const uint64_t n = text.size();
  return n > 3 && text.U8(n - 3) == a && text.U8(n - 2) == b && text.U8(n - 1) == c;
}

}  // namespace

ClauseReader::ClauseReader(const Language& language, const Part& part, const Query& query, const Scan& scan,
                           const WordClasses& classes)
    : language_(language),
      part_(part),
      query_(query),
      scan_(scan),
      classes_(classes),
      asked_(classes.Of(query.words[0].hash)) {
  for (uint32_t i = 0; i < scan.count; ++i) cases_[i] = kNoToken;
  bool quoted = false;
  for (uint32_t i = 0; i < scan.count; ++i) {
    const FoldedWord folded(language, Text(i));
    const uint32_t hash = HashWord(folded.bytes());
    sets_[i] = classes.Of(hash);
    if ((language.Find(folded.bytes(), hash).flags & kWordNegation) != 0) sets_[i] |= kNegativeWord;
    if (folded.bytes().U8(0) == '"') quoted = !quoted;
    if (quoted) sets_[i] |= kQuoted;
    const uint8_t head = scan.all[i].head;
    if (i < head && scan.all[i].rel == Rel::kCase && cases_[head] == kNoToken) cases_[head] = static_cast<uint8_t>(i);
  }
}

void ClauseReader::ReadClause(uint32_t verb) {
  verb_ = host_ = verb;
  word_ = token(verb).word;
  copular_ = Child(verb, Rel::kCop) != kNoToken;
  passive_ = Child(verb, Rel::kAuxPass) != kNoToken || Child(verb, Rel::kNsubjPass) != kNoToken ||
             Child(verb, Rel::kOblAgent) != kNoToken;
  for (uint32_t step = 0; step < kMaxClimb && token(host_).rel == Rel::kConj && Subject(host_) == kNoToken; ++step) {
    host_ = token(host_).head;
  }
}

void ClauseReader::ReadQuestion() {
  bool be = Asks(SetOf(AskClass::kBe)), determined = false, linked = false;
  uint8_t preposition = kNoWord;
  plain_ = Asks(kPlainAuxiliary);
  determined_ = linked_ = 0;
  for (uint32_t w = 0; w < query_.count; ++w) {
    const QueryWord& asked = word(w);
    const WordClassSet set = classes_.Of(asked.hash);
    prepositions_[w] = preposition;
    if (w == word_) {
      preposition = kNoWord;
      determined = linked = false;
    } else if (asked.content) {
      if (determined) determined_ |= uint64_t{1} << w;
      if (linked) linked_ |= uint64_t{1} << w;
      linked = true;
    } else if ((set & SetOf(AskClass::kLight)) != 0) {
      if (asked.Is(kWordDeterminer)) {
        determined = true;
        linked = false;
      }
    } else if (asked.Is(kWordPreposition)) {
      preposition = static_cast<uint8_t>(w);
      determined = linked = false;
    } else if ((set & SetOf(AskClass::kBe)) != 0) {
      be = true;
      linked = false;
    } else if (w != 0 && (asked.shape & kShapeWord) != 0) {
      plain_ = false;
    }
    if (asked.Is(kWordNegation)) plain_ = false;
  }
  const QueryWord& verb = word(word_);
  asks_passive_ = be && !copular_ && !EndsWith(query_.text.Sub(verb.begin, verb.end - verb.begin), 'i', 'n', 'g');
  if (copular_ && !be) plain_ = false;
}

ClauseReader::Place ClauseReader::PlaceOf(uint32_t i) const {
  if (i == verb_) return {true, Rel::kRoot};
  for (uint32_t step = 0; step <= kMaxNested; ++step) {
    const ScannedToken& t = token(i);
    if (t.governor == verb_) return {true, t.slot};
    if (t.governor == host_ && IsSubject(t.slot)) return {true, t.slot};
    if (t.governor == i || !Matched(t.governor)) break;
    i = t.governor;
  }
  return {false, Rel::kDep};
}

// Whether token `i` has the role of word `w` (who does it, or to whom it is done), even if only one of clause and
// question is in the passive.
bool ClauseReader::SlotAgrees(uint32_t w, uint32_t i) const {
  const Rel slot = PlaceOf(i).slot;
  if (w < word_) return slot == SubjectSlot() || (copular_ && Hangs(i, verb_) && Narrows(token(i).rel));
  if (slot == SubjectSlot()) return false;
  if (slot == (passive_ ? Rel::kOblAgent : Rel::kNsubj)) return IsAgentPhrase(w);
  if (slot == Rel::kNsubjPass) return prepositions_[w] == kNoWord;
  return slot != Rel::kNsubj && slot != Rel::kCsubj && slot != Rel::kCsubjPass;
}

bool ClauseReader::PrepositionAgrees(uint32_t w, uint32_t i) const {
  const uint32_t asked = prepositions_[w] == kNoWord ? 0 : word(prepositions_[w]).hash;
  if (PlaceOf(i).slot == Rel::kNsubj && IsAgentPhrase(w)) return true;
  for (uint32_t step = 0; step < kMaxClimb; ++step) {
    const ScannedToken& t = token(i);
    if (t.rel == Rel::kNmodPoss) return true;  // "Kazakhstan's" is as good as "of Kazakhstan"
    if (cases_[i] != kNoToken) {
      if (t.rel == Rel::kOblAgent && t.head == verb_) return asked == 0 || IsAgentPhrase(w);
      return asked == HashOf(cases_[i]);
    }
    if (i == verb_ || t.head == i || t.head == verb_ || t.head == t.governor) break;
    i = t.head;
  }
  return asked == 0;
}

// Whether token `i` of the clause is what word `w` of the question means. `previous`: the token for the previous word.
bool ClauseReader::Agrees(uint32_t w, uint32_t i, uint32_t previous) const {
  if (w == word_) return i == verb_ && (!copular_ || PrepositionAgrees(w, i));
  if (!SlotAgrees(w, i) || !PrepositionAgrees(w, i)) return false;
  if (((linked_ >> w) & 1) != 0) {
    const bool beside =
        previous != kNoToken && (Hangs(i, previous) || Hangs(previous, i) || token(i).head == token(previous).head);
    if (!beside) return false;
  }
  return !(((determined_ >> w) & 1) != 0 && IsNarrowed(i)) && !IsHedged(i);
}

// Whether words that are not in the question tell which or what kind is meant. Parts of a name do not count.
bool ClauseReader::IsNarrowed(uint32_t i) const {
  for (uint32_t c = 0; c < scan_.count; ++c) {
    if (!Hangs(c, i) || Matched(c) || !Narrows(token(c).rel)) continue;
    if (token(c).pos != Pos::kPropn || token(i).pos != Pos::kPropn || token(c).rel == Rel::kNmod) return true;
  }
  return false;
}

// "about 50", "more than 50".
bool ClauseReader::IsHedged(uint32_t i) const {
  if (token(i).pos != Pos::kNum) return false;
  if (Child(i, Rel::kAdvmod) != kNoToken) return true;
  for (CandidateReader candidates(part_, scan_.sentence, scan_.count); candidates.Next();) {
    const CandidateRecord& record = candidates.candidate();
    if (record.value == kNone16 || i < record.first || i >= record.last) continue;
    if (part_.values[record.value].hedge != PITH_EXACT) return true;
  }
  return false;
}

ClauseVerdict ClauseReader::Judge(uint32_t verb) {
  ReadClause(verb);
  ReadQuestion();
  ClauseVerdict verdict = {static_cast<uint8_t>(verb), Matched(verb), false, true, 0, PITH_POLARITY_NONE};
  bool sure = plain_ && Matched(verb), subject = false;
  uint32_t previous = kNoToken;
  for (uint32_t w = 0; w < query_.count; ++w) {
    if (!word(w).content) continue;
    uint32_t found = kNoToken;
    uint8_t strength = 0;
    bool agreed = false;
    for (uint32_t m = 0; m < scan_.matched_count && !agreed; ++m) {
      const uint32_t i = scan_.matched[m];
      if (token(i).word != w || !PlaceOf(i).inside) continue;
      if (token(i).strength > strength) strength = token(i).strength;
      agreed = Matched(i) && Agrees(w, i, previous);
      if (agreed || found == kNoToken) found = i;
    }
    verdict.weight += word(w).idf * uint32_t{strength} / kFullStrength;
    verdict.whole &= strength == kFullStrength;
    sure &= agreed;
    subject |= agreed && w < word_ && PlaceOf(found).slot == SubjectSlot();
    previous = found;
  }
  verdict.subject = subject;
  if (verdict.whole && sure && subject) verdict.polarity = Polarity();
  return verdict;
}

ClauseVerdict BestClause(const Language& language, const Part& part, const Query& query, const Scan& scan,
                         const WordClasses& classes) {
  ClauseReader reader(language, part, query, scan, classes);
  ClauseVerdict best = {kNoToken, false, false, false, 0, PITH_POLARITY_NONE};
  uint32_t tried = 0;
  for (uint32_t m = 0; m < scan.matched_count && tried < kMaxVerbs; ++m) {
    const uint32_t i = scan.matched[m];
    if (!reader.IsPredicate(i)) continue;
    ++tried;
    const ClauseVerdict verdict = reader.Judge(i);
    const bool better = verdict.polarity != best.polarity     ? best.polarity == PITH_POLARITY_NONE
                        : verdict.same_verb != best.same_verb ? verdict.same_verb
                                                              : verdict.weight > best.weight;
    if (best.verb == kNoToken || better) best = verdict;
  }
  return best;
}

}  // namespace pith
