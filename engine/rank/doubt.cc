#include "engine/rank/doubt.h"

#include "engine/rank/claims.h"

namespace pith {
namespace {

constexpr int32_t kMostScore = 128;  // limit of a score or lead as a feature: eight units of log-odds

}  // namespace

void ExtractDoubt(const Ranking& ranking, uint32_t number, int32_t features[kDoubtFeatures]) {
  const ScoredCandidate& it = ranking.kept[number];
  const Judged& judged = it.judged;
  const bool identity = ranking.question.role == AskRole::kIdentity;
  int64_t rival = int64_t{it.score} - int64_t{8} * kLogOddsUnit;
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    const ScoredCandidate& other = ranking.kept[i];
    if (IsRival(it, other) && other.score > rival) rival = other.score;
  }
  for (uint32_t f = 0; f < kDoubtFeatures; ++f) features[f] = 0;
  features[kDoubtConstant] = YesNo(true);
  features[kDoubtCoverage] = it.coverage;
  features[kDoubtCoveredWords] = it.covered_words;
  features[kDoubtAllCovered] = YesNo(it.covered_words == kWholly);
  features[kDoubtMissing] = it.missing;
  features[kDoubtMissingWords] = ClampTo(it.missing_words * 4, 0, kWholly);
  features[kDoubtMissingName] = YesNo(it.missing_name);
  features[kDoubtNameElsewhere] = YesNo(it.name_elsewhere);
  features[kDoubtScore] = ClampTo(int64_t{it.score} / kFeatureScore, -kMostScore, kMostScore);
  features[kDoubtLead] = ClampTo((it.score - rival) / kFeatureScore, -kMostScore, kMostScore);
  features[kDoubtClauseShare] = judged.clause_share;
  features[kDoubtTreeDistance] = judged.tree_distance;
  features[kDoubtNearest] = judged.nearest;
  features[kDoubtGovernor] = judged.governor;
  features[kDoubtFocusMissing] = YesNo(it.focus_missing);
  features[kDoubtFits] = YesNo(judged.fits);
  features[kDoubtMisfits] = YesNo(judged.misfits);
  features[kDoubtHasFocus] = YesNo(judged.has_focus);
  features[kDoubtIdentity] = YesNo(identity);
  features[kDoubtIdentityOfOther] = YesNo(identity && !judged.has_focus);
  features[kDoubtFocusShare] = judged.focus_share;
  features[kDoubtModifierShare] = judged.modifier_share;
  features[kDoubtNothingSaid] = YesNo(it.nothing_said);
  features[kDoubtForeignVerb] = YesNo(it.nothing_said && judged.foreign_verb);
  features[kDoubtContradicted] = YesNo(judged.contradicted);
  features[kDoubtStated] = YesNo(judged.stated);
  features[kDoubtNameAlone] = YesNo(judged.governor == 0 && it.covered_words <= 8);
  features[kDoubtOtherModifier] = YesNo(identity && judged.has_focus && judged.modifier_share < 8);
  features[kDoubtGroup + uint32_t{GroupOf(ranking.question.kind)}] = YesNo(true);
}

int64_t DoubtLogOdds(Bytes weights, const Ranking& ranking, uint32_t number) {
  int32_t features[kDoubtFeatures];
  ExtractDoubt(ranking, number, features);
  return NetworkLogOdds(weights, kDoubtAt, features, kDoubtFeatures);
}

int64_t RuleLogOdds(const Ranking& ranking, uint32_t number) {
  constexpr int64_t kUnit = kLogOddsUnit;
  const ScoredCandidate& it = ranking.kept[number];
  const Judged& judged = it.judged;
  const Question& question = ranking.question;
  int64_t sum = 0;
  // "What does ESA stand for": only other names of the same thing get this far.
  if (question.kind == AskKind::kExpansion) sum += 3 * kUnit;
  // A fact says who the prime minister of Ruritania is, or the sentence has the prime minister of another country.
  if (judged.stated) sum += kUnit;
  if (question.role == AskRole::kIdentity && judged.contradicted && !judged.stated) sum -= 5 * kUnit / 2;
  // "When did she become president": the sentence says something else about her.
  if (it.nothing_said && judged.foreign_verb) sum -= 2 * kUnit;
  // "How long do sponges live": the sentence has sponges and a time, but another verb.
  if (question.role == AskRole::kAdverbial && it.last_missing && judged.foreign_verb) sum -= kUnit;
  // The article lacks a name of the question altogether, or more than half of the question.
  if (it.missing_name) sum -= 5 * kUnit / 2;
  if (it.missing > 8) sum -= kUnit;
  if (LacksFocus(it)) sum -= kUnit / 2;
  sum += StandingLogOdds(it.replies, it.labelled);
  return sum;
}

uint32_t Confidence(Bytes weights, const Ranking& ranking, uint32_t number) {
  return Probability(DoubtLogOdds(weights, ranking, number) + RuleLogOdds(ranking, number) +
                     RefusalLogOdds(ranking.kept[number]));
}

bool LacksFocus(const ScoredCandidate& it) {
  return it.focus_missing && it.missing_words != 0 && !it.judged.fits && !it.judged.has_focus;
}

}  // namespace pith
