/** What was answered, its version, and where a new record is. */
export interface Answer<Body> {
  body: Body;
  /** The record's version, for {@link ifMatch}; undefined where there is none. */
  etag: string | undefined;
  /** The address of the record that was made. */
  location: string | undefined;
  response: Response;
}

interface Fetched {
  data?: unknown;
  response: Response;
}

/** The body that a good answer has. */
type BodyOf<Answered extends Fetched> = Answered extends { error: unknown; data?: never } ? never : Answered['data'];

/** Waits for a call of the API and keeps what is of use. What was refused has been thrown. */
export async function answered<Answered extends Fetched>(
  call: Promise<Answered>,
): Promise<Answer<Exclude<BodyOf<Answered>, undefined>>> {
  const { data, response } = await call;
  return {
    body: data as Exclude<BodyOf<Answered>, undefined>,
    etag: response.headers.get('ETag') ?? undefined,
    location: response.headers.get('Location') ?? undefined,
    response,
  };
}

/** For `params.header`: change the record only if it is still the one that was read. */
export function ifMatch(read: { etag: string | undefined }): { 'If-Match': string } {
  if (read.etag === undefined) {
    throw new TypeError('This answer has no ETag: it is no record, or only a part of one.');
  }
  return { 'If-Match': read.etag };
}
