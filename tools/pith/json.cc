#include "tools/pith/json.h"

#include <cinttypes>
#include <cmath>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/compiler/models/labels.h"
#include "tools/pith/page.h"
#include "tools/pith/plain_dates.h"

namespace pith::command {
namespace {

double Fraction(uint16_t ten_thousandths) { return ten_thousandths / 10000.0; }

absl::string_view SourceName(uint8_t source) { return source == PITH_SOURCE_EDITOR ? "editor" : "text"; }

absl::string_view HedgeName(uint8_t hedge) { return compiler::HedgeName(static_cast<Hedge>(hedge)); }
static_assert(PITH_VAGUE == static_cast<int>(Hedge::kVague), "the public numbers are the engine's");

void AddPlace(const OpenIndex& index, uint32_t article, uint32_t sentence, uint32_t begin, uint32_t end, Json* out) {
  (*out)["doc"] = String(index.Id(article));
  (*out)["sentence"] = sentence;
  (*out)["begin"] = begin;
  (*out)["end"] = end;
}

void AddIfAny(const char* name, pith_text text, Json* out) {
  if (text.size > 0) (*out)[name] = String(text);
}

// Where the sentence stands in the source that its article was extracted from, if that has headings and anchors.
void AddOrigin(const OpenIndex& index, uint32_t article, uint32_t sentence, Json* out) {
  pith_place place;
  if (pith_get_place(index.get(), article, sentence, &place) != PITH_OK) return;
  for (uint32_t i = 0; i < place.heading_count; ++i) (*out)["headings"].push_back(String(place.headings[i]));
  AddIfAny("anchor", place.anchor, out);
}

void AddIfAny(const char* name, const pith_value& value, Json* out) {
  if (value.kind != PITH_VALUE_NONE) (*out)[name] = ToJson(value);
}

// The mantissa without the zeros behind its decimal point, and where the point is.
struct Decimal {
  int64_t mantissa;
  int scale;
};

Decimal Shortest(int64_t mantissa, int scale) {
  Decimal d = {mantissa, scale};
  while (d.scale > 0 && d.mantissa % 10 == 0) {
    d.mantissa /= 10;
    --d.scale;
  }
  return d;
}

Json ToJson(const Decimal& d) {
  if (d.scale == 0) return d.mantissa;
  // Through text, so that the double is the nearest to the decimal.
  return std::strtod(absl::StrCat(d.mantissa, "e-", d.scale).c_str(), nullptr);
}

// Digits with a comma between thousands: "1,000", "-1.5".
std::string Digits(const Decimal& d) {
  std::string digits = absl::StrCat(d.mantissa);
  const bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  const size_t scale = static_cast<size_t>(d.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  const size_t whole = digits.size() - scale;
  if (scale > 0) digits.insert(whole, ".");
  for (size_t at = whole; at > 3;) digits.insert(at -= 3, ",");
  return absl::StrCat(negative ? "-" : "", digits);
}

}  // namespace

Json ToJson(const pith_value& value) {
  Json out;
  switch (value.kind) {
    case PITH_VALUE_NUMBER: {
      out["number"] = ToJson(Shortest(value.mantissa, value.scale));
      if (value.ranged != 0) out["to"] = ToJson(Shortest(value.to, value.scale));
      AddIfAny("unit", value.unit, &out);
      if (value.hedge != PITH_EXACT) out["hedge"] = String(HedgeName(value.hedge));
      break;
    }
    case PITH_VALUE_DATE:
    case PITH_VALUE_DURATION:
      out[value.kind == PITH_VALUE_DATE ? "date" : "duration"] = String(value.iso);
      if (value.hedge != PITH_EXACT) out["hedge"] = String(HedgeName(value.hedge));
      break;
    default:
      break;
  }
  return out;
}

Json ToJson(const OpenIndex& index, const pith_answer& answer) {
  Json out;
  out["text"] = String(answer.text);
  out["doc"] = String(index.Id(answer.article));
  if (pith_article article; pith_get_article(index.get(), answer.article, &article) == PITH_OK) {
    AddIfAny("title", article.title, &out);
    AddIfAny("url", article.url, &out);
  }
  if (answer.evidence.size > 0) {
    out["sentence"] = answer.sentence;
    out["begin"] = answer.begin;
    out["end"] = answer.end;
    out["evidence"] = String(answer.evidence);
    AddOrigin(index, answer.article, answer.sentence, &out);
  }
  out["confidence"] = Fraction(answer.confidence);
  if (answer.polarity != PITH_POLARITY_NONE) out["polarity"] = answer.polarity == PITH_YES ? "yes" : "no";
  AddIfAny("value", answer.value, &out);
  AddIfAny("resolved", answer.resolved, &out);
  AddIfAny("attribution", answer.attribution, &out);
  if (answer.negated != 0) out["negated"] = true;
  if (answer.modality != PITH_STATED) out["modality"] = String(ModalityName(answer.modality));
  for (const uint32_t number : answer.context) {
    if (number != 0) out["context"].push_back(number);
  }
  out["source"] = String(SourceName(answer.source));
  for (uint32_t i = 0; i < answer.source_count; ++i) {
    const pith_source& source = answer.sources[i];
    Json place;
    AddPlace(index, source.article, source.sentence, source.begin, source.end, &place);
    out["sources"].push_back(std::move(place));
  }
  if (answer.differs != 0) out["differs"] = true;
  return out;
}

Json ToJson(const OpenIndex& index, const pith_fact& fact) {
  Json out;
  out["fact"] = absl::StrFormat("%016x", fact.id);
  if (fact.sentence != 0) {
    AddPlace(index, fact.article, fact.sentence, fact.begin, fact.end, &out);
  } else {
    out["doc"] = String(index.Id(fact.article));
  }
  out["subject"] = String(fact.subject);
  out["relation"] = String(fact.relation);
  out["object"] = String(fact.object);
  AddIfAny("value", fact.value, &out);
  AddIfAny("when", fact.when, &out);
  AddIfAny("where", fact.where, &out);
  AddIfAny("attribution", fact.attribution, &out);
  if (fact.negated != 0) out["negated"] = true;
  if (fact.modality != PITH_STATED) out["modality"] = String(ModalityName(fact.modality));
  out["confidence"] = Fraction(fact.confidence);
  out["importance"] = Fraction(fact.importance);
  out["source"] = String(SourceName(fact.source));
  return out;
}

Json ToJson(const OpenIndex& index, const pith_event& event) {
  Json out;
  out["date"] = String(event.date);
  out["text"] = String(event.text);
  AddPlace(index, event.article, event.sentence, event.begin, event.end, &out);
  if (event.told.size != 0) out["told"] = String(event.told);
  if (event.negated) out["negated"] = true;
  if (event.modality != PITH_STATED) out["modality"] = String(ModalityName(event.modality));
  return out;
}

Json ToJson(const OpenIndex& index, const pith_suggestion& suggestion) {
  Json out;
  out["question"] = String(suggestion.question);
  out["doc"] = String(index.Id(suggestion.article));
  out["answer"] = String(suggestion.answer);
  out["sentence"] = suggestion.sentence;
  out["begin"] = suggestion.begin;
  out["end"] = suggestion.end;
  return out;
}

Json ToJson(const OpenIndex& index, const pith_entity& entity) {
  Json out;
  out["name"] = String(entity.name);
  out["type"] = String(TypeName(entity.type));
  out["aliases"] = Json::array();
  for (uint32_t i = 0; i < entity.aliases; ++i) {
    pith_text alias;
    if (pith_get_alias(index.get(), &entity, i, &alias) == PITH_OK) out["aliases"].push_back(String(alias));
  }
  out["mentions"] = Json::array();
  for (uint32_t i = 0; i < entity.mentions; ++i) {
    pith_mention mention;
    if (pith_get_mention(index.get(), &entity, i, &mention) != PITH_OK) continue;
    Json place;
    AddPlace(index, entity.article, mention.sentence, mention.begin, mention.end, &place);
    out["mentions"].push_back(std::move(place));
  }
  return out;
}

Json ToJson(const OpenIndex& index, const pith_hit& hit) {
  Json out;
  AddPlace(index, hit.sentence.article, hit.sentence.number, hit.sentence.begin, hit.sentence.end, &out);
  out["text"] = String(hit.sentence.text);
  AddOrigin(index, hit.sentence.article, hit.sentence.number, &out);
  out["score"] = hit.score;
  return out;
}

std::string JsonLine(const Json& object) {
  return EscapedJson(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void PrintJson(const Json& object) { Print(absl::StrCat(JsonLine(object), "\n")); }

std::string InWords(const pith_value& value) {
  if (value.kind == PITH_VALUE_NONE) return "";
  const absl::string_view hedge = HedgeName(value.hedge);
  const absl::string_view gap = hedge.empty() ? "" : " ";
  if (value.kind != PITH_VALUE_NUMBER) {
    // "at 7.30" fixes no day.
    if (value.iso.size == 0) return "";
    return absl::StrCat(hedge, gap,
                        value.kind == PITH_VALUE_DATE ? PlainDate(View(value.iso)) : PlainDuration(View(value.iso)));
  }
  const absl::string_view unit = View(value.unit);
  std::string numbers = Digits(Shortest(value.mantissa, value.scale));
  if (value.ranged != 0) absl::StrAppend(&numbers, " to ", Digits(Shortest(value.to, value.scale)));
  return absl::StrCat(hedge, gap, numbers, unit.empty() || unit == "%" ? "" : " ", unit);
}

absl::string_view TypeName(uint8_t type) {
  switch (type) {
    case PITH_PERSON:
      return "person";
    case PITH_ORGANIZATION:
      return "organization";
    case PITH_PLACE:
      return "place";
    default:
      return "other";
  }
}

absl::string_view ModalityName(uint8_t modality) {
  switch (modality) {
    case PITH_PLANNED:
      return "planned";
    case PITH_POSSIBLE:
      return "possible";
    case PITH_CLAIMED:
      return "claimed";
    case PITH_DENIED:
      return "denied";
    case PITH_FAILED:
      return "failed";
    case PITH_OBLIGATORY:
      return "obligatory";
    default:
      return "";
  }
}

}  // namespace pith::command
