#include "tools/compiler/lexicon/irregular_verbs.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr IrregularVerb kIrregularVerbs[] = {
    {"arise", "arose", "arisen"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bend", "bent", "bent"},
    {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"breed", "bred", "bred"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"burn", "burnt", "burnt"},
    {"buy", "bought", "bought"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"come", "came", "come"},
    {"creep", "crept", "crept"},
    {"deal", "dealt", "dealt"},
    {"dig", "dug", "dug"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},
    {"fight", "fought", "fought"},
    {"find", "found", "found"},
    {"flee", "fled", "fled"},
    {"fly", "flew", "flown"},
    {"forbid", "forbade", "forbidden"},
    {"forget", "forgot", "forgotten"},
    {"freeze", "froze", "frozen"},
    {"get", "got", "gotten"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"hang", "hung", "hung"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},
    {"hold", "held", "held"},
    {"keep", "kept", "kept"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"lie", "lay", "lain"},
    {"light", "lit", "lit"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"overcome", "overcame", "overcome"},
    {"overthrow", "overthrew", "overthrown"},
    {"oversee", "oversaw", "overseen"},
    {"pay", "paid", "paid"},
    {"rebuild", "rebuilt", "rebuilt"},
    {"ride", "rode", "ridden"},
    {"ring", "rang", "rung"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"shake", "shook", "shaken"},
    {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"sing", "sang", "sung"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"},
    {"strike", "struck", "struck"},
    {"swear", "swore", "sworn"},
    {"sweep", "swept", "swept"},
    {"swim", "swam", "swum"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"undergo", "underwent", "undergone"},
    {"understand", "understood", "understood"},
    {"undertake", "undertook", "undertaken"},
    {"wear", "wore", "worn"},
    {"win", "won", "won"},
    {"wind", "wound", "wound"},
    {"withdraw", "withdrew", "withdrawn"},
    {"write", "wrote", "written"},
};

}  // namespace

absl::Span<const IrregularVerb> IrregularVerbs() { return kIrregularVerbs; }

std::string PastOf(absl::string_view lemma) {
  const absl::Span<const IrregularVerb> all = IrregularVerbs();
  const auto verb = std::lower_bound(all.begin(), all.end(), lemma,
                                     [](const IrregularVerb& v, absl::string_view of) { return v.lemma < of; });
  if (verb != all.end() && verb->lemma == lemma) return std::string(verb->past);
  if (IsUnchangingVerb(lemma)) return std::string(lemma);
  if (lemma.size() < 3 || lemma == "be" || lemma == "do" || lemma == "have") return lemma == "have" ? "had" : "";
  const auto vowel = [lemma](size_t back) { return absl::StrContains("aeiou", lemma.substr(lemma.size() - back, 1)); };
  if (lemma.back() == 'e') return absl::StrCat(lemma, "d");
  if (lemma.back() == 'y' && !vowel(2)) return absl::StrCat(lemma.substr(0, lemma.size() - 1), "ied");
  const bool short_end =
      !vowel(1) && vowel(2) && !vowel(3) && !absl::StrContains("wxy", lemma.substr(lemma.size() - 1));
  if (!short_end) return absl::StrCat(lemma, "ed");
  // One syllable: "stop", "stopped". Of longer ones the stress decides, which the spelling does not show.
  const auto vowels =
      std::count_if(lemma.begin(), lemma.end(), [](char c) { return absl::StrContains("aeiou", std::string(1, c)); });
  if (vowels == 1) return absl::StrCat(lemma, lemma.substr(lemma.size() - 1), "ed");
  return absl::EndsWith(lemma, "en") || absl::EndsWith(lemma, "er") || absl::EndsWith(lemma, "it")
             ? absl::StrCat(lemma, "ed")
             : "";
}

bool IsUnchangingVerb(absl::string_view lemma) {
  return IsOneOf(lemma,
                 {"put",   "cut",  "set",       "hit",  "let",  "cost", "spread", "read", "hurt", "shut",  "split",
                  "burst", "cast", "broadcast", "beat", "quit", "shed", "bet",    "bid",  "rid",  "upset", "thrust"});
}

}  // namespace pith::compiler
