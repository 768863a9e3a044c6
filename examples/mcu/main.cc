// Asks, looks up, searches and sums up, from an index in flash, and says it over the serial line.

#include <string.h>

#include "board.h"
#include "pith/pith.h"
#include "sample.h"

namespace {

// Profile tiny takes a quarter of PITH_WORK_BYTES.
alignas(8) uint8_t work[PITH_WORK_BYTES / 4];
pith_index opened;

void Say(const char* text) { Send(text, strlen(text)); }
void Say(pith_text text) { Send(text.data, text.size); }
void SayNumber(uint32_t value) {
  char digits[10];
  size_t at = sizeof digits;
  do {
    digits[--at] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  Send(digits + at, sizeof digits - at);
}
pith_text Text(const char* text) { return {text, static_cast<uint32_t>(strlen(text))}; }

// In steps, as firmware does it that has a watchdog to feed.
bool Ask(const char* question) {
  pith_answer answer;
  uint32_t count = 0;
  int32_t more = 1;
  pith_status status = pith_ask_begin(&opened, PITH_ALL_ARTICLES, question, strlen(question), work, sizeof work);
  while (status == PITH_OK && more != 0) status = pith_ask_step(&opened, work, sizeof work, &more);
  if (status == PITH_OK) {
    status = pith_ask_end(&opened, PITH_DEFAULT_THRESHOLD, work, sizeof work, &answer, 1, &count);
  }
  if (status != PITH_OK) return false;
  Say("ask ");
  Say(question);
  Say(" ");
  Say(count == 0 ? Text("not in this text") : answer.text);
  Say("\n");
  return true;
}

bool LookUp(const char* subject, const char* relation) {
  pith_fact fact;
  uint32_t count = 0;
  const pith_pattern pattern = {Text(subject), Text(relation), {nullptr, 0}};
  if (pith_lookup(&opened, PITH_ALL_ARTICLES, pattern, 0, &fact, 1, &count) != PITH_OK || count == 0) return false;
  Say("lookup ");
  Say(fact.subject);
  Say(" ");
  Say(fact.relation);
  Say(" ");
  Say(fact.object);
  Say("\n");
  return true;
}

bool Search(const char* words) {
  pith_hit hit;
  uint32_t count = 0;
  const pith_status status =
      pith_search(&opened, PITH_ALL_ARTICLES, words, strlen(words), work, sizeof work, 0, &hit, 1, &count);
  if (status != PITH_OK || count == 0) return false;
  Say("search ");
  Say(hit.sentence.text);
  Say("\n");
  return true;
}

bool Summarize() {
  pith_sentence sentences[2];
  uint32_t count = 0;
  if (pith_summarize(&opened, 0, {2, 0, PITH_BY_RANK}, "", 0, nullptr, 0, sentences, 2, &count) != PITH_OK)
    return false;
  for (uint32_t i = 0; i < count; ++i) {
    Say("summary ");
    Say(sentences[i].text);
    Say("\n");
  }
  return true;
}

}  // namespace

int Main() {
  if (pith_open(sample, sample_size, nullptr, 0, &opened) != PITH_OK) return 1;
  if (!Ask("How many businesses were damaged?") || !Ask("What is the capital of France?")) return 1;
  if (!LookUp("Armenia", "prime minister") || !Search("protesters burned") || !Summarize()) return 1;
  Say("stack ");
  SayNumber(StackUsed());
  Say("\n");
  return 0;
}
