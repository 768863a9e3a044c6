// An editor at the report of an article: with the mouse, with the keyboard, and on paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch } from './chromium.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens a page from its file, which must not complain, and does something with it. */
async function visit(name, use) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => /^(file|blob):/.test(request.url()) || complaints.push(request.url()));
  try {
    await page.goto(new URL(name, import.meta.url).href);
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

async function ask(page, question) {
  await page.getByLabel('A question to the article').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('#answer .said').waitFor();
  return page.locator('#answer .said').textContent();
}

test('a question is answered on the page', () => visit('report.html', async (page) => {
  assert.equal(await ask(page, 'Where are the toilets?'), 'On the ground floor, beside the ticket desk.');
  assert.match(await page.locator('#answer').textContent(), /from an editor/);
  assert.match(await ask(page, 'Who is the director of the museum?'), /Anna Berg/);
  const evidence = page.locator('#answer a');
  await evidence.click();
  assert.ok(await page.locator(`#s${await evidence.textContent()}`).isVisible());
  assert.equal(await ask(page, 'Who discovered Neptune?'), 'Not in this article.');
}));

test('what it answers can be corrected', () => visit('report.html', async (page) => {
  await ask(page, 'Who discovered Neptune?');
  await page.locator('#answer').getByRole('button', { name: 'Correct' }).click();
  await page.getByLabel('Answer', { exact: true }).fill('Nobody "here".');
  await page.getByRole('button', { name: 'Add to the corrections' }).click();
  const added = '[[answer]]\nquestion = "Who discovered Neptune?"\nanswer = "Nobody \\"here\\"."\n';
  assert.ok((await page.locator('#corrections').inputValue()).endsWith(added));
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
  assert.equal(download.suggestedFilename(), 'museum.corrections.toml');
  assert.ok(readFileSync(await download.path(), 'utf8').endsWith(added));
}));

test('a name is corrected with the keyboard', () => visit('report.html', async (page) => {
  const name = page.locator('mark[data-kind="name"]').first();
  await name.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Full name').fill('Somebody Else');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('#corrections').inputValue(), /\[\[rename\]\]\nname = ".*"\nto = "Somebody Else"\n$/);
}));

test('what changed since an older index is marked', () => visit('report.html', async (page) => {
  const changes = page.locator('#changes');
  assert.match(await changes.getByRole('heading').textContent(), /What changed since old\.pith/);
  for (const sort of ['added', 'gone', 'changed']) assert.ok(await changes.locator(`.change.${sort}`).count() > 0, sort);
  assert.match(await changes.textContent(), /555 1904/);
  assert.ok(await page.locator('#facts .change.added').count() > 0);
}));

test('without an engine and an older index it says so, or nothing', () => visit('plain.html', async (page) => {
  assert.match(await page.locator('#ask').textContent(), /answers no questions/);
  assert.equal(await page.locator('#changes').count(), 0);
}));

test('nothing of an article runs', () => visit('hostile.html', async (page) => {
  await ask(page, 'Who founded the museum?');
  await page.locator('#answer').getByRole('button', { name: 'Correct' }).click();
  assert.equal(await page.evaluate('window.ran'), undefined);
}));

test('everybody can use it', () => visit('report.html', async (page) => {
  await ask(page, 'Who is the director of the museum?');
  await page.evaluate(axe);
  const { violations } = await page.evaluate('axe.run()');
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}));

test('on paper there is nothing to click', () => visit('report.html', async (page) => {
  await page.emulateMedia({ media: 'print' });
  for (const id of ['ask', 'file']) assert.ok(!(await page.locator(`#${id}`).isVisible()), id);
  assert.equal(await page.getByRole('button', { name: 'Correct' }).count(), 0);
  assert.ok(await page.locator('#facts').isVisible());
}));
