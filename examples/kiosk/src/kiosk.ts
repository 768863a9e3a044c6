// What every view needs: the index, and how to go elsewhere.

import type { Pith, Place } from 'pith-engine';

export type Tab = 'text' | 'summary' | 'facts' | 'timeline' | 'names';

export type View =
  | { name: 'attract' }
  | { name: 'home' }
  | { name: 'question'; text?: string }
  | { name: 'answer'; question: string }
  | { name: 'article'; doc: string; tab: Tab; at?: Pick<Place, 'sentence'> }
  | { name: 'timeline' }
  | { name: 'names' };

export interface Kiosk {
  pith: Pith;
  /** Shows a view; the one before is left. */
  show(view: View): void;
  /** Goes back to the view before. */
  back(): void;
  /** Says something to those who do not see the page. */
  announce(text: string): void;
  /** Aborted when the view is left. */
  signal: AbortSignal;
}

/** An article's title, or its id where it has none. */
export function titleOf({ pith }: Kiosk, doc: string) {
  for (const article of pith.list()) if (article.doc === doc) return article.title ?? doc;
  return doc;
}
