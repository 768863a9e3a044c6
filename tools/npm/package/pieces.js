// A text in pieces, some of them marked: what a page turns into text nodes and <mark> elements, without any HTML.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** `text` cut at `ranges` of bytes, which are in rising order and count from `from`. */
export function pieces(text, ranges, from) {
  const bytes = encoder.encode(text);
  const out = [];
  let at = 0;
  const put = (end, marked) => {
    const upTo = Math.min(Math.max(end, at), bytes.length);
    if (upTo > at) out.push({ text: decoder.decode(bytes.subarray(at, upTo)), marked });
    at = upTo;
  };
  for (const { begin, end } of ranges) {
    put(begin - from, false);
    put(end - from, true);
  }
  put(bytes.length, false);
  return out;
}
