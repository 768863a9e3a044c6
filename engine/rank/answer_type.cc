#include "engine/rank/answer_type.h"

#include "engine/language/fold.h"

namespace pith {
namespace {

AnswerType TypeOfNounClass(NounClass noun_class) {
  switch (noun_class) {
    case NounClass::kPerson:
      return kTypePersonNoun;
    case NounClass::kPeople:
    case NounClass::kOrganization:
    case NounClass::kGroup:
      return kTypeOrganizationNoun;
    case NounClass::kCountry:
    case NounClass::kCity:
    case NounClass::kPlace:
    case NounClass::kBuilding:
    case NounClass::kLandform:
      return kTypePlaceNoun;
    case NounClass::kTimeUnit:
    case NounClass::kTime:
      return kTypeTimeNoun;
    case NounClass::kQuantity:
    case NounClass::kUnit:
    case NounClass::kMoney:
      return kTypeQuantityNoun;
    case NounClass::kEvent:
    case NounClass::kAct:
      return kTypeEventNoun;
    case NounClass::kSubstance:
    case NounClass::kFood:
      return kTypeSubstanceNoun;
    case NounClass::kArtifact:
    case NounClass::kVehicle:
    case NounClass::kWork:
      return kTypeThingNoun;
    default:
      return kTypeOtherNoun;
  }
}

}  // namespace

NounClass NounClassOf(const SentenceContext& c, uint32_t token) {
  uint8_t& known = c.scan->all[token].noun_class;  // candidates share their heads
  if (known == kNotLookedUp) {
    const FoldedWord folded(*c.language, c.scan->TextOf(*c.part, token));
    known = c.language->Find(folded.bytes()).noun_class;
  }
  return static_cast<NounClass>(known);
}

bool IsPersonal(NounClass noun_class) { return noun_class == NounClass::kPerson || noun_class == NounClass::kPeople; }

WordInfo UnitOf(const SentenceContext& c, const ValueRecord& value) {
  const Bytes unit = c.part->StringBytes(value.string);
  return unit.empty() ? WordInfo() : c.language->Find(FoldedWord(*c.language, unit).bytes());
}

AnswerType TypeOfName(NameType name) {
  switch (name) {
    case NameType::kPerson:
      return kTypePerson;
    case NameType::kOrganization:
      return kTypeOrganization;
    case NameType::kPlace:
      return kTypePlace;
    default:
      return kTypeOtherName;
  }
}

AnswerType TypeOf(const SentenceContext& c, const CandidateRecord& candidate, const ScannedToken& head) {
  const ValueKind value =
      candidate.value == kNone16 ? ValueKind::kNone : static_cast<ValueKind>(c.part->values[candidate.value].kind);
  const CandidateKind kind = static_cast<CandidateKind>(candidate.kind);
  switch (kind) {
    case CandidateKind::kList:
      return kTypeList;
    case CandidateKind::kClause:
      return kTypeClause;
    case CandidateKind::kPurpose:
      return kTypePurpose;
    case CandidateKind::kPredicate:
      return kTypePredicate;
    case CandidateKind::kModifier:
      if (head.name == NameType::kNone && TypeOfNounClass(NounClassOf(c, candidate.head)) == kTypeSubstanceNoun) {
        return kTypeSubstanceNoun;
      }
      return value == ValueKind::kDuration  ? kTypeDuration
             : head.name != NameType::kNone ? TypeOfName(head.name)
                                            : kTypeModifier;
    case CandidateKind::kOblique:
      if (value == ValueKind::kDate || value == ValueKind::kDuration) return kTypeObliqueTime;
      return head.name == NameType::kPlace ? kTypeObliquePlace : kTypeOblique;
    case CandidateKind::kNumber:
      return kTypeNumber;
    case CandidateKind::kTime:
      return kTypeDate;
    case CandidateKind::kDuration:
      return kTypeDuration;
    default:
      break;
  }
  if (value == ValueKind::kDate) return kTypeDate;
  if (value == ValueKind::kDuration) return kTypeDuration;
  if (value == ValueKind::kNumber) return kTypeNumber;
  if (head.name != NameType::kNone) return TypeOfName(head.name);
  if (head.pos == Pos::kPron) return kTypePronoun;
  return TypeOfNounClass(NounClassOf(c, candidate.head));
}

Fit FitOf(const Question& q, AnswerType type) {
  if (q.focus_class == 0) return kFitNone;
  const AnswerType wanted = TypeOfNounClass(static_cast<NounClass>(q.focus_class));
  switch (wanted) {
    case kTypePersonNoun:
      return type == kTypePerson || type == kTypePersonNoun ? kFitGood : type <= kTypeOtherName ? kFitUnsure : kFitBad;
    case kTypeOrganizationNoun:
      return type == kTypeOrganization || type == kTypeOrganizationNoun ? kFitGood
             : type <= kTypeOtherName                                   ? kFitUnsure
                                                                        : kFitBad;
    case kTypePlaceNoun:
      return type == kTypePlace || type == kTypePlaceNoun || type == kTypeObliquePlace ? kFitGood
             : type <= kTypeOtherName || type == kTypeList                             ? kFitUnsure
                                                                                       : kFitBad;
    case kTypeTimeNoun:
      return type == kTypeDate || type == kTypeObliqueTime || type == kTypeDuration ? kFitGood : kFitBad;
    case kTypeQuantityNoun:
      return type == kTypeNumber ? kFitGood : kFitUnsure;
    default:
      return wanted == type ? kFitGood : kFitUnsure;
  }
}

Fit FitOfNumber(const SentenceContext& c, const CandidateRecord& candidate) {
  const Question& q = *c.question;
  if (q.focus_end <= q.focus_begin) return kFitUnsure;
  const ValueRecord value = c.part->values[candidate.value];
  if (c.part->StringBytes(value.string).empty()) return kFitUnsure;
  const WordInfo unit = UnitOf(c, value);
  if (unit.key == c.query->words[q.focus_end - 1].key) return kFitGood;
  const NounClass wanted = static_cast<NounClass>(q.focus_class), counted = static_cast<NounClass>(unit.noun_class);
  if (wanted == NounClass::kNone) return kFitUnsure;
  return counted == wanted || (IsPersonal(counted) && IsPersonal(wanted)) ? kFitGood : kFitBad;
}

bool IsMeasure(const SentenceContext& c, const ValueRecord& value) {
  constexpr uint64_t kSymbol = 4;  // "km", "kg", "mph"
  const uint64_t size = c.part->StringBytes(value.string).size();
  const NounClass unit = static_cast<NounClass>(UnitOf(c, value).noun_class);
  return size != 0 && (size <= kSymbol || unit == NounClass::kUnit || unit == NounClass::kQuantity);
}

}  // namespace pith
