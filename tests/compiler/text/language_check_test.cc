#include "tools/compiler/text/language_check.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/compiler/text_cases.h"
#include "tools/compiler/text/sentences.h"
#include "tools/compiler/text/words.h"

namespace pith::compiler {
namespace {

bool Foreign(const std::string& text, const std::string& lang = "") {
  Article article;
  article.text = text;
  article.lang = lang;
  std::vector<Sentence> sentences = SplitSentences(text);
  SplitWords(TestLanguage(), text, &sentences);
  return IsForeign(TestLanguage(), article, sentences);
}

const char kEnglish[] =
    "The council of the town closed the old bridge on Monday after its engineers found that two of the piers had "
    "moved during the flood. Nobody was hurt, but the road will stay shut for at least a month.";
const char kGerman[] =
    "Der Rat der Stadt hat am Montag die alte Brücke gesperrt, nachdem die Ingenieure festgestellt hatten, dass sich "
    "zwei der Pfeiler während der Flut bewegt haben. Niemand wurde verletzt, doch die Straße bleibt geschlossen.";
const char kFrench[] =
    "Le conseil de la ville a fermé lundi le vieux pont après que ses ingénieurs ont constaté que deux des piles "
    "avaient bougé pendant la crue. Personne n'a été blessé, mais la route restera fermée au moins un mois.";
const char kRussian[] =
    "Городской совет закрыл в понедельник старый мост после того, как инженеры обнаружили, что две его опоры "
    "сдвинулись во время наводнения. Никто не пострадал, но дорога останется закрытой по меньшей мере месяц.";

// The same news, more or less, in languages that share words or endings with English.
const char* const kOthers[] = {
    "El ayuntamiento cerró el lunes el puente viejo después de que sus ingenieros vieran que dos de los pilares se "
    "habían movido durante la crecida. Nadie resultó herido, pero la carretera seguirá cerrada un mes.",
    "Il consiglio comunale ha chiuso lunedì il vecchio ponte dopo che i suoi ingegneri hanno scoperto che due dei "
    "piloni si erano mossi durante la piena. Nessuno è rimasto ferito, ma la strada resterà chiusa un mese.",
    "De gemeenteraad heeft maandag de oude brug gesloten nadat ingenieurs hadden vastgesteld dat twee van de pijlers "
    "tijdens de overstroming waren verschoven. Niemand raakte gewond, maar de weg blijft een maand dicht.",
    "Kommunen stängde den gamla bron på måndagen efter att ingenjörer hade sett att två av pelarna hade rört sig under "
    "översvämningen. Ingen skadades, men vägen kommer att vara stängd i minst en månad.",
    "A câmara fechou a ponte velha na segunda-feira depois de os engenheiros verem que dois dos pilares se tinham "
    "movido durante a cheia. Ninguém ficou ferido, mas a estrada continuará fechada durante um mês.",
    "Caeodd y cyngor yr hen bont ddydd Llun ar ôl i beirianwyr weld bod dau o'r pileri wedi symud yn ystod y "
    "llifogydd. "
    "Ni chafodd neb ei anafu, ond bydd y ffordd ar gau am fis o leiaf, meddai'r cyngor."};

TEST(LanguageCheckTest, GoesByTheWords) {
  EXPECT_FALSE(Foreign(kEnglish));
  for (const char* text : kOthers) EXPECT_TRUE(Foreign(text)) << text;
  EXPECT_TRUE(Foreign(kGerman));
  EXPECT_TRUE(Foreign(kFrench));
  EXPECT_TRUE(Foreign(kRussian));
}

TEST(LanguageCheckTest, AForeignPhraseMakesNoForeignArticle) {
  EXPECT_FALSE(Foreign(std::string(kEnglish) + " “Niemand wurde verletzt”, wrote the Neue Zeitung."));
}

TEST(LanguageCheckTest, WhatTheArticleSaysOfItselfCounts) {
  EXPECT_TRUE(Foreign(kEnglish, "de"));
  EXPECT_FALSE(Foreign(kGerman, "en"));
  EXPECT_FALSE(Foreign(kEnglish, "en-GB"));
  EXPECT_FALSE(Foreign(kEnglish, "EN_us"));
  EXPECT_TRUE(Foreign(kEnglish, "enm"));
}

TEST(LanguageCheckTest, ShortTextsNumbersAndNothingAreNotJudged) {
  EXPECT_FALSE(Foreign(""));
  EXPECT_FALSE(Foreign("Niemand wurde verletzt."));
  std::string table;
  for (int i = 0; i < 100; ++i) table += "12.5 | 1999 | 33 %\n";
  EXPECT_FALSE(Foreign(table));
}

TEST(LanguageCheckTest, CapitalsAreEnglishToo) {
  EXPECT_FALSE(
      Foreign("THE COUNCIL OF THE TOWN CLOSED THE OLD BRIDGE ON MONDAY AFTER ITS ENGINEERS FOUND THAT TWO OF "
              "THE PIERS HAD MOVED DURING THE FLOOD."));
}

}  // namespace
}  // namespace pith::compiler
