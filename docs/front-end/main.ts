import { answered, ifMatch, items, mieux, pages, Problem, type Answer, type Mieux, type Schema } from 'mieux-client';
import { signedIn, signIn, type Session } from './sign-in.js';

type Clock = Schema<'FastResponseClock'>;
const $ = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const element = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text });
const words = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
const day = (date: string) => new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

$('sign-in').onclick = () => attempt(signIn);
await attempt(async () => {
  const session = await signedIn();
  if (session === undefined) {
    $('sign-in').hidden = false;
    return;
  }
  const url = document.querySelector<HTMLMetaElement>('meta[name=mieux-api]')!.content;
  await show(session, mieux({ url, token: session.token }));
});

async function show(session: Session, api: Mieux): Promise<void> {
  $('who').textContent = session.name;
  $('main').hidden = false;
  let following = new AbortController();
  const open = (request: { id: string; title: string }) => {
    following.abort();
    following = new AbortController();
    $('clock').hidden = false;
    $('clock-title').textContent = request.title;
    $('clock-title').focus();
    void follow(api, request.id, showClock, following.signal);
  };
  const list = async () => {
    $('requests').replaceChildren();
    const found = pages((cursor) => api.GET('/api/v1/requests', { params: { query: { cursor, limit: 10 } } }));
    const more = async () => {
      const { value: page } = await found.next();
      $('requests').append(...(page?.items ?? []).map((request) => row(request, open)));
      $('more').hidden = !page?.next;
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

function row(request: Schema<'RequestListed'>, open: (request: Schema<'RequestListed'>) => void): HTMLElement {
  const button = element('button', request.title);
  button.append(element('span', `${request.reference ?? 'No reference yet'} · ${words(request.status)}`));
  button.onclick = () => open(request);
  const item = element('li', '');
  item.append(button);
  return item;
}

/** Tells the clock now and whenever it changes. The one place that knows how to hear of changes. */
async function follow(api: Mieux, id: string, tell: (clock: Clock) => void, until: AbortSignal): Promise<void> {
  const params = { path: { idOrReference: id } };
  for (let last = ''; !until.aborted; await new Promise((soon) => setTimeout(soon, 5000))) {
    await attempt(async () => {
      const { body } = await answered(api.GET('/api/v1/requests/{idOrReference}/clock', { params }));
      if (!until.aborted && JSON.stringify(body) !== last) {
        last = JSON.stringify(body);
        tell(body);
      }
    });
  }
}

function showClock({ state, step, steps, turn, startedOn, dueOn, daysUsed, daysLeft, promise }: Clock): void {
  const next = turn.map((one) => words(one).toLowerCase()).join(' and ');
  $('state').textContent = `${words(state === 'RUNNING' && step ? step : state)}${next && `: the next step is the ${next}’s`}.`;
  const used = $<HTMLProgressElement>('used');
  used.hidden = !startedOn;
  used.max = Math.max(1, daysUsed + Math.max(0, daysLeft ?? 0));
  used.value = daysUsed;
  const left = state === 'STOPPED' || !dueOn ? '' : `, ${days(daysLeft ?? 0)} left until ${day(dueOn)}`;
  const kept = promise ? ` The promise of three months: ${words(promise).toLowerCase()}.` : '';
  $('due').textContent = startedOn ? `${days(daysUsed)} used${left}.${kept}` : 'The clock starts with the submission.';
  $('steps').replaceChildren(...steps.map((one) => element('li', `${words(one.step)}: ${days(one.days)}`)));
}

function form(api: Mieux, session: Session, done: (request: Schema<'Request'>) => Promise<void>): void {
  const form = $<HTMLFormElement>('form');
  const dialog = $<HTMLDialogElement>('dialog');
  // A draft that was kept though it could not be submitted is revised, not made a second time.
  let draft: Answer<Schema<'Request'>> | undefined;
  $('new').onclick = () => dialog.showModal();
  $('cancel').onclick = () => dialog.close();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const field = (name: string) => String(new FormData(form).get(name));
    const several = (name: string) => (field(name) === '' ? [] : [field(name)]);
    const body = {
      title: field('title'), problem: field('problem'), support: field('support'),
      authorities: [session.authority!], countries: several('countries'), themes: several('themes'),
    };
    $<HTMLButtonElement>('submit').disabled = true;
    try {
      const at = (one: Answer<Schema<'Request'>>) => ({ path: { idOrReference: one.body.id }, header: ifMatch(one) });
      draft = draft === undefined
        ? await answered(api.POST('/api/v1/requests', { body }))
        : await answered(api.PUT('/api/v1/requests/{idOrReference}', { body, params: at(draft) }));
      const submission = '/api/v1/requests/{idOrReference}/submission';
      const submitted = await answered(api.POST(submission, { params: at(draft) }));
      draft = undefined;
      complain(form, undefined);
      form.reset();
      dialog.close();
      await attempt(() => done(submitted.body));
    } catch (error) {
      complain(form, error as Error);
    } finally {
      $<HTMLButtonElement>('submit').disabled = false;
    }
  };
}

/** Puts each complaint where it belongs, and what belongs nowhere above. */
function complain(form: HTMLFormElement, error: Error | undefined): void {
  form.querySelectorAll('.error').forEach((one) => one.remove());
  const wrong = [...form.querySelectorAll<HTMLInputElement>('[name]')].filter((field) => {
    const said = error instanceof Problem ? error.about(`/${field.name}`) : undefined;
    field.setAttribute('aria-invalid', String(said !== undefined));
    if (said !== undefined) {
      field.parentElement!.after(Object.assign(element('p', said), { className: 'error', id: `${field.name}-error` }));
    }
    return said !== undefined;
  });
  $('form-error').textContent = error === undefined || wrong.length > 0 ? '' : error.message;
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
    $('alert').textContent = '';
  } catch (error) {
    const over = error instanceof Problem && error.status === 401;
    $('alert').textContent = over ? 'Your session is over. Reload the page to sign in.' : (error as Error).message;
  }
}
