#include "engine/find/question.h"

#include "engine/language/words.h"

namespace pith {
namespace {

class Reader {
 public:
  Reader(const Language& language, const Query& query) : patterns_(language.Section(kSectionPatterns)), query_(query) {
    uint64_t first_words = 0;
    for (uint32_t i = 0; i < query.count; ++i) first_words |= Bit(query.words[i].hash);
    for (uint32_t p = 0; p < patterns_.size() && p < kMaxPatterns; ++p) {
      if ((first_words & Bit(patterns_.FirstField(p))) != 0) likely_[likely_count_++] = static_cast<uint8_t>(p);
    }
  }

  Question Read() {
    Question q = {};
    ReadReality(&q);
    uint32_t at = 0, size = 0;
    if (!FindOpening(&q.kind, &at, &size)) {
      if (query_.count != 0 && IsVerbal(0)) q.kind = AskKind::kYesNo;
      return q;
    }
    if (at > 0 && Is(at - 1, kWordPreposition)) q.preposition = query_.words[at - 1].hash;
    uint32_t next = at + size;
    q.opening_end = static_cast<uint8_t>(next);
    if (TakesNoun(q.kind)) next = ReadNoun(next, &q);
    ReadGrammar(next, &q);
    const uint32_t last = LastWord();
    if (q.preposition == 0 && last > next && Is(last, kWordPreposition)) q.preposition = query_.words[last].hash;
    if (q.focus_end > q.focus_begin) {
      q.focus_class = query_.words[q.focus_end - 1].noun_class;
      q.plural = IsPlural(query_.words[q.focus_end - 1]);
    }
    q.priced = AsksForMoney(q);
    if (q.kind == AskKind::kReason) ReadCues(&q);
    if (q.kind == AskKind::kMaterial) q.focus_class = static_cast<uint8_t>(NounClass::kSubstance);
    if (q.focus_class == static_cast<uint8_t>(NounClass::kTime) &&
        (q.kind == AskKind::kThing || q.kind == AskKind::kChoice) && q.role != AskRole::kIdentity) {
      q.kind = AskKind::kTime;
    }
    return q;
  }

 private:
  static uint64_t Bit(uint32_t hash) { return uint64_t{1} << (hash & 63); }
  bool Is(uint32_t i, uint16_t flags) const { return i < query_.count && query_.words[i].Is(flags); }
  bool IsMark(uint32_t i) const { return i >= query_.count || (query_.words[i].shape & kShapePunctuation) != 0; }

  // Finds the first pattern that matches at word `i` and has a kind in [low, high]. Returns the number of its words, or
  // 0.
  uint32_t MatchAt(uint32_t i, uint8_t low, uint8_t high, QuestionPattern* found) const {
    for (uint32_t l = 0; i < query_.count && l < likely_count_; ++l) {
      if (patterns_.FirstField(likely_[l]) != query_.words[i].hash) continue;
      const QuestionPattern pattern = patterns_[likely_[l]];
      if (pattern.kind < low || pattern.kind > high) continue;
      uint32_t n = 1;
      while (n < 4 && pattern.words[n] != 0 && i + n < query_.count && query_.words[i + n].hash == pattern.words[n]) {
        ++n;
      }
      if (n < 4 && pattern.words[n] != 0) continue;
      *found = pattern;
      return n;
    }
    return 0;
  }
  bool IsBetween(uint32_t i, AskClass low, AskClass high) const {
    QuestionPattern found = {};
    return MatchAt(i, static_cast<uint8_t>(low), static_cast<uint8_t>(high), &found) != 0;
  }
  void ReadReality(Question* q) const {
    for (uint32_t i = 0; i < query_.count; ++i) {
      q->negated |= Is(i, kWordNegation);
      q->denies |= Is(i, kWordNegation) && i > 0 && IsClass(i - 1, AskClass::kBe) && Is(i + 1, kWordDeterminer);
      q->unreal |= IsClass(i, AskClass::kUnreal);
      q->modal |= IsClass(i, AskClass::kModal);
      QuestionPattern found = {};
      const bool verbal =
          MatchAt(i, static_cast<uint8_t>(AskClass::kDo), static_cast<uint8_t>(AskClass::kHave), &found) != 0;
      const bool have = found.kind == static_cast<uint8_t>(AskClass::kHave);
      q->did |= verbal && (have || (found.flags & kPatternPast) != 0);
    }
  }
  bool IsClass(uint32_t i, AskClass wanted) const { return IsBetween(i, wanted, wanted); }
  bool IsVerbal(uint32_t i) const { return IsBetween(i, AskClass::kDo, AskClass::kModal); }

  // Judges an English noun by its ending; an occasional mistake ("lens") does little harm.
  bool IsPlural(const QueryWord& word) const {
    const auto letter = [&](uint32_t back) { return query_.text.U8(word.end - back) | 0x20; };
    return word.end - word.begin > 3 && letter(1) == 's' && letter(2) != 's' && letter(2) != 'u' && letter(2) != 'i';
  }

  // Whether the noun that the answer is an instance of follows immediately.
  static bool TakesNoun(AskKind kind) {
    return kind == AskKind::kNumber || kind == AskKind::kAmount || kind == AskKind::kThing ||
           kind == AskKind::kChoice || kind == AskKind::kSort || kind == AskKind::kPossessor ||
           kind == AskKind::kShare || kind == AskKind::kName;
  }

  // The first question word determines the kind, unless a later pattern is more telling ("stand for").
  bool FindOpening(AskKind* kind, uint32_t* at, uint32_t* size) const {
    bool found = false;
    for (uint32_t i = 0; i < query_.count; ++i) {
      QuestionPattern pattern = {};
      const uint32_t n = MatchAt(i, 1, kFirstClass - 1, &pattern);
      if (n == 0 || pattern.kind >= kAskKindCount) continue;
      const AskKind ask = static_cast<AskKind>(pattern.kind);
      const bool wins = (pattern.flags & kPatternWins) != 0;
      if (ask == AskKind::kName && i != 0 && !wins) continue;  // elsewhere "name" is a noun
      if (found && !wins) continue;
      *kind = ask;
      if (!found || TakesNoun(ask)) {
        *at = i;
        *size = n;
      }
      found = true;
    }
    return found;
  }

  bool AsksForMoney(const Question& q) const {
    constexpr auto kMoney = static_cast<uint8_t>(NounClass::kMoney);
    if (q.focus_end > q.focus_begin) return q.focus_class == kMoney;
    for (uint32_t i = q.opening_end; q.kind == AskKind::kAmount && i < query_.count; ++i) {
      if (query_.words[i].content && query_.words[i].noun_class == kMoney) return true;
    }
    return false;
  }

  void ReadCues(Question* q) const {
    uint32_t count = 0;
    for (uint32_t p = 0; p < patterns_.size() && p < kMaxPatterns && count < kMaxCues; ++p) {
      const QuestionPattern pattern = patterns_[p];
      if (pattern.kind == static_cast<uint8_t>(AskClass::kReasonCue)) q->cues[count++] = pattern.words[0];
    }
  }

  uint32_t LastWord() const {
    uint32_t i = query_.count;
    while (i > 0 && IsMark(i - 1)) --i;
    return i > 0 ? i - 1 : 0;
  }

  // Reads the noun phrase after the question word: up to an auxiliary, or to the word before the next phrase, which is
  // then the verb ("which airline | flies to"). Returns where the rest begins.
  uint32_t ReadNoun(uint32_t i, Question* q) const {
    const bool partitive = Is(i, kWordPreposition);  // "how many of the injured": it asks for a part of them
    if (partitive) ++i;
    while (Is(i, kWordDeterminer)) ++i;
    uint32_t begin = i;
    for (; i < query_.count; ++i) {
      if (IsClitic(query_.words[i])) {  // "the name of Armenia's capital"
        begin = i + 1;
      } else if (IsMark(i) || IsVerbal(i) ||
                 Is(i, kWordPreposition | kWordDeterminer | kWordPronoun | kWordAuxiliary)) {
        break;
      }
    }
    uint32_t end = i;
    if (!IsVerbal(i) && end > begin && (end - begin > 1 || q->kind == AskKind::kThing) &&
        !(q->kind == AskKind::kName) && !Is(i, kWordPreposition)) {
      --end;
    } else if (!IsVerbal(i) && Is(i, kWordPreposition) && end - begin > 1 && q->kind != AskKind::kName) {
      --end;
    }
    q->focus_begin = static_cast<uint8_t>(begin);
    q->focus_end = static_cast<uint8_t>(partitive ? begin : end);
    return end;
  }

  void ReadGrammar(uint32_t i, Question* q) const {
    const bool adverbial = q->kind == AskKind::kPlace || q->kind == AskKind::kTime || q->kind == AskKind::kReason ||
                           q->kind == AskKind::kManner || q->kind == AskKind::kDuration || q->kind == AskKind::kAge ||
                           q->kind == AskKind::kMeasure || q->kind == AskKind::kFrequency;
    if (q->kind == AskKind::kPurpose) {  // "what were they sent to do"
      q->role = AskRole::kObject;
    } else if (adverbial || q->preposition != 0) {
      q->role = AskRole::kAdverbial;
    } else if (IsClass(i, AskClass::kBe)) {
      ReadAfterBe(i + 1, q);
    } else if (IsClass(i, AskClass::kDo)) {
      q->role = AskRole::kObject;
    } else if (IsClass(i, AskClass::kHave) || IsClass(i, AskClass::kModal)) {
      // "Who has won" asks for the subject, "what has she won" does not.
      const bool noun_next = Is(i + 1, kWordDeterminer | kWordPronoun) ||
                             (i + 1 < query_.count && (query_.words[i + 1].shape & kShapeCapital) != 0);
      q->role = noun_next ? AskRole::kObject : AskRole::kSubject;
    } else {
      q->role = AskRole::kSubject;
    }
  }

  // "is the capital of France", "was her predecessor", "is Ada Lovelace", "were injured", "was fired on Monday".
  void ReadAfterBe(uint32_t i, Question* q) const {
    const bool determiner = Is(i, kWordDeterminer | kWordPronoun);
    uint32_t begin = i;
    while (Is(begin, kWordDeterminer)) ++begin;
    uint32_t end = begin, capitals = 0;
    bool possessive = false;
    for (; end < query_.count && !Is(end, kWordPreposition); ++end) {
      const QueryWord& word = query_.words[end];
      if (IsClitic(word)) {
        possessive = true;
        begin = end + 1;
        continue;
      }
      if (IsMark(end) || IsVerbal(end)) break;
      if ((word.shape & kShapeCapital) != 0) ++capitals;
    }
    const bool whole = end >= query_.count || IsMark(end);
    if (q->focus_end > q->focus_begin) {  // "which city is the capital": the noun is known already
      q->role = determiner ? AskRole::kIdentity : AskRole::kPassive;
      return;
    }
    if (end == begin || (!determiner && !possessive && capitals == 0)) {
      q->role = AskRole::kPassive;
      return;
    }
    if (!possessive && whole && capitals != 0 && capitals == end - begin) {
      q->kind = AskKind::kDefinition;
      q->role = AskRole::kIdentity;
      return;
    }
    const bool stranded = !whole && end >= LastWord();
    if (stranded) {
      q->role = AskRole::kObject;
      return;
    }
    q->role = AskRole::kIdentity;
    q->focus_begin = static_cast<uint8_t>(begin);
    q->focus_end = static_cast<uint8_t>(end);
  }

  // Whether a word is "'s", as the tokenizer cuts it off.
  bool IsClitic(const QueryWord& word) const {
    const uint8_t first = query_.text.U8(word.begin);
    return (word.shape & kShapeGlued) != 0 && (first == '\'' || first == 0xE2);
  }

  Table<QuestionPattern> patterns_;
  uint32_t likely_count_ = 0;
  uint8_t likely_[kMaxPatterns];  // the patterns that may begin with a word of the question
  const Query& query_;
};

}  // namespace

bool Question::Accepts(Reality reality) const {
  if (reality == Reality::kAsked) return false;
  if (reality == Reality::kStated || negated || (unreal && reality != Reality::kNegated)) return true;
  return (reality == Reality::kPlanned && (modal || !did)) || (reality == Reality::kPossible && modal);
}

Question ReadQuestion(const Language& language, const Query& query) { return Reader(language, query).Read(); }

}  // namespace pith
