import { describe, expect, it, vi } from 'vitest';
import { fromEarlierBuild, namesUnknownAction } from './earlier-build';
import { unpacked } from './sent-texts';

const known = '7f12bd6014455352c9ad7db60c79a4dc76641a58b3';
const other = '7f00000000000000000000000000000000000000aa';

vi.mock('node:fs', () => ({
  readFileSync: () => JSON.stringify({ node: { [known]: {} }, edge: {} }),
}));

type Entries = readonly (readonly [string, string | Blob])[];

/** Returns the fields that React puts at the start of a form whose action carries a state. */
const bound = (id: string): Entries => [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
  ['$ACTION_1:1', '[{"status":"idle"}]'],
  ['$ACTION_KEY', 'k0'],
];

function posted(entries: Entries, headers: Record<string, string> = {}): Request {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  const { headers: made, body: bytes } = new Request('http://portal/', { method: 'POST', body });
  const type = made.get('content-type') ?? '';
  return new Request('http://portal/startup', {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': type, host: 'portal', origin: 'http://portal', ...headers },
    duplex: 'half',
  } as RequestInit);
}

const textsOf = async (request: Request) => {
  const sent = await fromEarlierBuild(request);
  return sent === undefined ? undefined : unpacked(sent).filter(([name]) => name[0] !== '$');
};

describe('a form that was sent without a script', () => {
  it('of this build is left alone', async () => {
    expect(await textsOf(posted([...bound(known), ['note', 'a text']]))).toBeUndefined();
    expect(
      await textsOf(
        posted([
          [`$ACTION_ID_${known}`, ''],
          ['note', ''],
        ]),
      ),
    ).toBeUndefined();
    expect(await textsOf(posted([['note', 'a form without an action']]))).toBeUndefined();
  });

  it('of an earlier build gives back what was typed, without secrets and files', async () => {
    const entries: Entries = [
      ['note', '第一行\r\nsecond “line”'],
      ['tick', 'one'],
      ['tick', 'two'],
      ['csrf', 'token'],
      ['password', 'secret'],
      ['paper', new Blob([new Uint8Array(300_000)])],
      ['last', 'after the file'],
    ];
    const typed = [
      ['note', '第一行\r\nsecond “line”'],
      ['tick', 'one'],
      ['tick', 'two'],
      ['last', 'after the file'],
    ];
    expect(await textsOf(posted([...bound(other), ...entries]))).toEqual(typed);
    expect(await textsOf(posted([[`$ACTION_ID_${other}`, ''], ...entries]))).toEqual(typed);
    expect(await textsOf(posted([['$ACTION_ID_renewed', ''], ...entries]))).toEqual(typed);
  });

  it('of an earlier build and far too long gives back nothing', async () => {
    expect(await textsOf(posted([...bound(other), ['note', 'x'.repeat(500_000)]]))).toEqual([]);
  });

  it('is not taken for one because of a text that looks like one', async () => {
    const text = `------x\r\nContent-Disposition: form-data; name="$ACTION_ID_${other}"\r\n\r\n`;
    expect(await textsOf(posted([...bound(known), ['note', text]]))).toBeUndefined();
  });

  it.each([
    ['by a script', { 'next-action': other }],
    ['from another site', { origin: 'http://elsewhere' }],
    ['from nowhere', { origin: 'null' }],
    ['not as a form', { 'content-type': 'text/plain; boundary=x' }],
  ])('%s is left to Next', async (_name, headers) => {
    expect(await textsOf(posted([...bound(other), ['note', 'x']], headers))).toBeUndefined();
  });

  it('through a proxy is its own', async () => {
    const headers = { origin: 'https://portal.example', 'x-forwarded-host': 'portal.example' };
    expect(await textsOf(posted([...bound(other), ['note', 'x']], headers))).toEqual([
      ['note', 'x'],
    ]);
  });
});

it('recognises an action by its whole name only', () => {
  const head = (id: string) =>
    `--b\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n\r\n--b--`;
  expect(namesUnknownAction(head(known), 'b', new Set([known]))).toBe(false);
  expect(namesUnknownAction(head(known.slice(1)), 'b', new Set([known]))).toBe(true);
});
