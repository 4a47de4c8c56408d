import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eicarText,
  jpegBytes,
  packed,
  packedZip,
  pdfBytes,
  pngBytes,
  zipBytes,
} from '@/db/testing/files';
import { EicarWatch } from './domain/eicar';
import { inspectFile } from './inspect';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanquan-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Returns the media type, or the code of the refusal. */
async function look(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const outcome = await inspectFile(path, bytes.length);
  return outcome.ok ? outcome.value : outcome.code;
}

describe('what a file is', () => {
  it('is decided by its bytes', async () => {
    expect(await look(pdfBytes())).toBe('application/pdf');
    expect(await look(pngBytes())).toBe('image/png');
    expect(await look(jpegBytes())).toBe('image/jpeg');
    expect(await look(zipBytes('OFD.xml'))).toBe('application/ofd');
  });

  it.each([
    ['a program', Buffer.from('MZ\u0090\0 a program')],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a drawing that can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF after something else', Buffer.concat([Buffer.from('#!/bin/sh\n'), pdfBytes()])],
    ['a word document', zipBytes('word/document.xml')],
    ['a PDF that is an archive too', Buffer.concat([pdfBytes(), zipBytes('evil.class')])],
    ['a picture that is an archive too', Buffer.concat([pngBytes(), zipBytes('evil.class')])],
  ])('%s is refused', async (_name, bytes) => {
    expect(await look(bytes)).toBe('file_type');
  });
});

describe('a PDF', () => {
  it('of 500 pages is accepted, of 501 not, packed or not', async () => {
    expect(await look(pdfBytes({ pages: 500 }))).toBe('application/pdf');
    expect(await look(pdfBytes({ pages: 501 }))).toBe('file_pages');
    const objects = '1 0 <</Type /Page>>'.repeat(501);
    expect(await look(pdfBytes({ extra: packed(objects) }))).toBe('file_pages');
  });

  it('that claims millions of pages is refused', async () => {
    const extra = '5 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj';
    expect(await look(pdfBytes({ extra }))).toBe('file_pages');
  });

  it('without its end is reported as broken', async () => {
    expect(await look(pdfBytes().subarray(0, -30))).toBe('file_broken');
  });

  it('that is encrypted is reported as such', async () => {
    expect(await look(pdfBytes({ trailer: '/Encrypt 9 0 R' }))).toBe('file_locked');
  });

  it.each([
    ['a script', '7 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj'],
    ['a script with its name disguised', '7 0 obj<</S/J#61vaScript/JS(x)>>endobj'],
    ['a program to start', '7 0 obj<</S /Launch /F (cmd.exe)>>endobj'],
    ['a packed script', packed('7 0 <</S/JavaScript/JS(x)>>')],
    ['a script packed under a disguised name', packed('<</S/JavaScript>>', '/Type /Obj#53tm')],
  ])('with %s is refused', async (_name, extra) => {
    expect(await look(pdfBytes({ extra }))).toBe('file_active');
  });

  it('with an attachment is accepted, because electronic invoices contain their data so', async () => {
    const extra = '7 0 obj<</Type/EmbeddedFile/Length 3>>stream\nxml\nendstream endobj';
    expect(await look(pdfBytes({ extra }))).toBe('application/pdf');
  });

  it('of the largest size is inspected wholly, wherever the pieces are cut', async () => {
    for (const padding of [65_400, 65_460, 65_500, 19 * 1024 * 1024]) {
      const early = pdfBytes({ padding });
      const late = Buffer.concat([
        early.subarray(0, -30),
        Buffer.from(packed('<</S/JavaScript>>'), 'latin1'),
        early.subarray(-30),
      ]);
      expect(await look(early)).toBe('application/pdf');
      expect(await look(late)).toBe('file_active');
    }
  });

  it('that unpacks to far more than its own size is refused as a bomb', async () => {
    const extra = packed(' '.repeat(70 * 1024 * 1024));
    expect(extra.length).toBeLessThan(100_000);
    expect(await look(pdfBytes({ extra }))).toBe('file_bomb');
  });

  it('with only beginnings of streams is refused as a bomb', async () => {
    const begun = '/FlateDecode/ObjStm#41#41#41stream\n';
    expect(await look(pdfBytes({ extra: begun.repeat(1_000) }))).toBe('application/pdf');
    expect(await look(pdfBytes({ extra: 'stream\n'.repeat(30_000) }))).toBe('file_bomb');
  });
});

describe('an archive', () => {
  const ofd = { name: 'OFD.xml', text: '<OFD/>' };

  it('is judged by what it really unpacks to, whatever it claims', async () => {
    expect(await look(packedZip([ofd, { name: 'Doc_0/Document.xml', text: '<a/>' }]))).toBe(
      'application/ofd',
    );
    const bomb = { name: 'Doc_0/Res/a.bin', text: Buffer.alloc(310 * 1024 * 1024), claimed: 100 };
    expect(await look(packedZip([ofd, bomb]))).toBe('file_bomb');
  });

  it('whose contents cannot be unpacked is reported as broken', async () => {
    const whole = Buffer.from(packedZip([{ name: 'OFD.xml', text: 'OFD '.repeat(5_000) }]));
    expect(await look(Buffer.from(whole).fill(0xff, 40, 50))).toBe('file_broken');
    const entry = whole.lastIndexOf('OFD.xml') - 46;
    whole.writeUInt16LE(14, entry + 10);
    expect(await look(whole)).toBe('file_broken');
  });
});

describe('a picture', () => {
  it('of 100 million pixels is accepted, of more not', async () => {
    expect(await look(pngBytes(10_000, 10_000))).toBe('image/png');
    expect(await look(pngBytes(10_001, 10_000))).toBe('file_pixels');
    expect(await look(pngBytes(0xffffffff, 0xffffffff))).toBe('file_pixels');
    expect(await look(jpegBytes(60_000, 60_000))).toBe('file_pixels');
  });

  it('with a large preview before its size is accepted', async () => {
    expect(await look(jpegBytes(4000, 3000, 500_000))).toBe('image/jpeg');
  });

  it('without a size, or with a size of zero, is reported as broken', async () => {
    expect(await look(pngBytes(0, 10))).toBe('file_broken');
    expect(await look(pngBytes().subarray(0, 20))).toBe('file_broken');
    expect(await look(jpegBytes().subarray(0, 5))).toBe('file_broken');
  });
});

const heads = [pdfBytes(), pngBytes(), jpegBytes(), zipBytes('OFD.xml')];

it('no bytes make it throw, whatever they begin and end with', async () => {
  const bytes = fc
    .tuple(
      fc.constantFrom(...heads, Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(...heads, Buffer.alloc(0)),
      fc.nat(60),
    )
    .map(([head, middle, tail, cut]) =>
      Buffer.concat([head.subarray(0, Math.max(4, head.length - cut)), middle, tail]),
    );
  await fc.assert(
    fc.asyncProperty(bytes, async (file) => {
      expect(await look(file)).toMatch(/^(file_\w+|(application|image)\/\w+)$/);
    }),
    { numRuns: 1000 },
  );
});

it('the test text of scanners is found wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 90 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (around, cuts, there) => {
        const whole = around + (there ? eicarText : eicarText.toLowerCase()) + around;
        const watch = new EicarWatch();
        for (let at = 0, piece = 0; at < whole.length; piece += 1) {
          const size = cuts[piece % cuts.length] ?? 1;
          watch.push(Buffer.from(whole.slice(at, at + size), 'latin1'));
          at += size;
        }
        expect(watch.found).toBe(there);
      },
    ),
    { numRuns: 2000 },
  );
});
