import type { components } from './api.js';
import type { Mieux } from './mieux.js';
import { pause } from './patience.js';
import { Problem } from './problem.js';

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
  /** Called and waited for whenever the stream is open: what happens from here on is told, so what is read now is true until then. */
  opened?: () => unknown;
  /** For how many milliseconds nothing may come; 45,000 unless told otherwise, as the API says something every 15 seconds. */
  silence?: number;
}

/** Milliseconds before it comes again, as long as the API does not say otherwise; twice as many with each time that fails. */
const PAUSE = 2000;
const LONGEST_PAUSE = 30_000;

/**
 * What happens, as it happens, of all that the caller may see. The stream of the API ends now and then, as its token does, or the
 * connection, or the service: then it is taken up where it was, and nothing is missed. What is refused is thrown as a `Problem`.
 */
export async function* events(api: Mieux, following: Following = {}): AsyncGenerator<CloudEvent, void> {
  const { signal } = following;
  let last = following.after;
  let retry = PAUSE;
  let wait = retry;
  for (let first = true; !signal?.aborted; first = false) {
    let rest = '';
    for await (const text of texts(api, following, last, first)) {
      const frames = (rest + text).split(/\r?\n\r?\n/);
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        // A frame without data says where the stream is, so that whoever hears of little need not begin long ago.
        last = values(frame, 'id').at(-1) ?? last;
        retry = Number(values(frame, 'retry').at(-1) ?? retry);
        wait = retry;
        const data = values(frame, 'data').join('\n');
        if (data !== '') {
          yield JSON.parse(data) as CloudEvent;
        }
      }
    }
    await pause(wait, signal).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_PAUSE);
  }
}

/** Of the lines of a frame, those with this field. */
function values(frame: string, field: string): string[] {
  const lines = frame.split(/\r?\n/).filter((line) => line.startsWith(`${field}:`));
  return lines.map((line) => line.slice(field.length + 1).replace(/^ /, ''));
}

/** What comes over one connection until it ends, however it does. */
async function* texts(api: Mieux, following: Following, last: string | undefined, first: boolean): AsyncGenerator<string, void> {
  const { types, subject, signal, opened, silence = 45_000 } = following;
  const connection = new AbortController();
  const leave = () => connection.abort(new TypeError('Nothing came for too long.'));
  signal?.addEventListener('abort', leave);
  const heard = async <Heard>(next: Promise<Heard>): Promise<Heard> => {
    const timer = setTimeout(leave, silence);
    return next.finally(() => clearTimeout(timer));
  };
  let open = false;
  try {
    const params = { query: { type: types, subject }, header: { 'Last-Event-ID': last } };
    const asked = api.GET('/api/v1/events', { signal: connection.signal, parseAs: 'stream', params });
    const reader = (await heard(asked)).data?.getReader();
    connection.signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
    await opened?.();
    open = true;
    const decoder = new TextDecoder();
    for (let part = await heard(reader!.read()); !part.done; part = await heard(reader!.read())) {
      yield decoder.decode(part.value, { stream: true });
    }
  } catch (failure) {
    // A stream may break off, and whoever is away is waited for; unless she never was there, which is for the caller to know.
    if (!open && !signal?.aborted && (first || !isAway(failure))) {
      throw failure;
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    connection.abort();
  }
}

function isAway(failure: unknown): boolean {
  return failure instanceof TypeError || (failure instanceof Problem && (failure.status === 429 || failure.status >= 502));
}
