// The errors of the package: what happened as a code, and a sentence that a page may show as it is.

// The names of pith_status, by number.
export const STATUS = [
  'OK', 'NOT_PITH', 'TOO_NEW', 'CUT_SHORT', 'DAMAGED', 'NO_LANGUAGE', 'WRONG_LANGUAGE', 'WORK_TOO_SMALL',
  'QUESTION_TOO_LONG', 'QUESTION_EMPTY', 'NO_SUCH_ARTICLE', 'INVALID_ARGUMENT', 'TOO_OLD', 'TOO_MUCH_WORK',
  'NOT_SIGNED', 'SEARCH_ONLY',
];

const SENTENCES = {
  NOT_PITH: 'This file is not a Pith index.',
  TOO_NEW: 'This index was made by a newer Pith. Update pith-engine to open it.',
  TOO_OLD: 'This index was made by an older Pith. Compile the articles again.',
  CUT_SHORT: 'This index is incomplete. Load it again.',
  DAMAGED: 'This index is damaged. Load it again, or compile the articles anew.',
  NO_LANGUAGE: 'This index needs its language block: pass it as the option "language".',
  WRONG_LANGUAGE: 'This index needs another language block than the one given.',
  QUESTION_TOO_LONG: 'This question is too long.',
  QUESTION_EMPTY: 'There is no word to look for.',
  NO_SUCH_ARTICLE: 'There is no such article in this index.',
  NOT_SIGNED: 'Nobody has signed this index.',
  SEARCH_ONLY: 'This index was compiled for search alone.',
  SEVERAL_ARTICLES: 'This index holds several articles: say which one with "doc".',
  NO_ASK: 'The engine was loaded for search alone: open the index without engine: "search" to ask.',
  NOT_LOADED: 'The index could not be loaded.',
  NO_MEMORY: 'There is not enough memory for this index.',
  NO_WEBASSEMBLY: 'The engine could not be started: WebAssembly is missing or forbidden here.',
  CLOSED: 'This index has been closed.',
  WORKER_DIED: 'The worker that answers has stopped. Ask again.',
};

export class PithError extends Error {
  /** `code` is a key of SENTENCES or INVALID_ARGUMENT; `detail` follows its sentence, in parentheses. */
  constructor(code, detail, cause) {
    const sentence = SENTENCES[code] ?? 'This call has an argument that is not possible.';
    super(detail ? `${sentence} (${detail})` : sentence, cause ? { cause } : undefined);
    this.name = 'PithError';
    this.code = code;
  }
}

/** Throws if `result` is a status. */
export function check(result, detail) {
  if (result < 0) throw new PithError(STATUS[-result] ?? 'INVALID_ARGUMENT', detail);
  return result;
}
