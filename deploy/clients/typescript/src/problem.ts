import type { components } from './api.js';

/** What is wrong with one field of what was sent; `pointer` is a JSON pointer: `/countries/0`. */
export type FieldError = components['schemas']['FieldError'];

type Said = components['schemas']['Problem'];

const OURS = 'urn:mieux:problem:';

/** Why a call was refused, or failed (RFC 9457). Its message is a sentence that a person can act on. */
export class Problem extends Error {
  override readonly name = 'Problem';

  private constructor(
    /** The HTTP status. */
    readonly status: number,
    /** `urn:mieux:problem:stale-version`, for instance; does not change with the language or the release. */
    readonly type: string,
    /** The kind in words. */
    readonly title: string,
    detail: string,
    /** The path that was asked. */
    readonly instance: string,
    /** Field by field, for 400 and 422. */
    readonly errors: readonly FieldError[],
    /** After how many seconds to try again, where that makes sense. */
    readonly retryAfter: number | undefined,
  ) {
    super(detail);
  }

  /** The last part of its type: `stale-version`. */
  get kind(): string {
    return this.type.startsWith(OURS) ? this.type.slice(OURS.length) : this.type;
  }

  /** What is wrong with this field, or with something in it; undefined when nothing is. */
  about(pointer: string): string | undefined {
    const said = this.errors.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    return said.length === 0 ? undefined : said.map((one) => one.detail).join(' ');
  }

  /** Also of an answer that somebody between here and the gateway made, who knows nothing of problems. */
  static async of(response: Response, request: Request): Promise<Problem> {
    const said = await read(response);
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return new Problem(
      response.status,
      said.type ?? 'about:blank',
      said.title ?? response.statusText,
      said.detail ?? `The answer was ${response.status} ${response.statusText}`.trimEnd(),
      said.instance ?? new URL(request.url).pathname,
      said.errors ?? [],
      Number.isFinite(seconds) ? seconds : undefined,
    );
  }
}

async function read(response: Response): Promise<Partial<Said>> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.startsWith('application/problem+json')) {
    return {};
  }
  // It may say that it is a problem and be none, or break off.
  return (response.json() as Promise<Partial<Said>>).catch(() => ({}));
}
