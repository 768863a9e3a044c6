#include "tools/compiler/times/date_context.h"

namespace pith::compiler {
namespace {

// Dates farther than this from the article's date are those of a history.
constexpr int64_t kNearYears = 1;

}  // namespace

absl::optional<Moment> DateContext::Anchor() const {
  const auto within = [this](uint32_t paragraphs) {
    return reference.has_value() && paragraph <= reference_paragraph + paragraphs;
  };
  if (!article_day.has_value()) return within(1) && !undated_news ? reference : absl::nullopt;
  const bool history = far > near && (news ? within(0) : reference.has_value());
  return history ? reference : Moment{*article_day, Precision::kDay};
}

void DateContext::Note(const Moment& moment, Source source, bool aside) {
  if (source != Source::kAnchor && article_day.has_value()) {
    const int64_t years = article_day->year() - moment.day.year();
    ++(years <= kNearYears && years >= -kNearYears ? near : far);
  }
  const bool own = article_day.has_value() && moment.precision == Precision::kDay && moment.day == *article_day;
  news = news || (own && source == Source::kAnchor);
  if (moment.precision == Precision::kCentury || (aside && reference.has_value())) return;
  reference = moment;
  reference_paragraph = paragraph;
}

}  // namespace pith::compiler
