import { expect, it } from 'vitest';
import { byteOrderMark } from '@/lib/csv';
import { csvDownload, download, noFile, pdfDownload, streamedCsv } from './download';

const safe = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

async function* lines() {
  yield await Promise.resolve('一,1');
  yield await Promise.resolve('二,2');
}

it('is saved and not shown, kept by no cache, and may load nothing', () => {
  const answers = [
    download('x', { type: 'text/plain', name: 'x.txt' }),
    pdfDownload(new Uint8Array([1, 2]), '核定.pdf', 'letter.pdf'),
    csvDownload('a', 'a.csv'),
    streamedCsv(lines(), 'b.csv'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    for (const [name, value] of Object.entries(safe)) expect(headers.get(name)).toBe(value);
  }
});

it('has a name that no quote or star breaks, and a plain one beside it', () => {
  const file = { type: 'application/pdf', name: `合同'(1)*.pdf`, plainName: 'document', bytes: 2 };
  const { headers } = download(new Uint8Array(2), file);
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="document"; filename*=UTF-8''%E5%90%88%E5%90%8C%27%281%29%2A.pdf`,
  );
  expect(headers.get('content-length')).toBe('2');
});

it('sends a table line by line, for spreadsheets', async () => {
  const bytes = new Uint8Array(await streamedCsv(lines(), 'b.csv').arrayBuffer());
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    `${byteOrderMark}一,1\r\n二,2\r\n`,
  );
});

it('says no more than that there is no such file', () => {
  expect(noFile().status).toBe(404);
  expect(noFile().headers.get('cache-control')).toBe('private, no-store');
});
