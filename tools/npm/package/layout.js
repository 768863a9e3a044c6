// The structs of pith.h as they lie in the module's memory: each field at the next multiple of its alignment, as C does.

const number = (size, read) => ({ size, align: size, read });
const u8 = number(1, (engine, at) => engine.view.getUint8(at));
const u16 = number(2, (engine, at) => engine.view.getUint16(at, true));
const u32 = number(4, (engine, at) => engine.view.getUint32(at, true));
const i64 = number(8, (engine, at) => engine.view.getBigInt64(at, true));
const u64 = number(8, (engine, at) => engine.view.getBigUint64(at, true));
// Four letters, and a zero behind them.
const letters = { size: 5, align: 1, read: (engine, at) => engine.decode(at, 4).replace(/\0.*/, '') };
// Decoded where it is read, so that no result points into memory that moves.
const text = { size: 8, align: 4, read: (engine, at) => engine.decode(u32.read(engine, at), u32.read(engine, at + 4)) };
// An article's text stays where it is.
const place = {
  size: 8, align: 4, read: (engine, at) => ({ at: u32.read(engine, at), size: u32.read(engine, at + 4) }),
};
const array = (length, type) => ({
  size: length * type.size,
  align: type.align,
  read: (engine, at) => Array.from({ length }, (_, i) => type.read(engine, at + i * type.size)),
});

function struct(fields) {
  const align = Math.max(...Object.values(fields).map((type) => type.align));
  const places = [];
  let size = 0;
  for (const [name, type] of Object.entries(fields)) {
    size = Math.ceil(size / type.align) * type.align;
    places.push([name, type, size]);
    size += type.size;
  }
  const read = (engine, at) => {
    const out = {};
    for (const [name, type, offset] of places) out[name] = type.read(engine, at + offset);
    return out;
  };
  return { size: Math.ceil(size / align) * align, align, read };
}

const range = struct({ begin: u32, end: u32 });
const value = struct({ kind: u8, hedge: u8, scale: u8, ranged: u8, mantissa: i64, to: i64, unit: text, iso: text });
const source = struct({ article: u32, sentence: u32, begin: u32, end: u32 });
const answer = struct({
  text, article: u32, sentence: u32, begin: u32, end: u32, evidence: text, evidenceAt: range, confidence: u16,
  source: u8, value, resolved: text, attribution: text, polarity: u8, negated: u8, modality: u8,
  context: array(2, u32), differs: u8, sourceCount: u32, sources: array(4, source),
});
const sentence = struct({ article: u32, number: u32, begin: u32, end: u32, importance: u16, text, resolved: text });
const hit = struct({ sentence, score: u32 });
const fact = struct({
  id: u64, article: u32, sentence: u32, begin: u32, end: u32, subject: text, relation: text, object: text,
  subjectEntity: u32, objectEntity: u32, value, when: value, where: text, attribution: text, negated: u8, modality: u8,
  source: u8, confidence: u16, importance: u16,
});
const info = struct({
  major: u16, minor: u16, articles: u32, sections: u32, sentences: u64, words: u64, facts: u64, bytes: u64,
  languageHash: u32, language: text, profile: text, threshold: u16, searchOnly: u8,
});
const section = struct({ name: letters, bytes: u64 });
const article = struct({
  number: u32, id: text, title: text, date: text, url: text, text: place, sentences: u32, words: u32, facts: u32,
  events: u32, entities: u32, suggestions: u32, author: text, licence: text, image: text, meta: text, aliases: u32,
  tags: u32,
});
const title = struct({ article: u32, title: text, alias: text });
const whereabouts = struct({
  paragraph: u32, first: u32, last: u32, heading: u32, headingCount: u32, headings: array(6, text), anchor: text,
});
const event = struct({
  date: text, text, article: u32, sentence: u32, begin: u32, end: u32, told: text, negated: u8, modality: u8,
});
const suggestion = struct({ question: text, answer: text, article: u32, sentence: u32, begin: u32, end: u32 });
const entity = struct({ name: text, article: u32, number: u32, aliases: u32, mentions: u32, type: u8 });
const mention = struct({ sentence: u32, begin: u32, end: u32 });
const fault = struct({ section: letters, offset: u64, message: u32 });

export const layout = {
  answer, hit, fact, range, info, section, article, sentence, place: whereabouts, event, suggestion, entity, text,
  mention, fault, title,
};

/** Whether the module's structs, whose sizes stand at `at`, are as large as these. */
export const layoutFits = (engine, at) =>
  Object.values(layout).every((type, i) => type.size === u32.read(engine, at + 4 * i));
