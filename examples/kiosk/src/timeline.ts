// Dated events: a picture of when, and a list of what.

import type { TimelineEvent } from 'pith-engine';
import { type Child, h, svg } from './dom.ts';
import type { Kiosk } from './kiosk.ts';
import { sentenceButton } from './question.ts';
import { dateWords, firstYear } from './words.ts';

const WIDTH = 1000, HEIGHT = 150, MARGIN = 50, AXIS = 100, STEP_UP = 17;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const MOST_LABELS = 9;

export function timelineOf(kiosk: Kiosk, doc?: string): Child[] {
  const events = kiosk.pith.timeline({ doc }).toArray();
  if (events.length === 0) return [h('p', {}, 'This text gives no dates.')];
  return [picture(events), h('ol', { class: 'events' }, ...events.map((event) => h('li', {},
    h('time', {}, dateWords(event.date)), sentenceButton(kiosk, event.doc, event.sentence, [event.text]))))];
}

export const timelineView = (kiosk: Kiosk) =>
  h('main', { class: 'timeline' }, h('h1', { tabindex: -1 }, 'Timeline'), ...timelineOf(kiosk));

/** A dot for each event along an axis of years; events of one year stand on top of each other. */
function picture(events: TimelineEvent[]) {
  const years = events.map(({ date }) => firstYear(date)).filter((year): year is number => year !== undefined);
  if (years.length === 0) return undefined;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = (year: number) => MARGIN + ((WIDTH - 2 * MARGIN) * (year - first)) / Math.max(1, last - first);
  const seen = new Map<number, number>();
  const dots = years.map((year) => {
    const place = Math.round(x(year) / STEP_UP);
    const level = seen.get(place) ?? 0;
    seen.set(place, level + 1);
    return svg('circle', { cx: x(year), cy: AXIS - STEP_UP * Math.min(level, 5), r: 8 });
  });
  const step = STEPS.find((one) => (last - first) / one < MOST_LABELS) ?? STEPS.at(-1)!;
  const labels: Child[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    labels.push(svg('path', { d: `M${x(year)} ${AXIS}v14` }), svg('text', { x: x(year), y: AXIS + 42 }, String(year)));
  }
  const told = `${events.length} events from ${first} to ${last}`;
  return svg('svg', { class: 'when', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': told },
    svg('path', { class: 'axis', d: `M${MARGIN / 2} ${AXIS}H${WIDTH - MARGIN / 2}` }), ...labels, ...dots);
}
