// The tables of the lexicon: written as the engine folds words, without duplicates, and consistent with one another.

#include "tools/compiler/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "engine/language/fold.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/lexicon/abbreviations.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/hedge_words.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/number_names.h"
#include "tools/compiler/lexicon/person_verbs.h"
#include "tools/compiler/lexicon/phrase_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/unit_words.h"

namespace pith::compiler {
namespace {

using WordList = std::vector<absl::string_view>;

template <typename Value>
WordList WordsOf(const WordTable<Value>& table) {
  WordList words;
  for (const auto& [word, value] : table.rows()) words.push_back(word);
  return words;
}

WordList WordsOf(absl::Span<const UnitWords> units) {
  WordList words;
  for (const UnitWords& unit : units) {
    for (const absl::string_view word : unit.names) words.push_back(word);
    for (const absl::string_view word : unit.symbols) words.push_back(word);
  }
  words.erase(std::remove(words.begin(), words.end(), ""), words.end());
  return words;
}

// The word as the engine folds it.
std::string Folded(absl::string_view word) {
  char folded[kMaxWordBytes];
  return std::string(folded, FoldWord(TestLanguage(), AsBytes(word), folded, kMaxWordBytes));
}

void ExpectSubset(const WordSet& part, const WordList& whole) {
  for (const absl::string_view word : part.words()) {
    EXPECT_NE(std::find(whole.begin(), whole.end(), word), whole.end()) << word;
  }
}

TEST(LexiconTest, WordsAreFoldedAndStandOnce) {
  int table = 0;
  for (const WordList& words : {
           LeadingAbbreviations().words(),
           AbbreviationsBeforeNumbers().words(),
           OtherAbbreviations().words(),
           AbbreviationsLikeWords().words(),
           SentenceStarters().words(),
           WordsOf(Months()),
           ShortMonths().words(),
           MonthsLikeWords().words(),
           WordsOf(Weekdays()),
           ShortWeekdays().words(),
           WordsOf(Seasons()),
           WordsOf(DecadeNames()),
           ErasBefore().words(),
           ErasSince().words(),
           WordsOf(TimeUnits()),
           WordsOf(TimeUnitForms()),
           PartsOfDay().words(),
           WordsOf(NamedHours()),
           MorningMarks().words(),
           AfternoonMarks().words(),
           UniversalTimeZones().words(),
           OtherTimeZones().words(),
           WordsOf(DayWords()),
           WordsOf(DayWordsBeforePart()),
           WordsOf(ShiftWords()),
           EarlierWords().words(),
           LaterWords().words(),
           PartsOfTime().words(),
           DurationQualifiers().words(),
           NounsBehindCounts().words(),
           WordsLikePlurals().words(),
           WordsBeforeCounts().words(),
           WordsBeforeYears().words(),
           PastForms().words(),
           FutureAuxiliaries().words(),
           AnnouncingWords().words(),
           Honorifics().words(),
           Titles().words(),
           Offices().words(),
           TitleModifiers().words(),
           FemaleNouns().words(),
           MaleNouns().words(),
           FemalePronouns().words(),
           MalePronouns().words(),
           ReflexivePronouns().words(),
           PersonNouns().words(),
           SmallWords().words(),
           WordsOf(NounKinds()),
           DescribedPlaces().words(),
           WordsOf(Cardinals()),
           WordsOf(Ordinals()),
           OrdinalEndings().words(),
           WordsOf(Powers()),
           WordsOf(Collectives()),
           WordsOf(Factors()),
           NumberLabels().words(),
           VerbsOfPeople().words(),
           VerbsDoneToPeople().words(),
           PhraseEnds().words(),
           IrregularPlurals().words(),
           SpeechVerbs().words(),
           SpeechNouns().words(),
           WordsOf(CurrencySigns()),
           WordsOf(Currencies()),
           WordsOf(DollarCountries()),
           WordsOf(Measures()),
           Dimensions().words(),
       }) {
    SCOPED_TRACE(absl::StrCat("table ", table++, ", which begins with ", words.front()));
    std::set<absl::string_view> seen;
    for (const absl::string_view word : words) {
      EXPECT_TRUE(seen.insert(word).second) << word << " stands twice";
      EXPECT_EQ(Folded(word), word);
      EXPECT_EQ(word.find(' '), absl::string_view::npos) << word;
    }
  }
}

TEST(LexiconTest, FindsWhatIsWritten) {
  const WordSet set{"b", "a"};
  EXPECT_TRUE(set.Has("a"));
  EXPECT_FALSE(set.Has("c"));
  EXPECT_EQ(set.words(), (WordList{"b", "a"}));
  const WordTable<int> table{{"b", 2}, {"a", 1}};
  EXPECT_EQ(table.Find("a", -1), 1);
  EXPECT_EQ(table.Find("c", -1), -1);
  EXPECT_EQ(table.rows().front().first, "b");
}

TEST(LexiconTest, ListsOfSomeAreAmongTheListOfAll) {
  ExpectSubset(AbbreviationsLikeWords(), OtherAbbreviations().words());
  ExpectSubset(ShortMonths(), WordsOf(Months()));
  ExpectSubset(MonthsLikeWords(), WordsOf(Months()));
  ExpectSubset(ShortWeekdays(), WordsOf(Weekdays()));
  ExpectSubset(Offices(), Titles().words());
}

TEST(LexiconTest, TheCalendarIsWhole) {
  std::set<int> months, short_months, seasons, decades;
  for (const auto& [word, month] : Months().rows()) (ShortMonths().Has(word) ? short_months : months).insert(month);
  EXPECT_EQ(months.size(), 12u);
  EXPECT_EQ(*months.begin(), 1);
  EXPECT_EQ(*months.rbegin(), 12);
  EXPECT_EQ(short_months.size(), 11u);  // "may" is as short as it is long
  std::set<absl::Weekday> days;
  for (const auto& [word, day] : Weekdays().rows()) days.insert(*day);
  EXPECT_EQ(days.size(), 7u);
  for (const auto& [word, month] : Seasons().rows()) seasons.insert(month);
  EXPECT_EQ(seasons, (std::set<int>{3, 6, 9, 12}));
  for (const auto& [word, year] : DecadeNames().rows()) EXPECT_TRUE(decades.insert(year).second) << word;
}

TEST(LexiconTest, FormsOfTimeUnitsHaveTheirUnit) {
  for (const auto& [form, singular] : TimeUnitForms().rows()) {
    EXPECT_NE(TimeUnits().Find(singular, TimeUnit()).letter, 0) << form;
    EXPECT_EQ(TimeUnits().Find(form, TimeUnit()).letter, 0) << form;
  }
  for (const auto& [word, unit] : TimeUnits().rows()) {
    EXPECT_NE(unit.letter, 0) << word;
    EXPECT_FALSE(unit.plural) << word;
  }
}

TEST(LexiconTest, NumbersHaveOneNameEach) {
  std::set<int> cardinals, ordinals;
  for (const auto& [word, number] : Cardinals().rows()) EXPECT_TRUE(cardinals.insert(number).second) << word;
  EXPECT_EQ(cardinals.size(), 28u);  // 0 to 20, and the other tens
  for (const auto& [word, number] : Ordinals().rows()) EXPECT_TRUE(ordinals.insert(number).second) << word;
}

TEST(LexiconTest, CollectivesAreAtLeastTwoOfTheirPower) {
  for (const auto& [word, least] : Collectives().rows()) {
    int64_t power = 2;
    for (uint8_t n = Powers().Find(word.substr(0, word.size() - 1), 0); n > 0; --n) power *= 10;
    if (power != 2) {
      EXPECT_EQ(least, power) << word;
    }
  }
}

TEST(LexiconTest, NoHedgeHidesALongerOne) {
  const auto ends_with = [](const HedgePhrase& phrase, const HedgePhrase& end) {
    return end.size() <= phrase.size() &&
           std::equal(end.words, end.words + end.size(), phrase.words + phrase.size() - end.size());
  };
  const auto begins_with = [](const HedgePhrase& phrase, const HedgePhrase& begin) {
    return begin.size() <= phrase.size() && std::equal(begin.words, begin.words + begin.size(), phrase.words);
  };
  for (size_t i = 0; i < HedgesBefore().size(); ++i) {
    EXPECT_GT(HedgesBefore()[i].size(), 0u);
    for (size_t j = 0; j < i; ++j) EXPECT_FALSE(ends_with(HedgesBefore()[i], HedgesBefore()[j])) << i << " " << j;
  }
  for (size_t i = 0; i < HedgesBehind().size(); ++i) {
    EXPECT_GT(HedgesBehind()[i].size(), 0u);
    for (size_t j = 0; j < i; ++j) EXPECT_FALSE(begins_with(HedgesBehind()[i], HedgesBehind()[j])) << i << " " << j;
  }
}

TEST(LexiconTest, NobodyIsOfTwoGenders) {
  for (const absl::string_view word : FemaleNouns().words()) EXPECT_FALSE(MaleNouns().Has(word)) << word;
  for (const absl::string_view word : FemalePronouns().words()) EXPECT_FALSE(MalePronouns().Has(word)) << word;
  for (const absl::string_view word : ReflexivePronouns().words()) {
    EXPECT_NE(GenderOfPronoun(word), Gender::kUnknown) << word;
  }
}

TEST(LexiconTest, UnitsHaveOneRowEach) {
  for (const absl::Span<const UnitWords> table : {Measures(), Currencies()}) {
    std::set<absl::string_view> units;
    for (const UnitWords& row : table) {
      EXPECT_TRUE(units.insert(row.unit).second) << row.unit;
      EXPECT_FALSE(row.names[0].empty() && row.symbols[0].empty()) << row.unit;
    }
  }
}

TEST(LexiconTest, CurrenciesHaveCodes) {
  const auto expect_code = [](absl::string_view code) {
    EXPECT_EQ(code.size(), 3u) << code;
    EXPECT_TRUE(std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) << code;
  };
  for (const UnitWords& currency : Currencies()) expect_code(currency.unit);
  for (const auto& [sign, code] : CurrencySigns().rows()) expect_code(code);
  for (const auto& [country, code] : DollarCountries().rows()) expect_code(code);
}

}  // namespace
}  // namespace pith::compiler
