#include "tools/compiler/times/date_context.h"

namespace pith::compiler {
namespace {

// Dates farther than this from the article's date are those of a history.
constexpr int64_t kNearYears = 1;

}  // namespace

absl::optional<Moment> DateContext::Anchor() const {
  const bool history = reference.has_value() && (!article_day.has_value() || far > near);
  if (history) return reference;
  if (article_day.has_value()) return Moment{*article_day, Precision::kDay};
  return absl::nullopt;
}

void DateContext::Note(const Moment& moment, Source source, bool aside) {
  if (source != Source::kAnchor && article_day.has_value()) {
    const int64_t years = article_day->year() - moment.day.year();
    ++(years <= kNearYears && years >= -kNearYears ? near : far);
  }
  if (moment.precision != Precision::kCentury && !(aside && reference.has_value())) reference = moment;
}

}  // namespace pith::compiler
