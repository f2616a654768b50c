// The client against a running suite, as a partner: MIEUX_URL and MIEUX_ISSUER say where; deploy/acceptance starts one.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { answered, events, ifMatch, items, mieux, pages, Problem, type Mieux, type Schema } from 'mieux-client';

const url = required('MIEUX_URL');
const issuer = required('MIEUX_ISSUER');
const back = 'http://localhost:5173/';
let api: Mieux;
let authority: string;

function required(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} must say where the suite is`);
  return value;
}

/** Signs in as a front end does, by the page of the local identity provider: the button of the demo person with this role. */
async function signIn(role: string): Promise<{ token: string; authority: string }> {
  const verifier = randomUUID() + randomUUID();
  const page = `${issuer}/authorize?${new URLSearchParams({
    client_id: 'mieux-front-end',
    response_type: 'code',
    scope: 'openid',
    state: 's',
    redirect_uri: back,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })}`;
  const html = await (await fetch(page)).text();
  const shown = html.split('<form').find((form) => form.includes(`<strong>${role}</strong>`)) ?? '';
  const hidden = (name: string) => plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? '');
  const chosen = { username: hidden('username'), claims: hidden('claims') };
  const sent = await fetch(page, { method: 'POST', body: new URLSearchParams(chosen), redirect: 'manual' });
  const code = new URL(sent.headers.get('Location') ?? '').searchParams.get('code') ?? '';
  const redeemed = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'mieux-front-end',
      redirect_uri: back,
      code,
      code_verifier: verifier,
    }),
  });
  const { access_token } = (await redeemed.json()) as { access_token: string };
  return { token: access_token, authority: (JSON.parse(chosen.claims) as { authority: string }).authority };
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

function draft(): Schema<'RequestDraft'> {
  return {
    title: 'Document security',
    problem: 'Forged documents are hard to find.',
    support: 'A curriculum.',
    authorities: [authority],
    countries: ['CM'],
    themes: ['DOCUMENT_SECURITY'],
  };
}

const problem = (status: number, kind: string) => (error: unknown) =>
  error instanceof Problem && error.status === status && error.kind === kind;

before(async () => {
  const partner = await signIn('partner');
  authority = partner.authority;
  api = mieux({ url, token: () => partner.token });
});

test('what was published needs no token', async () => {
  const path = { year: 2017 };
  const { body } = await answered(mieux({ url }).GET('/api/v1/annual-reports/{year}', { params: { path } }));
  assert.equal(body.year, 2017);
  assert.ok(body.figures.length > 10);
});

test('without a token nothing else is seen', async () => {
  await assert.rejects(mieux({ url }).GET('/api/v1/requests'), problem(401, 'unauthorized'));
});

test('a list is read page by page', async () => {
  const ask = (cursor: string | undefined) =>
    api.GET('/api/v1/code-lists/{list}', { params: { path: { list: 'themes' }, query: { cursor, limit: 3 } } });
  const sizes: number[] = [];
  for await (const page of pages(ask)) {
    sizes.push(page.items.length);
  }
  const codes: string[] = [];
  for await (const { code } of items(ask)) {
    codes.push(code);
  }
  assert.ok(sizes.length > 1 && sizes.slice(0, -1).every((size) => size === 3), `pages of ${sizes}`);
  assert.equal(codes.length, sizes.reduce((sum, size) => sum + size));
  assert.equal(new Set(codes).size, codes.length);
});

test('a request is drafted, revised, submitted and found again, and its clock runs', async () => {
  const made = await answered(api.POST('/api/v1/requests', { body: draft() }));
  assert.equal(new URL(made.location ?? '', url).pathname, `/api/v1/requests/${made.body.id}`);
  const path = { idOrReference: made.body.id };
  const body = { ...draft(), title: 'Document security, revised' };
  const revised = await answered(
    api.PUT('/api/v1/requests/{idOrReference}', { body, params: { path, header: ifMatch(made) } }),
  );
  await assert.rejects(
    api.PUT('/api/v1/requests/{idOrReference}', { body, params: { path, header: ifMatch(made) } }),
    problem(412, 'stale-version'),
  );
  const header = { ...ifMatch(revised), 'Idempotency-Key': randomUUID() };
  const submission = '/api/v1/requests/{idOrReference}/submission';
  const submitted = await answered(api.POST(submission, { params: { path, header } }));
  assert.match(submitted.body.reference ?? '', /^\d{4}-\d{2,}$/);
  const again = await answered(api.POST(submission, { params: { path, header } }));
  assert.equal(again.response.headers.get('Idempotency-Replayed'), 'true');
  assert.deepEqual(again.body, submitted.body);

  const { body: clock } = await answered(api.GET('/api/v1/requests/{idOrReference}/clock', { params: { path } }));
  assert.equal(clock.state, 'RUNNING');
  assert.equal(clock.startedOn, submitted.body.submittedOn);
  assert.deepEqual(clock.turn, ['OFFICER']);

  const newest = items((cursor) => api.GET('/api/v1/requests', { params: { query: { cursor, limit: 5 } } }));
  for await (const request of newest) {
    if (request.id === made.body.id) {
      assert.equal(request.title, 'Document security, revised');
      return;
    }
  }
  assert.fail('it is not in the list');
});

test('what happened to a request is told in its order', async () => {
  const made = await answered(api.POST('/api/v1/requests', { body: draft() }));
  const path = { idOrReference: made.body.id };
  await api.POST('/api/v1/requests/{idOrReference}/submission', { params: { path } });
  const heard: (string | undefined)[] = [];
  for await (const event of events(api, { subject: made.body.id, after: '0', signal: AbortSignal.timeout(30_000) })) {
    heard.push(event.type);
    if (heard.length === 2) {
      break;
    }
  }
  assert.deepEqual(heard, ['eu.mieux.request-drafted', 'eu.mieux.request-submitted']);
});

test('a file that was exported is imported as it is, and changes nothing', async () => {
  const manager = await signIn('manager');
  const files = mieux({ url, token: () => manager.token });
  const path = { file: 'media_mentions' as const };
  const { body } = await answered(files.GET('/api/v1/portfolio/{file}', { params: { path } }));
  assert.match(body, /^key,[^]*\P{ASCII}/u);
  const query = { dryRun: true };
  let { body: checked } = await answered(
    files.POST('/api/v1/portfolio/{file}/imports', { params: { path, query }, body }),
  );
  const params = { path: { ...path, id: checked.id } };
  while (checked.status === 'RUNNING') {
    ({ body: checked } = await answered(files.GET('/api/v1/portfolio/{file}/imports/{id}', { params })));
  }
  assert.ok(checked.rows > 10);
  assert.equal(checked.unchanged, checked.rows);
});

test('what is not there is a problem, and so is what breaks a rule, by field', async () => {
  const path = { idOrReference: randomUUID() };
  await assert.rejects(api.GET('/api/v1/requests/{idOrReference}', { params: { path } }), problem(404, 'not-found'));
  const body = { ...draft(), authorities: ['org-somebody-else'] };
  await assert.rejects(api.POST('/api/v1/requests', { body }), (error) => {
    assert.ok(problem(422, 'invalid-fields')(error));
    assert.match((error as Problem).about('/authorities') ?? '', new RegExp(authority));
    return true;
  });
});
