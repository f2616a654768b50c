// A field that leaves only those operations on the page that have its words. Without it, there is the browser's own search.
import { field, make } from '/docs/forms.js';

const words = field('Find an operation', make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' }));
const told = make('p', { role: 'status', className: 'found' });
document.querySelector('.lead').after(make('div', { className: 'find' }, words.label, told));

words.control.addEventListener('input', () => {
  const wanted = words.control.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const call of document.querySelectorAll('.calls li')) {
    const text = call.textContent.toLowerCase();
    call.hidden = !wanted.every((word) => text.includes(word));
    found += call.hidden ? 0 : 1;
  }
  for (const chapter of document.querySelectorAll('.chapter')) {
    chapter.hidden = chapter.querySelector('.calls li:not([hidden])') === null;
  }
  for (const service of document.querySelectorAll('.service')) {
    service.hidden = service.querySelector('.chapter:not([hidden])') === null;
  }
  told.textContent = wanted.length === 0 ? '' : `${found} found`;
});
