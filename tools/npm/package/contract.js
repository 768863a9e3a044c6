// The structs of pith.h as the contract's objects, with the names that `pith ... --json` prints.

const HEDGES = [, 'about', 'at least', 'more than', 'at most', 'less than', 'up to', 'vague'];
const MODALITIES = [, 'planned', 'possible', 'claimed', 'denied', 'failed', 'obligatory'];
const SOURCES = ['text', 'editor'];
const POLARITIES = [, 'yes', 'no'];
const TYPES = [, 'person', 'organization', 'place', 'other'];
const NUMBER = 1, DATE = 2, DURATION = 3;

/** `object` without the fields that there is nothing to say in. */
function compact(object) {
  for (const name in object) if (object[name] === undefined || object[name] === '') delete object[name];
  return object;
}

// Through text, so that the number is the nearest to the decimal.
const decimal = (mantissa, scale) => Number(`${mantissa}e-${scale}`);

function value(raw) {
  const hedge = HEDGES[raw.hedge];
  if (raw.kind === DATE) return compact({ date: raw.iso, hedge });
  if (raw.kind === DURATION) return compact({ duration: raw.iso, hedge });
  if (raw.kind !== NUMBER) return undefined;
  const to = raw.ranged ? decimal(raw.to, raw.scale) : undefined;
  return compact({ number: decimal(raw.mantissa, raw.scale), to, unit: raw.unit, hedge });
}

const fraction = (tenThousandths) => tenThousandths / 10000;
const flag = (number) => (number ? true : undefined);

/** Where a result stands: `articles` knows the documents and their text. */
function place(articles, { article, sentence, begin, end }) {
  const [beginUtf16, endUtf16] = articles.utf16(article, [begin, end]);
  return { doc: articles.get(article).id, sentence, begin, end, beginUtf16, endUtf16 };
}

export function answer(articles, raw) {
  const { id, title, url } = articles.get(raw.article);
  const where = raw.evidence
    ? { ...place(articles, raw), evidence: raw.evidence, ...articles.origin(raw.article, raw.sentence) } : {};
  const context = raw.context.filter((number) => number > 0);
  const sources = raw.sources.slice(0, raw.sourceCount).map((source) => place(articles, source));
  return compact({
    text: raw.text, doc: id, title, url, ...where,
    confidence: fraction(raw.confidence),
    polarity: POLARITIES[raw.polarity],
    value: value(raw.value),
    resolved: raw.resolved,
    attribution: raw.attribution,
    negated: flag(raw.negated),
    modality: MODALITIES[raw.modality],
    context: context.length > 0 ? context : undefined,
    source: SOURCES[raw.source] ?? 'text',
    sources: sources.length > 0 ? sources : undefined,
    differs: flag(raw.differs),
  });
}

export const title = (articles, raw) =>
  compact({ doc: articles.get(raw.article).id, title: raw.title, alias: raw.alias });

export function fact(articles, raw) {
  const optional = compact({
    value: value(raw.value),
    when: value(raw.when),
    where: raw.where,
    attribution: raw.attribution,
    negated: flag(raw.negated),
    modality: MODALITIES[raw.modality],
  });
  return {
    fact: raw.id.toString(16).padStart(16, '0'),
    ...place(articles, raw),
    subject: raw.subject, relation: raw.relation, object: raw.object,
    ...optional,
    confidence: fraction(raw.confidence), importance: fraction(raw.importance),
    source: SOURCES[raw.source] ?? 'text',
  };
}

export const event = (articles, raw) => compact({
  date: raw.date, text: raw.text, ...place(articles, raw),
  told: raw.told, negated: flag(raw.negated), modality: MODALITIES[raw.modality],
});

export function suggestion(articles, raw) {
  const { doc, ...where } = place(articles, raw);
  return { question: raw.question, doc, answer: raw.answer, ...where };
}

export function hit(articles, raw) {
  const { article, number, begin, end, text } = raw.sentence;
  const where = place(articles, { article, sentence: number, begin, end });
  return compact({ ...where, text, ...articles.origin(article, number), score: raw.score });
}

export function sentence(articles, raw) {
  const { doc, ...where } = place(articles, { ...raw, sentence: raw.number });
  return compact({ ...where, text: raw.text, resolved: raw.resolved });
}

export const entity = (articles, raw, aliases, mentions) => ({
  name: raw.name,
  type: TYPES[raw.type] ?? 'other',
  aliases,
  mentions: mentions.map((one) => place(articles, { article: raw.article, ...one })),
});

const some = (list) => (list.length > 0 ? list : undefined);

function parsed(json) {
  try {
    return json ? JSON.parse(json) : undefined;
  } catch {
    return null;  // of a damaged index
  }
}

export const article = (raw, aliases, tags) => compact({
  doc: raw.id, title: raw.title, date: raw.date, url: raw.url, aliases: some(aliases), tags: some(tags),
  author: raw.author, licence: raw.licence, image: raw.image, meta: parsed(raw.meta),
  sentences: raw.sentences, bytes: raw.text.size,
});

export const info = (raw, sections) => ({
  version: `${raw.major}.${raw.minor}`,
  language: raw.language,
  profile: raw.profile,
  articles: raw.articles,
  sentences: Number(raw.sentences),
  words: Number(raw.words),
  facts: Number(raw.facts),
  bytes: Number(raw.bytes),
  threshold: fraction(raw.threshold),
  sections: sections.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })),
});

// Century, decade, year, season, month, day.
const SEASON = 3;
const PRECISIONS = [
  [/^\d\dXX/, 0], [/^\d{3}X/, 1], [/^\d{4}-\d\d-\d\d/, 5], [/^\d{4}-2[1-4]/, SEASON], [/^\d{4}-\d\d/, 4], [/^\d{4}/, 2],
];

/** A key that sorts EDTF dates by their first day, and of equal days the more precise first; no year comes last. */
export function dateOrder(edtf) {
  const negative = edtf.startsWith('-');
  const point = edtf.slice(negative ? 1 : 0).split('/')[0];
  const precision = PRECISIONS.find(([form]) => form.test(point))?.[1];
  if (precision === undefined) return Infinity;
  const [year, month = '01', day = '01'] = point.replace(/X/g, '0').split('-');
  const date = new Date(0);
  const first = precision === SEASON ? (Number(month) - 20) * 3 : Number(month);
  date.setUTCFullYear(negative ? -Number(year) : Number(year), first - 1, Number(day));
  return Math.floor(date.getTime() / 86400000) * 8 + (7 - precision);
}
