/** The answer of the API, or an error that carries its status and its own words. */
async function ask(path, language, signal) {
  const answer = await fetch(path, {
    headers: { Accept: 'application/json', 'Accept-Language': language },
    signal,
  });
  const body = await answer.json().catch(() => null);
  if (!answer.ok || body === null) {
    throw Object.assign(new Error(body?.detail ?? answer.statusText), { status: answer.status });
  }
  return body;
}

/** All items of a list that comes in pages. */
async function askAll(path, language, signal) {
  const items = [];
  let cursor = null;
  do {
    const page = await ask(`${path}?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, language, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

const REPORTS = '/api/v1/annual-reports';

export const pathOf = (year) => `${REPORTS}/${year}`;

/** The years whose report is published, the latest first. */
export async function publishedYears(language, signal) {
  const reports = await askAll(REPORTS, language, signal);
  return reports
    .filter((report) => report.status === 'published')
    .map((report) => report.year)
    .sort((a, b) => b - a);
}

export async function report(year, language, signal) {
  return ask(pathOf(year), language, signal);
}

/** The countries behind the figure, each with its number of Activities where that is told. */
export async function beneficiaryCountries(year, language, signal) {
  return askAll(`${pathOf(year)}/figures/beneficiaries.countries/records`, language, signal);
}
