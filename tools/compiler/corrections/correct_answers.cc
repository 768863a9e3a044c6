#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "engine/find/wording.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/corrections/apply.h"
#include "tools/compiler/corrections/corrector.h"
#include "tools/compiler/lexicon/auxiliary_forms.h"

namespace pith::compiler {
namespace {

class AnswerCorrector : Corrector {
 public:
  using Corrector::Corrector;

  void Run() {
    for (const Synonyms& synonyms : corrections_.synonyms) {
      if (IsMeant(synonyms)) AddMeanings(synonyms);
    }
    for (const QuestionChoice& choice : corrections_.questions) {
      if (IsMeant(choice)) AddReply(choice);
    }
  }

 private:
  // Wherever the text has one of the words, it means the others, too.
  void AddMeanings(const Synonyms& synonyms) {
    bool any = false;
    for (const std::string& written : synonyms.words) {
      for (const Span& span : quotations_.Find(written)) {
        any = true;
        for (const std::string& meant : synonyms.words) {
          if (meant != written) analysis_.meanings.push_back({span, meant});
        }
      }
    }
    if (!any) Warn(synonyms, absl::StrCat("the text has none of these words", quotations_.Nearest(synonyms.words[0])));
  }

  // Questions that the engine cannot tell apart are one question, which can have one reply.
  bool IsTold(const QuestionChoice& choice) {
    for (const std::string& question : choice.questions) {
      const uint64_t key = WordingKey(language_, AsBytes(question));
      if (key == 0) {
        Warn(choice, absl::StrCat("\"", question, "\" has no words, or is too long"));
        return true;
      }
      const auto [owner, is_new] = lines_.try_emplace(key, choice.line);
      if (!is_new && owner->second != choice.line) {
        Warn(choice, absl::StrCat("contradicts line ", owner->second, ", which has the question \"", question, "\""));
        return true;
      }
    }
    return false;
  }

  void AddReply(const QuestionChoice& choice) {
    if (IsTold(choice)) return;
    Reply reply;
    reply.kind = choice.kind;
    reply.questions = choice.questions;
    for (const std::string& question : choice.questions) AddForms(question, &reply.questions);
    reply.text = choice.text;
    if (!choice.quote.empty() && !Prove(choice, &reply)) return;
    analysis_.replies.push_back(std::move(reply));
  }

  // The question with its first auxiliary in another number: "Where are the toilet?" goes unnoticed.
  void AddForms(const std::string& question, std::vector<std::string>* out) const {
    const Bytes bytes = AsBytes(question);
    WordReader reader(language_, bytes, 0, static_cast<uint32_t>(bytes.size()));
    for (Word word; reader.Next(&word);) {
      const FoldedWord folded(language_, bytes.Sub(word.begin, word.end - word.begin));
      const absl::Span<const absl::string_view> forms = OtherForms(AsChars(folded.bytes()));
      if (forms.empty()) continue;
      const absl::string_view before =
          absl::StripTrailingAsciiWhitespace(absl::string_view(question).substr(0, word.begin));
      for (const absl::string_view form : forms) {
        const bool glued = form[0] == '\'' || before.empty();
        out->push_back(absl::StrCat(before, glued ? "" : " ", form, absl::string_view(question).substr(word.end)));
      }
      return;
    }
  }

  // Places the evidence: the answer's own words within the quotation, or the quotation.
  bool Prove(const QuestionChoice& choice, Reply* reply) {
    const std::vector<Span> quotes = quotations_.Find(choice.quote);
    if (quotes.empty()) {
      WarnNoQuote(choice, choice.quote);
      return false;
    }
    Span place = quotes[0];
    for (const Span& words : quotations_.Find(choice.text)) {
      if (words.sentence == place.sentence) place = words;
    }
    const std::vector<Token>& tokens = analysis_.sentences[place.sentence].tokens;
    reply->sentence = place.sentence;
    reply->begin = tokens[place.first].begin;
    reply->end = tokens[place.last - 1].end;
    return true;
  }

  absl::flat_hash_map<uint64_t, uint32_t> lines_;  // by the key of a question
};

}  // namespace

void CorrectAnswers(Analysis* analysis, const Language& language) {
  const Corrections* corrections = analysis->article.corrections.get();
  if (corrections == nullptr) return;
  if (!corrections->synonyms.empty() || !corrections->questions.empty()) AnswerCorrector(analysis, language).Run();
}

}  // namespace pith::compiler
