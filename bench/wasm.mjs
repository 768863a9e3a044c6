// wasm.mjs PACKAGE INDEX QUESTIONS: times ask by each module; called by wasm.sh.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [folder, index, questions] = process.argv.slice(2);
const { Pith } = await import(resolve(folder, 'pith.js'));
const asked = readFileSync(questions, 'utf8').trim().split('\n');
const ROUNDS = 50;

for (const name of ['pith', 'pith-simd']) {
  const pith = await Pith.open(index, { engine: readFileSync(resolve(folder, `${name}.wasm`)) });
  const quickest = asked.map(() => Infinity);
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [i, question] of asked.entries()) {
      const start = performance.now();
      pith.ask(question);
      quickest[i] = Math.min(quickest[i], performance.now() - start);
    }
  }
  quickest.sort((a, b) => a - b);
  const percentile = (p) => `${(1000 * quickest[Math.floor((quickest.length - 1) * p)]).toFixed(0)} µs`;
  console.log(`${name}.wasm: p50 ${percentile(0.5)}, p90 ${percentile(0.9)}`);
}
