// Answers in steps take turns, since they share one work space.

/** Resolves in the next task, so that the page can paint and hear in between. Nested timeouts would wait for
 *  milliseconds; messages do not. */
export const nextTask = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

export class Turns {
  #last = Promise.resolve();

  /** Runs `work` when all before it are done. Fails as soon as `signal` is aborted, and then does not begin. */
  take(signal, work) {
    const turn = this.#last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.#last = turn.catch(() => {});
    if (!signal) return turn;
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason);
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, { once: true });
      turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
  }
}
