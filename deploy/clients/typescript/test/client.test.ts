// What the client adds to fetch, against a server that answers as told.
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { answered, events, ifMatch, items, mieux, Problem, type CloudEvent, type Mieux } from 'mieux-client';

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

/** The API when fetch itself answers so; the last answer again and again. */
function answering(...answers: ((request: Request) => Response)[]): { api: Mieux; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return answers[Math.min(requests.length, answers.length) - 1]!(request);
  };
  return { api: mieux({ url, fetch: fetch as typeof globalThis.fetch }), requests };
}

/** A stream that comes in these parts, and then ends or not. */
function stream(parts: (string | Uint8Array)[], ends = true): () => Response {
  return () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        parts.forEach((part) => controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part));
        if (ends) {
          controller.close();
        }
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
}

const event = (id: number) => `id: ${id}\ndata: {"id":"e${id}","type":"eu.mieux.request-submitted"}\n\n`;
const failing = (status: number) => () => new Response('{}', { status, headers: problem });
const lastIds = (requests: Request[]) => requests.map((one) => one.headers.get('Last-Event-ID'));

async function heard(following: AsyncIterable<CloudEvent>, count: number): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for await (const { id } of following) {
    ids.push(id);
    if (ids.length === count) {
      break;
    }
  }
  return ids;
}

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

test('a call that is given up while the service is busy is not made again', { timeout: 5000 }, async () => {
  const leaving = new AbortController();
  const busy = () => {
    setTimeout(() => leaving.abort(), 10);
    return new Response('{}', { status: 503, headers: { ...problem, 'Retry-After': '10' } });
  };
  const { api, requests } = answering(busy, () => new Response('{"items":[]}'));
  await assert.rejects(api.GET('/api/v1/requests', { signal: leaving.signal }), { name: 'AbortError' });
  assert.equal(requests.length, 1);
});

test('what may have taken effect is made again only under a name', async () => {
  const lost = () => {
    throw new TypeError('fetch failed');
  };
  const params = { path: { idOrReference: '7' }, header: { 'If-Match': '"1"' } };
  const change = answering(lost);
  await assert.rejects(change.api.PUT('/api/v1/requests/{idOrReference}', { params, body: draft }), TypeError);
  assert.equal(change.requests.length, 1);
  const publication = answering(() => new Response('{}', { status: 503, headers: { 'Retry-After': '0' } }));
  const year = { params: { path: { year: 2017 } } };
  await assert.rejects(publication.api.POST('/api/v1/annual-reports/{year}/publication', year), { status: 503 });
  assert.equal(publication.requests[0]?.headers.get('Idempotency-Key'), null);
  assert.equal(publication.requests.length, 1);
  const read = answering(lost, () => new Response('{"items":[]}'));
  await read.api.GET('/api/v1/requests');
  assert.equal(read.requests.length, 2);
});

test('what was too much at once had no effect, so all of it is made again', async () => {
  told = [
    [429, { ...problem, 'Retry-After': '0' }, {}],
    [200, { ETag: '"2"' }, { id: '7' }],
  ];
  const params = { path: { idOrReference: '7' }, header: { 'If-Match': '"1"' } };
  assert.equal((await answered(api.PUT('/api/v1/requests/{idOrReference}', { params, body: draft }))).etag, '"2"');
  assert.equal(asked.length, 2);
});

test('files go out and come in as they are', async () => {
  const csv = 'key,name\na,"É, b"\n';
  told = [
    [202, {}, { id: '7' }],
    [202, {}, { id: '8' }],
    [200, { 'Content-Type': 'text/csv' }, csv],
  ];
  const params = { path: { file: 'authorities' as const } };
  await api.POST('/api/v1/portfolio/{file}/imports', { params, body: csv });
  await api.POST('/api/v1/portfolio/{file}/imports', { params, body: new Blob([csv]) as unknown as string });
  for (const { headers, body } of asked) {
    assert.deepEqual([headers['content-type'], body], ['text/csv', csv]);
  }
  assert.equal((await answered(api.GET('/api/v1/portfolio/{file}', { params }))).body, csv);
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

test('a problem that cannot be read, or has no address, is one too', async () => {
  const broken = () => new Response('<html>', { status: 503, headers: problem });
  await assert.rejects(answering(broken).api.GET('/api/v1/requests'), {
    name: 'Problem',
    status: 503,
    instance: '/api/v1/requests',
  });
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
  const { api, requests } = answering(
    stream([`: there\nretry: 1\n\n${event(7)}${event(8)}id: 9\ndata: {"cut`]),
    stream([event(9)]),
  );
  let opened = 0;
  const types = ['eu.mieux.request-*', 'eu.mieux.action-*'];
  assert.deepEqual(await heard(events(api, { types, opened: () => opened++ }), 3), ['e7', 'e8', 'e9']);
  assert.equal(requests[0]?.url, `${url}/api/v1/events?type=eu.mieux.request-*&type=eu.mieux.action-*`);
  assert.deepEqual(lastIds(requests), [null, '8']);
  assert.equal(opened, 2);
});

test('a stream that breaks off before its first event is taken up where it began', async () => {
  const { api, requests } = answering(stream(['id: 5\nretry: 1\n\n']), stream([event(6)]));
  assert.deepEqual(await heard(events(api), 1), ['e6']);
  assert.deepEqual(lastIds(requests), [null, '5']);
});

test('frames are the same wherever the parts end in which they come', async () => {
  const data = '{"id":"é\u2028€","type":"x"}';
  const bytes = new TextEncoder().encode(`: there\r\nid:1\r\nretry:1\r\n\r\nid:2\r\ndata:${data}\r\n\r\n${event(3)}`);
  for (let cut = 0; cut < bytes.length; cut++) {
    const { api, requests } = answering(stream([bytes.slice(0, cut), bytes.slice(cut)]), stream([event(4)]));
    assert.deepEqual(await heard(events(api), 3), ['é\u2028€', 'e3', 'e4'], `cut at ${cut}`);
    assert.deepEqual(lastIds(requests), [null, '3']);
  }
});

test('who is away is waited for, a little longer each time', async (context) => {
  const waits: number[] = [];
  const soon = globalThis.setTimeout;
  const hurried = (act: () => void, after: number) => (waits.push(after), soon(act, after === 45_000 ? after : 0));
  context.mock.method(globalThis, 'setTimeout', hurried as typeof setTimeout);
  const away = [502, 503, 504, 429, 503].map(failing);
  const { api, requests } = answering(stream([event(1)]), ...away, stream([event(2)]), stream([event(3)]));
  assert.deepEqual(await heard(events(api), 3), ['e1', 'e2', 'e3']);
  assert.deepEqual(
    waits.filter((one) => one !== 45_000),
    [2000, 4000, 8000, 16_000, 30_000, 30_000, 2000],
  );
  assert.deepEqual(lastIds(requests), [null, '1', '1', '1', '1', '1', '1', '2']);
});

test('a connection on which nothing comes is given up, and another made', { timeout: 5000 }, async () => {
  const { api, requests } = answering(stream([`retry: 1\n${event(1)}`], false), stream([event(2)]));
  assert.deepEqual(await heard(events(api, { silence: 20 }), 2), ['e1', 'e2']);
  assert.deepEqual(lastIds(requests), [null, '1']);
});

test('whoever leaves does not wait', { timeout: 5000 }, async () => {
  for (const ends of [true, false]) {
    const leaving = new AbortController();
    const { api } = answering(stream([`retry: 60000\n${event(1)}`], ends));
    const following = events(api, { signal: leaving.signal });
    await following.next();
    setTimeout(() => leaving.abort(), 10);
    assert.equal((await following.next()).done, true);
  }
});

test('events that are refused are a problem, at once or on the way', async () => {
  told = [[410, problem, { type: 'urn:mieux:problem:no-longer-kept', status: 410 }]];
  await assert.rejects(events(api, { after: '1' }).next(), { name: 'Problem', kind: 'no-longer-kept' });
  await assert.rejects(events(answering(failing(503)).api).next(), { name: 'Problem', status: 503 });
  const { api: over } = answering(stream([`retry: 1\n${event(1)}`]), failing(401));
  await assert.rejects(heard(events(over), 2), { name: 'Problem', status: 401 });
});
