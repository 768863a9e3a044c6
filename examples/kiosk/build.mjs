// npm run build [-- FOLDER]: makes, of a folder of articles, dist/app (an offline app with a service worker) and
// dist/kiosk.html (the same as one file, which also opens from file://).
//
// The folder holds articles in any format that `pith compile` reads; a picture with an article's name beside it (.svg,
// .jpg, .png, .webp) goes with it, and corrections.toml has an editor's corrections. kiosk.json has the title.
// PITH names the command and PITH_ENGINE the npm package where they are not in ../../build.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const repository = resolve(here, '../..');
const articles = resolve(process.argv[2] ?? join(here, 'articles'));
const out = resolve(process.env.PITH_KIOSK_OUT ?? join(here, 'dist'));
// What was built before stays until all of this is there.
const dist = `${out}.new`;
const PICTURES = { '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };

function fail(message) {
  console.error(message);
  process.exit(1);
}

function command() {
  const built = ['release', 'dev'].map((preset) => join(repository, 'build', preset, 'bin/pith'));
  return process.env.PITH ?? built.find(existsSync) ?? 'pith';
}

function engine() {
  const folder = resolve(process.env.PITH_ENGINE ?? join(repository, 'build/npm/pith-engine'));
  if (!existsSync(folder)) execFileSync(join(repository, 'tools/npm/build.sh'), [dirname(folder)], { stdio: 'inherit' });
  return folder;
}

const pith = (...args) => {
  try {
    return execFileSync(command(), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } catch {
    return fail(`${command()} ${args[0]} failed.`);
  }
};

/** Compiles the articles; returns their index and what the page should know of each. */
function compile(work) {
  const index = join(work, 'articles.pith');
  const corrections = join(articles, 'corrections.toml');
  const inputs = readdirSync(articles).filter((name) => !(extname(name) in PICTURES) && !/^\.|\.toml$/.test(name));
  if (inputs.length === 0) fail(`${articles} holds no articles.`);
  pith('compile', ...inputs.sort().map((name) => join(articles, name)), '-o', index,
    ...(existsSync(corrections) ? ['--corrections', corrections] : []));
  const listed = pith('list', index, '--json').trim().split('\n').map((line) => JSON.parse(line));
  const pictures = listed.map(({ doc }) => Object.keys(PICTURES).map((ext) => `${doc}${ext}`)
    .find((name) => existsSync(join(articles, name))));
  return { index, pictures: Object.fromEntries(listed.map(({ doc }, i) => [doc, pictures[i]]).filter(([, name]) => name)) };
}

const config = JSON.parse(readFileSync(join(here, 'kiosk.json'), 'utf8'));
const dataUrl = (file) => `data:${PICTURES[extname(file)]};base64,${readFileSync(file, 'base64')}`;

/** What the page is told: kiosk.json, and where the pictures are. */
const settings = (pictures, url) =>
  ({ ...config, pictures: Object.fromEntries(Object.entries(pictures).map(([doc, name]) => [doc, url(name)])) });

async function bundle(outDir, kiosk) {
  await build({
    root: here,
    base: './',
    logLevel: 'warn',
    configFile: false,
    define: { __KIOSK__: JSON.stringify(kiosk) },
    resolve: { alias: { 'pith-engine': join(engine(), 'pith.js') } },
    plugins: [{ name: 'title', transformIndexHtml: (html) => html.replace('%TITLE%', config.title) }],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  });
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]);
}

const APP_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'";
const withPolicy = (html, policy) =>
  html.replace('<meta charset="utf-8">', `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);

/** The offline app. */
async function makeApp({ index, pictures }) {
  const app = join(dist, 'app');
  await bundle(app, settings(pictures, (name) => `./pictures/${name}`));
  mkdirSync(join(app, 'pictures'), { recursive: true });
  for (const name of Object.values(pictures)) copyFileSync(join(articles, name), join(app, 'pictures', name));
  copyFileSync(index, join(app, 'articles.pith'));
  const html = join(app, 'index.html');
  writeFileSync(html, withPolicy(readFileSync(html, 'utf8'), APP_POLICY));
  writeFileSync(join(app, 'manifest.webmanifest'), JSON.stringify({
    name: config.title, short_name: config.title, start_url: './', display: 'fullscreen', background_color: '#1d3557',
    theme_color: '#1d3557', icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }));
  // The cache has the name of what it holds, so a new index never meets an old page.
  const files = filesIn(app).map((file) => relative(app, file)).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(app, file)));
  const worker = readFileSync(join(here, 'src/service-worker.js'), 'utf8');
  const version = hash.digest('hex').slice(0, 12);
  writeFileSync(join(app, 'service-worker.js'),
    worker.replace('[/* FILES */]', JSON.stringify(['./', ...files])).replace('VERSION', version));
}

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const block = (id, file) => `<script type="text/plain" id="${id}">${readFileSync(file, 'base64')}</script>`;

/** Everything in one file. */
async function makeFile({ index, pictures }, work) {
  const single = join(work, 'single');
  await bundle(single, settings(pictures, (name) => dataUrl(join(articles, name))));
  const of = (ext) => readFileSync(filesIn(join(single, 'assets')).find((file) => file.endsWith(ext)), 'utf8').trim();
  const script = of('.js').replace(/<\/script/g, '<\\/script');
  const style = of('.css');
  const policy = `default-src 'none'; script-src ${sha256(script)} 'wasm-unsafe-eval'; style-src ${sha256(style)}; ` +
    'img-src data:';
  const html = readFileSync(join(single, 'index.html'), 'utf8')
    .replace(/\s*<(script|link)[^>]*(src|href)="\.\/[^>]*>(<\/script>)?/g, '')
    .replace('</head>', () => `<link rel="icon" href="${dataUrl(join(here, 'public/icon.svg'))}">\n<style>${style}</style>\n</head>`)
    .replace('</body>', () => [
      block('articles', index),
      block('engine', join(engine(), 'pith.wasm')),
      block('engine-simd', join(engine(), 'pith-simd.wasm')),
      `<script type="module">${script}</script>\n</body>`,
    ].join('\n'));
  writeFileSync(join(dist, 'kiosk.html'), withPolicy(html, policy));
}

rmSync(dist, { recursive: true, force: true });
const work = join(dist, 'work');
mkdirSync(work, { recursive: true });
const compiled = compile(work);
await makeApp(compiled);
await makeFile(compiled, work);
rmSync(work, { recursive: true });
rmSync(out, { recursive: true, force: true });
renameSync(dist, out);
const at = relative(process.cwd(), out);
console.log(`${basename(articles)}: ${at}/app and ${at}/kiosk.html`);
