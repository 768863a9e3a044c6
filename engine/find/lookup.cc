#include "engine/find/lookup.h"

#include "engine/format/fnv.h"
#include "engine/format/inlining.h"
#include "engine/format/order.h"
#include "engine/index/members.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kOpenRecords = 8;  // what opening an article and searching its table counts for

// Nested sets of a phrase's words. A subject is looked up by the highest set that is not empty; a relation by kTitled,
// or else by all words.
enum Rank : uint32_t {
  kAnyWord,
  kTitled,   // all words but stop words and determiners
  kContent,  // of these, all but the titles that the phrase begins with
  kRanks
};

// Cuts a phrase into folded words: runs of letters and digits, without clitics after an apostrophe. Several times
// faster than WordReader; both sides of a lookup cut this way.
class PhraseWords {
 public:
  PhraseWords(const Language& language, Bytes phrase) : language_(language), phrase_(phrase) { folded_[0] = '\''; }

  bool Next() {
    for (;;) {
      const bool apostrophe = Skip();
      if (!ReadWord()) return false;
      if (!apostrophe || !language_.IsClitic(Folded(0, size_ + 1))) return true;
    }
  }
  WordInfo Find() const { return language_.Find(Folded(1, size_), HashEnd(hash_)); }

 private:
  Bytes Folded(uint32_t at, uint32_t size) const { return Bytes(reinterpret_cast<const uint8_t*>(folded_) + at, size); }

  uint32_t CodeAt(uint64_t* at) const {
    const uint8_t byte = phrase_.U8(*at);
    if (byte >= 0x80) return DecodeUtf8(phrase_, at);
    ++*at;
    return byte;
  }

  static bool IsWord(CharClass kind) {
    return kind == CharClass::kLetter || kind == CharClass::kUpper || kind == CharClass::kDigit ||
           kind == CharClass::kIdeograph || kind == CharClass::kJoiner;
  }

  // Skips what is not a word. Returns whether that was exactly one apostrophe.
  bool Skip() {
    uint32_t skipped = 0, code = 0;
    for (uint64_t next = at_; at_ < phrase_.size(); at_ = next, ++skipped) {
      const uint32_t here = CodeAt(&next);
      if (IsWord(language_.ClassOf(here))) break;
      code = here;
    }
    return skipped == 1 && (code == '\'' || language_.FoldEntry(code) == '\'');
  }

  // Reads one word; an ideograph is a word by itself.
  bool ReadWord() {
    const uint64_t begin = at_;
    size_ = 0;
    hash_ = kHashStart;
    for (uint64_t next = at_; at_ < phrase_.size(); at_ = next) {
      const uint32_t code = CodeAt(&next);
      if (Language::IsPlain(code)) {
        if (size_ < kMaxWordBytes) Append(static_cast<char>(code));
        continue;
      }
      const CharClass kind = language_.ClassOf(code);
      const bool ideograph = kind == CharClass::kIdeograph;
      if (!IsWord(kind) || (ideograph && at_ != begin)) break;
      AppendFolded(code);
      if (ideograph) {
        at_ = next;
        break;
      }
    }
    return at_ != begin;
  }

  void Append(char byte) {
    hash_ = HashStep(hash_, static_cast<uint8_t>(byte));
    folded_[1 + size_++] = byte;
  }

  void AppendFolded(uint32_t code) {
    char folded[4];
    const uint32_t size = FoldCodePoint(language_, code, folded);
    if (size > kMaxWordBytes - size_) return;
    for (uint32_t i = 0; i < size; ++i) Append(folded[i]);
  }

  const Language& language_;
  const Bytes phrase_;
  uint64_t at_ = 0;
  uint32_t size_ = 0, hash_ = kHashStart;  // of the current word
  char folded_[1 + kMaxWordBytes];         // an apostrophe, then the word
};

// The words of a phrase that belong to one rank.
struct RankedWords {
  uint32_t size = 0;
  uint32_t head = 0;  // the number of words up to and including the head word
  bool past_head = false;
  uint32_t keys[kMaxLookupWords];

  void Add(uint32_t key) {
    if (size == kMaxLookupWords) return;
    keys[size++] = key;
    if (!past_head) head = size;
  }
};

bool HasKey(const PhraseKeys& keys, uint32_t key) {
  for (uint32_t i = 0; i < keys.size; ++i) {
    if (keys.keys[i] == key) return true;
  }
  return false;
}

bool HasAll(const PhraseKeys& keys, const PhraseKeys& wanted) {
  for (uint32_t i = 0; i < wanted.size; ++i) {
    if (!HasKey(keys, wanted.keys[i])) return false;
  }
  return true;
}

// Compares facts with a pattern.
class FactFilter {
 public:
  FactFilter(const Language& language, const FactPattern& pattern, Meter* meter)
      : language_(language), pattern_(pattern), words_(RelationFilter(pattern.relation)), meter_(*meter) {}

  bool Takes(const Part& part, uint32_t number) {
    const FactRecord fact = part.facts[number];
    return RelationFits(part, fact) && ObjectFits(part, fact);
  }

 private:
  // Whether the fact's relation has all the words of the pattern's.
  bool RelationFits(const Part& part, const FactRecord& fact) {
    if (pattern_.relation.size == 0) return true;
    if ((fact.words & words_) != words_) return false;
    const Bytes relation = part.StringBytes(fact.relation);
    return relation.size() <= kMaxRelationBytes && Has(relation, pattern_.relation);
  }

  // Whether the fact's object, or an alias of the entity that it names, has all the words of the pattern's.
  bool ObjectFits(const Part& part, const FactRecord& fact) {
    const PhraseKeys& object = pattern_.object;
    if (object.size <= 1) return true;  // of one word, which is the head that led to this fact
    if (Has(part.StringBytes(fact.object), object)) return true;
    if (fact.object_entity == kNone) return false;
    const Range aliases = part.AliasesOf(fact.object_entity);
    for (uint32_t i = aliases.begin; i < aliases.end && i - aliases.begin < kMaxLookupAliases; ++i) {
      if (Has(part.StringBytes(part.aliases[i].number), object)) return true;
    }
    return false;
  }

  bool Has(Bytes phrase, const PhraseKeys& wanted) {
    meter_.Take(static_cast<uint32_t>(phrase.size() <= PITH_MAX_QUESTION_BYTES ? 8 * phrase.size() : 1));
    PhraseKeys own;
    return ReadPhrase(language_, phrase, &own) && HasAll(own, wanted);
  }

  const Language& language_;
  const FactPattern& pattern_;
  const uint16_t words_;
  Meter& meter_;
};

// A fact found, in the order of results: the most important first, then in reading order.
struct FoundFact {
  uint16_t importance;
  uint32_t article, fact;

  bool operator<(const FoundFact& other) const {
    if (importance != other.importance) return importance > other.importance;
    if (article != other.article) return article < other.article;
    return fact < other.fact;
  }
};

// The records of one key in an article's kLookup, in order. They end where they do not rise, so that no fact comes
// twice.
class Records {
 public:
  Records(const Part& part, Meter* meter) : part_(part), meter_(*meter) {}

  // Moves to the first record of that key.
  void Seek(uint32_t key) {
    key_ = key;
    at_ = LowerBound(part_.lookup, key);
    there_ = Read();
  }

  // Moves to the first record that is not before `fact`. Whether it is of that fact.
  bool Reach(const LookupPlace& fact) {
    const LookupPlace wanted = {key_, fact.importance, fact.fact};
    while (there_ && place_ < wanted) Next();
    return there_ && place_.fact == fact.fact;
  }
  bool there() const { return there_; }
  const LookupPlace& place() const { return place_; }
  void Next() {
    const LookupPlace before = place_;
    ++at_;
    there_ = Read() && before < place_;
  }

 private:
  bool Read() {
    meter_.Take(1);
    if (at_ >= part_.lookup.size() || meter_.Spent()) return false;
    place_ = PlaceOf(part_, at_);
    return place_.key == key_;
  }

  const Part& part_;
  Meter& meter_;
  uint32_t key_ = 0, at_ = 0;
  bool there_ = false;
  LookupPlace place_ = {};
};

// The key that leads to the facts: the subject's, where there is one.
uint32_t KeyOf(const FactPattern& pattern) {
  return pattern.subject.name != 0 ? SubjectKey(pattern.subject.name) : ObjectKey(pattern.object.head);
}

// The articles of a member that may have records of a key. The list of LOOK ends where it does not rise, so that no
// article comes twice.
class Articles {
 public:
  Articles(const OpenedIndex& member, uint32_t key)
      : places_(member.lookups),
        prefix_(LookupPrefix(key, member.size())),
        at_(LowerBound(places_, prefix_)),
        end_(places_.size() != 0 ? places_.size() : member.size()) {}

  bool Next(uint32_t* number) {
    if (at_ == end_) return false;
    *number = at_++;
    if (places_.size() == 0) return true;
    const LookupPlaceRecord place = places_[*number];
    if (place.prefix != prefix_ || place.article < least_) return false;
    *number = place.article;
    least_ = place.article + 1;
    return true;
  }

 private:
  const PackedTable<LookupPlaceRecord>& places_;
  const uint32_t prefix_;
  uint32_t at_, end_, least_ = 0;
};

// Offers the article's facts that fit the pattern, the most important first, until none could be kept. Where both sides
// are given, the records of both are walked through at once: they are in the same order. Its frame would count twice
// for that of FindFacts.
PITH_NOINLINE void FindInArticle(const Part& part, uint32_t article, const FactPattern& pattern, FactFilter* filter,
                                 Meter* meter, BestOf<FoundFact>* best) {
  const bool both = pattern.subject.name != 0 && pattern.object.name != 0;
  Records walked(part, meter), other(part, meter);
  walked.Seek(KeyOf(pattern));
  if (both) other.Seek(ObjectKey(pattern.object.head));
  for (; walked.there(); walked.Next()) {
    const LookupPlace& place = walked.place();
    if (both && !other.Reach(place)) continue;
    if (place.fact >= part.facts.size() || !filter->Takes(part, place.fact)) continue;
    if (!best->Offer({place.importance, article, place.fact})) return;
  }
}

// The same for all articles, or one.
PITH_NOINLINE void FindInArticles(const OpenedIndex& index, uint32_t article, const FactPattern& pattern,
                                  PartCursor* parts, FactFilter* filter, Meter* meter, BestOf<FoundFact>* best) {
  const auto find = [&](uint32_t number) {
    meter->Take(kOpenRecords);
    const Part* part = parts->At(number);
    if (part != nullptr) FindInArticle(*part, number, pattern, filter, meter, best);
  };
  if (article != PITH_ALL_ARTICLES) return find(article);
  const Members members(index);
  for (uint32_t m = 0; m < members.count(); ++m) {
    Articles articles(members[m], KeyOf(pattern));
    for (uint32_t number; !meter->Spent() && articles.Next(&number);) find(members.NumberOf(m, number));
  }
}

void MakeFact(const FoundFact& found, PartCursor* parts, pith_fact* out) {
  const Part* part = parts->At(found.article);
  if (part != nullptr) *out = part->MakeFact(found.article, found.fact);
}

}  // namespace

uint32_t CombineKeys(uint32_t hash, uint32_t key) {
  // FNV-1a's step over a whole key, then MurmurHash3's final mix, so that every bit of either counts.
  hash = FnvStep(hash ^ kFnvStart32, key);
  hash ^= hash >> 16;
  hash *= 0x85EBCA6Bu;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35u;
  hash ^= hash >> 16;
  return hash != 0 ? hash : 1;
}

bool ReadRelation(const Language& language, Bytes relation, PhraseKeys* out) {
  return relation.size() <= kMaxRelationBytes && ReadPhrase(language, relation, out);
}

uint16_t RelationFilter(const PhraseKeys& relation) {
  uint32_t bits = 0;
  for (uint32_t i = 0; i < relation.size; ++i) bits |= 1u << (CombineKeys(0, relation.keys[i]) & 15);
  return static_cast<uint16_t>(bits);
}

bool ReadPhrase(const Language& language, Bytes phrase, PhraseKeys* out) {
  if (phrase.size() > PITH_MAX_QUESTION_BYTES) return false;
  RankedWords by_rank[kRanks];
  PhraseWords words(language, phrase);
  while (words.Next()) {
    const WordInfo word = words.Find();
    Rank rank = kContent;
    if ((word.flags & kWordTitle) != 0 && by_rank[kContent].size == 0) rank = kTitled;
    if ((word.flags & (kWordStop | kWordDeterminer)) != 0) rank = kAnyWord;
    for (uint32_t r = 0; r < kRanks; ++r) {
      RankedWords& of_rank = by_rank[r];
      if ((word.flags & kWordPreposition) != 0 && of_rank.size != 0) of_rank.past_head = true;
      if (r > rank) continue;
      of_rank.Add(word.key);
    }
  }
  const uint32_t counted = by_rank[kTitled].size != 0 ? kTitled : kAnyWord;
  const RankedWords& named = by_rank[kContent].size != 0 ? by_rank[kContent] : by_rank[counted];
  out->name = 0;
  for (uint32_t i = 0; i < named.size; ++i) out->name = CombineKeys(out->name, named.keys[i]);
  out->head = named.head == 0 ? 0 : CombineKeys(0, named.keys[named.head - 1]);
  out->size = by_rank[counted].size;
  for (uint32_t i = 0; i < out->size; ++i) out->keys[i] = by_rank[counted].keys[i];
  return true;
}

uint32_t FindFacts(const OpenedIndex& index, uint32_t article, const FactPattern& pattern, uint32_t skip, Meter* meter,
                   pith_fact* out, uint32_t capacity) {
  if (capacity > PITH_MAX_RESULTS) capacity = PITH_MAX_RESULTS;
  FoundFact found[PITH_MAX_RESULTS];
  PartCursor parts(index);
  const Meter whole = *meter;  // of each page
  FactFilter filter(index.language, pattern, meter);
  const uint32_t count = FillPage(&skip, capacity, PITH_MAX_RESULTS, found, [&](BestOf<FoundFact>* best) {
    *meter = whole;
    FindInArticles(index, article, pattern, &parts, &filter, meter, best);
  });
  for (uint32_t i = 0; i < count; ++i) MakeFact(found[i], &parts, &out[i]);
  return count;
}

uint32_t FindFact(const Language& language, const Part& part, const FactPattern& pattern, Meter* meter) {
  FoundFact found;
  BestOf<FoundFact> best = {&found, 1, 0, nullptr};
  FactFilter filter(language, pattern, meter);
  FindInArticle(part, 0, pattern, &filter, meter, &best);
  return best.count == 0 ? kNone : found.fact;
}

}  // namespace pith
