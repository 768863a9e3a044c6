// The first pages: one that attracts, and one with everything to choose from.

import { button, h } from './dom.ts';
import type { Kiosk } from './kiosk.ts';
import { settings } from './settings.ts';

const CARDS = 60;
const QUESTIONS = 6;
const CHANGE_MS = 7000;

export function attractView(kiosk: Kiosk) {
  const questions = kiosk.pith.suggest({ top: 12 }).map(({ question }) => question);
  const pictures = Object.entries(settings.pictures)
    .sort(([a], [b]) => Number(b === settings.cover) - Number(a === settings.cover)).map(([, picture]) => picture);
  const picture = h('img', { class: 'backdrop', alt: '', ...(pictures[0] && { src: pictures[0] }) });
  const question = h('span', { class: 'teaser', 'aria-hidden': 'true' }, questions[0] ?? '');
  let turn = 0;
  const timer = setInterval(() => {
    ++turn;
    question.textContent = questions[turn % Math.max(1, questions.length)] ?? '';
    if (pictures.length > 0) picture.src = pictures[turn % pictures.length]!;
  }, CHANGE_MS);
  kiosk.signal.addEventListener('abort', () => clearInterval(timer));
  return h('main', { class: 'attract' }, pictures.length > 0 && picture,
    h('h1', {}, settings.title),
    question,
    button('begin', () => kiosk.show({ name: 'home' }), 'Touch to begin'));
}

export const questionButtons = (kiosk: Kiosk, questions: string[]) =>
  h('div', { class: 'questions' }, ...questions.map((question) =>
    button('question', () => kiosk.show({ name: 'answer', question }), question)));

function card(kiosk: Kiosk, doc: string, title: string, sentences: number) {
  const picture = settings.pictures[doc];
  return button('card', () => kiosk.show({ name: 'article', doc, tab: 'text' }),
    picture ? h('img', { src: picture, alt: '' }) : h('span', { class: 'no-picture', 'aria-hidden': 'true' }, title[0] ?? ''),
    h('span', { class: 'card-title' }, title),
    h('span', { class: 'card-note' }, `${sentences} sentences`));
}

export function homeView(kiosk: Kiosk) {
  const { pith, show } = kiosk;
  const articles = pith.list().toArray().slice(0, CARDS);
  const questions = pith.suggest({ top: QUESTIONS }).map(({ question }) => question);
  return h('main', { class: 'home' },
    h('section', { class: 'hero', 'aria-labelledby': 'title' },
      h('h1', { id: 'title', tabindex: -1 }, settings.subtitle),
      button('field', () => show({ name: 'question' }), 'Type a question'),
      questions.length > 0 && h('h2', {}, 'Or touch one'),
      questions.length > 0 && questionButtons(kiosk, questions)),
    h('section', { class: 'articles', 'aria-labelledby': 'articles' },
      h('h2', { id: 'articles' }, 'To read'),
      h('div', { class: 'cards' }, ...articles.map(({ doc, title, sentences }) => card(kiosk, doc, title ?? doc, sentences)))));
}
