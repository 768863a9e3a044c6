// A question asked on the page. The engine and the article's index lie in the page; `layout` reads what it answers.
const find = (id) => document.getElementById(id);
const form = find('ask-form'), question = find('question'), out = find('answer');
const decoder = new TextDecoder('utf-8', {ignoreBOM: true}), encoder = new TextEncoder();
const bytesOf = (id) => Uint8Array.from(atob(find(id).textContent), (letter) => letter.charCodeAt(0));

async function start() {
  const {instance} = await WebAssembly.instantiate(bytesOf('engine'), {});
  const calls = instance.exports, index = bytesOf('index'), at = calls.heap();
  const missing = Math.ceil((at + index.length - calls.memory.buffer.byteLength) / 65536);
  if (missing > 0) calls.memory.grow(missing);
  const bytes = new Uint8Array(calls.memory.buffer), view = new DataView(calls.memory.buffer);
  const engine = {calls, bytes, view, decode: (from, size) => decoder.decode(bytes.subarray(from, from + size))};
  if (!layoutFits(engine, calls.sizes())) throw new Error('The engine in this page is of another version.');
  bytes.set(index, at);
  check(engine, calls.open(at, index.length, 0, 0));
  return engine;
}

// The count that a call gives; an error that says what its status means.
function check(engine, result) {
  if (result >= 0) return result;
  const at = engine.calls.statusText(-result);
  throw new Error(engine.decode(at, engine.bytes.indexOf(0, at) - at));
}

// The results of a call that takes a text.
function ask(engine, name, text, ...rest) {
  const {calls, bytes} = engine, written = encoder.encode(text).subarray(0, calls.inputSize());
  bytes.set(written, calls.input());
  const count = check(engine, calls[name](0, written.length, ...rest)), type = layout[name === 'ask' ? 'answer' : 'hit'];
  return Array.from({length: count}, (_, i) => type.read(engine, calls.results() + i * type.size));
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A sentence with a link to it.
function quoted(number, text) {
  const line = element('p', '');
  line.append(element('a', String(number), {href: `#s${number}`}), ` ${text}`);
  return line;
}

const correct = (text, answer) => element('button', 'Correct', {
  type: 'button', 'data-kind': 'question', 'data-question': text, 'data-answer': answer, 'data-title': text,
});

function show(engine, text) {
  const DEFAULT_THRESHOLD = -1;
  const [answer] = ask(engine, 'ask', text, DEFAULT_THRESHOLD, 1);
  if (answer === undefined) {
    const near = ask(engine, 'near', text, 3);
    out.append(element('p', 'Not in this article.', {class: 'said'}));
    if (near.length > 0) out.append(element('p', 'Near the question, but no answer:', {class: 'faint'}));
    out.append(...near.map(({sentence}) => quoted(sentence.number, sentence.text)), correct(text, ''));
    return;
  }
  const polarity = ['', 'Yes. ', 'No. '][answer.polarity] ?? '';
  const notes = [
    answer.resolved && `that is ${answer.resolved}`, answer.attribution && `according to ${answer.attribution}`,
    answer.source === 1 && 'from an editor', `confidence ${Math.round(answer.confidence / 100)} %`];
  out.append(element('p', polarity + answer.text, {class: 'said'}));
  if (answer.evidence !== '') out.append(quoted(answer.sentence, answer.evidence));
  out.append(element('p', notes.filter(Boolean).join(' · '), {class: 'faint'}), correct(text, answer.text));
}

let engine = null;
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (text === '') return;
  out.replaceChildren();
  try {
    engine ??= await start();
    show(engine, text);
  } catch (error) {
    out.replaceChildren(element('p', error.message, {class: 'said'}));
  }
});
