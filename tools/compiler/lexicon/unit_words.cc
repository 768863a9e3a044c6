#include "tools/compiler/lexicon/unit_words.h"

namespace pith::compiler {

const WordTable<absl::string_view>& CurrencySigns() {
  static const auto* const words = new WordTable<absl::string_view>{
      {"$", "USD"},   {"us$", "USD"}, {"a$", "AUD"},  {"au$", "AUD"}, {"c$", "CAD"},  {"ca$", "CAD"},
      {"nz$", "NZD"}, {"hk$", "HKD"}, {"s$", "SGD"},  {"€", "EUR"},   {"£", "GBP"},   {"¥", "JPY"},
      {"₹", "INR"},   {"₽", "RUB"}, {"₩", "KRW"},   {"₪", "ILS"},   {"usd", "USD"}, {"eur", "EUR"},
      {"gbp", "GBP"}, {"jpy", "JPY"}, {"chf", "CHF"}, {"cny", "CNY"}, {"aud", "AUD"}, {"cad", "CAD"}};
  return *words;
}

const WordTable<absl::string_view>& CurrencyNames() {
  static const auto* const words = new WordTable<absl::string_view>{
      {"dollar", "USD"},  {"dollars", "USD"}, {"usd", "USD"},      {"euro", "EUR"},   {"euros", "EUR"},
      {"eur", "EUR"},     {"yen", "JPY"},     {"jpy", "JPY"},      {"yuan", "CNY"},   {"renminbi", "CNY"},
      {"cny", "CNY"},     {"gbp", "GBP"},     {"sterling", "GBP"}, {"rouble", "RUB"}, {"roubles", "RUB"},
      {"ruble", "RUB"},   {"rubles", "RUB"},  {"rupees", "INR"},   {"rupee", "INR"},  {"francs", "CHF"},
      {"chf", "CHF"},     {"krona", "SEK"},   {"kronor", "SEK"},   {"zloty", "PLN"},  {"shekels", "ILS"},
      {"bitcoin", "BTC"}, {"bitcoins", "BTC"}};
  return *words;
}

const WordTable<absl::string_view>& DollarCountries() {
  static const auto* const words =
      new WordTable<absl::string_view>{{"us", "USD"},         {"u.s", "USD"},      {"american", "USD"},
                                       {"australian", "AUD"}, {"canadian", "CAD"}, {"singapore", "SGD"}};
  return *words;
}

const WordTable<absl::string_view>& Measures() {
  static const auto* const words = new WordTable<absl::string_view>{{"km", "km"},
                                                                    {"kilometre", "km"},
                                                                    {"kilometres", "km"},
                                                                    {"kilometer", "km"},
                                                                    {"kilometers", "km"},
                                                                    {"m", "m"},
                                                                    {"metre", "m"},
                                                                    {"metres", "m"},
                                                                    {"meter", "m"},
                                                                    {"meters", "m"},
                                                                    {"cm", "cm"},
                                                                    {"centimetre", "cm"},
                                                                    {"centimetres", "cm"},
                                                                    {"centimeters", "cm"},
                                                                    {"mm", "mm"},
                                                                    {"millimetres", "mm"},
                                                                    {"millimeters", "mm"},
                                                                    {"mile", "miles"},
                                                                    {"miles", "miles"},
                                                                    {"mi", "miles"},
                                                                    {"foot", "ft"},
                                                                    {"feet", "ft"},
                                                                    {"ft", "ft"},
                                                                    {"inch", "in"},
                                                                    {"inches", "in"},
                                                                    {"yards", "yd"},
                                                                    {"yard", "yd"},
                                                                    {"kg", "kg"},
                                                                    {"kilo", "kg"},
                                                                    {"kilos", "kg"},
                                                                    {"kilogram", "kg"},
                                                                    {"kilograms", "kg"},
                                                                    {"kilogrammes", "kg"},
                                                                    {"g", "g"},
                                                                    {"gram", "g"},
                                                                    {"grams", "g"},
                                                                    {"mg", "mg"},
                                                                    {"tonne", "t"},
                                                                    {"tonnes", "t"},
                                                                    {"ton", "tons"},
                                                                    {"tons", "tons"},
                                                                    {"lb", "lb"},
                                                                    {"lbs", "lb"},
                                                                    {"oz", "oz"},
                                                                    {"ounces", "oz"},
                                                                    {"litre", "l"},
                                                                    {"litres", "l"},
                                                                    {"liters", "l"},
                                                                    {"liter", "l"},
                                                                    {"l", "l"},
                                                                    {"ml", "ml"},
                                                                    {"gallons", "gal"},
                                                                    {"barrels", "barrels"},
                                                                    {"hectare", "ha"},
                                                                    {"hectares", "ha"},
                                                                    {"acre", "acres"},
                                                                    {"acres", "acres"},
                                                                    {"mph", "mph"},
                                                                    {"kmh", "km/h"},
                                                                    {"kph", "km/h"},
                                                                    {"knots", "kn"},
                                                                    {"hz", "Hz"},
                                                                    {"khz", "kHz"},
                                                                    {"mhz", "MHz"},
                                                                    {"ghz", "GHz"},
                                                                    {"w", "W"},
                                                                    {"kw", "kW"},
                                                                    {"mw", "MW"},
                                                                    {"gw", "GW"},
                                                                    {"kwh", "kWh"},
                                                                    {"watts", "W"},
                                                                    {"volts", "V"},
                                                                    {"kb", "kB"},
                                                                    {"mb", "MB"},
                                                                    {"gb", "GB"},
                                                                    {"tb", "TB"},
                                                                    {"gigabytes", "GB"},
                                                                    {"megabytes", "MB"},
                                                                    {"degree", "degrees"},
                                                                    {"degrees", "degrees"},
                                                                    {"°", "degrees"},
                                                                    {"°c", "°C"},
                                                                    {"°f", "°F"}};
  return *words;
}

const WordSet& Dimensions() {
  static const WordSet* const words =
      new WordSet{"long", "high", "wide", "tall", "deep", "thick", "apart", "away", "below", "above"};
  return *words;
}

}  // namespace pith::compiler
