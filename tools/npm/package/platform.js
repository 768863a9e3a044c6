// What differs between a browser and Node: where files come from, and workers.

const isNode = typeof process !== 'undefined' && Boolean(process.versions?.node) && typeof window === 'undefined';

// Named in variables, so that bundlers for browsers leave them alone.
const node = (name) => import(/* @vite-ignore */ `node:${name}`);

function webUrl(source) {
  try {
    const url = new URL(source, globalThis.location?.href);
    return url.protocol === 'file:' && isNode ? null : url;
  } catch {
    return null;
  }
}

/** The Response or bytes of a URL; in Node also of a file: URL or a path. */
export async function load(source) {
  const url = webUrl(source);
  if (url || !isNode) return fetch(url ?? source);
  const { readFile } = await node('fs/promises');
  return readFile(source);
}

/** A worker that runs the module at `url`, with the same two functions everywhere. */
export async function startWorker(url, onMessage, onDeath) {
  if (!isNode) {
    const worker = new Worker(url, { type: 'module' });
    return wrap(worker, onMessage, onDeath);
  }
  const { Worker: NodeWorker } = await node('worker_threads');
  const worker = new NodeWorker(url);
  worker.on('message', onMessage);
  worker.on('error', onDeath);
  worker.on('exit', onDeath);
  return worker;
}

/** The same for a Worker that the page made. */
export function wrap(worker, onMessage, onDeath) {
  worker.onmessage = ({ data }) => onMessage(data);
  worker.onerror = (event) => {
    event.preventDefault?.();
    onDeath(event);
  };
  worker.onmessageerror = onDeath;
  return worker;
}

/** Inside a worker: calls `onMessage`, and returns how to answer. */
export async function serve(onMessage) {
  if (!isNode) {
    globalThis.onmessage = ({ data }) => onMessage(data);
    return (message) => globalThis.postMessage(message);
  }
  const { parentPort } = await node('worker_threads');
  parentPort.on('message', onMessage);
  return (message) => parentPort.postMessage(message);
}
