// One instance of the WebAssembly module with one index in its memory.

import { PithError, STATUS, check } from './errors.js';
import { layout, layoutFits } from './layout.js';
import { load } from './platform.js';

const PAGE = 65536;

// A module whose only function uses a vector: (module (func (result v128) i32.const 0 i8x16.splat)).
const SIMD_MODULE = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 10, 8, 1, 6, 0, 0x41, 0, 0xfd, 15, 0x0b,
]);

export const hasSimd = () => WebAssembly.validate(SIMD_MODULE);

// Written out, so that bundlers see them and ship the files.
const FILES = {
  full: () => new URL('./pith.wasm', import.meta.url),
  simd: () => new URL('./pith-simd.wasm', import.meta.url),
  search: () => new URL('./pith-search.wasm', import.meta.url),
};
const compiled = new Map();  // by name: a promise of a WebAssembly.Module

/** The module by name, compiled once; or one that the caller has as bytes, a Response or a WebAssembly.Module. */
async function moduleOf(choice = 'full') {
  if (choice instanceof WebAssembly.Module) return choice;
  if (!(choice in FILES)) return WebAssembly.compile(await bytesOf(choice));
  const name = choice === 'full' && hasSimd() ? 'simd' : choice;
  if (!compiled.has(name)) {
    const promise = bytesOf(FILES[name]()).then((bytes) => WebAssembly.compile(bytes));
    promise.catch(() => compiled.delete(name));
    compiled.set(name, promise);
  }
  return compiled.get(name);
}

const isBytes = (source) => source instanceof ArrayBuffer || ArrayBuffer.isView(source);
const asBytes = (source) => source instanceof ArrayBuffer
  ? new Uint8Array(source) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);

/** What a source stands for: bytes, or a Response that has succeeded. */
async function opened(source) {
  let got;
  try {
    got = await source;
    if (typeof got === 'string' || got instanceof URL) got = await load(got);
  } catch (cause) {
    throw new PithError('NOT_LOADED', typeof got === 'undefined' ? cause?.message : String(got), cause);
  }
  if (isBytes(got)) return asBytes(got);
  if (typeof Blob !== 'undefined' && got instanceof Blob) return new Uint8Array(await got.arrayBuffer());
  if (typeof got?.arrayBuffer !== 'function') throw new PithError('INVALID_ARGUMENT', 'no bytes, URL, Blob or Response');
  if (!got.ok) throw new PithError('NOT_LOADED', `${got.url || 'the response'}: ${got.status}`);
  return got;
}

async function bytesOf(source) {
  const got = await opened(source);
  return isBytes(got) ? got : new Uint8Array(await got.arrayBuffer());
}

export class Engine {
  /** Starts the engine `choice` and opens the index `source`, which may need the block `language`; with more of them,
   *  and ids of articles that are withdrawn, all as one. */
  static async open(source, { language, engine: choice, with: more = [], withdrawn = [] }) {
    // All are fetched at once; a failure of one must not go unheard while another is awaited.
    const sources = [source, ...more].map(opened);
    for (const one of sources) one.catch(() => {});
    let instance;
    try {
      instance = await WebAssembly.instantiate(await moduleOf(choice), {});
    } catch (cause) {
      if (cause instanceof PithError) throw cause;
      throw new PithError('NO_WEBASSEMBLY', cause?.message, cause);
    }
    const engine = new Engine(instance.exports);
    const files = [];
    for (const one of sources) files.push(await engine.#take(await one));
    const block = language === undefined ? { at: 0, size: 0 } : await engine.#take(await opened(language));
    const isSet = more.length > 0 || withdrawn.length > 0;
    files.forEach((file, i) => {
      const detail = i === 0 ? undefined : `number ${i} of "with"`;
      check(engine.calls.open(file.at, file.size, block.at, block.size), detail);
      if (isSet) check(engine.calls.addMember(), detail);
    });
    if (isSet) engine.#openSet(withdrawn);
    return engine;
  }

  /** Opens the members as one. */
  #openSet(withdrawn) {
    const ids = withdrawn.map((id) => encoder.encode(id));
    const size = ids.reduce((sum, id) => sum + id.length, 8 * ids.length);
    const open = (leftOut, capacity) => {
      // The ids, each by its address and size, are needed for the call alone: behind what stays.
      const at = this.scratch(size);
      let to = at + 8 * ids.length;
      ids.forEach((id, i) => {
        this.view.setUint32(at + 8 * i, to, true);
        this.view.setUint32(at + 8 * i + 4, id.length, true);
        this.bytes.set(id, to);
        to += id.length;
      });
      return this.calls.openSet(at, ids.length, leftOut, capacity);
    };
    let result = open(0, 0);
    if (STATUS[-result] === 'WORK_TOO_SMALL') {
      const room = this.view.getUint32(this.results, true);
      const leftOut = this.scratch(4 * room);
      this.end += Math.ceil(room / 2) * 8;
      result = open(leftOut, room);
    }
    check(result);
  }

  constructor(calls) {
    this.calls = calls;
    this.end = calls.heap();  // the first byte that nothing lies in
    this.input = calls.input();
    this.inputSize = calls.inputSize();
    this.results = calls.results();
    if (!layoutFits(this, calls.sizes())) throw new PithError('NO_WEBASSEMBLY', 'a module of another version');
  }

  get bytes() {
    if (this.#bytes?.buffer !== this.calls.memory.buffer) this.#bytes = new Uint8Array(this.calls.memory.buffer);
    return this.#bytes;
  }
  get view() {
    if (this.#view?.buffer !== this.calls.memory.buffer) this.#view = new DataView(this.calls.memory.buffer);
    return this.#view;
  }
  #bytes;
  #view;

  /** Text in memory; invalid UTF-8, as a damaged index may have, becomes U+FFFD. */
  decode(at, size) {
    return size === 0 ? '' : decoder.decode(this.bytes.subarray(at, at + size));
  }
  /** Zero-terminated text. */
  decodeToZero(at) {
    return this.decode(at, this.bytes.indexOf(0, at) - at);
  }

  /** Writes text number `i` of a call and returns its size; what is too long stays too long. */
  write(text, i = 0) {
    const at = this.input + i * this.inputSize;
    const bytes = encoder.encode(text);
    this.bytes.set(bytes.subarray(0, this.inputSize), at);
    return Math.min(bytes.length, this.inputSize);
  }

  /** Result number `i` of the last call. */
  result(name, i = 0, at = this.results) {
    return layout[name].read(this, at + i * layout[name].size);
  }
  /** The first `count` results of the last call. */
  list(name, count, at = this.results) {
    return Array.from({ length: count }, (_, i) => this.result(name, i, at));
  }

  /** The address of `size` bytes that may be written until the next call of this. */
  scratch(size) {
    this.#grow(this.end + size);
    return this.end;
  }

  /** What offsets in bytes, in rising order, of the text at `at` are in UTF-16 units. */
  utf16(at, size, offsets) {
    const to = this.scratch(4 * offsets.length);
    offsets.forEach((offset, i) => this.view.setUint32(to + 4 * i, offset, true));
    check(this.calls.utf16(at, size, to, offsets.length));
    return offsets.map((_, i) => this.view.getUint32(to + 4 * i, true));
  }

  /** Puts bytes or the body of a Response behind what is there, piece by piece: nothing is held twice. */
  async #take(source) {
    const at = this.end;
    const put = (piece) => {
      this.#grow(this.end + piece.length);
      this.bytes.set(piece, this.end);
      this.end += piece.length;
    };
    if (isBytes(source)) {
      put(source);
    } else if (!source.body?.getReader) {
      put(new Uint8Array(await source.arrayBuffer()));
    } else {
      try {
        const reader = source.body.getReader();
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) put(piece.value);
      } catch (cause) {
        if (cause instanceof PithError) throw cause;
        throw new PithError('NOT_LOADED', source.url, cause);
      }
    }
    const size = this.end - at;
    this.end = Math.ceil(this.end / 8) * 8;
    return { at, size };
  }

  #grow(bytes) {
    const missing = Math.ceil((bytes - this.calls.memory.buffer.byteLength) / PAGE);
    if (missing <= 0) return;
    try {
      this.calls.memory.grow(missing);
    } catch (cause) {
      throw new PithError('NO_MEMORY', undefined, cause);
    }
  }
}

// A byte order mark counts in offsets, so it stays.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
