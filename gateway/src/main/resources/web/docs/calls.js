/** The address, headers and body of a call; values as they were typed. */
function request({ method, path, values, body, token }) {
  const query = new URLSearchParams();
  const headers = [];
  let address = path;
  for (const { name, place, value } of values) {
    if (place === 'path') {
      address = address.replace(`{${name}}`, encodeURIComponent(value));
    } else if (place === 'query') {
      query.append(name, value);
    } else {
      headers.push([name, value]);
    }
  }
  if (token) {
    headers.push(['Authorization', `Bearer ${token}`]);
  }
  if (body !== undefined && body !== null) {
    headers.push(['Content-Type', path.endsWith('/imports') ? 'text/csv' : 'application/json']);
  }
  const search = query.size > 0 ? `?${query}` : '';
  return { address: address + search, options: { method, headers, body: body ?? undefined } };
}

/** The same for a command line; the token stays out of it. */
export function asCommand(asked) {
  const { address, options } = request({ ...asked, token: '' });
  const lines = [`curl -si ${options.method === 'GET' ? '' : `-X ${options.method} `}${quoted(location.origin + address)}`];
  if (asked.token) {
    lines.push('-H "Authorization: Bearer $TOKEN"');
  }
  options.headers.forEach(([name, value]) => lines.push(`-H ${quoted(`${name}: ${value}`)}`));
  if (options.body !== undefined) {
    lines.push(`-d ${quoted(options.body)}`);
  }
  return lines.join(' \\\n  ');
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Tells once what came back, in words and as it came; of a stream, adds what comes. */
export async function call(asked, signal, tell, add) {
  const begun = performance.now();
  try {
    // Within: what cannot be sent, as a token with an ellipsis in it, is said too.
    const { address, options } = request(asked);
    const answer = await fetch(address, { ...options, signal });
    const head = ['etag', 'location', 'link', 'ratelimit', 'retry-after', 'content-type']
      .filter((name) => answer.headers.has(name))
      .map((name) => `${name}: ${answer.headers.get(name)}`)
      .join('\n');
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      tell(`${answer.status} ${answer.statusText}: a stream, until this is folded up`, `${head}\n\n`);
      const parts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await parts.read(); !part.done; part = await parts.read()) {
        add(part.value);
      }
    } else {
      const text = `${head}\n\n${pretty(await answer.text())}`.trim();
      tell(`${answer.status} ${answer.statusText}, ${Math.round(performance.now() - begun)} ms`, text);
    }
  } catch (error) {
    if (error.name !== 'AbortError') {
      tell(`No answer: ${error.message}`, '');
    }
  }
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body; // a file, or nothing
  }
}
