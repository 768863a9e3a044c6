// What a visitor reads of an answer or a date, in plain words.

import type { Answer } from 'pith-engine';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const SEASONS: Record<string, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

function ordinal(n: number) {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

function yearWords(year: string) {
  if (/^\d\dXX$/.test(year)) return `${ordinal(Number(year.slice(0, 2)) + 1)} century`;
  if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0s`;
  return String(Number(year));
}

/** "1884-11-03" as "3 November 1884"; EDTF as the engine gives it. */
export function dateWords(edtf: string): string {
  const [from, to] = edtf.split('/');
  if (to) return `${dateWords(from!)} to ${dateWords(to)}`;
  const before = edtf.startsWith('-');
  const [year, month, day] = (before ? edtf.slice(1) : edtf).split('T')[0]!.split('-');
  const parts = [
    day ? String(Number(day)) : '',
    month ? (SEASONS[month] ?? MONTHS[Number(month) - 1] ?? '') : '',
    year === 'XXXX' ? '' : before ? `${Number(year) + 1} BC` : yearWords(year ?? ''),
  ];
  return parts.filter(Boolean).join(' ');
}

/** The year in which an EDTF date begins. */
export function firstYear(edtf: string): number | undefined {
  const match = /^(-?)(\d[\dX]{3})/.exec(edtf);
  return match ? Number(`${match[1]}${match[2]!.replace(/X/g, '0')}`) : undefined;
}

/** How sure the answer is. */
export function sureness({ confidence }: Answer) {
  if (confidence >= 0.85) return 'Sure';
  return confidence >= 0.65 ? 'Fairly sure' : 'Not quite sure';
}

const MODALITY = {
  planned: 'It was planned.',
  possible: 'It is possible, no more.',
  claimed: 'It is claimed.',
  denied: 'It was denied.',
  failed: 'It was tried and failed.',
  obligatory: 'It is an obligation.',
};

/** Who says so, and in which way. */
export function attribution({ attribution: speaker, modality, negated }: Answer) {
  const said = speaker ? `According to ${speaker}.` : 'The article itself says so.';
  return [said, modality && MODALITY[modality], negated && 'The article denies it.'].filter(Boolean).join(' ');
}

export function bigText({ polarity, text, resolved }: Answer) {
  if (polarity) return polarity === 'yes' ? 'Yes.' : 'No.';
  return resolved && resolved !== text ? `${text} (${resolved})` : text;
}
