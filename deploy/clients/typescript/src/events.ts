import { createParser } from 'eventsource-parser';
import type { components } from './api.js';
import type { Mieux } from './mieux.js';

/** What happened to which record, and where to read it. */
export type CloudEvent = components['schemas']['CloudEvent'];

export interface Following {
  /** Only events of these types (`eu.mieux.request-submitted`), or of these kinds of records (`eu.mieux.request-*`). */
  types?: string[];
  /** Only events of the record with this id. */
  subject?: string;
  /** The id of the last event that you had; without it the stream begins with what happens next. */
  after?: string;
  /** Ends it. */
  signal?: AbortSignal;
}

/** Before it comes again, so that a gateway that starts anew is not overrun. */
const PAUSE = 1000;

/**
 * What happens, as it happens, of all that the caller may see. The stream of the API ends now and then, as its token does, or the
 * connection: then it is taken up after the last event, and nothing is missed. What is refused is thrown as a `Problem`.
 */
export async function* events(api: Mieux, following: Following = {}): AsyncGenerator<CloudEvent, void> {
  const told: CloudEvent[] = [];
  let last = following.after;
  for (let first = true; !following.signal?.aborted; first = false) {
    const parser = createParser({
      onEvent: (event) => {
        last = event.id ?? last;
        told.push(JSON.parse(event.data) as CloudEvent);
      },
    });
    for await (const text of texts(await opened(api, following, last, first))) {
      parser.feed(text);
      yield* told.splice(0);
    }
    await new Promise((soon) => setTimeout(soon, following.signal?.aborted ? 0 : PAUSE));
  }
}

/** Nothing while the gateway cannot be reached; unless it never was, which is for the caller to know. */
async function opened(api: Mieux, { types, subject, signal }: Following, last: string | undefined, first: boolean) {
  const params = { query: { type: types, subject }, header: { 'Last-Event-ID': last } };
  try {
    const { data } = await api.GET('/api/v1/events', { signal: signal ?? null, parseAs: 'stream', params });
    return data;
  } catch (failure) {
    if (signal?.aborted || (failure instanceof TypeError && !first)) {
      return undefined;
    }
    throw failure;
  }
}

/** Until the stream ends, however it does: whoever follows comes again. */
async function* texts(stream: ReadableStream<Uint8Array> | null | undefined): AsyncGenerator<string, void> {
  const reader = stream?.getReader();
  const decoder = new TextDecoder();
  try {
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      yield decoder.decode(part.value, { stream: true });
    }
  } catch {
    // The connection broke, or was given up; either is an end like another.
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
