import { element } from './dom.js';
import { pathOf } from './api.js';
import { comparison, illustrativeNote, restatement } from './tiles.js';

/** Every figure of the report with its definition and the way to its records. */
export function table(figures, context) {
  const { say } = context;
  const heads = ['figure', 'value', 'change', 'records'].map((key) => element('th', { scope: 'col' }, say(key)));
  return element(
    'details',
    { class: 'all' },
    element('summary', {}, say('all', { count: figures.length, many: figures.length })),
    element(
      'div',
      { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': say('all', { count: figures.length, many: figures.length }) },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, heads)),
        element('tbody', {}, figures.map((figure) => row(figure, context))),
      ),
    ),
  );
}

function row(figure, context) {
  const { year, say, show } = context;
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      figure.label,
      element('p', { class: 'definition' }, figure.definition ?? ''),
      restatement(figure, context),
      illustrativeNote(figure, context),
    ),
    element('td', { class: 'numeric' }, figure.value === null ? say('noValue') : show.figure(figure)),
    element('td', {}, comparison(figure, context) ?? ''),
    element(
      'td',
      {},
      element(
        'a',
        {
          href: `${pathOf(year)}/figures/${encodeURIComponent(figure.id)}/records`,
          // What is seen comes first: whoever speaks to the browser says that (WCAG 2.5.3).
          'aria-label': `${figure.id}: ${say('behind', { figure: figure.label })}`,
        },
        figure.id,
      ),
    ),
  );
}
