/** A page of a list; `next` is where to ask on. */
export interface Page<Item> {
  items: Item[];
  next?: string | null | undefined;
}

type Asked<Item> = Promise<{ data?: Page<Item> | undefined }>;

/**
 * The pages of a list, asked for as they are needed.
 *
 * @param ask with the cursor of a page: `(cursor) => api.GET('/api/v1/requests', { params: { query: { cursor } } })`
 */
export async function* pages<Item>(ask: (cursor: string | undefined) => Asked<Item>): AsyncGenerator<Page<Item>, void> {
  let cursor: string | undefined;
  do {
    const { data } = await ask(cursor);
    if (data === undefined) {
      return;
    }
    yield data;
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
}

/** The items of all pages: `for await (const request of items((cursor) => …))`. Stop when you like; no more is asked for then. */
export async function* items<Item>(ask: (cursor: string | undefined) => Asked<Item>): AsyncGenerator<Item, void> {
  for await (const page of pages(ask)) {
    yield* page.items;
  }
}
