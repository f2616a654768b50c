import { answered, events, ifMatch, items, mieux, Problem, type Answer, type Mieux, type Schema } from 'mieux-client';
import { signedIn, signIn, type Session } from './sign-in.js';

type Request = Schema<'Request'>;
const $ = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const element = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text });
const words = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
const day = (date: string) => new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

$('sign-in').onclick = () => attempt(signIn);
// What went wrong is said until she does something else.
document.addEventListener('click', () => { $('alert').textContent = ''; }, true);
await attempt(async () => {
  const session = await signedIn();
  if (session !== undefined) {
    const url = document.querySelector<HTMLMetaElement>('meta[name=mieux-api]')!.content;
    await show(session, mieux({ url, token: session.token }));
  }
});

async function show(session: Session, api: Mieux): Promise<void> {
  $('sign-in').hidden = true;
  $('who').textContent = session.name;
  $('work').hidden = false;
  let following: AbortController | undefined;
  const open = (request: { id: string; title: string }) => {
    following?.abort();
    following = new AbortController();
    $('clock').hidden = false;
    $('clock-title').textContent = request.title;
    $('clock-title').focus();
    void follow(api, request.id, following.signal);
  };
  const row = (request: Schema<'RequestListed'>) => {
    const button = Object.assign(element('button', request.title), { onclick: () => open(request) });
    button.append(element('span', `${request.reference ?? 'No reference yet'} · ${words(request.status)}`));
    return element('li', '').appendChild(button).parentElement!;
  };
  const list = async () => {
    $('requests').replaceChildren();
    let cursor: string | undefined;
    const more = async () => {
      const query = { cursor, limit: 10 };
      const { body } = await answered(api.GET('/api/v1/requests', { params: { query } }));
      if (query.cursor !== cursor) return; // a second click was faster
      $('requests').append(...body.items.map(row));
      cursor = body.next ?? undefined;
      $('more').hidden = cursor === undefined;
    };
    $('more').onclick = () => attempt(more);
    await more();
  };
  await Promise.all([list(), choices(api, 'countries'), choices(api, 'themes')]);
  form(api, session, async (request) => {
    await list();
    open(request);
  });
  $('new').hidden = session.authority === undefined;
}

/** Shows the clock whenever the stream of events is opened, as it counts days by itself too, and with each event. */
async function follow(api: Mieux, id: string, signal: AbortSignal): Promise<void> {
  const params = { path: { idOrReference: id } };
  const read = async () => showClock((await answered(api.GET('/api/v1/requests/{idOrReference}/clock', { params, signal }))).body);
  await attempt(async () => {
    for await (const _ of events(api, { subject: id, signal, opened: read })) {
      await attempt(read);
    }
  });
}

function showClock({ state, step, steps, turn, startedOn, dueOn, daysUsed, daysLeft, promise }: Schema<'FastResponseClock'>): void {
  const next = turn.map((one) => words(one).toLowerCase().replace(/^eu /, 'EU ')).join(' and ');
  $('state').textContent = `${words(state === 'RUNNING' && step ? step : state)}${next && `: the next step is the ${next}’s`}.`;
  const left = daysLeft ?? 0;
  const due = left < 0 ? `, ${days(-left)} overdue` : `, ${days(left)} left until ${day(dueOn ?? '')}`;
  const used = `${days(daysUsed)} used${state === 'STOPPED' || !dueOn ? '' : due}.`;
  const kept = promise ? ` The promise of three months: ${words(promise).toLowerCase()}.` : '';
  $('due').textContent = startedOn ? used + kept : 'The clock starts with the submission.';
  $('steps').replaceChildren(...steps.map((one) => element('li', `${words(one.step)}: ${days(one.days)}`)));
}

function form(api: Mieux, session: Session, done: (request: Request) => Promise<void>): void {
  const form = $<HTMLFormElement>('form');
  const dialog = $<HTMLDialogElement>('dialog');
  // A draft that was kept though it could not be submitted is revised, not made a second time.
  let draft: Answer<Request> | undefined;
  const at = (one: Answer<Request>) => ({ path: { idOrReference: one.body.id }, header: ifMatch(one) });
  $('new').onclick = () => dialog.showModal();
  $('cancel').onclick = () => dialog.close();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const field = (name: string) => String(new FormData(form).get(name));
    const body = {
      title: field('title'), problem: field('problem'), support: field('support'),
      authorities: [session.authority!], countries: [field('countries')].filter(Boolean), themes: [field('themes')].filter(Boolean),
    };
    $<HTMLButtonElement>('submit').disabled = true;
    try {
      draft = draft === undefined
        ? await answered(api.POST('/api/v1/requests', { body }))
        : await answered(api.PUT('/api/v1/requests/{idOrReference}', { body, params: at(draft) }));
      draft = await answered(api.POST('/api/v1/requests/{idOrReference}/submission', { params: at(draft) }));
    } catch (error) {
      complain(form, error as Error);
      // Somebody was faster; or she herself, by a call whose answer was lost.
      if (draft !== undefined && error instanceof Problem && [409, 412].includes(error.status)) {
        const read = api.GET('/api/v1/requests/{idOrReference}', { params: { path: at(draft).path } });
        draft = await answered(read).catch(() => draft);
      }
    }
    $<HTMLButtonElement>('submit').disabled = false;
    const request = draft?.body;
    if (request !== undefined && request.status !== 'DRAFT') {
      draft = undefined;
      complain(form, undefined);
      form.reset();
      dialog.close();
      await attempt(() => done(request));
    }
  };
}

/** Puts each complaint at its field, and above them what belongs to none. */
function complain(form: HTMLFormElement, error: Error | undefined): void {
  form.querySelectorAll('.error').forEach((one) => one.remove());
  const problem = error instanceof Problem ? error : undefined;
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name]')];
  const wrong = fields.filter((field) => {
    const said = problem?.about(`/${field.name}`);
    field.setAttribute('aria-invalid', String(said !== undefined));
    const shown = Object.assign(element('p', said ?? ''), { className: 'error', id: `${field.name}-error` });
    if (said) field.parentElement!.after(shown);
    return said;
  });
  const others = problem?.errors.filter(({ pointer }) => !fields.some(({ name }) => name === pointer.split('/')[1])) ?? [];
  $('form-error').textContent = others.map(({ detail }) => detail).join(' ') || (wrong.length > 0 ? '' : (error?.message ?? ''));
  wrong[0]?.focus();
}

async function choices(api: Mieux, list: 'countries' | 'themes'): Promise<void> {
  const select = document.querySelector<HTMLSelectElement>(`[name=${list}]`)!;
  const ask = (cursor: string | undefined) =>
    api.GET('/api/v1/code-lists/{list}', { params: { path: { list }, query: { cursor, limit: 1000 } } });
  for await (const { code, label } of items(ask)) {
    select.add(new Option(label, code));
  }
}

/** What goes wrong is said, not lost. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if ((error as Error).name === 'AbortError') return;
    const over = error instanceof Problem && error.status === 401;
    $('alert').textContent = over ? 'Your session is over. Reload the page to sign in.' : (error as Error).message;
  }
}
