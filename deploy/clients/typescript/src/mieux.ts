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

/** The API at an address. */
export function mieux(options: MieuxOptions): Mieux {
  const client = createClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ''),
    // Looked up at each call: whoever wraps it later, to trace or to test, is heard.
    fetch: patient((request) => (options.fetch ?? globalThis.fetch)(request), options.attempts ?? 3),
  });
  client.use(asking(options), { onResponse: ({ response }) => refused(response) });
  return client;
}

function asking(options: MieuxOptions): Middleware {
  return {
    async onRequest({ request }) {
      const token = await options.token?.();
      if (token !== undefined) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      if (options.language !== undefined) {
        request.headers.set('Accept-Language', options.language);
      }
      if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
        // One name for all attempts at this call: however often it arrives, it takes effect once.
        request.headers.set('Idempotency-Key', crypto.randomUUID());
      }
      return request;
    },
  };
}

async function refused(response: Response): Promise<undefined> {
  // 304 is no refusal: what the caller has is good still.
  if (!response.ok && response.status !== 304) {
    throw await Problem.of(response);
  }
  return undefined;
}
