import { expect, it, vi } from 'vitest';
import { text } from '@/lib/input/fields';
import { readForm } from './action';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('./auth', async () => (await import('@/db/testing/request')).envelope);

it('a form is read by its names, once through', () => {
  const form = new FormData();
  form.append('csrf', 'x');
  form.append('name', '甲');
  form.append('box', '1');
  form.append('box', '2');
  form.append('password', 'secret');
  const { raw, typed } = readForm(form);
  expect(raw).toEqual({ name: '甲', box: ['1', '2'], password: 'secret' });
  expect(typed).toEqual({ name: '甲', box: ['1', '2'] });
});

it('a form of more names than any page has costs no more than the first of them', () => {
  const form = new FormData();
  for (let at = 0; at < 300_000; at += 1) form.append(`name${at}`, 'x');
  expect(Object.keys(readForm(form).raw)).toHaveLength(5_000);
});

it('a text of millions of characters is refused as too long, and not shown again', () => {
  const long = 'e\u0301'.repeat(5_000_000);
  const form = new FormData();
  form.append('reason', long);
  expect(readForm(form).typed).toEqual({});
  const [issue] = text(500).safeParse(long).error?.issues ?? [];
  expect(issue).toMatchObject({ message: 'text_too_long', params: { maximum: 500 } });
});
