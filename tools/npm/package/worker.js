// The same calls in a worker: each returns a promise, and the page is never kept waiting. A worker that dies fails the
// calls that it had, and is started again by the next one.

import { PithError } from './errors.js';
import { startWorker, wrap } from './platform.js';

const METHODS = [
  'ask', 'search', 'highlight', 'lookup', 'facts', 'keyFacts', 'timeline', 'entities', 'suggest', 'summarize', 'list',
  'text', 'sentence', 'place', 'info', 'verify',
];

/** What can be sent: a URL in full, since the worker stands elsewhere. */
function sendable(source) {
  if (source instanceof URL) return source.href;
  if (typeof source !== 'string' || !globalThis.location) return source;
  return new URL(source, globalThis.location.href).href;
}

export class PithWorker {
  #opening;  // what a new worker is told first
  #make;
  #worker;  // a promise; undefined while there is none
  #calls = new Map();
  #next = 1;
  #closed = false;

  static async open(source, { language, engine, worker, with: more = [], withdrawn } = {}) {
    const options = { language: sendable(language), engine, with: more.map(sendable), withdrawn };
    const pith = new PithWorker([sendable(source), options], worker);
    await pith.#call('info', []);
    return pith;
  }

  constructor(opening, make) {
    this.#opening = opening;
    this.#make = make;
    for (const method of METHODS) this[method] = (...args) => this.#call(method, args);
  }

  close() {
    this.#closed = true;
    this.#worker?.then((worker) => worker.terminate(), () => {});
    this.#died(new PithError('CLOSED'));
  }

  async #call(method, args) {
    if (this.#closed) throw new PithError('CLOSED');
    const signal = args.find((arg) => arg?.signal)?.signal;
    signal?.throwIfAborted();
    const worker = await (this.#worker ??= this.#start());
    return this.#ask(worker, method, args.map(withoutSignal), signal);
  }

  #ask(worker, method, args, signal) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#calls.delete(id);
        this.#hold(worker);
        worker.postMessage({ id, abort: true });
        reject(signal.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#calls.set(id, { resolve, reject, done: () => signal?.removeEventListener('abort', abort) });
      this.#hold(worker);
      worker.postMessage({ id, method, args });
    });
  }

  async #start() {
    const heard = (message) => {
      this.#heard(message);
      this.#hold(worker);
    };
    const died = () => this.#died(new PithError('WORKER_DIED'));
    const worker = this.#make
      ? wrap(await this.#make(), heard, died)
      : await startWorker(new URL('./worker-main.js', import.meta.url), heard, died);
    // The first call: those after it are heard once the index is open, or fail as it did.
    this.#ask(worker, 'open', this.#opening).catch(() => {});
    return worker;
  }

  /** In Node, a worker keeps the program running only as long as something is asked. */
  #hold(worker) {
    if (this.#calls.size > 0) worker.ref?.();
    else worker.unref?.();
  }

  #heard({ id, result, error }) {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    call.done();
    if (error) call.reject(Object.assign(new PithError(error.code), { message: error.message }));
    else call.resolve(result);
  }

  #died(error) {
    this.#worker = undefined;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const call of calls) {
      call.done();
      call.reject(error);
    }
  }
}

function withoutSignal(arg) {
  if (!arg?.signal) return arg;
  const { signal, ...rest } = arg;
  return rest;
}
