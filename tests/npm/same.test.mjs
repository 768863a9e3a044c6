// The package says what the command says, field by field, with SIMD and without.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Pith, hasSimd } from 'pith-engine';

const command = (...args) =>
  execFileSync(process.env.PITH, args, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n').filter(Boolean).map((line) => JSON.parse(line));

// Without what the contract does not have, as JSON has it.
const plain = (object) =>
  JSON.parse(JSON.stringify(object, (key, value) => (/Utf16$|^notice$/.test(key) ? undefined : value)));
const same = (ours, theirs) => assert.deepEqual(plain(ours), theirs);

const module = (name) => readFileSync(new URL(`./node_modules/pith-engine/${name}.wasm`, import.meta.url));
const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

for (const name of ['pith', 'pith-simd']) {
  for (const [index, questions] of [['several', 'questions'], ['one', 'questions'], ['many', 'many']]) {
    if (!existsSync(`${index}.pith`)) continue;
    test(`questions about ${index}.pith by ${name}.wasm`, async () => {
      const pith = await Pith.open(`${index}.pith`, { engine: module(name) });
      const docs = new Set([...pith.list()].map(({ doc }) => doc));
      const asked = lines(`${questions}.jsonl`).map(({ question, doc }, i) =>
        ({ id: i, question, ...(docs.has(doc) && { doc }) }));
      const file = `${index}-asked.jsonl`;
      writeFileSync(file, asked.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const told = command('ask', `${index}.pith`, '--questions', file, '--top', '3');
      for (const [i, { question, doc }] of asked.entries()) {
        same({ id: i, ...pith.ask(question, { doc, top: 3 }) }, told[i]);
      }
      const best = command('ask', `${index}.pith`, '--questions', file, '--threshold', '0');
      for (const [i, { question, doc }] of asked.slice(0, 40).entries()) {
        same({ id: i, ...await pith.askInSteps(question, { doc, threshold: 0 }) }, best[i]);
      }
    });
  }
}

test('several indexes as one are the linked index', async () => {
  const apart = await Pith.open('several.pith', { with: ['record.pith', 'again.pith'], withdrawn: ['label', 'nowhere'] });
  same(apart.list().toArray(), command('list', 'linked.pith', '--json'));
  assert.ok(apart.list().toArray().length > 3);
  for (const { question } of lines('questions.jsonl')) {
    const [told] = command('ask', 'linked.pith', question, '--json');
    same(apart.ask(question), told);
  }
  same(apart.search('dog barked'), command('search', 'linked.pith', 'dog barked', '--json'));
  apart.verify();
});

test('what an article says of itself', async () => {
  const pith = await Pith.open('record.pith');
  same(pith.list().toArray(), command('list', 'record.pith', '--json'));
});

test('everything else', async () => {
  for (const index of ['one.pith', 'several.pith']) {
    const pith = await Pith.open(index);
    const docs = [...pith.list()].map(({ doc }) => doc);
    same(pith.list().toArray(), command('list', index, '--json'));
    same(pith.facts().toArray(), command('facts', index, '--json'));
    same(pith.facts({ all: true }).toArray(), command('facts', index, '--all', '--json'));
    same(pith.facts({ about: 'Kazakhstan' }).toArray(), command('facts', index, '--about', 'Kazakhstan', '--json'));
    same(pith.timeline().toArray(), command('timeline', index, '--json'));
    same(pith.entities().toArray(), command('entities', index, '--json'));
    same(pith.suggest(), command('suggest', index, '--json'));
    same(pith.suggest({ top: 3 }), command('suggest', index, '--top', '3', '--json'));
    same(pith.lookup('Armenia', 'prime minister'), command('lookup', index, 'Armenia', 'prime minister', '--json'));
    same(pith.lookup('', '', { object: 'Kazakhstan' }),
      command('lookup', index, '', '--object', 'Kazakhstan', '--json'));
    same(pith.search('the police'), command('search', index, 'the police', '--json'));
    same(pith.search('people', { top: 70, skip: 2 }),
      command('search', index, 'people', '--top', '70', '--skip', '2', '--json'));
    for (const doc of docs) {
      const [{ text }] = command('text', index, '--doc', doc, '--json');
      assert.equal(pith.text(doc), text);
      same([pith.summarize({ doc })], command('summarize', index, '--doc', doc, '--json'));
      same([pith.summarize({ doc, bytes: 500 })],
        command('summarize', index, '--doc', doc, '--bytes', '500', '--json'));
      same([pith.summarize({ doc, sentences: 2, method: 'lead' })],
        command('summarize', index, '--doc', doc, '--sentences', '2', '--method', 'lead', '--json'));
      same([pith.summarize({ doc, query: 'people' })],
        command('summarize', index, '--doc', doc, '--query', 'people', '--json'));
      same(pith.keyFacts({ doc, top: 5 }), command('summarize', index, '--doc', doc, '--facts', '5', '--json'));
    }
    const { version, profile, articles, facts, bytes, threshold } = pith.info();
    const [inspected] = command('inspect', index, '--json');
    for (const [name, figure] of Object.entries({ version, profile, articles, facts, bytes, threshold })) {
      assert.deepEqual(figure, inspected[name], name);
    }
  }
});

test('SIMD is there, so that both modules were meant', () => assert.equal(hasSimd(), true));
