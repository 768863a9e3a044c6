'use strict';
// The editor's side of the report: a click on something offers corrections, which gather in a file to download.
(() => {
  const find = (id) => document.getElementById(id);
  const file = find('corrections'), dialog = find('fix'), form = find('fix-form'), fields = find('fix-fields');
  const sort = find('fix-sort'), title = find('fix-title');

  // A TOML string of any text.
  const toml = (text) => JSON.stringify(text).replace(/\u007f/g, '\\u007f');
  const line = (name, text) => (text === '' ? '' : `${name} = ${toml(text)}\n`);
  const list = (name, texts) => `${name} = [${texts.map(toml).join(', ')}]\n`;
  const lines = (text) => text.split('\n').map((one) => one.trim()).filter((one) => one !== '');

  // What can be corrected about each kind of thing: a title, the fields to fill in, and the correction.
  // A field is [name, label, initial value].
  const factHead = (d) => line('fact', d.fact) + line('quote', d.quote) +
      list('was', [d.subject, d.relation, d.object].filter((one) => one !== ''));
  const sorts = {
    fact: [
      [
        'Correct it',
        (d) => [
            ['subject', 'Subject', d.subject], ['relation', 'Relation', d.relation], ['object', 'Object', d.object],
            ['when', 'Date', d.when], ['speaker', 'Said by', d.speaker]],
        (d, v) => '[[correct]]\n' + factHead(d) +
            ['subject', 'relation', 'object', 'when', 'speaker']
                .filter((name) => v[name] !== (d[name] || ''))
                .map((name) => `${name} = ${toml(v[name])}\n`)
                .join('')
      ],
      ['Remove it', () => [], (d) => '[[remove]]\n' + factHead(d)],
    ],
    name: [
      [
        'Rename it', (d) => [['to', 'Full name', d.name]],
        (d, v) => '[[rename]]\n' + line('name', d.name) + line('to', v.to)
      ],
      [
        'It is also called', () => [['also', 'Other names, a line each', '', true]],
        (d, v) => '[[alias]]\n' + line('name', d.name) + list('also', lines(v.also))
      ],
      [
        'It is the same as', () => [['same', 'Its other name', '']],
        (d, v) => '[[merge]]\n' + list('names', [d.name, v.same])
      ],
      [
        'Here it is another', (d) => [['as', 'Whose name it is here', d.name]],
        (d, v) => '[[split]]\n' + line('name', d.name) + line('quote', d.quote) + line('as', v.as)
      ],
      [
        'It is of another type', () => [['type', 'person, organization, place or other', '']],
        (d, v) => '[[retype]]\n' + line('name', d.name) + line('type', v.type)
      ],
    ],
    date: [
      [
        'It is another date', (d) => [['date', 'YYYY-MM-DD, YYYY-MM or YYYY', d.date]],
        (d, v) => '[[date]]\n' + line('words', d.words) + line('quote', d.quote) + line('date', v.date)
      ],
    ],
    sentence: [
      ['First in summaries', () => [], (d) => '[[summary]]\n' + line('pin', d.quote)],
      ['In no summary', () => [], (d) => '[[summary]]\n' + line('ban', d.quote)],
      [
        'Add a fact', () => [['subject', 'Subject', ''], ['relation', 'Relation', ''], ['object', 'Object', '']],
        (d, v) => '[[add]]\n' + line('subject', v.subject) + line('relation', v.relation) + line('object', v.object) +
            line('quote', d.quote)
      ],
      [
        'It answers a question', () => [['question', 'Question', ''], ['answer', 'Answer', '']],
        (d, v) => '[[answer]]\n' + line('question', v.question) + line('answer', v.answer) + line('quote', d.quote)
      ],
    ],
    own: [
      [
        'A question with its answer',
        () => [
            ['question', 'Question', ''], ['also', 'Other wordings, a line each', '', true], ['answer', 'Answer', '']],
        (d, v) => '[[answer]]\n' + line('question', v.question) +
            (lines(v.also).length ? list('also', lines(v.also)) : '') + line('answer', v.answer)
      ],
      [
        'A question to leave unanswered', () => [['question', 'Question', '']],
        (d, v) => '[[silent]]\n' + line('question', v.question)
      ],
      [
        'Words that mean the same', () => [['words', 'A line each', '', true]],
        (d, v) => '[[synonym]]\n' + list('words', lines(v.words))
      ],
      [
        'A fact that the text does not state',
        () => [['subject', 'Subject', ''], ['relation', 'Relation', ''], ['object', 'Object', '']],
        (d, v) => '[[add]]\n' + line('subject', v.subject) + line('relation', v.relation) + line('object', v.object)
      ],
    ],
    question: [
      [
        'Answer it otherwise',
        (d) => [['answer', 'Answer', d.answer], ['also', 'Other wordings, a line each', '', true]],
        (d, v) => '[[answer]]\n' + line('question', d.question) +
            (lines(v.also).length ? list('also', lines(v.also)) : '') + line('answer', v.answer)
      ],
      ['Leave it unanswered', () => [], (d) => '[[silent]]\n' + line('question', d.question)],
      [
        'Other wordings of it', () => [['also', 'A line each', '', true]],
        (d, v) => '[[same]]\n' + line('question', d.question) + list('also', lines(v.also))
      ],
    ],
  };

  let thing = null;
  const showFields = () => {
    fields.replaceChildren();
    for (const [name, label, value, long] of sorts[thing.kind][sort.value][1](thing)) {
      const row = document.createElement('label'), input = document.createElement(long ? 'textarea' : 'input');
      row.textContent = label;
      input.name = name;
      input.value = value || '';
      row.append(input);
      fields.append(row);
    }
  };
  const open = (element) => {
    thing = {...element.dataset};
    title.textContent = element.dataset.title || element.textContent;
    sort.replaceChildren(...sorts[thing.kind].map(([name], i) => new Option(name, i)));
    showFields();
    dialog.showModal();
  };
  document.addEventListener('click', (event) => {
    const element = event.target.closest('[data-kind]');
    if (element !== null) open(element);
  });
  document.addEventListener('keydown', (event) => {
    const element = event.target.closest('mark[data-kind]');
    if (element === null || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    open(element);
  });
  sort.addEventListener('change', showFields);
  find('fix-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', () => {
    const values = {};
    for (const input of fields.querySelectorAll('[name]')) values[input.name] = input.value.trim();
    file.value += (file.value === '' ? '' : '\n') + sorts[thing.kind][sort.value][2](thing, values);
    find('fix-status').textContent = 'Added to the corrections below.';
  });
  find('download').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.value], {type: 'application/toml'}));
    link.download = file.dataset.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  find('filter').addEventListener('input', (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    for (const row of document.querySelectorAll('[data-search]')) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
})();
