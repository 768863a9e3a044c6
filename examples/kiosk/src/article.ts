// One article: its text, a summary of any length, key facts, timeline, people and places.

import type { Fact, Place } from 'pith-engine';
import { type Child, button, fill, h } from './dom.ts';
import { questionButtons } from './home.ts';
import { type Kiosk, type Tab, titleOf } from './kiosk.ts';
import { namesOf } from './names.ts';
import { settings } from './settings.ts';
import { speakButton } from './speech.ts';
import { timelineOf } from './timeline.ts';
import { dateWords } from './words.ts';

const LONGEST_SUMMARY = 10;
const USUAL_SUMMARY = 3;
const KEY_FACTS = 8;
const TABS: [Tab, string][] = [
  ['text', 'Read'], ['summary', 'In short'], ['facts', 'Key facts'], ['timeline', 'Timeline'], ['names', 'Names'],
];

export function articleView(kiosk: Kiosk, doc: string, tab: Tab, at?: Pick<Place, 'sentence'>) {
  const panel = h('div', { id: 'panel', role: 'tabpanel', tabindex: -1 });
  const tabs = TABS.map(([name, label]) => h('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel', onclick: () => choose(name),
    onkeydown: (event: KeyboardEvent) => move(event, name),
  }, label));
  const choose = (name: Tab) => {
    for (const [i, one] of tabs.entries()) {
      const chosen = TABS[i]![0] === name;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    fill(panel, content(kiosk, doc, name, at));
  };
  // The arrow keys, as everywhere.
  const move = (event: KeyboardEvent, name: Tab) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = (TABS.findIndex(([one]) => one === name) + step + TABS.length) % TABS.length;
    choose(TABS[next]![0]);
    tabs[next]!.focus();
  };
  choose(tab);
  const picture = settings.pictures[doc];
  return h('main', { class: 'article' },
    picture && h('img', { class: 'picture', src: picture, alt: '' }),
    h('h1', { tabindex: -1 }, titleOf(kiosk, doc)),
    h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Ways to read it' }, ...tabs),
    panel);
}

function content(kiosk: Kiosk, doc: string, tab: Tab, at?: Pick<Place, 'sentence'>): Child[] {
  if (tab === 'summary') return summary(kiosk, doc);
  if (tab === 'facts') return keyFacts(kiosk, doc);
  if (tab === 'timeline') return timelineOf(kiosk, doc);
  if (tab === 'names') return namesOf(kiosk, doc);
  return wholeText(kiosk, doc, at);
}

function wholeText(kiosk: Kiosk, doc: string, at?: Pick<Place, 'sentence'>): Child[] {
  const text = kiosk.pith.text(doc);
  const shown = at && kiosk.pith.sentence(doc, at.sentence);
  const [from, to] = shown ? [shown.beginUtf16, shown.endUtf16] : [-1, -1];
  const paragraphs: HTMLElement[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const begin = match.index!;
    const cut = (a: number, b: number) => match[0].slice(Math.max(0, a - begin), Math.max(0, b - begin));
    const mark = cut(from, to);
    paragraphs.push(h('p', {}, ...(mark
      ? [cut(begin, from), h('mark', { id: 'found' }, mark), cut(to, begin + match[0].length)] : [match[0]])));
  }
  if (shown) requestAnimationFrame(() => document.getElementById('found')?.scrollIntoView({ block: 'center' }));
  const questions = kiosk.pith.suggest({ doc, top: 4 }).map(({ question }) => question);
  return [
    h('div', { class: 'actions' }, speakButton(() => text), button('plain', () => print(), 'Print')),
    h('div', { class: 'prose' }, ...paragraphs),
    questions.length > 0 && h('h2', {}, 'Questions that it answers'),
    questions.length > 0 && questionButtons(kiosk, questions),
  ];
}

function summary(kiosk: Kiosk, doc: string): Child[] {
  const out = h('div', { class: 'prose' });
  const label = h('output', { for: 'length' });
  const all = kiosk.pith.list().toArray().find((one) => one.doc === doc)?.sentences ?? 1;
  const slider = h('input', {
    id: 'length', type: 'range', min: 1, max: Math.min(LONGEST_SUMMARY, all), value: Math.min(USUAL_SUMMARY, all),
    oninput: () => update(),
  });
  const update = () => {
    const { sentences } = kiosk.pith.summarize({ doc, sentences: Number(slider.value) });
    label.textContent = sentences.length === 1 ? 'one sentence' : `${sentences.length} sentences`;
    fill(out, sentences.map(({ text }) => h('p', {}, text)));
  };
  update();
  return [
    h('div', { class: 'slider' }, h('label', { for: 'length' }, 'How long?'), slider, label),
    out,
    h('div', { class: 'actions' }, speakButton(() => out.textContent ?? ''), button('plain', () => print(), 'Print')),
  ];
}

const note = ({ when, where, attribution, modality, negated }: Fact) => [
  when && 'date' in when && dateWords(when.date), where, attribution && `according to ${attribution}`, modality,
  negated && 'denied',
].filter(Boolean).join(' · ');

function keyFacts(kiosk: Kiosk, doc: string): Child[] {
  const facts = kiosk.pith.keyFacts({ doc, top: KEY_FACTS });
  if (facts.length === 0) return [h('p', {}, 'No facts stand out in this text.')];
  return [h('ul', { class: 'facts' }, ...facts.map((fact) => h('li', {},
    button('sentence', () => kiosk.show({ name: 'article', doc, tab: 'text', at: fact }),
      h('span', {}, h('strong', {}, fact.subject), ` ${fact.relation} ${fact.object}`),
      h('span', { class: 'card-note' }, note(fact))))))];
}
