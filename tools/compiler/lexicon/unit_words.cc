#include "tools/compiler/lexicon/unit_words.h"

namespace pith::compiler {
namespace {

constexpr UnitWords kMeasures[] = {
    {"km", {"kilometer"}, {"km"}},
    {"m", {"meter"}, {"m"}},
    {"cm", {"centimeter"}, {"cm"}},
    {"mm", {"millimeter"}, {"mm"}},
    {"miles", {"mile"}, {"mi"}},
    {"ft", {}, {"foot", "feet", "ft"}},
    {"in", {"inch"}, {}},
    {"yd", {"yard"}, {}},
    {"kg", {"kilogram", "kilo"}, {"kg"}},
    {"g", {"gram"}, {"g"}},
    {"mg", {"milligram"}, {"mg"}},
    {"t", {"tonne"}, {}},
    {"tons", {"ton"}, {}},
    {"lb", {}, {"lb", "lbs"}},
    {"oz", {"ounce"}, {"oz"}},
    {"l", {"liter"}, {"l"}},
    {"ml", {"milliliter"}, {"ml"}},
    {"gal", {"gallon"}, {}},
    {"barrels", {"barrel"}, {}},
    {"ha", {"hectare"}, {}},
    {"acres", {"acre"}, {}},
    {"mph", {}, {"mph"}},
    {"km/h", {}, {"kmh", "kph"}},
    {"kn", {"knot"}, {}},
    {"Hz", {}, {"hz", "hertz"}},
    {"kHz", {}, {"khz", "kilohertz"}},
    {"MHz", {}, {"mhz", "megahertz"}},
    {"GHz", {}, {"ghz", "gigahertz"}},
    {"W", {"watt"}, {"w"}},
    {"kW", {"kilowatt"}, {"kw"}},
    {"MW", {"megawatt"}, {"mw"}},
    {"GW", {"gigawatt"}, {"gw"}},
    {"kWh", {}, {"kwh"}},
    {"V", {"volt"}, {"v"}},
    {"mV", {"millivolt"}, {"mv"}},
    {"kV", {"kilovolt"}, {"kv"}},
    {"A", {"ampere", "amp"}, {}},
    {"eV", {"electronvolt"}, {"ev"}},
    {"MeV", {}, {"mev"}},
    {"GeV", {}, {"gev"}},
    {"TeV", {}, {"tev"}},
    {"MWh", {}, {"mwh"}},
    {"GWh", {}, {"gwh"}},
    {"TWh", {}, {"twh"}},
    {"TW", {"terawatt"}, {"tw"}},
    {"kB", {"kilobyte"}, {"kb"}},
    {"MB", {"megabyte"}, {"mb"}},
    {"GB", {"gigabyte"}, {"gb"}},
    {"TB", {"terabyte"}, {"tb"}},
    {"degrees", {"degree"}, {"°"}},
    {"°C", {}, {"°c"}},
    {"°F", {}, {"°f"}},
};

constexpr UnitWords kCurrencies[] = {
    {"USD", {"dollar"}, {"usd"}},     {"EUR", {"euro"}, {"eur"}},
    {"JPY", {}, {"yen", "jpy"}},      {"CNY", {}, {"yuan", "renminbi", "cny"}},
    {"GBP", {}, {"sterling", "gbp"}}, {"RUB", {"ruble", "rouble"}, {}},
    {"INR", {"rupee"}, {}},           {"CHF", {}, {"chf"}},
    {"SEK", {}, {"krona", "kronor"}}, {"PLN", {"zloty"}, {}},
    {"ILS", {"shekel"}, {}},          {"BTC", {"bitcoin"}, {}},
};

}  // namespace

absl::Span<const UnitWords> Measures() { return kMeasures; }
absl::Span<const UnitWords> Currencies() { return kCurrencies; }

const WordTable<absl::string_view>& CurrencySigns() {
  static const auto* const words = new WordTable<absl::string_view>{
      {"$", "USD"},   {"us$", "USD"}, {"a$", "AUD"},  {"au$", "AUD"}, {"c$", "CAD"},  {"ca$", "CAD"},
      {"nz$", "NZD"}, {"hk$", "HKD"}, {"s$", "SGD"},  {"€", "EUR"},   {"£", "GBP"},   {"¥", "JPY"},
      {"₹", "INR"},   {"₽", "RUB"}, {"₩", "KRW"},   {"₪", "ILS"},   {"usd", "USD"}, {"eur", "EUR"},
      {"gbp", "GBP"}, {"jpy", "JPY"}, {"chf", "CHF"}, {"cny", "CNY"}, {"aud", "AUD"}, {"cad", "CAD"}};
  return *words;
}

const WordTable<absl::string_view>& DollarCountries() {
  static const auto* const words =
      new WordTable<absl::string_view>{{"us", "USD"},         {"u.s", "USD"},      {"american", "USD"},
                                       {"australian", "AUD"}, {"canadian", "CAD"}, {"singapore", "SGD"}};
  return *words;
}

const WordSet& Dimensions() {
  static const WordSet* const words =
      new WordSet{"long", "high", "wide", "tall", "deep", "thick", "apart", "away", "below", "above"};
  return *words;
}

}  // namespace pith::compiler
