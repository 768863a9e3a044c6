// The index: from this very file where it is in it, or else from beside it.

import { Pith, PithError, hasSimd } from 'pith-engine';

const INDEX = 'articles.pith';
// What another copy of the file may mend: an old one in a cache, or one that did not come through whole.
const MENDABLE = ['NOT_PITH', 'TOO_NEW', 'TOO_OLD', 'CUT_SHORT', 'DAMAGED', 'NOT_LOADED'];

function blockOf(id: string): Uint8Array | undefined {
  const base64 = document.getElementById(id)?.textContent;
  return base64 ? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) : undefined;
}

export async function openIndex(): Promise<Pith> {
  const inside = blockOf('articles');
  if (inside) return Pith.open(inside, { engine: blockOf(hasSimd() ? 'engine-simd' : 'engine') });
  try {
    return await Pith.open(INDEX);
  } catch (error) {
    if (!(error instanceof PithError) || !MENDABLE.includes(error.code)) throw error;
    return Pith.open(fetch(INDEX, { cache: 'reload' }));
  }
}
