// What runs in the page of browser.mjs.

import { Pith, hasSimd } from './node_modules/pith-engine/pith.js';
import { PithWorker } from './node_modules/pith-engine/worker.js';

const failure = (promise) =>
  promise.then(() => 'none', ({ code, name }) => (typeof code === 'string' ? code : name));

window.run = async (questions) => {
  const pith = await Pith.open('one.pith');
  const worker = await PithWorker.open('one.pith');
  const results = { simd: hasSimd(), memory: pith.memoryBytes, asked: [], stepped: [], worked: [] };
  for (const question of questions) {
    results.asked.push(pith.ask(question));
    results.stepped.push(await pith.askInSteps(question));
    results.worked.push(await worker.ask(question));
  }
  const bytes = await (await fetch('one.pith')).arrayBuffer();
  const module = await fetch('node_modules/pith-engine/pith.wasm');
  const plain = await Pith.open(new Blob([bytes]), { engine: module });
  results.plain = questions.map((question) => plain.ask(question));
  results.failures = [
    await failure(Pith.open('missing.pith')),
    await failure(Pith.open('page.html')),
    await failure(Pith.open(bytes.slice(0, 5000))),
    await failure(PithWorker.open('page.html')),
    await failure(PithWorker.open('one.pith', { worker: () => new Worker('missing.js') })),
    await failure(worker.ask('Who?', { signal: AbortSignal.abort() })),
  ];
  worker.close();
  return results;
};
