// What the client adds to fetch, against a server that answers as told.
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { answered, events, ifMatch, items, mieux, Problem, type Mieux } from 'mieux-client';

interface Asked {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}
type Told = [status: number, headers: Record<string, string>, body?: unknown];

let server: Server;
let asked: Asked[];
let told: Told[];
let api: Mieux;
let url: string;

beforeEach(async () => {
  asked = [];
  told = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    asked.push({ method: request.method, url: request.url, headers: request.headers, body });
    const [status, headers, answer] = told.shift() ?? [500, {}];
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = mieux({ url: `${url}/`, token: () => Promise.resolve('fresh'), language: 'fr' });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const problem = { 'Content-Type': 'application/problem+json' };
const draft = { title: 'A', authorities: ['a'], countries: ['CM'], themes: [] };

test('every call carries the token of the moment and the language', async () => {
  told = [[200, {}, { items: [] }]];
  await api.GET('/api/v1/requests', { params: { query: { status: 'DRAFT', limit: 5 } } });
  assert.equal(asked[0]?.url, '/api/v1/requests?status=DRAFT&limit=5');
  assert.equal(asked[0]?.headers.authorization, 'Bearer fresh');
  assert.equal(asked[0]?.headers['accept-language'], 'fr');
  assert.equal(asked[0]?.headers['idempotency-key'], undefined);
});

test('without a token none is sent', async () => {
  told = [[200, {}, { items: [] }]];
  await mieux({ url }).GET('/api/v1/annual-reports');
  assert.equal(asked[0]?.headers.authorization, undefined);
});

test('a post that the service was too busy for is made again under the same name', async () => {
  told = [
    [503, { ...problem, 'Retry-After': '0' }, {}],
    [201, { ETag: '"1"', Location: '/api/v1/requests/7' }, { id: '7' }],
  ];
  const made = await answered(api.POST('/api/v1/requests', { body: draft }));
  assert.equal(made.location, '/api/v1/requests/7');
  assert.equal(asked.length, 2);
  assert.match(String(asked[0]?.headers['idempotency-key']), /^[0-9a-f-]{36}$/);
  assert.equal(asked[1]?.headers['idempotency-key'], asked[0]?.headers['idempotency-key']);
  assert.deepEqual(JSON.parse(asked[1]?.body ?? ''), draft);
});

test('one who has a name for her call keeps it', async () => {
  told = [[201, {}, {}]];
  await api.POST('/api/v1/requests', { body: draft, params: { header: { 'Idempotency-Key': 'mine' } } });
  assert.equal(asked[0]?.headers['idempotency-key'], 'mine');
});

test('a long wait is left to the caller', async () => {
  told = [[429, { ...problem, 'Retry-After': '60' }, { status: 429, type: 'urn:mieux:problem:too-many-requests' }]];
  await assert.rejects(api.GET('/api/v1/requests'), (error) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.kind, 'too-many-requests');
    assert.equal(error.retryAfter, 60);
    return true;
  });
  assert.equal(asked.length, 1);
});

test('a call that is given up is not made again', async () => {
  await assert.rejects(api.GET('/api/v1/requests', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.equal(asked.length, 0);
});

test('a refusal tells what is wrong with which field', async () => {
  const errors = [
    { pointer: '/countries/0', detail: 'There is no country XX.' },
    { pointer: '/title', detail: 'Give it a title.' },
  ];
  told = [[422, problem, { type: 'urn:mieux:problem:invalid-fields', detail: 'Two things.', status: 422, errors }]];
  await assert.rejects(api.POST('/api/v1/requests', { body: draft }), (error) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.message, 'Two things.');
    assert.equal(error.about('/countries'), 'There is no country XX.');
    assert.equal(error.about('/count'), undefined);
    return true;
  });
});

test('an answer of somebody who knows no problems is one too', async () => {
  told = [[502, { 'Content-Type': 'text/html' }, 'oops']];
  await assert.rejects(api.GET('/api/v1/requests'), { name: 'Problem', status: 502, type: 'about:blank' });
});

test('what was read is changed only if it is still that', async () => {
  told = [
    [200, { ETag: '"3"' }, { id: '7' }],
    [200, { ETag: '"4"' }, { id: '7' }],
  ];
  const path = { idOrReference: '7' };
  const read = await answered(api.GET('/api/v1/requests/{idOrReference}', { params: { path } }));
  await api.PUT('/api/v1/requests/{idOrReference}', { params: { path, header: ifMatch(read) }, body: draft });
  assert.equal(asked[1]?.headers['if-match'], '"3"');
  assert.throws(() => ifMatch({ etag: undefined }), TypeError);
});

test('a list is asked for page by page, and no further than it is read', async () => {
  told = [
    [200, {}, { items: [{ id: '1' }, { id: '2' }], next: 'more' }],
    [200, {}, { items: [{ id: '3' }, { id: '4' }], next: 'even-more' }],
  ];
  const seen: string[] = [];
  for await (const one of items((cursor) => api.GET('/api/v1/requests', { params: { query: { cursor } } }))) {
    seen.push(one.id);
    if (one.id === '3') {
      break;
    }
  }
  assert.deepEqual(seen, ['1', '2', '3']);
  assert.deepEqual(
    asked.map((one) => one.url),
    ['/api/v1/requests', '/api/v1/requests?cursor=more'],
  );
});

test('events are followed over the end of a stream, and nothing is told twice', async () => {
  const stream = { 'Content-Type': 'text/event-stream' };
  const event = (id: number) => `id: ${id}\ndata: {"id":"e${id}","type":"eu.mieux.request-submitted"}\n\n`;
  told = [
    [200, stream, `: there\n\n${event(7)}${event(8)}id: 9\ndata: {"cut`],
    [200, stream, event(9)],
  ];
  const seen: (string | undefined)[] = [];
  for await (const { id } of events(api, { types: ['eu.mieux.request-*', 'eu.mieux.action-*'] })) {
    seen.push(id);
    if (id === 'e9') {
      break;
    }
  }
  assert.deepEqual(seen, ['e7', 'e8', 'e9']);
  assert.equal(asked[0]?.url, '/api/v1/events?type=eu.mieux.request-*&type=eu.mieux.action-*');
  assert.deepEqual(
    asked.map((one) => one.headers['last-event-id']),
    [undefined, '8'],
  );
});

test('events that are refused are a problem', async () => {
  told = [[410, problem, { type: 'urn:mieux:problem:no-longer-kept', status: 410 }]];
  await assert.rejects(events(api, { after: '1' }).next(), { name: 'Problem', kind: 'no-longer-kept' });
});
