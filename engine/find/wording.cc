#include "engine/find/wording.h"

#include "engine/find/question.h"
#include "engine/find/word_classes.h"
#include "engine/format/fnv.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"

namespace pith {
namespace {

// Whether any article has settled questions, so that others cost nothing.
bool AnySettled(const OpenedIndex& index, uint32_t article) {
  const auto in_article = [](const OpenedIndex& of, uint32_t number) {
    Part part;
    return OpenPart(of, number, &part) && part.wordings.size() != 0;
  };
  if (article != PITH_ALL_ARTICLES || index.size() == 1) {
    return in_article(index, article == PITH_ALL_ARTICLES ? 0 : article);
  }
  const Members members(index);
  for (uint32_t m = 0; m < members.count(); ++m) {
    if (IsLoose(members[m]) ? in_article(members[m], 0) : members[m].wordings.size() != 0) return true;
  }
  return false;
}

// Settles a question by its own wording.
Settled LookUp(const OpenedIndex& index, uint32_t article, Bytes question) {
  Settled settled = {Settled::By::kNobody, WordingKey(index.language, question), question};
  if (settled.key == 0) return settled;
  bool silence = false, answer = false;
  Bytes meant;
  ForEachSettling(index, article, settled.key, [&](uint32_t, const Part& part, const ReplyRecord& reply) {
    silence |= reply.kind == static_cast<uint8_t>(ReplyKind::kSilence);
    answer |= reply.kind == static_cast<uint8_t>(ReplyKind::kAnswer);
    if (reply.kind == static_cast<uint8_t>(ReplyKind::kMeans) && meant.empty()) meant = part.StringBytes(reply.text);
  });
  if (silence || answer) {
    settled.by = silence ? Settled::By::kSilence : Settled::By::kAnswer;
  } else if (!meant.empty()) {
    settled.question = meant;
  }
  return settled;
}

}  // namespace

uint64_t WordingKey(const Language& language, Bytes question) {
  if (question.size() > PITH_MAX_QUESTION_BYTES) return 0;
  constexpr uint16_t kCommon = kWordStop | kWordQuestion | kWordAuxiliary | kWordPreposition | kWordNegation;
  const WordClasses classes(language);
  uint64_t key = kFnvStart64;
  bool any = false;
  WordReader reader(language, question, 0, static_cast<uint32_t>(question.size()));
  for (Word word; reader.Next(&word);) {
    const FoldedWord folded(language, question.Sub(word.begin, word.end - word.begin));
    const uint32_t hash = HashWord(folded.bytes());
    if (!word.IsWord() || (classes.Of(hash) & SetOf(AskClass::kLight)) != 0) continue;
    const WordInfo info = language.Find(folded.bytes());
    const bool common = (info.flags & kCommon) != 0;
    key = FnvStep(key, uint64_t{common ? 1u : 2u});
    for (uint32_t shift = 0; shift < 32; shift += 8) {
      key = FnvStep(key, uint64_t{((common ? hash : info.key) >> shift) & 0xFF});
    }
    any = true;
  }
  // Neither 0, which means none, nor what a table takes for that.
  return !any ? 0 : key == 0 || key == ~uint64_t{0} ? 1 : key;
}

uint32_t ReplyTo(const Part& part, uint64_t key) {
  const uint32_t at = LowerBound(part.wordings, key);
  if (at >= part.wordings.size()) return kNone;
  const WordingRecord wording = part.wordings[at];
  return wording.key == key && wording.reply < part.replies.size() ? wording.reply : kNone;
}

Settled SettledBy(const OpenedIndex& index, uint32_t article, Bytes question) {
  if (!AnySettled(index, article)) return {Settled::By::kNobody, 0, question};
  const Settled settled = LookUp(index, article, question);
  if (settled.question.data() == question.data()) return settled;
  const Settled meant = LookUp(index, article, settled.question);
  return meant.by == Settled::By::kNobody ? settled : meant;
}

}  // namespace pith
