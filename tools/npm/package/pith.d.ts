/** A value that an answer or a fact means. */
export type Value =
  | { number: number; to?: number; unit?: string; hedge?: Hedge }
  | { date: string; hedge?: Hedge }
  | { duration: string; hedge?: Hedge };
export type Hedge = 'about' | 'at least' | 'more than' | 'at most' | 'less than' | 'up to' | 'vague';
export type Modality = 'planned' | 'possible' | 'claimed' | 'denied' | 'failed' | 'obligatory';
export type Source = 'text' | 'editor';

/** Where something stands. `begin` and `end` are bytes of the article's UTF-8, as everywhere in Pith; `beginUtf16` and
 *  `endUtf16` are what `String.prototype.slice` takes on `pith.text(doc)`. */
export interface Place {
  /** The article's id. */
  doc: string;
  /** Counts from 1 in reading order. */
  sentence: number;
  begin: number;
  end: number;
  beginUtf16: number;
  endUtf16: number;
}

/** Where a sentence stands in the page, book or file with markup that its article was extracted from. */
export interface Origin {
  /** The headings that it stands under, the outermost first. */
  headings?: string[];
  /** The id of the nearest element at or before it: `${url}#${anchor}` leads there. */
  anchor?: string;
}

/** An answer. One from an editor may lack its place and evidence. */
export interface Answer extends Partial<Omit<Place, 'doc'>>, Origin {
  text: string;
  doc: string;
  title?: string;
  url?: string;
  /** The sentence that holds the answer. */
  evidence?: string;
  /** 0 to 1. */
  confidence: number;
  /** Only of a question for yes or no, and only beyond doubt. */
  polarity?: 'yes' | 'no';
  value?: Value;
  /** The full name behind "he" or "Mr Smith". */
  resolved?: string;
  /** Who says so; absent where the article itself does. */
  attribution?: string;
  negated?: true;
  modality?: Modality;
  /** Sentences that say who "she" or "the boat" is. */
  context?: number[];
  source: Source;
  /** Places in other articles that say the same. */
  sources?: Place[];
  /** Another article gives another answer: it stands next to this one, the newest first. */
  differs?: true;
}

export interface Answers {
  /** The best first; empty where the index does not hold the answer. */
  answers: Answer[];
  /** Whether articles contradict one another. */
  differs?: true;
  /** Where there is no answer: the sentences nearest to the question, which are none. */
  near?: Hit[];
  /** Why nothing could be looked for: an empty question, or one of more than 4,096 bytes. */
  notice?: string;
}

/** An article found by how its title or an alias begins. */
export interface Title {
  doc: string;
  title?: string;
  /** The alias that was found, where it was not the title itself. */
  alias?: string;
}

/** A sentence that a search found. */
export interface Hit extends Place, Origin {
  text: string;
  /** Comparable within the results of one call. */
  score: number;
}

export interface Fact extends Place {
  /** Stays the same while the sentence and its reading do. */
  fact: string;
  subject: string;
  relation: string;
  object: string;
  value?: Value;
  when?: Value;
  where?: string;
  attribution?: string;
  negated?: true;
  modality?: Modality;
  confidence: number;
  importance: number;
  source: Source;
}

export interface TimelineEvent extends Place {
  /** EDTF, as precise as the text. */
  date: string;
  text: string;
  /** The text with what "she" or "it" means in its place, where it needs that. */
  told?: string;
  negated?: true;
  modality?: Modality;
}

export interface Entity {
  name: string;
  type: 'person' | 'organization' | 'place' | 'other';
  aliases: string[];
  mentions: Place[];
}

export interface Suggestion extends Place {
  question: string;
  answer: string;
}

export interface SummarySentence extends Omit<Place, 'doc'> {
  text: string;
  resolved?: string;
}

export interface Summary {
  doc: string;
  /** In reading order. */
  sentences: SummarySentence[];
  /** The same joined by one space. */
  text: string;
}

export interface Article {
  doc: string;
  title?: string;
  date?: string;
  url?: string;
  aliases?: string[];
  tags?: string[];
  author?: string;
  licence?: string;
  image?: string;
  meta?: Record<string, unknown>;
  sentences: number;
  bytes: number;
}

export interface Info {
  version: string;
  language: string;
  profile: string;
  articles: number;
  sentences: number;
  words: number;
  facts: number;
  bytes: number;
  /** The confidence below which an answer is left out unless a call says otherwise. */
  threshold: number;
  sections: { name: string; bytes: number }[];
}

/** A piece of a text. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Reads from the index as it is iterated, anew each time. */
export interface Listing<T> extends Iterable<T> {
  toArray(): T[];
}

export interface Doc {
  /** The id of an article: only that one, exactly as if it were alone. Unknown ids throw NO_SUCH_ARTICLE. */
  doc?: string;
}

export interface AskOptions extends Doc {
  /** So many answers at most, 1 to 64 [1]. */
  top?: number;
  /** 0 to 1; 0 gives the best guess [the index's own]. */
  threshold?: number;
}

export interface SearchOptions extends Doc {
  /** [10] */
  top?: number;
  /** Leaves out the first so many, for the next page [0]. */
  skip?: number;
}

export interface FactsOptions extends Doc {
  /** Only facts about this name, by any of its forms. */
  about?: string;
  /** Also facts that may be misread. */
  all?: boolean;
}

export interface SummarizeOptions extends Doc {
  /** So many sentences at most [3, unless there are bytes]. */
  sentences?: number;
  /** So many bytes of UTF-8 at most; no sentence is cut. */
  bytes?: number;
  /** What the summary should be about. */
  query?: string;
  /** What matters most, or what comes first ['rank']. */
  method?: 'rank' | 'lead';
}

type Bytes = ArrayBuffer | ArrayBufferView;

/** Bytes, a URL (in Node also a path), a Blob, or a Response, which is read as it arrives. */
export type IndexSource = string | URL | Bytes | Blob | Response | Promise<Response>;

export interface OpenOptions {
  /** The language block of an index that does not embed its own. */
  language?: IndexSource;
  /** 'full': everything, with SIMD where there is SIMD. 'search': everything but `ask`, in half the bytes. Or the
   *  module itself, for pages that must not fetch ['full']. */
  engine?: 'full' | 'search' | Bytes | Response | WebAssembly.Module;
  /** Further indexes with the same language block, at most seven: today's articles, say. All answer as one, as the
   *  index would that `pith link --replace` makes of them: of two articles with one id, the later counts. */
  with?: IndexSource[];
  /** Ids of articles that are withdrawn; one that no index has is passed over. */
  withdrawn?: string[];
}

/** What can go wrong. `message` is a sentence that a page may show. */
export class PithError extends Error {
  readonly code:
    | 'NOT_PITH' | 'TOO_NEW' | 'TOO_OLD' | 'CUT_SHORT' | 'DAMAGED' | 'NO_LANGUAGE' | 'WRONG_LANGUAGE'
    | 'TOO_MUCH_WORK' | 'NOT_SIGNED' | 'SEARCH_ONLY' | 'QUESTION_TOO_LONG' | 'QUESTION_EMPTY' | 'NO_SUCH_ARTICLE' | 'INVALID_ARGUMENT' | 'WORK_TOO_SMALL'
    | 'SEVERAL_ARTICLES' | 'NO_ASK' | 'NOT_LOADED' | 'NO_MEMORY' | 'NO_WEBASSEMBLY' | 'CLOSED' | 'WORKER_DIED';
}

/** Whether the engine that opens now will use SIMD. */
export function hasSimd(): boolean;

/** An open index. It takes the index's size and less than 512 KiB of memory beside it. */
export class Pith {
  private constructor();
  /** Loads the engine once, and the index into a memory of its own. Throws PithError. */
  static open(source: IndexSource, options?: OpenOptions): Promise<Pith>;
  /** Lets the memory go; every later call throws CLOSED. */
  close(): void;

  /** Answers a question, in about a millisecond. */
  ask(question: string, options?: AskOptions): Answers;
  /** The same in steps with a task each, so that a page is never kept waiting for longer than one. Questions asked
   *  meanwhile wait their turn; other calls need not. Rejects with the signal's reason once that is aborted. */
  askInSteps(question: string, options?: AskOptions & { signal?: AbortSignal }): Promise<Answers>;
  /** Sentences, the best first. Inflected, related and misspelled words match too; `"a phrase"`, `-word` and
   *  `title:word` do what they do elsewhere. */
  search(words: string, options?: SearchOptions): Hit[];
  /** Articles as one types their title, a slip forgiven [10, at most 64]. */
  titles(prefix: string, options?: { top?: number }): Title[];
  /** The sentence of a result in pieces: with the result itself marked, or the words that match `words`. */
  highlight(result: Place | Answer, words?: string): Piece[];
  /** Facts by subject and relation, the most important first. One of subject and object may be ''. */
  lookup(subject: string, relation?: string, options?: Doc & { object?: string }): Fact[];
  /** What the articles state, in reading order. */
  facts(options?: FactsOptions): Listing<Fact>;
  /** The facts of one article that matter most [10]. */
  keyFacts(options?: Doc & { top?: number }): Fact[];
  /** Dated events, in order. */
  timeline(options?: Doc): Listing<TimelineEvent>;
  entities(options?: Doc): Listing<Entity>;
  /** Questions that the index answers well; of several articles the best of each first [10]. */
  suggest(options?: Doc & { top?: number }): Suggestion[];
  /** Sums one article up; `doc` may be left out where there is only one. */
  summarize(options?: SummarizeOptions): Summary;
  /** The articles. */
  list(): Listing<Article>;
  /** The stored text of an article. */
  text(doc?: string): string;
  /** Sentence `number` of an article, from 1. */
  sentence(doc: string | undefined, number: number): SummarySentence;
  /** The paragraph of a sentence, its first and last sentences, and the heading above it, 0 for none. */
  place(doc: string | undefined, number: number): {
    paragraph: number;
    first: number;
    last: number;
    heading: number;
    /** Those that the sentence stands under, the outermost first, in an article from a format with markup. */
    headings: string[];
    /** The id of the nearest element at or before it in the source; '' without one. */
    anchor: string;
  };
  info(): Info;
  /** Reads and checks everything; throws DAMAGED with the place of the first fault. */
  verify(): void;
  /** What the index and the engine take together. */
  readonly memoryBytes: number;
}
