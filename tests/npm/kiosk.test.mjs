// A visitor at the kiosk: by touch, by keyboard, offline, and when something is broken.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch, serve } from './chromium.mjs';

const folder = fileURLToPath(new URL('../dist/app/', import.meta.url));
const file = (name) => new URL(`../${name}/kiosk.html`, import.meta.url).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = [{ width: 1080, height: 1920 }, { width: 1280, height: 800 }];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A page that must not complain; `use` does something with it. */
async function visit(url, use, { allowed = /^$/, ...options } = {}) {
  const context = await browser.newContext({ viewport: SCREENS[1], hasTouch: true, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !allowed.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(url);
    await use(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const begin = async (page) => {
  await page.getByRole('button', { name: 'Touch to begin' }).tap();
  await page.getByRole('heading', { name: 'Ask the museum' }).waitFor();
};
const ask = async (page, question) => {
  await page.getByRole('button', { name: 'Type a question' }).click();
  await page.getByLabel('What would you like to know?').fill(question);
  await page.keyboard.press('Enter');
};

for (const viewport of SCREENS) {
  test(`by touch from file://, ${viewport.width} x ${viewport.height}`, () => visit(file('dist'), async (page) => {
    await begin(page);
    await page.getByRole('button', { name: 'Type a question' }).tap();
    for (const key of 'who built the lighthouse?') {
      await page.getByRole('button', { name: key === ' ' ? 'Space' : key, exact: true }).tap();
    }
    assert.equal(await page.getByLabel('What would you like to know?').inputValue(), 'Who built the lighthouse?');
    await page.getByRole('button', { name: 'Delete' }).tap();
    await page.getByRole('button', { name: '?', exact: true }).tap();
    await page.getByRole('button', { name: 'Ask the question' }).tap();
    await page.locator('.big', { hasText: 'Johanna Berg' }).waitFor();
    assert.equal(await page.locator('blockquote mark').textContent(), 'Johanna Berg');
    assert.match(await page.locator('.who').textContent(), /^The article itself says so\.$/);
    assert.match(await page.locator('.sure').textContent(), /sure \(\d+ %\)/i);
    // In the article, the sentence is marked and in sight.
    await page.getByRole('button', { name: 'Read in “The lighthouse”' }).tap();
    assert.match(await page.locator('#found').textContent(), /^It was built in 1858/);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#found').getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
    await page.getByRole('button', { name: 'Back' }).tap();
    await page.locator('.big', { hasText: 'Johanna Berg' }).waitFor();
    // What is touched is large, and nothing is wider than the screen.
    const small = await page.evaluate(() => [...document.querySelectorAll('button')]
      .filter((one) => one.offsetParent && (one.offsetHeight < 44 || one.offsetWidth < 44)).map((one) => one.textContent));
    assert.deepEqual(small, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }, { viewport }));
}

test('a question that the articles do not answer', () => visit(file('dist'), async (page) => {
  await begin(page);
  await ask(page, 'What is the capital of the lighthouse?');
  await page.getByText('Not in these articles.').waitFor();
  assert.ok(await page.locator('.sentence mark').count() > 0);
  await page.locator('.sentence').first().tap();
  await page.locator('#found').waitFor();
}));

test('by keyboard alone', () => visit(file('dist'), async (page) => {
  await page.getByRole('button', { name: 'Touch to begin' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ask the museum' }).waitFor();
  // From the heading, where the focus is, the field is next.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Who was the first head keeper?');
  await page.keyboard.press('Enter');
  await page.locator('.big', { hasText: 'Elias Norgaard' }).waitFor();
  assert.match(await page.getByRole('status').last().textContent(), /Elias Norgaard/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The keepers' }).waitFor();
  await page.getByRole('tab', { name: 'Read' }).focus();
  await page.keyboard.press('ArrowRight');
  const slider = page.getByRole('slider', { name: 'How long?' });
  await slider.focus();
  await page.keyboard.press('Home');
  assert.equal(await page.locator('.prose p').count(), 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('.prose p').count(), 3);
  await page.keyboard.press('Escape');
  await page.locator('.big', { hasText: 'Elias Norgaard' }).waitFor();
}));

test('timeline, facts, people and places', () => visit(file('dist'), async (page) => {
  await begin(page);
  await page.getByRole('button', { name: 'Timeline' }).tap();
  assert.ok(await page.locator('.when circle').count() > 10);
  assert.ok((await page.locator('.events time').allTextContents()).includes('12 October 1858'));
  await page.getByRole('button', { name: 'People and places' }).tap();
  await page.getByRole('button', { name: 'Marta Norgaard' }).tap();
  assert.ok(await page.locator('.mentions .sentence').count() > 2);
  await page.getByRole('button', { name: 'Skarholm Lighthouse' }).tap();
  await page.getByRole('button', { name: /^The great lens/ }).tap();
  await page.getByRole('tab', { name: 'Key facts' }).tap();
  const facts = await page.locator('.facts li').allTextContents();
  assert.ok(facts.length > 1);
  assert.ok(facts.some((fact) => fact.includes('the workshop of Lucien Moreau')));
}));

test('articles without titles and pictures', () => visit(file('plain-dist'), async (page) => {
  await begin(page);
  assert.equal(await page.locator('.card .no-picture').count(), 2);
  await ask(page, 'How many businesses were damaged?');
  await page.locator('.big', { hasText: '400' }).waitFor();
}));

test('axe finds nothing, in either theme', () => visit(file('dist'), async (page) => {
  const check = async (view) => {
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
  };
  await page.evaluate(axe);
  await check('attract');
  await begin(page);
  for (const theme of ['Dark', 'Bright']) {
    await page.getByRole('button', { name: theme }).tap();
    await check('home');
    await ask(page, 'Who built the lighthouse?');
    await page.locator('.found').waitFor();
    await check('answer');
    await page.getByRole('button', { name: 'Ask another question' }).tap();
    await check('question');
    await page.getByLabel('What would you like to know?').fill('What is the capital of the lighthouse?');
    await page.keyboard.press('Enter');
    await page.getByText('Not in these articles.').waitFor();
    await check('no answer');
    await page.locator('.sentence').first().tap();
    for (const tab of ['Read', 'In short', 'Key facts', 'Timeline', 'Names']) {
      await page.getByRole('tab', { name: tab }).tap();
      await check(tab);
    }
    await page.getByRole('button', { name: 'Skarholm Lighthouse' }).tap();
  }
}));

test('200 questions at once: the last one is answered', () => visit(file('dist'), async (page) => {
  await begin(page);
  await page.getByRole('button', { name: 'Type a question' }).tap();
  await page.evaluate(() => {
    for (let i = 0; i < 200; ++i) {
      const field = document.querySelector('#question');
      if (field) {
        field.value = i === 199 ? 'How high is the tower?' : `Who built the lighthouse number ${i}?`;
        field.form.requestSubmit();
      }
      if (i < 199) [...document.querySelectorAll('button')].find((one) => /Back/.test(one.textContent)).click();
    }
  });
  await page.locator('.big', { hasText: '34 meters' }).waitFor();
  await page.getByRole('button', { name: 'Back' }).tap();
}));

test('the next visitor finds the first page', async () => {
  await visit('about:blank', async (page) => {
    await page.clock.install();
    await page.goto(file('dist'));
    await begin(page);
    await page.getByRole('button', { name: 'Dark' }).tap();
    await page.clock.runFor(60000);
    await page.mouse.click(5, 400);
    await page.clock.runFor(60000);
    await page.getByRole('heading', { name: 'Ask the museum' }).waitFor();
    await page.clock.runFor(40000);
    await page.getByRole('button', { name: 'Touch to begin' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'day');
  });
});

test('on paper there are no buttons', () => visit(file('dist'), async (page) => {
  await begin(page);
  await page.getByRole('button', { name: /^The lighthouse/ }).tap();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.ok(await page.locator('.prose').isVisible());
}));

const ready = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  const worker = registration.active;
  if (worker.state !== 'activated') await new Promise((resolve) => worker.addEventListener('statechange', resolve));
});

test('the app: few requests, few bytes, bounded steps; and then offline', async () => {
  const server = await serve(folder);
  await visit(server.url, async (page, context) => {
    await begin(page);
    const names = readdirSync(`${folder}assets`);
    const sent = ['.js', '.css'].map((ext) => names.find((name) => name.endsWith(ext)));
    const bytes = sent.reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}assets/${name}`)).length, 0);
    assert.ok(bytes <= 24 * 1024, `${bytes} bytes of script and style`);
    await ready(page);
    // The page's own, and the same again for the worker's cache.
    assert.ok(server.requests <= 40, `${server.requests} requests`);
    assert.ok(server.bytes <= 4 << 20, `${server.bytes} bytes`);

    await page.evaluate(() => {
      const Real = window.MessageChannel;
      window.tasks = 0;
      window.MessageChannel = class extends Real {
        constructor() {
          super();
          ++window.tasks;
        }
      };
    });
    await ask(page, 'Why was the lens buried?');
    await page.locator('.big', { hasText: 'bombed' }).waitFor();
    const tasks = await page.evaluate(() => window.tasks);
    assert.ok(tasks > 0 && tasks <= 256, `${tasks} steps`);

    server.close();
    await context.setOffline(true);
    await page.reload();
    await begin(page);
    await ask(page, 'How high is the tower?');
    await page.locator('.big', { hasText: '34 meters' }).waitFor();
    assert.ok(await page.locator('.source img').evaluate((image) => image.complete && image.naturalWidth > 0));
  });
});

test('it can be installed', async () => {
  const server = await serve(folder);
  await visit(server.url, async (page) => {
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector('[rel=manifest]').href)).json());
    assert.equal(manifest.name, 'Skarholm Lighthouse');
    assert.equal(manifest.display, 'fullscreen');
    assert.ok(manifest.icons.length > 0);
  });
  server.close();
});

test('an index that is cut, foreign or missing: a calm sentence, and another try', async () => {
  const server = await serve(folder);
  const index = readFileSync(`${folder}articles.pith`);
  for (const [bytes, code] of [[index.subarray(0, 50000), 'CUT_SHORT'], ['<p>404</p>'.repeat(99), 'NOT_PITH'], [null, 'NOT_LOADED']]) {
    await visit('about:blank', async (page) => {
      server.replaced.set('articles.pith', bytes);
      await page.goto(server.url);
      await page.getByText('Please tell the staff.').waitFor();
      assert.ok(await page.getByText(code).isVisible());
      server.replaced.clear();
      await page.getByRole('button', { name: 'Try again' }).tap();
      await begin(page);
    }, { allowed: bytes === null ? /ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_FAILED/ : /^$/ });
  }
  server.close();
});

test('an index of another version in the cache is fetched anew', async () => {
  const server = await serve(folder);
  await visit(server.url, async (page) => {
    await ready(page);
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const bytes = new Uint8Array(await (await cache.match('./articles.pith')).arrayBuffer());
      bytes[bytes.findIndex((byte, i) => i >= 4 && byte !== 0)] = 99;
      await cache.put('./articles.pith', new Response(bytes));
    });
    await page.reload();
    await begin(page);
  });
  server.close();
});

test('storage that is full: the app goes on with the network', async () => {
  const server = await serve(folder);
  const worker = readFileSync(`${folder}service-worker.js`, 'utf8');
  const full = "caches.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
  server.replaced.set('service-worker.js', `${full}\n${worker}`);
  await visit(server.url, async (page) => {
    await ready(page);
    await page.reload();
    await begin(page);
  });
  server.close();
});

test('a first start without a network goes on by itself', async () => {
  const server = await serve(folder);
  server.replaced.set('service-worker.js', null);
  await visit('about:blank', async (page, context) => {
    // The page has come, the index has not.
    server.replaced.set('articles.pith', null);
    await page.goto(server.url);
    await page.getByText('Please tell the staff.').waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Try again' }).tap();
    await page.getByText('The network is not there yet.').waitFor();
    server.replaced.delete('articles.pith');
    await context.setOffline(false);
    await begin(page);
  }, { allowed: /ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION|fetching the script/ });
  server.close();
});
