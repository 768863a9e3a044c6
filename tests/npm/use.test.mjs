// How a page uses the package, and what it meets: offsets, pieces, aborts, workers, bad input.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { Pith, PithError } from 'pith-engine';
import { PithWorker } from 'pith-engine/worker';

const index = readFileSync('one.pith');
const code = (expected) => (error) => {
  assert.ok(error instanceof PithError, String(error));
  assert.equal(error.code, expected);
  assert.match(error.message, /^[A-Z].*[.)]$/);
  return true;
};

test('the modules import nothing', () => {
  for (const name of ['pith', 'pith-simd', 'pith-search']) {
    const module = new WebAssembly.Module(readFileSync(`node_modules/pith-engine/${name}.wasm`));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
  }
});

test('nothing is evaluated, and nothing depends on anything', () => {
  const folder = 'node_modules/pith-engine';
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    assert.doesNotMatch(text, /\beval\(|new Function/);
  }
  assert.equal(JSON.parse(readFileSync('node_modules/pith-engine/package.json', 'utf8')).dependencies, undefined);
});

test('an index takes its size and less than 512 KiB', async () => {
  const pith = await Pith.open(index);
  for (const { question } of pith.suggest()) pith.ask(question);
  pith.facts().toArray();
  pith.summarize({ bytes: 100000 });
  pith.verify();
  assert.ok(pith.memoryBytes <= index.length + 512 * 1024, `${pith.memoryBytes} bytes`);
});

test('offsets in UTF-16 are those of the text', async () => {
  for (const file of ['one.pith', 'several.pith']) {
    const pith = await Pith.open(file);
    const texts = new Map([...pith.list()].map(({ doc }) => [doc, pith.text(doc)]));
    const cut = ({ doc, beginUtf16, endUtf16 }) => texts.get(doc).slice(beginUtf16, endUtf16);
    let checked = 0;
    for (const event of pith.timeline()) assert.equal(cut(event), event.text, ++checked);
    for (const suggestion of pith.suggest({ top: 100 })) assert.equal(cut(suggestion), suggestion.answer, ++checked);
    for (const hit of pith.search('people police water', { top: 100 })) assert.equal(cut(hit), hit.text, ++checked);
    for (const { question } of pith.suggest()) {
      for (const answer of pith.ask(question).answers) assert.equal(cut(answer), answer.text, ++checked);
    }
    assert.ok(checked > 20);
  }
});

test('pieces are the sentence, with what is meant marked', async () => {
  const pith = await Pith.open(index);
  const [answer] = pith.ask('How many businesses were damaged?').answers;
  const marked = (pieces) => pieces.filter((piece) => piece.marked).map((piece) => piece.text);
  const whole = (pieces) => pieces.map((piece) => piece.text).join('');
  assert.equal(whole(pith.highlight(answer)), answer.evidence);
  assert.deepEqual(marked(pith.highlight(answer)), ['400']);
  const [hit] = pith.search('protesters burned');
  assert.deepEqual(marked(pith.highlight(hit, 'protesters burned')), ['protesters', 'burned']);
  assert.equal(whole(pith.highlight(hit, 'nothing of this')), hit.text);
});

test('listings can be read twice, and left early', async () => {
  const pith = await Pith.open(index);
  const facts = pith.facts();
  const [first] = facts;
  assert.deepEqual(facts.toArray()[0], first);
  assert.deepEqual([...facts], facts.toArray());
});

test('questions of no words, and of too many, have no answers and say why', async () => {
  const pith = await Pith.open(index);
  for (const question of ['', ' ', 'x'.repeat(5000)]) {
    const { answers, notice } = pith.ask(question);
    assert.deepEqual(answers, []);
    assert.match(notice, /\.$/);
    assert.deepEqual(pith.search(question), []);
  }
  assert.throws(() => pith.ask(7), code('INVALID_ARGUMENT'));
  assert.throws(() => pith.ask('Who?', { threshold: 7 }), code('INVALID_ARGUMENT'));
  assert.throws(() => pith.ask('Who?', { doc: 'no such thing' }), code('NO_SUCH_ARTICLE'));
  const several = await Pith.open('several.pith');
  assert.throws(() => several.summarize(), code('SEVERAL_ARTICLES'));
});

test('steps: other calls between them, 200 at once, aborted or not', async () => {
  const pith = await Pith.open(index);
  const offered = pith.suggest();
  const questions = Array.from({ length: 200 }, (_, i) => offered[i % offered.length].question);
  const alone = questions.map((question) => pith.ask(question));
  const asked = questions.map((question) => pith.askInSteps(question));
  pith.search('police');
  pith.ask('Who is the president?');
  assert.deepEqual(await Promise.all(asked), alone);

  const reason = new Error('left');
  const before = new AbortController();
  before.abort(reason);
  await assert.rejects(pith.askInSteps('Who?', { signal: before.signal }), reason);
  const during = new AbortController();
  const first = pith.askInSteps('Who is the president?', { signal: during.signal });
  const second = pith.askInSteps('Who is the president?');
  setTimeout(() => during.abort(reason));
  await assert.rejects(first.then((done) => Promise.reject(done.answers.length ? reason : done)), reason);
  assert.deepEqual(await second, pith.ask('Who is the president?'));
});

test('an index that is closed', async () => {
  const pith = await Pith.open(index);
  pith.close();
  assert.throws(() => pith.ask('Who?'), code('CLOSED'));
  assert.throws(() => pith.summarize(), code('CLOSED'));
});

test('bytes that are no index, or not all of it', async () => {
  await assert.rejects(Pith.open(new Uint8Array(0)), code('NOT_PITH'));
  const html = new TextEncoder().encode('<!doctype html><p>Not found</p>'.repeat(9));
  await assert.rejects(Pith.open(html), code('NOT_PITH'));
  await assert.rejects(Pith.open(index.subarray(0, 100000)), code('CUT_SHORT'));
  await assert.rejects(Pith.open('no/such/file.pith'), code('NOT_LOADED'));
  await assert.rejects(Pith.open(undefined), code('INVALID_ARGUMENT'));
  const later = Uint8Array.from(index);
  later[4] = 99;
  await assert.rejects(Pith.open(later), (error) => error instanceof PithError);
  const damaged = Uint8Array.from(index);
  for (let at = 4000; at < damaged.length; at += 997) damaged[at] ^= 0x55;
  const opened = await Pith.open(damaged).catch(code('DAMAGED'));
  if (opened instanceof Pith) {
    assert.throws(() => opened.verify(), code('DAMAGED'));
    try {
      opened.ask('Who is the president?');
    } catch (error) {
      code('DAMAGED')(error);
    }
  }
});

test('language blocks apart', async () => {
  await assert.rejects(Pith.open('external.pith'), code('NO_LANGUAGE'));
  await assert.rejects(Pith.open('external.pith', { language: 'one.pith' }), PithError);
  const pith = await Pith.open('external.pith', { language: 'en-standard.lang' });
  assert.deepEqual(pith.ask('Who is the president?'), (await Pith.open(index)).ask('Who is the president?'));
});

test('the engine for search alone', async () => {
  const pith = await Pith.open(index, { engine: 'search' });
  assert.throws(() => pith.ask('Who?'), code('NO_ASK'));
  assert.deepEqual(pith.search('police'), (await Pith.open(index)).search('police'));
});

test('responses: as they come, cut off, and not found', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end();
    else if (request.url === '/broken') {
      response.writeHead(200, { 'content-length': index.length });
      response.write(index.subarray(0, 9000), () => request.socket.destroy());
    } else response.end(index);
  }).listen(0);
  const at = (path) => `http://localhost:${server.address().port}${path}`;
  const pith = await Pith.open(fetch(at('/')));
  assert.ok(pith.memoryBytes <= index.length + 512 * 1024);
  assert.deepEqual((await Pith.open(at('/'))).suggest(), pith.suggest());
  await assert.rejects(Pith.open(at('/missing')), code('NOT_LOADED'));
  await assert.rejects(Pith.open(fetch('http://localhost:1/')), code('NOT_LOADED'));
  await assert.rejects(Pith.open(at('/broken')), code('NOT_LOADED'));
  server.close();
  server.closeAllConnections?.();
});

test('a worker gives the same, can be aborted, and is replaced when it dies', async () => {
  const pith = await Pith.open(index);
  const worker = await PithWorker.open('one.pith');
  assert.deepEqual(await worker.ask('Who is the president?'), pith.ask('Who is the president?'));
  assert.deepEqual(await worker.facts(), pith.facts().toArray());
  const [hit] = pith.search('police');
  assert.deepEqual(await worker.highlight(hit, 'police'), pith.highlight(hit, 'police'));
  await assert.rejects(worker.ask('Who?', { doc: 'no such thing' }), code('NO_SUCH_ARTICLE'));
  await assert.rejects(worker.ask('Who?', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  worker.close();
  await assert.rejects(worker.ask('Who?'), code('CLOSED'));
  await assert.rejects(PithWorker.open('no/such/file.pith'), code('NOT_LOADED'));

  const { Worker } = await import('node:worker_threads');
  const made = [];
  const mortal = await PithWorker.open(index, {
    worker: () => {
      const thread = new Worker(new URL(import.meta.resolve('pith-engine/worker-main')));
      // The parts of a browser's Worker that are used.
      const web = { postMessage: (message) => thread.postMessage(message), terminate: () => thread.terminate() };
      thread.on('message', (data) => web.onmessage({ data }));
      thread.on('exit', () => web.onerror({}));
      made.push(web);
      return web;
    },
  });
  const lost = assert.rejects(mortal.ask('Who is the president?'), code('WORKER_DIED'));
  await Promise.resolve();
  made[0].terminate();
  await lost;
  assert.deepEqual(await mortal.ask('Who is the president?'), pith.ask('Who is the president?'));
  assert.equal(made.length, 2);
  mortal.close();
});

test('an index of a set that is none is named', async () => {
  await assert.rejects(Pith.open(index, { with: ['several.pith', new Uint8Array(100)] }), (error) => {
    assert.match(error.message, /number 2 of "with"/);
    return code('NOT_PITH')(error);
  });
  await assert.rejects(Pith.open(index, { with: Array(8).fill('one.pith') }), code('INVALID_ARGUMENT'));
  await assert.rejects(Pith.open(index, { withdrawn: ['sample'] }), code('NO_SUCH_ARTICLE'));
});

test('a worker opens several indexes as one', async () => {
  const worker = await PithWorker.open('several.pith', { with: ['one.pith'], withdrawn: ['label'] });
  const ids = (await worker.list()).map(({ doc }) => doc);
  worker.close();
  assert.deepEqual(ids.sort(), ['guide', 'sample', 'science']);
});
