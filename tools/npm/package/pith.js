// An open Pith index: every call is synchronous, and gives plain objects with the fields of `pith ... --json`.

import * as contract from './contract.js';
import { Articles } from './articles.js';
import { Engine, hasSimd } from './engine.js';
import { PithError, STATUS, check } from './errors.js';
import { pieces } from './pieces.js';
import { Turns, nextTask } from './turns.js';

export { PithError, hasSimd };

const ALL = 0xffffffff;
const PAGE = 64;  // PITH_MAX_RESULTS
const SIDE_BY_SIDE = 3; // answers that are shown together where sources differ
const NEAR = 3;
const SHOWN_CONFIDENCE = 0.77;  // PITH_SHOWN_CONFIDENCE
const LEAD = 1;
const SENTENCE_BYTES = 40;

/** An iterable that reads anew each time. */
const listing = (generate) => ({ [Symbol.iterator]: generate, toArray: () => [...generate()] });

/** Whether a call says that there is nothing to look for, which is no error but an empty result. */
const saysNothing = (result) => ['QUESTION_EMPTY', 'QUESTION_TOO_LONG'].includes(STATUS[-result]);

export class Pith {
  #engine;
  #articles;
  #count;
  #turns = new Turns();

  /** See pith.d.ts for this and every other method. */
  static async open(source, options = {}) {
    return new Pith(await Engine.open(source, options));
  }

  constructor(engine) {
    this.#engine = engine;
    this.#articles = new Articles(engine);
    this.#count = this.info().articles;
  }

  close() {
    this.#engine = undefined;
  }

  // ==== Asking ====

  ask(question, options = {}) {
    const article = this.#find(options.doc);
    const { top = 1 } = options;
    const calls = this.#asking();
    return this.#reply(question, article, calls.ask(article, this.#write(question), threshold(options),
      Math.max(top, SIDE_BY_SIDE)), top);
  }

  async askInSteps(question, options = {}) {
    const { signal, top = 1 } = options;
    return this.#turns.take(signal, async () => {
      const article = this.#find(options.doc);
      const calls = this.#asking();
      let result = calls.askBegin(article, this.#write(question));
      while (result >= 0) {
        await nextTask();
        signal?.throwIfAborted();
        this.#alive();
        result = calls.askStep();
        if (result === 0) break;
      }
      if (result >= 0) result = calls.askEnd(threshold(options), Math.max(top, SIDE_BY_SIDE));
      return this.#reply(question, article, result, top);
    });
  }

  #asking() {
    const { calls } = this.#alive();
    if (!calls.ask) throw new PithError('NO_ASK');
    return calls;
  }

  #reply(question, article, result, top) {
    if (saysNothing(result)) return { answers: [], notice: new PithError(STATUS[-result]).message };
    const answers = this.#engine.list('answer', check(result)).map((raw) => contract.answer(this.#articles, raw));
    if (answers.length > 0 && !answers[0].differs) return { answers: answers.slice(0, top) };
    // Where sources differ, one answer alone would hide it.
    let shown = top;
    while (shown < answers.length && answers[shown].differs) ++shown;
    if (answers.length > 0) return { answers: answers.slice(0, shown), differs: true };
    const near = check(this.#engine.calls.near(article, this.#write(question), NEAR));
    if (near === 0) return { answers };
    return { answers, near: this.#engine.list('hit', near).map((raw) => contract.hit(this.#articles, raw)) };
  }

  // ==== Searching ====

  search(words, { doc, top = 10, skip = 0 } = {}) {
    const article = this.#find(doc);
    const page = (from, capacity) => this.#engine.calls.search(article, this.#write(words), skip + from, capacity);
    return this.#pages('hit', top, page).map((raw) => contract.hit(this.#articles, raw));
  }

  titles(prefix, { top = 10 } = {}) {
    const count = check(this.#engine.calls.findTitles(this.#write(prefix), top));
    return this.#engine.list('title', count).map((raw) => contract.title(this.#articles, raw));
  }

  highlight(result, words) {
    const article = this.#findOne(result.doc);
    check(this.#engine.calls.getSentence(article, result.sentence));
    const sentence = this.#engine.result('sentence');
    const ranges = words === undefined ? [result] : this.#ranges(article, result.sentence, words);
    return pieces(sentence.text, ranges, sentence.begin);
  }

  #ranges(article, number, words) {
    const page = (from) => this.#engine.calls.highlight(article, number, this.#write(words), from);
    return this.#pages('range', Infinity, page);
  }

  // ==== Facts ====

  lookup(subject, relation = '', { doc, object = '' } = {}) {
    return this.#lookup(this.#find(doc), subject, relation, object);
  }

  #lookup(article, subject, relation, object) {
    const page = (from) => this.#engine.calls.lookup(
      article, this.#write(subject), this.#write(relation, 1), this.#write(object, 2), from);
    return this.#pages('fact', Infinity, page).map((raw) => contract.fact(this.#articles, raw));
  }

  facts({ doc, about, all = false } = {}) {
    const article = this.#find(doc);
    const isAbout = about === undefined ? () => true : this.#about(article, about);
    const wanted = (fact) => (all || fact.confidence >= SHOWN_CONFIDENCE) && isAbout(fact);
    return this.#listing(article, 'facts', 'fact', 'getFact', contract.fact, wanted);
  }

  keyFacts({ doc, top = 10 } = {}) {
    const article = this.#findOne(doc);
    const page = (from, capacity) => this.#engine.calls.keyFacts(article, from, capacity);
    return this.#pages('fact', top, page).map((raw) => contract.fact(this.#articles, raw));
  }

  /** Whether a fact's subject or object is the name by any of its forms, or speaks of it by this one. */
  #about(article, name) {
    const ids = new Set();
    for (const fact of this.#lookup(article, name, '', '')) ids.add(fact.fact);
    for (const fact of this.#lookup(article, '', '', name)) ids.add(fact.fact);
    const wanted = name.toLowerCase();
    return ({ fact, subject, object }) =>
      ids.has(fact) || subject.toLowerCase().includes(wanted) || object.toLowerCase().includes(wanted);
  }

  // ==== Events, entities, suggestions ====

  timeline({ doc } = {}) {
    const article = this.#find(doc);
    const events = this.#listing(article, 'events', 'event', 'getEvent', contract.event);
    // An article's events are in order already.
    if (article !== ALL || this.#count === 1) return events;
    const ordered = () => events.toArray().map((event) => [contract.dateOrder(event.date), event])
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, event]) => event).values();
    return listing(ordered);
  }

  entities({ doc } = {}) {
    const one = (articles, raw) => {
      const all = (count, name, call) => Array.from({ length: count }, (_, i) => {
        check(this.#engine.calls[call](raw.article, raw.number, i));
        return this.#engine.result(name);
      });
      const aliases = all(raw.aliases, 'text', 'getAlias');
      return contract.entity(articles, raw, aliases, all(raw.mentions, 'mention', 'getMention'));
    };
    return this.#listing(this.#find(doc), 'entities', 'entity', 'getEntity', one);
  }

  suggest({ doc, top = 10 } = {}) {
    const article = this.#find(doc);
    const numbers = [...this.#numbers(article)];
    const counts = numbers.map((number) => this.#articles.get(number).suggestions);
    const found = [];
    // The best of each article first: no article hides the others.
    for (let i = 0; i < Math.max(0, ...counts) && found.length < top; ++i) {
      for (const [at, number] of numbers.entries()) {
        if (i >= counts[at] || found.length >= top) continue;
        if (this.#engine.calls.getSuggestion(number, i) < 0) continue;
        found.push(contract.suggestion(this.#articles, this.#engine.result('suggestion')));
      }
    }
    return found;
  }

  // ==== Summaries ====

  summarize({ doc, sentences = 0, bytes = 0, query = '', method = 'rank' } = {}) {
    const article = this.#findOne(doc);
    const record = this.#articles.get(article);
    const limit = sentences || (bytes ? 0 : 3);
    const capacity = limit ? Math.min(limit, record.sentences) : record.sentences;
    const summarized = (words) => {
      const out = this.#engine.scratch(capacity * SENTENCE_BYTES);
      const size = this.#write(words);
      const { calls } = this.#engine;
      return [calls.summarize(article, limit, bytes, method === 'lead' ? LEAD : 0, size, out, capacity), out];
    };
    let [result, out] = summarized(query);
    if (saysNothing(result)) [result, out] = summarized('');
    const found = this.#engine.list('sentence', check(result), out);
    const chosen = found.map((raw) => contract.sentence(this.#articles, raw));
    return { doc: record.id, sentences: chosen, text: chosen.map(({ text }) => text).join(' ') };
  }

  // ==== The articles themselves ====

  list() {
    const generate = function* () {
      const strings = (article, count, call) => Array.from({ length: count }, (_, i) => {
        check(this.#engine.calls[call](article, i));
        return this.#engine.result('text');
      });
      for (const number of this.#numbers(ALL)) {
        const raw = this.#articles.get(number);
        const aliases = strings(number, raw.aliases, 'getArticleAlias');
        yield contract.article(raw, aliases, strings(number, raw.tags, 'getTag'));
      }
    };
    return listing(generate.bind(this));
  }

  text(doc) {
    const { at, size } = this.#articles.get(this.#findOne(doc)).text;
    return this.#engine.decode(at, size);
  }

  sentence(doc, number) {
    const article = this.#findOne(doc);
    check(this.#engine.calls.getSentence(article, number));
    return contract.sentence(this.#articles, this.#engine.result('sentence'));
  }

  place(doc, number) {
    check(this.#engine.calls.getPlace(this.#findOne(doc), number));
    const { headingCount, headings, ...place } = this.#engine.result('place');
    return { ...place, headings: headings.slice(0, headingCount) };
  }

  info() {
    const { calls } = this.#alive();
    check(calls.getInfo());
    const raw = this.#engine.result('info');
    const sections = Array.from({ length: raw.sections }, (_, i) => {
      check(calls.getSection(i));
      return this.#engine.result('section');
    });
    return contract.info(raw, sections);
  }

  verify() {
    const { calls } = this.#alive();
    const result = calls.verify();
    if (result >= 0) return;
    const { section, offset, message } = this.#engine.result('fault');
    check(result, message ? `${section || 'header'}, byte ${offset}: ${this.#engine.decodeToZero(message)}` : undefined);
  }

  get memoryBytes() {
    return this.#alive().calls.memory.buffer.byteLength;
  }

  // ==== What the calls share ====

  #alive() {
    if (!this.#engine) throw new PithError('CLOSED');
    return this.#engine;
  }

  #write(text, i = 0) {
    if (typeof text !== 'string') throw new PithError('INVALID_ARGUMENT', `a text is expected, not ${typeof text}`);
    return this.#engine.write(text, i);
  }

  #find(doc) {
    this.#alive();
    if (doc === undefined) return ALL;
    const result = this.#engine.calls.findArticle(this.#write(doc));
    return check(result, JSON.stringify(doc));
  }

  #findOne(doc) {
    if (doc === undefined && this.#count > 1) throw new PithError('SEVERAL_ARTICLES');
    return doc === undefined ? (this.#alive(), 0) : this.#find(doc);
  }

  *#numbers(article) {
    const [first, end] = article === ALL ? [0, this.#count] : [article, article + 1];
    for (let number = first; number < end; ++number) yield number;
  }

  /** Each thing of one kind in the articles; what a damaged index does not give is left out. */
  #listing(article, counted, name, call, convert, wanted = () => true) {
    const generate = function* () {
      for (const number of this.#numbers(article)) {
        const count = this.#articles.get(number)[counted];
        for (let i = 0; i < count; ++i) {
          if (this.#alive().calls[call](number, i) < 0) continue;
          const one = convert(this.#articles, this.#engine.result(name));
          if (wanted(one)) yield one;
        }
      }
    };
    return listing(generate.bind(this));
  }

  /** The first `top` results of a call that gives pages of them. */
  #pages(name, top, page) {
    const found = [];
    while (found.length < top) {
      const capacity = Math.min(top - found.length, PAGE);
      const result = page(found.length, capacity);
      if (saysNothing(result)) break;
      found.push(...this.#engine.list(name, check(result)));
      if (result < capacity) break;
    }
    return found;
  }
}

function threshold({ threshold: given }) {
  return given === undefined ? -1 : Math.round(given * 10000);
}
