// The installed package in Chromium, on a page whose policy allows WebAssembly and nothing more.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Pith } from 'pith-engine';
import { launch, serve } from './chromium.mjs';

const server = await serve(process.cwd());
const browser = await launch();
const page = await browser.newPage();
const complaints = [];
page.on('console', (message) => {
  // What is asked for on purpose and is not there.
  if (message.type() === 'error' && !/missing\.(pith|js)/.test(message.location().url)) complaints.push(message.text());
});
page.on('pageerror', (error) => complaints.push(String(error)));
await page.goto(`${server.url}page.html`);
await page.waitForFunction(() => window.run);

const pith = await Pith.open('one.pith');
const lines = readFileSync('questions.jsonl', 'utf8').trim().split('\n').slice(0, 30);
const questions = lines.map((line) => JSON.parse(line).question);
const expected = questions.map((question) => pith.ask(question));
const results = await page.evaluate((all) => window.run(all), questions);
for (const way of ['asked', 'stepped', 'worked', 'plain']) assert.deepEqual(results[way], expected, way);
assert.equal(results.simd, true);
assert.ok(results.memory <= readFileSync('one.pith').length + 512 * 1024);
assert.deepEqual(results.failures,
  ['NOT_LOADED', 'NOT_PITH', 'CUT_SHORT', 'NOT_PITH', 'WORKER_DIED', 'AbortError']);
assert.deepEqual(complaints, []);
await browser.close();
server.close();
console.log(`${questions.length} questions in Chromium, four ways, the same answers`);
