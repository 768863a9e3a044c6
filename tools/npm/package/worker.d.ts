import type { Pith, OpenOptions, Listing } from './pith.js';

export { PithError } from './pith.js';

type Method =
  | 'ask' | 'search' | 'highlight' | 'lookup' | 'facts' | 'keyFacts' | 'timeline' | 'entities' | 'suggest' | 'summarize'
  | 'list' | 'text' | 'sentence' | 'place' | 'info' | 'verify';
type Sent<T> = T extends Listing<infer One> ? One[] : T;
type WithSignal<A extends unknown[]> = {
  [I in keyof A]: A[I] extends object | undefined ? A[I] & { signal?: AbortSignal } : A[I];
};

type Calls = {
  [M in Method]: Pith[M] extends (...args: infer A) => infer R
    ? (...args: WithSignal<A> extends unknown[] ? WithSignal<A> : A) => Promise<Sent<R>>
    : never;
};

/** The calls of Pith, made in a worker. Options take a `signal` too. A call that the worker dies of rejects with
 *  WORKER_DIED; the next one starts another worker and opens the index again. */
export interface PithWorker extends Calls {
  close(): void;
}
export const PithWorker: {
  /** `source` may not be a Response, since it may be needed again. `worker` makes the worker where a bundler or a page
   *  has its own way: it runs 'pith-engine/worker-main'. */
  open(
    source: string | URL | ArrayBuffer | ArrayBufferView | Blob,
    options?: Omit<OpenOptions, 'language' | 'with'> & {
      language?: string | URL | ArrayBuffer | ArrayBufferView | Blob;
      with?: (string | URL | ArrayBuffer | ArrayBufferView | Blob)[];
      worker?: () => Worker | Promise<Worker>;
    },
  ): Promise<PithWorker>;
};
