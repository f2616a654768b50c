type Fetch = (request: Request) => Promise<Response>;

/** Seconds; longer than this nobody waits before a screen. */
const LONGEST_WAIT = 10;
const AFTER_A_FAILURE = 500;

/**
 * Makes a call again, after the time that the service asks for when it is too busy (429, 503), and when the connection failed. What may
 * have taken effect is made again only if it changes nothing, or is known by its Idempotency-Key; what was too much (429) has had none.
 */
export function patient(fetch: Fetch, attempts: number): Fetch {
  return async (request) => {
    for (let attempt = 1; attempt < attempts; attempt++) {
      const wait = await tried(fetch, request);
      if (typeof wait !== 'number') {
        return wait;
      }
      await pause(wait, request.signal);
    }
    return fetch(request);
  };
}

/** The answer, or after how many milliseconds to try again. */
async function tried(fetch: Fetch, request: Request): Promise<Response | number> {
  const repeatable = ['GET', 'HEAD'].includes(request.method) || request.headers.has('Idempotency-Key');
  try {
    // A body can be sent once: each attempt has its own.
    const response = await fetch(request.clone());
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const again = response.status === 429 || (response.status === 503 && repeatable);
    return again && seconds <= LONGEST_WAIT ? seconds * 1000 : response;
  } catch (failure) {
    if (failure instanceof TypeError && repeatable) {
      return AFTER_A_FAILURE;
    }
    throw failure;
  }
}

/** Waits for so many milliseconds; rejects when it is given up. */
export function pause(wait: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', give);
      resolve();
    }, wait);
    signal?.addEventListener('abort', give, { once: true });
    if (signal?.aborted) {
      give();
    }
  });
}
