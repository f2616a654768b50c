import type { components } from './api.js';

export { answered, ifMatch, type Answer } from './answer.js';
export { events, type CloudEvent, type Following } from './events.js';
export { mieux, type Mieux, type MieuxOptions } from './mieux.js';
export { items, pages, type Page } from './pages.js';
export { Problem, type FieldError } from './problem.js';
export type { components, operations, paths } from './api.js';

/** What the API calls by this name, for instance `Schema<'Request'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
