import { expect, it, vi } from 'vitest';
import { senderDevice } from './request';

const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(sent.headers) }));

it('takes what a browser says of itself, as much as is kept of it', async () => {
  sent.headers = new Headers({ 'user-agent': 'a browser' });
  expect(await senderDevice()).toBe('a browser');
  sent.headers = new Headers({ 'user-agent': `${'x'.repeat(399)}yz` });
  expect(await senderDevice()).toBe(`${'x'.repeat(399)}y`);
});

it('takes nothing for a browser that says nothing', async () => {
  sent.headers = new Headers();
  expect(await senderDevice()).toBe('');
});
