#include "tools/language/weight_names.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/find/offers.h"
#include "engine/rank/weights.h"

namespace pith::model {
namespace {

template <typename Enum>
struct Named {
  Enum value;
  const char* name;
};

// Whether a table names `count` consecutive values.
template <typename Enum, size_t kSize>
constexpr bool IsWhole(const Named<Enum> (&table)[kSize], uint32_t count) {
  for (size_t i = 1; i < kSize; ++i) {
    if (static_cast<uint32_t>(table[i].value) != static_cast<uint32_t>(table[i - 1].value) + 1) return false;
  }
  return kSize == count;
}

constexpr Named<AskGroup> kGroupNames[] = {
    {kGroupOther, "other"}, {kGroupPerson, "person"},         {kGroupPlace, "place"},
    {kGroupTime, "time"},   {kGroupNumber, "number"},         {kGroupReason, "reason"},
    {kGroupThing, "thing"}, {kGroupDefinition, "definition"}, {kGroupSort, "sort"}};
static_assert(IsWhole(kGroupNames, kGroups), "a name for each, in order");

constexpr Named<DenseFeature> kDenseNames[] = {{kDenseScoreShare, "score_share"},
                                               {kDenseFirstSentence, "first_sentence"},
                                               {kDenseSentenceCoverage, "sentence_coverage"},
                                               {kDenseMatchedInside, "matched_inside"},
                                               {kDenseAllMatchedInside, "all_matched_inside"},
                                               {kDenseHeadMatched, "head_matched"},
                                               {kDenseGovernorMatched, "governor_matched"},
                                               {kDenseParentMatched, "parent_matched"},
                                               {kDenseClauseCoverage, "clause_coverage"},
                                               {kDenseNearestWord, "nearest_word"},
                                               {kDenseMeanDistance, "mean_distance"},
                                               {kDenseNearestInTree, "nearest_in_tree"},
                                               {kDenseMeanTreeDistance, "mean_tree_distance"},
                                               {kDenseFocusIsHead, "focus_is_head"},
                                               {kDenseFocusInside, "focus_inside"},
                                               {kDenseFocusBeside, "focus_beside"},
                                               {kDenseSize, "size"},
                                               {kDenseOneToken, "one_token"},
                                               {kDenseVerbInside, "verb_inside"},
                                               {kDenseStartsSentence, "starts_sentence"},
                                               {kDenseDeepInClause, "deep_in_clause"},
                                               {kDenseMatchedBefore, "matched_before"},
                                               {kDenseMatchedAfter, "matched_after"},
                                               {kDenseHasPreposition, "has_preposition"},
                                               {kDenseIsEntity, "is_entity"},
                                               {kDenseCutNominal, "cut_nominal"},
                                               {kDenseCutConjunct, "cut_conjunct"},
                                               {kDenseCutName, "cut_name"},
                                               {kDenseCutClause, "cut_clause"},
                                               {kDenseCutApposition, "cut_apposition"},
                                               {kDenseFocusCoverage, "focus_coverage"},
                                               {kDenseSubjectOfVerb, "subject_of_verb"},
                                               {kDenseObjectOfVerb, "object_of_verb"},
                                               {kDenseHeadIsName, "head_is_name"},
                                               {kDenseNothingMatchedInside, "nothing_matched_inside"},
                                               {kDenseFocusShare, "focus_share"},
                                               {kDenseModifierShare, "modifier_share"},
                                               {kDenseForeignSubject, "foreign_subject"},
                                               {kDenseForeignObject, "foreign_object"},
                                               {kDenseHasCue, "has_cue"},
                                               {kDenseIsFullName, "is_full_name"},
                                               {kDenseStatedByFact, "stated_by_fact"}};
static_assert(IsWhole(kDenseNames, kDenseFeatures), "a name for each, in order");

constexpr Named<AnswerType> kTypeNames[] = {{kTypePerson, "person"},
                                            {kTypeOrganization, "organization"},
                                            {kTypePlace, "place"},
                                            {kTypeOtherName, "other_name"},
                                            {kTypePersonNoun, "person_noun"},
                                            {kTypeOrganizationNoun, "organization_noun"},
                                            {kTypePlaceNoun, "place_noun"},
                                            {kTypeTimeNoun, "time_noun"},
                                            {kTypeQuantityNoun, "quantity_noun"},
                                            {kTypeEventNoun, "event_noun"},
                                            {kTypeSubstanceNoun, "substance_noun"},
                                            {kTypeThingNoun, "thing_noun"},
                                            {kTypeOtherNoun, "other_noun"},
                                            {kTypeNumber, "number"},
                                            {kTypeDate, "date"},
                                            {kTypeDuration, "duration"},
                                            {kTypeList, "list"},
                                            {kTypeClause, "clause"},
                                            {kTypePurpose, "purpose"},
                                            {kTypeModifier, "modifier"},
                                            {kTypePredicate, "predicate"},
                                            {kTypePronoun, "pronoun"},
                                            {kTypeObliquePlace, "oblique_place"},
                                            {kTypeObliqueTime, "oblique_time"},
                                            {kTypeOblique, "oblique"},
                                            {kTypeNone, "none"}};
static_assert(IsWhole(kTypeNames, kTypes), "a name for each, in order");

constexpr Named<Slot> kSlotNames[] = {{kSlotSubject, "subject"},       {kSlotPassiveSubject, "passive_subject"},
                                      {kSlotObject, "object"},         {kSlotIndirectObject, "indirect_object"},
                                      {kSlotOblique, "oblique"},       {kSlotAgent, "agent"},
                                      {kSlotAdverbial, "adverbial"},   {kSlotNominal, "nominal"},
                                      {kSlotPossessor, "possessor"},   {kSlotApposition, "apposition"},
                                      {kSlotModifier, "modifier"},     {kSlotClause, "clause"},
                                      {kSlotComplement, "complement"}, {kSlotOther, "other"}};
static_assert(IsWhole(kSlotNames, kSlots), "a name for each, in order");

constexpr Named<Fit> kFitNames[] = {{kFitNone, "none"}, {kFitGood, "good"}, {kFitBad, "bad"}, {kFitUnsure, "unsure"}};
static_assert(IsWhole(kFitNames, kFits), "a name for each, in order");

constexpr Named<AskKind> kKindNames[] = {{AskKind::kAny, "any"},
                                         {AskKind::kPerson, "person"},
                                         {AskKind::kPlace, "place"},
                                         {AskKind::kTime, "time"},
                                         {AskKind::kNumber, "number"},
                                         {AskKind::kAmount, "amount"},
                                         {AskKind::kDuration, "duration"},
                                         {AskKind::kAge, "age"},
                                         {AskKind::kReason, "reason"},
                                         {AskKind::kManner, "manner"},
                                         {AskKind::kThing, "thing"},
                                         {AskKind::kChoice, "choice"},
                                         {AskKind::kPossessor, "possessor"},
                                         {AskKind::kExpansion, "expansion"},
                                         {AskKind::kMeasure, "measure"},
                                         {AskKind::kFrequency, "frequency"},
                                         {AskKind::kName, "name"},
                                         {AskKind::kShare, "share"},
                                         {AskKind::kPurpose, "purpose"},
                                         {AskKind::kSort, "sort"},
                                         {AskKind::kYesNo, "yes_no"},
                                         {AskKind::kDefinition, "definition"},
                                         {AskKind::kMaterial, "material"}};
static_assert(IsWhole(kKindNames, kAskKindCount), "a name for each, in order");

constexpr Named<AskRole> kRoleNames[] = {{AskRole::kUnknown, "unknown"}, {AskRole::kSubject, "subject"},
                                         {AskRole::kObject, "object"},   {AskRole::kIdentity, "identity"},
                                         {AskRole::kPassive, "passive"}, {AskRole::kAdverbial, "adverbial"}};
static_assert(IsWhole(kRoleNames, kAskRoleCount), "a name for each, in order");

constexpr Named<CandidateKind> kFormNames[] = {
    {CandidateKind::kNominal, "nominal"},    {CandidateKind::kName, "name"},
    {CandidateKind::kNumber, "number"},      {CandidateKind::kTime, "time"},
    {CandidateKind::kDuration, "duration"},  {CandidateKind::kOblique, "oblique"},
    {CandidateKind::kList, "list"},          {CandidateKind::kClause, "clause"},
    {CandidateKind::kPurpose, "purpose"},    {CandidateKind::kModifier, "modifier"},
    {CandidateKind::kPredicate, "predicate"}};
static_assert(IsWhole(kFormNames, kCandidateKindCount), "a name for each, in order");

constexpr Named<OfferSort> kSortNames[] = {{kOfferNumber, "number"},
                                           {kOfferDate, "date"},
                                           {kOfferObliqueDate, "oblique_date"},
                                           {kOfferDuration, "duration"},
                                           {kOfferObliqueDuration, "oblique_duration"},
                                           {kOfferPerson, "person"},
                                           {kOfferOrganization, "organization"},
                                           {kOfferPlace, "place"},
                                           {kOfferObliquePlace, "oblique_place"},
                                           {kOfferOtherName, "other_name"}};
static_assert(IsWhole(kSortNames, kOfferSorts - kOfferNumber), "a name for each, in order");

constexpr Named<DoubtFeature> kDoubtNames[] = {{kDoubtConstant, "constant"},
                                               {kDoubtCoverage, "coverage"},
                                               {kDoubtCoveredWords, "covered_words"},
                                               {kDoubtAllCovered, "all_covered"},
                                               {kDoubtMissing, "missing"},
                                               {kDoubtMissingWords, "missing_words"},
                                               {kDoubtMissingName, "missing_name"},
                                               {kDoubtNameElsewhere, "name_elsewhere"},
                                               {kDoubtScore, "score"},
                                               {kDoubtLead, "lead"},
                                               {kDoubtClauseShare, "clause_share"},
                                               {kDoubtTreeDistance, "tree_distance"},
                                               {kDoubtNearest, "nearest"},
                                               {kDoubtGovernor, "governor"},
                                               {kDoubtFocusMissing, "focus_missing"},
                                               {kDoubtFits, "fits"},
                                               {kDoubtMisfits, "misfits"},
                                               {kDoubtHasFocus, "has_focus"},
                                               {kDoubtIdentity, "identity"},
                                               {kDoubtIdentityOfOther, "identity_of_other"},
                                               {kDoubtFocusShare, "focus_share"},
                                               {kDoubtModifierShare, "modifier_share"},
                                               {kDoubtNothingSaid, "nothing_said"},
                                               {kDoubtForeignVerb, "foreign_verb"},
                                               {kDoubtContradicted, "contradicted"},
                                               {kDoubtStated, "stated"},
                                               {kDoubtNameAlone, "name_alone"},
                                               {kDoubtOtherModifier, "other_modifier"}};
static_assert(IsWhole(kDoubtNames, kDoubtGroup), "a name for each, in order");

constexpr Named<OrderFeature> kOrderNames[] = {{kOrderRead, "read"},
                                               {kOrderScore, "score"},
                                               {kOrderUnread, "unread"},
                                               {kOrderBare, "bare"},
                                               {kOrderExpectedF1, "expected_f1"},
                                               {kOrderFactFit, "fact_fit"},
                                               {kOrderFactShare, "fact_share"},
                                               {kOrderFactRelation, "fact_relation"},
                                               {kOrderList, "list"},
                                               {kOrderListWanted, "list_wanted"},
                                               {kOrderListUnwanted, "list_unwanted"}};
static_assert(IsWhole(kOrderNames, kOrderFeatures), "a name for each, in order");

constexpr Named<JointFeature> kJointNames[] = {{kJointAnswered, "answered"},
                                               {kJointAnsweredBy, "answered_by"},
                                               {kJointRead, "read"},
                                               {kJointLead, "lead"},
                                               {kJointReaderAgrees, "reader_agrees"},
                                               {kJointRankerAgrees, "ranker_agrees"},
                                               {kJointRules, "rules"},
                                               {kJointBare, "bare"},
                                               {kJointScoreShare, "score_share"},
                                               {kJointDoubt, "doubt"},
                                               {kJointExpectedF1, "expected_f1"},
                                               {kJointFactFit, "fact_fit"},
                                               {kJointFactShare, "fact_share"},
                                               {kJointFactRelation, "fact_relation"},
                                               {kJointNumberAgrees, "number_agrees"},
                                               {kJointSentences, "sentences"}};
static_assert(IsWhole(kJointNames, uint32_t{kJointFeatures} - kDoubtFeatures), "a name for each, in order");

// The names, in the order of the weights.
class Names {
 public:
  std::vector<std::string> Take() && { return std::move(names_); }

  void Add(std::string name) { names_.push_back(std::move(name)); }

  // Adds, for each of `outer`, a weight for each of `inner`: "rank.person.fit.good".
  template <typename Outer, size_t kOuter, typename Inner, size_t kInner>
  void AddTable(const Named<Outer> (&outer)[kOuter], const char* between, const Named<Inner> (&inner)[kInner],
                const char* start = "rank.") {
    for (const Named<Outer>& o : outer) {
      for (const Named<Inner>& i : inner) Add(absl::StrCat(start, o.name, between, i.name));
    }
  }

  void AddRanker() {
    AddTable(kGroupNames, ".", kDenseNames);
    AddTable(kKindNames, ".type.", kTypeNames, "rank.kind.");
    AddTable(kKindNames, ".slot.", kSlotNames, "rank.kind.");
    AddTable(kRoleNames, ".slot.", kSlotNames, "rank.other_verb.");
    AddTable(kRoleNames, ".slot.", kSlotNames, "rank.same_verb.");
    AddTable(kGroupNames, ".fit.", kFitNames);
    AddTable(kGroupNames, ".form.", kFormNames);
    AddTable(kRoleNames, ".type.", kTypeNames, "rank.role.");
  }

  void AddNetwork(absl::string_view network, const std::vector<std::string>& inputs) {
    for (uint32_t h = 0; h < kHiddenUnits; ++h) {
      for (const std::string& input : inputs) Add(absl::StrCat(network, ".unit", h, ".", input));
    }
    for (uint32_t h = 0; h < kHiddenUnits; ++h) Add(absl::StrCat(network, ".out.unit", h));
    Add(absl::StrCat(network, ".out.constant"));
  }

 private:
  std::vector<std::string> names_;
};

constexpr Named<PolarFeature> kPolarNames[] = {{kPolarConstant, "constant"},
                                               {kPolarShare, "share"},
                                               {kPolarAll, "all"},
                                               {kPolarClauseShare, "clause_share"},
                                               {kPolarWhole, "whole"},
                                               {kPolarDecided, "decided"},
                                               {kPolarVerb, "verb"},
                                               {kPolarSameVerb, "same_verb"},
                                               {kPolarSubject, "subject"},
                                               {kPolarLacksName, "lacks_name"},
                                               {kPolarMissing, "missing"},
                                               {kPolarScore, "score"},
                                               {kPolarFirst, "first"},
                                               {kPolarWords, "words"},
                                               {kPolarRead, "read"},
                                               {kPolarAnswered, "answered"},
                                               {kPolarAnsweredBy, "answered_by"},
                                               {kPolarBest, "best"}};

template <typename Enum, size_t kSize>
void AppendNames(const Named<Enum> (&table)[kSize], const char* start, std::vector<std::string>* out) {
  for (const Named<Enum>& named : table) out->push_back(absl::StrCat(start, named.name));
}

}  // namespace

const std::vector<std::string>& WeightNames() {
  static const auto* const names = [] {
    std::vector<std::string> doubt, order, joint, polar;
    AppendNames(kDoubtNames, "", &doubt);
    AppendNames(kGroupNames, "group.", &doubt);
    AppendNames(kOrderNames, "", &order);
    joint = doubt;
    AppendNames(kJointNames, "joint.", &joint);
    AppendNames(kPolarNames, "", &polar);
    Names all;
    all.Add("threshold");
    all.AddNetwork("doubt", doubt);
    all.AddRanker();
    all.Add("settled");
    all.Add("threshold_with_reader");
    all.AddNetwork("order", order);
    all.AddNetwork("joint_doubt", joint);
    all.AddNetwork("polar", polar);
    all.AddNetwork("polar_read", polar);
    return new std::vector<std::string>(std::move(all).Take());
  }();
  return *names;
}

const std::vector<std::string>& WantedNames() {
  static const auto* const names = [] {
    auto* all = new std::vector<std::string>;
    for (const Named<AskKind>& kind : kKindNames) {
      for (const Named<CandidateKind>& form : kFormNames) all->push_back(absl::StrCat(kind.name, ".", form.name));
      for (const Named<OfferSort>& sort : kSortNames) all->push_back(absl::StrCat(kind.name, ".a_", sort.name));
    }
    return all;
  }();
  return *names;
}

}  // namespace pith::model
