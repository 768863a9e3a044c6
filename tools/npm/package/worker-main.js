// What runs in the worker: opens one index and answers the calls of worker.js.

import { Pith } from './pith.js';
import { serve } from './platform.js';

let pith = Promise.reject(new Error('not opened'));
pith.catch(() => {});
const aborts = new Map();

async function run({ id, method, args }) {
  if (method === 'open') {
    pith = Pith.open(...args);
    await pith;
    return undefined;
  }
  const opened = await pith;
  if (method !== 'ask') {
    const result = opened[method](...args);
    return typeof result?.toArray === 'function' ? result.toArray() : result;
  }
  // In steps, so that an abort is heard.
  const abort = new AbortController();
  aborts.set(id, abort);
  const [question, options] = args;
  return opened.askInSteps(question, { ...options, signal: abort.signal }).finally(() => aborts.delete(id));
}

const answer = await serve(async (message) => {
  if (message.abort) {
    aborts.get(message.id)?.abort();
    return;
  }
  try {
    answer({ id: message.id, result: await run(message) });
  } catch (error) {
    answer({ id: message.id, error: { code: error.code ?? 'INVALID_ARGUMENT', message: error.message } });
  }
});
