import { element } from './dom.js';
import { bars } from './bars.js';
import { map } from './map.js';
import { table } from './table.js';
import { tile } from './tiles.js';

const HEADLINES = [
  'activities.total',
  'beneficiaries.total',
  'participants.total',
  'experts.deployed',
  'requests.new',
  'actions.running',
  'response.within-three-months',
  'deliverables.handed-over',
];

/** The report of a year; the map follows when its countries have come. */
export function reportView(report, countries, context) {
  const { say } = context;
  const { figures } = report;
  const headlines = HEADLINES.map((id) => figures.find((figure) => figure.id === id)).filter(Boolean);
  const anyIllustrative = figures.some((figure) => figure.illustrativeShare > 0);
  return [
    section('headline', say('headline'), null, 'headlines',
      anyIllustrative ? element('p', { class: 'notice' }, say('notice')) : null,
      element('ul', { class: 'tiles' }, headlines.map((figure) => tile(figure, context)))),
    element('div', { class: 'charts' },
      chart('regions', regions(figures), context),
      chart('experts', family(figures, 'experts.deployed.category.'), context),
      chart('satisfaction', family(figures, 'satisfaction.'), context, { scale: 100, sorted: false })),
    worldSection(countries, context),
    table(figures, context),
  ];
}

function family(figures, prefix) {
  return figures.filter((figure) => figure.id.startsWith(prefix));
}

/** A region that other regions are part of (AFRICA of AFRICA_WEST) would count twice. */
function regions(figures) {
  const all = family(figures, 'activities.region.');
  return all.filter((figure) => !all.some((other) => other.id.startsWith(`${figure.id}_`)));
}

function chart(key, figures, context, options) {
  const shown = figures.filter((figure) => figure.value !== null);
  return shown.length === 0
    ? null
    : section(key, context.say(key), context.say(`${key}Lead`), 'card', ...bars(shown, context, options));
}

function section(id, title, lead, kind, ...content) {
  return element(
    'section',
    { id, class: kind, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    lead ? element('p', { class: 'lead' }, lead) : null,
    ...content,
  );
}

function worldSection(countries, context) {
  const { say, show, year } = context;
  const lead = element('p', { class: 'lead' });
  const view = section('world', say('world'), null, 'card', lead);
  countries
    .then(async (records) => {
      const count = records.length;
      lead.textContent =
        count === 0 ? say('worldEmpty', { year }) : say('worldLead', { count: show.number(count), many: count, year });
      if (count > 0) {
        view.append(await map(records, context));
      }
    })
    .catch(() => {
      lead.textContent = say('worldFailed');
    });
  return view;
}
