import { element, svg } from './dom.js';

/** Where the shades begin, in Activities. */
const SHADES = [1, 2, 4];

let drawing = null;

async function world() {
  drawing ??= fetch('/world.svg').then(async (answer) => {
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    return new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
  });
  drawing.catch(() => (drawing = null));
  return document.importNode(await drawing, true);
}

/** The map with the countries of the records highlighted, and the same as a list. */
export async function map(records, { say, show }) {
  const picture = await world();
  const byCountry = new Map(records.filter((record) => record.country).map((record) => [record.country, record]));
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', say('worldTitle'));
  for (const shape of picture.querySelectorAll('[data-country]')) {
    const record = byCountry.get(shape.dataset.country);
    if (record) {
      shape.classList.add('benefits', `shade-${shade(record)}`);
      shape.append(svg('title', {}, name(record, say, show)));
    }
  }
  const countries = [...byCountry.values()].sort((a, b) => show.compare(show.country(a.country), show.country(b.country)));
  return element(
    'div',
    { class: 'world' },
    picture,
    records.some((record) => record.activities) ? legend(say) : null,
    element('h3', { class: 'quiet' }, say('countries')),
    element('ul', { class: 'countries' }, countries.map((record) => chip(record, picture, show))),
  );
}

function shade(record) {
  const activities = record.activities ?? SHADES.at(-1);
  return SHADES.filter((from) => activities >= from).length;
}

function name(record, say, show) {
  const country = show.country(record.country);
  return record.activities
    ? `${country}: ${say('activities', { count: show.number(record.activities), many: record.activities })}`
    : country;
}

function chip(record, picture, show) {
  const item = element(
    'li',
    {},
    show.country(record.country),
    record.activities ? element('span', { class: 'count' }, show.number(record.activities)) : null,
  );
  const shapes = picture.querySelectorAll(`[data-country="${CSS.escape(record.country)}"]`);
  const mark = (on) => shapes.forEach((shape) => shape.classList.toggle('pointed', on));
  item.addEventListener('pointerenter', () => mark(true));
  item.addEventListener('pointerleave', () => mark(false));
  return item;
}

function legend(say) {
  const ranges = SHADES.map((from, i) => {
    const to = SHADES[i + 1];
    const range = to === undefined ? `${from}+` : to - 1 === from ? `${from}` : `${from}–${to - 1}`;
    return element(
      'li',
      {},
      svg('svg', { 'aria-hidden': 'true', width: 14, height: 14 }, svg('rect', { class: `shade-${i + 1}`, width: 14, height: 14, rx: 3 })),
      say('activities', { count: range, many: to === 2 ? 1 : from + 1 }),
    );
  });
  return element('ul', { class: 'legend' }, ranges);
}
