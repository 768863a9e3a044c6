// Opens the index, shows one view at a time, and begins anew for the next visitor.

import { type Pith, PithError } from 'pith-engine';
import './kiosk.css';
import { articleView } from './article.ts';
import { button, h } from './dom.ts';
import { attractView, homeView } from './home.ts';
import type { Kiosk, View } from './kiosk.ts';
import { namesView } from './names.ts';
import { openIndex } from './open.ts';
import { answerView, questionView } from './question.ts';
import { settings } from './settings.ts';
import { hush } from './speech.ts';
import { timelineView } from './timeline.ts';

const app = document.getElementById('app')!;
const status = h('p', { class: 'for-readers', role: 'status' });
const stage = h('div', { id: 'stage' });

function render(kiosk: Kiosk, view: View): HTMLElement {
  switch (view.name) {
    case 'attract': return attractView(kiosk);
    case 'home': return homeView(kiosk);
    case 'question': return questionView(kiosk, view.text);
    case 'answer': return answerView(kiosk, view.question);
    case 'article': return articleView(kiosk, view.doc, view.tab, view.at);
    case 'timeline': return timelineView(kiosk);
    case 'names': return namesView(kiosk);
  }
}

function start(pith: Pith) {
  let past: View[] = [];
  let leave = new AbortController();

  const put = (view: View) => {
    leave.abort();
    leave = new AbortController();
    hush();
    status.textContent = '';
    const kiosk: Kiosk = { pith, show, back, announce: (text) => (status.textContent = text), signal: leave.signal };
    let content: HTMLElement;
    try {
      content = render(kiosk, view);
    } catch (error) {
      console.warn(error);
      content = calm('This page cannot be shown.', 'Please choose another one.');
    }
    stage.replaceChildren(content);
    bar.hidden = view.name === 'attract';
    backButton.hidden = past.length < 2;
    scrollTo(0, 0);
    (content.querySelector<HTMLElement>('input[type=text]') ?? content.querySelector<HTMLElement>('h1'))?.focus();
  };
  const show = (view: View) => {
    past = view.name === 'home' || view.name === 'attract' ? [view] : [...past, view].slice(-20);
    put(view);
  };
  const back = () => {
    past.pop();
    put(past.at(-1) ?? { name: 'home' });
  };

  const backButton = button('bar-button', back, '‹ Back');
  const theme = button('bar-button', () => setTheme(document.documentElement.dataset.theme === 'day' ? 'night' : 'day'));
  const setTheme = (name: string) => {
    document.documentElement.dataset.theme = name;
    theme.textContent = name === 'day' ? 'Dark' : 'Bright';
  };
  const bar = h('header', { class: 'bar' },
    button('bar-button home-button', () => show({ name: 'home' }), settings.title), backButton,
    h('nav', { 'aria-label': 'Pages' },
      button('bar-button', () => show({ name: 'timeline' }), 'Timeline'),
      button('bar-button', () => show({ name: 'names' }), 'People and places'), theme));
  app.replaceChildren(bar, stage, status);

  const reset = () => {
    setTheme('day');
    show({ name: 'attract' });
  };
  whenIdle(settings.idleSeconds * 1000, reset);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && past.length > 1) back();
  });
  reset();
}

/** Calls `act` after so long without anybody there. */
function whenIdle(ms: number, act: () => void) {
  let timer = setTimeout(act, ms);
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  for (const name of ['pointerdown', 'keydown', 'scroll', 'input']) addEventListener(name, again, { passive: true });
}

const calm = (title: string, sentence: string, ...more: HTMLElement[]) =>
  h('main', { class: 'calm' }, h('h1', { tabindex: -1 }, title), h('p', {}, sentence), ...more);

async function begin() {
  app.replaceChildren(h('main', { class: 'calm' }, h('h1', {}, settings.title), h('p', { role: 'status' }, 'One moment …')));
  try {
    start(await openIndex());
  } catch (error) {
    const code = error instanceof PithError ? error.code : 'unknown';
    const sentence = code === 'NOT_LOADED' && !navigator.onLine
      ? 'The network is not there yet. This page goes on by itself when it is.'
      : 'The texts cannot be opened at the moment. Please tell the staff.';
    const retry = button('primary wide', () => void begin(), 'Try again');
    app.replaceChildren(calm(settings.title, sentence, retry, h('p', { class: 'card-note' }, code)));
    addEventListener('online', () => void begin(), { once: true });
  }
}

if (location.protocol.startsWith('http') && !document.getElementById('articles')) {
  navigator.serviceWorker?.register('./service-worker.js').catch(() => {});
}
void begin();
