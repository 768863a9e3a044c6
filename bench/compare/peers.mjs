// One search engine of npm over the texts and questions of a comparison: flexsearch, minisearch or lunr, as peers.cc
// does it: node peers.mjs ENGINE DOCS QUESTIONS WORK_FILE ROUNDS. Its index is as large as its export in JSON.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const BEST = 10;
const pairs = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const engines = {
  flexsearch: async (texts) => {
    const { Index } = require('flexsearch');
    const index = new Index({ tokenize: 'strict', encoder: require('flexsearch').Charset.LatinBalance });
    texts.forEach((text, i) => index.add(i, text));
    const parts = [];
    await index.export((key, data) => parts.push(data ?? ''));
    return { exported: parts.join(''), search: (words) => index.search(words.join(' '), { limit: BEST, suggest: true }) };
  },
  minisearch: async (texts) => {
    const MiniSearch = require('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return {
      exported: JSON.stringify(index),
      search: (words) => index.search(words.join(' ')).slice(0, BEST).map(({ id }) => id),
    };
  },
  lunr: async (texts) => {
    const lunr = require('lunr');
    const index = lunr(function build() {
      this.ref('id');
      this.field('text');
      texts.forEach((text, id) => this.add({ id, text }));
    });
    return {
      exported: JSON.stringify(index),
      search: (words) => index.query((query) => words.forEach((word) => query.term(lunr.tokenizer(word), {})))
        .slice(0, BEST).map(({ ref }) => Number(ref)),
    };
  },
};

const [, , name, documentsFile, questionsFile, workFile, rounds] = process.argv;
const documents = pairs(documentsFile), questions = pairs(questionsFile).map(([, text]) => wordsOf(text));
// The processor's time of the process, in µs; that of collecting garbage belongs to a search too.
const us = (from) => { const { user, system } = process.cpuUsage(from); return user + system; };
let start = process.cpuUsage();
const engine = await engines[name](documents.map(([, text]) => text));
const build = us(start) / 1e6;
writeFileSync(workFile, engine.exported);
const cold = [], least = questions.map(() => Infinity), best = [];
for (let round = 0; round < Number(rounds); ++round) {
  questions.forEach((words, i) => {
    start = process.cpuUsage();
    best[i] = engine.search(words);
    const took = us(start);
    if (round === 0) cold[i] = took;
    least[i] = Math.min(least[i], took);
  });
}
console.log(JSON.stringify({
  engine: name, documents: documents.length, bytes: Buffer.byteLength(engine.exported), build_s: build, open_us: null,
  us: least, cold_us: cold, best,
}));
