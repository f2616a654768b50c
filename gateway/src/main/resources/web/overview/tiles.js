import { element } from './dom.js';

/** The change against the year before, in words; null where there is nothing to compare. */
export function comparison(figure, { year, say, show }) {
  if (figure.value === null || figure.previous === null || figure.previous === undefined) {
    return null;
  }
  const before = Number(figure.previous);
  const difference = Number(figure.value) - before;
  if (difference === 0) {
    return say('asBefore', { year: year - 1 });
  }
  const then = say('before', { value: show.figure(figure, before), year: year - 1 });
  if (figure.unit === 'percent') {
    return `${say('points', { value: show.signed(difference) })} · ${then}`;
  }
  return figure.change === null || figure.change === undefined ? then : `${show.change(figure.change)} · ${then}`;
}

/** What a published value would be as known today; null where it stands, though what is beside it may not. */
export function restatement(figure, { say, show }) {
  if (!figure.restated || figure.restated.value === figure.value) {
    return null;
  }
  const { value } = figure.restated;
  return element('p', { class: 'restated' }, say('restated', { value: value === null ? say('noValue') : show.figure(figure, value) }));
}

/** Says in words that a figure rests on illustrative records; null when it does not. */
export function illustrativeNote(figure, { say, show }, text = 'illustrative') {
  return figure.illustrativeShare > 0
    ? element('p', { class: 'illustrative' }, say(text, { share: show.share(figure.illustrativeShare) }))
    : null;
}

export function tile(figure, context) {
  const compared = comparison(figure, context);
  return element(
    'li',
    { class: 'tile' },
    element('h3', {}, figure.label),
    element('p', { class: 'number' }, figure.value === null ? '–' : context.show.figure(figure)),
    figure.value === null ? element('p', { class: 'compared' }, context.say('noValue')) : null,
    compared ? element('p', { class: 'compared' }, compared) : null,
    restatement(figure, context),
    illustrativeNote(figure, context),
  );
}
