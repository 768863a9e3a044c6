// What the types allow and what they do not: compiled, not run.

import { Pith, PithError, type Answer, type Fact } from 'pith-engine';
import { PithWorker } from 'pith-engine/worker';

const pith = await Pith.open(fetch('/articles.pith'), { engine: 'full' });
const several = await Pith.open('/articles.pith', { with: ['/today.pith', fetch('/more.pith')], withdrawn: ['old'] });
several.close();
const { answers, near = [] } = pith.ask('Who?', { top: 3, threshold: 0.5 });
const best: Answer | undefined = answers[0];
const polarity: 'yes' | 'no' | undefined = best?.polarity;
if (best?.value && 'number' in best.value) best.value.number.toFixed();
for (const fact of pith.facts({ about: 'Armenia' })) {
  const { subject }: Fact = fact;
  subject.trim();
}
for (const { text, marked } of pith.highlight(near[0]!, 'words')) if (marked) text.trim();
const stepped = await pith.askInSteps('Who?', { signal: AbortSignal.timeout(100) });
const worker = await PithWorker.open('/articles.pith');
const sent: Fact[] = await worker.facts({ doc: 'a' });
const replied = await worker.ask('Who?', { signal: AbortSignal.timeout(100) });
replied.answers[0]?.beginUtf16?.toFixed();
try {
  pith.verify();
} catch (error) {
  if (error instanceof PithError && error.code === 'DAMAGED') error.message.trim();
}

// @ts-expect-error There is no such method.
pith.generate('Who?');
// @ts-expect-error A question is a text.
pith.ask(1);
// @ts-expect-error Only open makes one.
new Pith();
// @ts-expect-error There is no such method of summaries.
pith.summarize({ method: 'best' });

export { polarity, stepped, sent };
