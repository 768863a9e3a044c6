// Elements in one expression. Text becomes text nodes, so nothing has to be escaped.

import type { Piece } from 'pith-engine';

export type Child = Node | string | false | undefined;
type Props = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/** `on...` properties are listeners; true is an attribute without a value, false and undefined are none. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]) {
  const element = document.createElement(tag);
  setAll(element, props, children);
  return element;
}

export function svg(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAll(element, props, children);
  return element;
}

function setAll(element: Element, props: Props, children: Child[]) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as (event: Event) => void);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...shown(children));
}

const shown = (children: Child[]) => children.filter((child): child is Node | string => child !== undefined && child !== false);

/** Puts `children` in place of what is in `element`. */
export const fill = (element: Element, children: Child[]) => element.replaceChildren(...shown(children));

/** A button; `kind` is its class. */
export const button = (kind: string, onclick: () => void, ...children: Child[]) =>
  h('button', { type: 'button', class: kind, onclick }, ...children);

/** A text with its marked pieces. */
export const marked = (pieces: Piece[]): Child[] =>
  pieces.map((piece) => (piece.marked ? h('mark', {}, piece.text) : piece.text));
