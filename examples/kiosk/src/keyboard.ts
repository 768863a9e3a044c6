// A keyboard on the screen, for a field that has no other.

import { button, h } from './dom.ts';

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl’', 'zxcvbnm,.?'];

/** Keys write where the field's cursor is. They are no stops of the Tab key: who has that has a keyboard. */
export function screenKeyboard(field: HTMLInputElement, submit: () => void) {
  let upper = true;
  const insert = (text: string) => {
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    field.setRangeText(text, from, to, 'end');
    setUpper(false);
  };
  const erase = () => {
    const to = field.selectionEnd ?? 0;
    const from = field.selectionStart === to ? Math.max(0, to - 1) : (field.selectionStart ?? 0);
    field.setRangeText('', from, to, 'end');
    setUpper(field.value === '');
  };
  const key = (kind: string, label: string, act: () => void, name = label) => {
    const one = button(`key ${kind}`, act, label);
    one.tabIndex = -1;
    one.setAttribute('aria-label', name);
    // The field keeps its cursor.
    one.addEventListener('pointerdown', (event) => event.preventDefault());
    return one;
  };
  const letters: HTMLButtonElement[] = [];
  const letter = (char: string) => {
    const one = key('', char, () => insert(one.textContent ?? char), char);
    if (/[a-z]/.test(char)) letters.push(one);
    return one;
  };
  const setUpper = (on: boolean) => {
    upper = on;
    for (const one of letters) one.textContent = on ? one.textContent!.toUpperCase() : one.textContent!.toLowerCase();
  };
  const rows = ROWS.map((row) => h('div', { class: 'row' }, ...[...row].map(letter)));
  rows[3]!.prepend(key('wide', '⇧', () => setUpper(!upper), 'Capital letters'));
  rows[3]!.append(key('wide', '⌫', erase, 'Delete'));
  const last = h('div', { class: 'row' },
    key('space', 'space', () => insert(' '), 'Space'), key('ask', 'Ask', submit, 'Ask the question'));
  setUpper(true);
  return h('div', { class: 'keyboard', role: 'group', 'aria-label': 'Keyboard on the screen' }, ...rows, last);
}
