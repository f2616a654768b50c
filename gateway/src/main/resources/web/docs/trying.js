// A form to try each operation, made of what the page says of it. Without this, the page is to be read.
import { asCommand, call } from '/docs/calls.js';
import { copyable } from '/docs/copy.js';
import { field, make } from '/docs/forms.js';

const KEPT = 'mieux.token';

const token = field('Bearer token', make('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' }));
token.control.value = sessionStorage.getItem(KEPT) ?? '';
token.control.addEventListener('input', () => sessionStorage.setItem(KEPT, token.control.value.trim()));
document.querySelector('.lead').after(
  make('div', { className: 'token' }, token.label, make('p', {},
    'To try operations here. ', make('code', {}, './mieux token officer'),
    ' prints one; it is kept until this tab is closed, and sent nowhere but to this gateway.')),
);

for (const section of document.querySelectorAll('section.operation')) {
  section.append(form(section));
}

function form(section) {
  const parameters = [...section.querySelectorAll('tr[data-name]')]
    .filter((row) => row.dataset.name !== 'traceparent')
    .map((row) => parameter(row));
  const example = section.querySelector('[data-body]');
  const body = example && field('Body', make('textarea', { rows: 8, spellcheck: 'false' }));
  if (body) {
    body.control.value = example.querySelector('code')?.textContent ?? '';
  }
  const command = make('code');
  const status = make('p', { className: 'status', role: 'status' });
  const answer = make('code');
  const shown = make('figure', { className: 'code', hidden: true },
    make('figcaption', {}, 'Answer'), make('pre', {}, answer));
  const asked = () => ({
    method: section.dataset.method,
    path: section.dataset.path,
    values: parameters.filter(({ control }) => control.value !== '')
      .map(({ name, place, control }) => ({ name, place, value: control.value })),
    body: body?.control.value,
    token: token.control.value.trim(),
  });
  let before = new AbortController();
  const tell = () => { command.textContent = asCommand(asked()); };

  const sending = make('form', {}, ...parameters.map(({ label }) => label), ...(body ? [body.label] : []),
    copyable(make('figure', { className: 'code' }, make('figcaption', {}, 'Shell'), make('pre', {}, command))),
    make('button', { type: 'submit', className: 'send' }, `Send ${section.dataset.method}`), status, shown);
  sending.addEventListener('input', tell);
  sending.addEventListener('submit', (event) => {
    event.preventDefault();
    status.textContent = 'Sending …';
    before.abort();
    before = new AbortController();
    call(asked(), before.signal, (outcome, text) => {
      status.textContent = outcome;
      answer.textContent = text;
      shown.hidden = text === '';
    }, (text) => answer.append(text));
  });
  const details = make('details', { className: 'try' }, make('summary', {}, 'Try it'), sending);
  details.addEventListener('toggle', () => {
    tell();
    if (!details.open) {
      before.abort(); // a stream would go on
    }
  });
  return details;
}

function parameter(row) {
  const { name, place, example, required } = row.dataset;
  const values = [...row.querySelectorAll('.values code')].map((code) => code.textContent);
  const control = values.length > 0
    ? make('select', {}, ...['', ...values].map((value) => make('option', {}, value)))
    : make('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  control.value = place === 'path' ? example : '';
  control.required = required !== undefined;
  return { name, place, ...field(name, control) };
}
