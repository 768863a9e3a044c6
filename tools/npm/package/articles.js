// The articles of an open index: their records, and offsets in their text as JavaScript counts them.

import { check } from './errors.js';

const KEPT = 256;  // records
const STEP = 4096;  // bytes from one known offset to the next

export class Articles {
  #engine;
  #records = new Map();

  constructor(engine) {
    this.#engine = engine;
  }

  /** The record of article `number`. */
  get(number) {
    let record = this.#records.get(number);
    if (!record) {
      check(this.#engine.calls.getArticle(number));
      record = this.#engine.result('article');
      if (this.#records.size >= KEPT) this.#records.clear();
      this.#records.set(number, record);
    }
    return record;
  }

  /** Where a sentence stands in its source: the headings above it, the outermost first, and the nearest anchor. */
  origin(number, sentence) {
    if (this.#engine.calls.getPlace(number, sentence) < 0) return {};
    const { headings, headingCount, anchor } = this.#engine.result('place');
    return { headings: headingCount > 0 ? headings.slice(0, headingCount) : undefined, anchor };
  }

  /** Offsets in bytes of the article's text, in rising order, as offsets in UTF-16 units. */
  utf16(number, offsets) {
    const record = this.get(number);
    const { at, size } = record.text;
    record.known ??= this.#known(record.text);
    if (record.known.units.at(-1) === size) return offsets;
    return offsets.map((offset) => {
      const { bytes, units } = record.known;
      let i = Math.min(Math.floor(offset / STEP), bytes.length - 1);
      if (bytes[i] > offset) --i;
      return units[i] + this.#engine.utf16(at + bytes[i], offset - bytes[i], [offset - bytes[i]])[0];
    });
  }

  /** Every STEP bytes, and at the end: an offset of a character's first byte, and what it is in UTF-16 units. */
  #known({ at, size }) {
    const memory = this.#engine.bytes;
    const bytes = [];
    for (let offset = 0; offset < size; offset += STEP) {
      let first = offset;
      while (first > 0 && (memory[at + first] & 0xc0) === 0x80) --first;
      bytes.push(first);
    }
    bytes.push(size);
    return { bytes, units: this.#engine.utf16(at, size, bytes) };
  }
}
