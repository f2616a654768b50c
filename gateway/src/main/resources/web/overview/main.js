import * as api from './api.js';
import { element } from './dom.js';
import { formats } from './format.js';
import { reportView } from './report.js';
import { LANGUAGES, speaker } from './texts.js';

const byId = (id) => document.getElementById(id);
let visit = new AbortController();

function chosenLanguage(address) {
  const asked = address.searchParams.get('lang');
  const wished = [asked, ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/** Shows what the address asks for: `?year=2017&lang=fr`. */
async function show() {
  visit.abort();
  visit = new AbortController();
  const { signal } = visit;
  const address = new URL(location.href);
  const language = chosenLanguage(address);
  const say = speaker(language);
  translate(language, say, address);
  message(say('loading'));
  byId('main').setAttribute('aria-busy', 'true');
  try {
    await showYear(address.searchParams.get('year'), language, say, signal);
  } catch (failure) {
    if (!signal.aborted) {
      clear(say);
      const reason = failure.status ? failure.message : say('offline');
      const again = element('button', { type: 'button' }, say('again'));
      again.addEventListener('click', show);
      message(say('failed', { reason }), ' ', again);
    }
  } finally {
    if (!signal.aborted) {
      byId('main').removeAttribute('aria-busy');
    }
  }
}

async function showYear(asked, language, say, signal) {
  const years = await api.publishedYears(language, signal);
  if (signal.aborted) {
    return;
  }
  const year = asked === null ? years[0] : Number(asked);
  offer(years, year);
  if (!years.includes(year)) {
    clear(say);
    message(...(years.length === 0 ? [say('none')] : noSuchYear(asked, years, say)));
    return;
  }
  const countries = api.beneficiaryCountries(year, language, signal);
  countries.catch(() => {});
  const report = await api.report(year, language, signal);
  if (signal.aborted) {
    return;
  }
  const context = { year, say, show: formats(language) };
  const title = say('titleOf', { year });
  byId('title').textContent = title;
  document.title = `${title} – MIEUX`;
  byId('standing').textContent = say('published', { date: context.show.date(report.asOf) });
  link('as-json', api.pathOf(year));
  link('as-ledger', `${api.pathOf(year)}/ledger`);
  byId('report').replaceChildren(...reportView(report, countries, context));
  message();
}

function noSuchYear(asked, years, say) {
  const [before, after] = say('noSuchYear', { year: asked, years: '\u0000' }).split('\u0000');
  const links = years.flatMap((year, i) => [i === 0 ? '' : ', ', element('a', { href: addressOf({ year }) }, String(year))]);
  return [before, ...links, after];
}

function translate(language, say, address) {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-text]')) {
    node.textContent = say(node.dataset.text);
  }
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', say(node.dataset.label));
  }
  for (const choice of document.querySelectorAll('.languages a')) {
    choice.href = addressOf({ lang: choice.lang, year: address.searchParams.get('year') });
    choice.toggleAttribute('aria-current', false);
    if (choice.lang === language) {
      choice.setAttribute('aria-current', 'true');
    }
  }
}

function offer(years, chosen) {
  byId('chooser').hidden = years.length === 0;
  byId('year').replaceChildren(
    ...(years.includes(chosen) ? [] : [element('option', { value: '', selected: true }, '–')]),
    ...years.map((year) => element('option', { value: year, selected: year === chosen }, String(year))),
  );
}

function clear(say) {
  byId('title').textContent = say('title');
  document.title = 'MIEUX';
  byId('standing').textContent = '';
  byId('report').replaceChildren();
  byId('as-json').hidden = true;
  byId('as-ledger').hidden = true;
}

function message(...parts) {
  byId('message').hidden = parts.length === 0;
  byId('message').replaceChildren(...parts);
}

function link(id, href) {
  byId(id).hidden = false;
  byId(id).querySelector('a').href = href;
}

/** This page with other parameters; those that are null fall away. */
function addressOf(changes) {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) {
      address.searchParams.delete(key);
    } else {
      address.searchParams.set(key, value);
    }
  }
  return address.pathname + address.search;
}

function go(event, href) {
  event.preventDefault();
  history.pushState(null, '', href);
  show();
}

byId('year').addEventListener('change', (event) => {
  if (event.target.value) {
    go(event, addressOf({ year: event.target.value }));
  }
});
document.querySelector('.languages').addEventListener('click', (event) => {
  const choice = event.target.closest('a');
  if (choice && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    go(event, choice.getAttribute('href'));
  }
});
addEventListener('popstate', show);
show();
