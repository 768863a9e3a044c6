#include "tools/train/rank/feature_names.h"

namespace pith::train {

using compiler::RankFeature;
using compiler::TextFeature;

// Without a default, so that the compiler asks for the name of a new feature.
const char* NameOf(RankFeature feature) {
  switch (feature) {
    case compiler::kRankEarly:
      return "Early";
    case compiler::kRankLead:
      return "Lead";
    case compiler::kRankDegree:
      return "Degree";
    case compiler::kRankFirst:
      return "First";
    case compiler::kRankPlace:
      return "Place";
    case compiler::kRankCoverage:
      return "Coverage";
    case compiler::kRankTopic:
      return "Topic";
    case compiler::kRankMean:
      return "Mean";
    case compiler::kRankForward:
      return "Forward";
    case compiler::kRankBackward:
      return "Backward";
    case compiler::kRankKnown:
      return "Known";
    case compiler::kRankTitle:
      return "Title";
    case compiler::kRankEntities:
      return "Entities";
    case compiler::kRankNumbers:
      return "Numbers";
    case compiler::kRankLength:
      return "Length";
    case compiler::kRankLong:
      return "Long";
    case compiler::kRankQuoted:
      return "Quoted";
    case compiler::kRankOpensQuote:
      return "OpensQuote";
    case compiler::kRankPronoun:
      return "Pronoun";
    case compiler::kRankPronouns:
      return "Pronouns";
    case compiler::kRankConnective:
      return "Connective";
    case compiler::kRankDefinition:
      return "Definition";
    case compiler::kRankPassive:
      return "Passive";
    case compiler::kRankNegation:
      return "Negation";
    case compiler::kRankFeatureCount:
      break;
  }
  return "";
}

const char* NameOf(TextFeature feature) {
  switch (feature) {
    case compiler::kTextAny:
      return "Any";
    case compiler::kTextPersons:
      return "Persons";
    case compiler::kTextQuoted:
      return "Quoted";
    case compiler::kTextLength:
      return "Length";
    case compiler::kTextFirstLength:
      return "FirstLength";
    case compiler::kTextFirstNames:
      return "FirstNames";
    case compiler::kTextFirstDegree:
      return "FirstDegree";
    case compiler::kTextFirstEntities:
      return "FirstEntities";
    case compiler::kTextFirstSaying:
      return "FirstSaying";
    case compiler::kTextFirstBack:
      return "FirstBack";
    case compiler::kTextFeatureCount:
      break;
  }
  return "";
}

}  // namespace pith::train
