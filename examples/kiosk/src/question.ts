// The question field with its keyboard, and the answer.

import type { Answer, Answers, Hit } from 'pith-engine';
import { type Child, button, fill, h, marked } from './dom.ts';
import { questionButtons } from './home.ts';
import { screenKeyboard } from './keyboard.ts';
import { type Kiosk, titleOf } from './kiosk.ts';
import { settings } from './settings.ts';
import { speakButton } from './speech.ts';
import { attribution, bigText, sureness } from './words.ts';

const MORE_QUESTIONS = 4;

export function questionView(kiosk: Kiosk, text = '') {
  const submit = () => {
    const question = field.value.trim();
    if (question === '') {
      hint.textContent = 'Type a few words first.';
      field.focus();
    } else {
      kiosk.show({ name: 'answer', question });
    }
  };
  // The browser's own keyboard would come on top of this one.
  const field = h('input', {
    id: 'question', type: 'text', inputmode: 'none', autocomplete: 'off', maxlength: 300, enterkeyhint: 'send', value: text,
  });
  const hint = h('p', { class: 'hint', role: 'status' });
  const form = h('form', {
    class: 'ask',
    onsubmit: (event: Event) => {
      event.preventDefault();
      submit();
    },
  }, h('h1', { tabindex: -1 }, h('label', { for: 'question' }, 'What would you like to know?')),
  h('div', { class: 'entry' }, field, h('button', { type: 'submit', class: 'primary' }, 'Ask')), hint);
  return h('main', { class: 'asking' }, form, screenKeyboard(field, submit));
}

export function answerView(kiosk: Kiosk, question: string) {
  const out = h('div', { class: 'reply' }, h('p', { class: 'hint' }, 'Looking it up …'));
  const main = h('main', { class: 'answer' }, h('h1', { tabindex: -1 }, question), out);
  kiosk.pith.askInSteps(question, { top: 3, signal: kiosk.signal }).then(
    (answers) => fill(out, reply(kiosk, question, answers)),
    (error) => {
      if (kiosk.signal.aborted) return;
      fill(out, [h('p', {}, 'This question could not be looked up. Please try another one.')]);
      console.warn(error);
    });
  return main;
}

function reply(kiosk: Kiosk, question: string, { answers, near = [] }: Answers): Child[] {
  const others = kiosk.pith.suggest({ top: 12 }).map((one) => one.question).filter((one) => one !== question);
  const more = [
    h('h2', {}, 'Other questions'),
    questionButtons(kiosk, others.slice(0, MORE_QUESTIONS)),
    button('primary wide', () => kiosk.show({ name: 'question' }), 'Ask another question'),
  ];
  const [best, ...rest] = answers;
  if (!best) return [...nothing(kiosk, question, near), ...more];
  kiosk.announce(`${bigText(best)}. ${attribution(best)}`);
  return [found(kiosk, best), rest.length > 0 && alternatives(kiosk, rest), ...more];
}

/** An answer with its sentence, who says so, and how sure it is. */
function found(kiosk: Kiosk, answer: Answer) {
  const { doc, sentence, context = [] } = answer;
  const before = context.map((number) => h('p', { class: 'context' }, kiosk.pith.sentence(doc, number).text));
  const spoken = () => `${bigText(answer)}. ${answer.evidence ?? ''}`;
  const percent = Math.round(answer.confidence * 100);
  return h('section', { class: 'found', 'aria-label': 'Answer' },
    h('p', { class: 'big' }, bigText(answer)),
    h('p', { class: 'who' }, attribution(answer)),
    h('p', { class: 'sure' },
      h('meter', { min: 0, max: 100, value: percent, 'aria-label': 'How sure' }), ` ${sureness(answer)} (${percent} %)`),
    answer.evidence && h('blockquote', {}, ...before, h('p', {}, ...marked(kiosk.pith.highlight(answer)))),
    h('div', { class: 'actions' },
      sentence !== undefined && source(kiosk, doc, sentence), speakButton(spoken),
      button('plain', () => print(), 'Print')));
}

function source(kiosk: Kiosk, doc: string, sentence: number) {
  const picture = settings.pictures[doc];
  return button('source', () => kiosk.show({ name: 'article', doc, tab: 'text', at: { sentence } }),
    picture && h('img', { src: picture, alt: '' }), h('span', {}, `Read in “${titleOf(kiosk, doc)}”`));
}

const alternatives = (kiosk: Kiosk, answers: Answer[]) =>
  h('details', { class: 'alternatives' }, h('summary', {}, 'Other possible answers'),
    ...answers.filter(({ evidence }) => evidence).map((answer) => sentenceButton(kiosk, answer.doc, answer.sentence ?? 1,
      marked(kiosk.pith.highlight(answer)))));

function nothing(kiosk: Kiosk, question: string, near: Hit[]): Child[] {
  kiosk.announce('The articles here do not answer this.');
  const hits = near.map((hit) =>
    sentenceButton(kiosk, hit.doc, hit.sentence, marked(kiosk.pith.highlight(hit, question))));
  return [
    h('p', { class: 'big' }, 'Not in these articles.'),
    near.length > 0 && h('h2', {}, 'The nearest that they say'),
    ...hits,
  ];
}

/** A sentence that leads to its article. */
export const sentenceButton = (kiosk: Kiosk, doc: string, sentence: number, text: Child[]) =>
  button('sentence', () => kiosk.show({ name: 'article', doc, tab: 'text', at: { sentence } }),
    h('span', {}, ...text), h('span', { class: 'card-note' }, titleOf(kiosk, doc)));
