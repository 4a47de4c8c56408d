/** A visitor without JavaScript: requests pages, fills in their forms, and notices when no answer comes. */
import { request } from 'node:http';

/** Milliseconds within which every request is answered, or its connection ended. */
const answerMs = 20_000;

const unescaped = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Returns the hidden fields of each form of a page, as entries. */
export function formsOf(html) {
  return html
    .split('<form')
    .slice(1)
    .map((part) => {
      const text = part.slice(0, part.indexOf('</form>'));
      const fields = {};
      for (const [input] of text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
        const [, name] = /name="([^"]*)"/.exec(input) ?? [];
        const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
        if (name) fields[unescaped(name)] = unescaped(value);
      }
      return { text, fields };
    });
}

export class Visitor {
  #address;
  #cookies = new Map();
  #onEnd;

  /**
   * Opens no connection yet.
   * @param onEnd called with every request that has ended: `{ kind, status, fault, from, to }`
   */
  constructor(address, onEnd) {
    this.#address = new URL(address);
    this.#onEnd = onEnd;
  }

  /**
   * Sends one request over a connection of its own. Returns `{ status, bytes, text, location }`, or `{ fault }`: the code of
   * what ended the connection, or `unanswered`.
   */
  async #send(kind, method, path, body) {
    const from = performance.now();
    const answer = await this.#exchange(method, path, body);
    const { status, fault } = answer;
    this.#onEnd({ kind, status, fault, from, to: performance.now() });
    return answer;
  }

  #exchange(method, path, body) {
    return new Promise((done) => {
      const headers = {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: this.#address.origin,
        ...(body && { 'content-type': body.type, 'content-length': body.bytes.length }),
      };
      const { hostname, port } = this.#address;
      const outgoing = request({ hostname, port, method, path, headers, agent: false });
      const timer = setTimeout(() => {
        done({ fault: 'unanswered' });
        outgoing.destroy();
      }, answerMs);
      const end = (answer) => {
        clearTimeout(timer);
        done(answer);
      };
      outgoing.on('error', ({ code, message }) => end({ fault: code ?? message }));
      outgoing.on('response', (response) => {
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('error', ({ code, message }) => end({ fault: code ?? message }));
        response.on('end', () => {
          this.#keepCookies(response.headers['set-cookie'] ?? []);
          const bytes = Buffer.concat(pieces);
          const { location = '' } = response.headers;
          end({ status: response.statusCode, bytes, text: bytes.toString('utf8'), location });
        });
      });
      outgoing.end(body?.bytes);
    });
  }

  #keepCookies(lines) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  get(kind, path) {
    return this.#send(kind, 'GET', path);
  }

  /** Sends a form as a browser without a script does. */
  async post(kind, path, fields) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const encoded = new Response(form);
    const bytes = Buffer.from(await encoded.arrayBuffer());
    return this.#send(kind, 'POST', path, { bytes, type: encoded.headers.get('content-type') });
  }

  /** Signs in; returns whether that was acknowledged. */
  async signIn(email, password = 'suanquan-demo-2026') {
    this.#cookies.clear();
    const page = await this.get('sign-in page', '/sign-in');
    const form = formsOf(page.text ?? '').find(({ text }) => text.includes('name="password"'));
    if (!form) return false;
    const answer = await this.post('sign-in', '/sign-in', { ...form.fields, email, password });
    return answer.status === 303;
  }

  /** Returns a page's text, or an empty text while the page is not available. */
  async read(kind, path) {
    const { status, text } = await this.get(kind, path);
    return status === 200 ? text : '';
  }
}
