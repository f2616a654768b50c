type Fetch = (request: Request) => Promise<Response>;

/** Longer than this nobody waits before a screen. */
const LONGEST_WAIT = 10;

/**
 * Makes a call again that the service was too busy for (429, 503), after the time that it asks for, and one whose
 * connection failed. Safe, as every change has an Idempotency-Key or an If-Match.
 */
export function patient(fetch: Fetch, attempts: number): Fetch {
  return async (request) => {
    for (let attempt = 1; attempt < attempts; attempt++) {
      const seconds = await tried(fetch, request);
      if (typeof seconds !== 'number') {
        return seconds;
      }
      await pause(seconds, request.signal);
    }
    return fetch(request);
  };
}

/** The answer, or after how many seconds to try again. */
async function tried(fetch: Fetch, request: Request): Promise<Response | number> {
  try {
    // A body can be sent once: each attempt has its own.
    const response = await fetch(request.clone());
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const busy = response.status === 429 || response.status === 503;
    return busy && seconds <= LONGEST_WAIT ? seconds : response;
  } catch (failure) {
    if (failure instanceof TypeError && !request.signal.aborted) {
      return 0.5;
    }
    throw failure;
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', give);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', give, { once: true });
  });
}
