// People, places and organizations, and the sentences that name them.

import type { Entity, Place } from 'pith-engine';
import { type Child, button, fill, h } from './dom.ts';
import type { Kiosk } from './kiosk.ts';
import { sentenceButton } from './question.ts';

const GROUPS: [Entity['type'], string][] = [['person', 'People'], ['place', 'Places'], ['organization', 'Organizations']];
const SENTENCES = 8;

/** The same name of the same kind in several articles is taken for the same. */
function merged(entities: Iterable<Entity>) {
  const all = new Map<string, Entity>();
  for (const entity of entities) {
    const key = `${entity.type} ${entity.name}`;
    const known = all.get(key);
    all.set(key, known ? { ...known, mentions: [...known.mentions, ...entity.mentions] } : entity);
  }
  return [...all.values()].sort((a, b) => b.mentions.length - a.mentions.length);
}

export function namesOf(kiosk: Kiosk, doc?: string): Child[] {
  const entities = merged(kiosk.pith.entities({ doc }));
  const out = h('div', { class: 'mentions', 'aria-live': 'polite' });
  const groups = GROUPS.map(([type, label]) => {
    const names = entities.filter((entity) => entity.type === type);
    return names.length > 0 && h('section', {}, h('h2', {}, label), h('div', { class: 'names' },
      ...names.map((entity) => button('name', () => fill(out, mentions(kiosk, entity)), entity.name))));
  });
  if (!groups.some(Boolean)) return [h('p', {}, 'This text names nobody.')];
  return [...groups, out];
}

export const namesView = (kiosk: Kiosk) =>
  h('main', { class: 'names-page' }, h('h1', { tabindex: -1 }, 'People and places'), ...namesOf(kiosk));

function mentions(kiosk: Kiosk, { name, mentions: all }: Entity): Child[] {
  const sentences = new Map<string, Place>();
  for (const mention of all) {
    const key = `${mention.doc} ${mention.sentence}`;
    if (!sentences.has(key)) sentences.set(key, mention);
  }
  return [h('h2', {}, name), ...[...sentences.values()].slice(0, SENTENCES).map((mention) =>
    sentenceButton(kiosk, mention.doc, mention.sentence, [kiosk.pith.sentence(mention.doc, mention.sentence).text]))];
}
