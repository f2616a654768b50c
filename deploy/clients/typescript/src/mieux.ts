import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api.js';
import { patient } from './patience.js';
import { Problem } from './problem.js';

/** Every operation of the API by method and path, with types: `api.GET('/api/v1/requests')`. What is refused is thrown as a {@link Problem}. */
export type Mieux = Client<paths, `${string}/${string}`>;

export interface MieuxOptions {
  /** Where the gateway is: `https://facility.example`. */
  url: string;
  /** Asked before every call, so that it can renew what has run out. Nothing, for what is open to everybody. */
  token?: () => string | undefined | Promise<string | undefined>;
  /** Of the labels that the API answers: `en`, `fr` or `es`. */
  language?: string;
  /** How often a call is made at most while the service is busy or the connection fails; 3 unless told otherwise. */
  attempts?: number;
  /** In place of the platform's. */
  fetch?: typeof globalThis.fetch;
}

type Named<Path extends keyof paths> = paths[Path] extends { post: { parameters: { header?: infer Header } } }
  ? 'Idempotency-Key' extends keyof NonNullable<Header>
    ? never
    : Path
  : never;

/** The POSTs that take no Idempotency-Key; the compiler looks after the list. */
const NAMELESS: { [Path in keyof paths as Named<Path>]: true } = {
  '/api/v1/annual-reports/{year}/publication': true,
  '/api/v1/eligibility-checks': true,
  '/api/v1/notification-settings/confirmations/{token}': true,
  '/api/v1/notification-settings/unsubscriptions/{token}': true,
  '/api/v1/portfolio/{file}/imports': true,
  '/api/v1/services/{service}/parked-records/{id}/retry': true,
  '/api/v1/services/{service}/projection-rebuild': true,
};

/** The API at an address. */
export function mieux(options: MieuxOptions): Mieux {
  const client = createClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ''),
    // Looked up at each call: whoever wraps it later, to trace or to test, is heard.
    fetch: patient((request) => (options.fetch ?? globalThis.fetch)(request), options.attempts ?? 3),
    bodySerializer: (body: unknown) => (typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body)),
  });
  client.use(asking(options), answering);
  return client;
}

function asking(options: MieuxOptions): Middleware {
  return {
    async onRequest({ request, schemaPath }) {
      const token = await options.token?.();
      if (token !== undefined) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      if (options.language !== undefined) {
        request.headers.set('Accept-Language', options.language);
      }
      if (schemaPath.endsWith('/imports')) {
        request.headers.set('Content-Type', 'text/csv');
      } else if (schemaPath.endsWith('/attachments')) {
        request.headers.set('Content-Type', 'application/octet-stream');
      }
      if (request.method === 'POST' && !request.headers.has('Idempotency-Key') && !(schemaPath in NAMELESS)) {
        // One name for all attempts at this call: however often it arrives, it takes effect once.
        request.headers.set('Idempotency-Key', crypto.randomUUID());
      }
      return request;
    },
  };
}

const answering: Middleware = {
  async onResponse({ request, response, options }) {
    // 304 is no refusal: what the caller has is good still.
    if (!response.ok && response.status !== 304) {
      throw await Problem.of(response, request);
    }
    // A file is text, for the caller too who did not say so.
    const isFile = /^text\/(csv|calendar)/.test(response.headers.get('Content-Type') ?? '');
    return isFile && options.parseAs === 'json' ? new Response(JSON.stringify(await response.text()), response) : undefined;
  },
};
