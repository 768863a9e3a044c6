// What mozilla's Readability, run under jsdom, takes from HTML pages; lines as extract_pages prints them.
//
//   node extraction.mjs PAGE.html...      with the packages @mozilla/readability and jsdom installed beside it

import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

for (const file of process.argv.slice(2)) {
  const { window } = new JSDOM(readFileSync(file), { url: 'https://example.org/', virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  console.log(JSON.stringify({
    file,
    title: article?.title ?? '',
    date: (article?.publishedTime ?? '').slice(0, 10),
    text: article?.textContent ?? '',
  }));
}
