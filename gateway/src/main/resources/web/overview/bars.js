import { element, svg } from './dom.js';
import { illustrativeNote, restatement } from './tiles.js';

/**
 * Figures side by side as bars, last year's beneath in grey. Names and numbers are text, so that the drawing itself can be
 * left to those who see it.
 */
export function bars(figures, context, { scale, sorted = true } = {}) {
  const shown = figures.filter((figure) => figure.value !== null);
  const widest = scale ?? Math.max(1, ...shown.flatMap((figure) => [Number(figure.value), Number(figure.previous ?? 0)]));
  const order = sorted ? [...shown].sort((a, b) => b.value - a.value) : shown;
  const common = commonShare(shown);
  const name = shortNames(shown);
  return [
    element('ul', { class: 'bars' }, order.map((figure) => bar(figure, name(figure), context, widest, common === null))),
    common ? illustrativeNote({ illustrativeShare: common }, context, 'illustrativeEach') : null,
  ];
}

/** "Activities: Asia" is "Asia" among its kind: what all labels begin with goes without saying. */
function shortNames(figures) {
  const family = (label) => label.slice(0, label.indexOf(': ') + 2);
  const families = new Set(figures.map((figure) => family(figure.label)));
  const [common] = families;
  return (figure) => (families.size === 1 ? figure.label.slice(common.length) : figure.label);
}

/** The illustrative share when it is the same for all that have records; null when each must speak for itself. */
function commonShare(figures) {
  const shares = new Set(figures.filter((figure) => figure.illustrativeShare !== null).map((figure) => figure.illustrativeShare));
  return figures.length > 1 && shares.size === 1 ? [...shares][0] : null;
}

function bar(figure, name, context, widest, noted) {
  const { year, say, show } = context;
  const before = figure.previous ?? null;
  return element(
    'li',
    {},
    element('p', { class: 'bar-name' }, element('span', {}, name), element('strong', {}, show.figure(figure))),
    svg(
      'svg',
      { class: 'bar', 'aria-hidden': 'true', focusable: 'false' },
      svg('rect', { class: 'track', width: '100%', height: 20, rx: 4 }),
      svg('rect', { class: 'now', width: width(figure.value, widest), height: 12, rx: 3 }),
      before === null ? null : svg('rect', { class: 'before', y: 14, width: width(before, widest), height: 6, rx: 3 }),
    ),
    before === null
      ? null
      : element('p', { class: 'bar-before' }, say('before', { value: show.figure(figure, before), year: year - 1 })),
    restatement(figure, context),
    noted ? illustrativeNote(figure, context) : null,
  );
}

function width(value, widest) {
  return `${Math.max(0, Math.min(100, (100 * Number(value)) / widest)).toFixed(2)}%`;
}
