import { describe, expect, it } from 'vitest';
import { archiveNames, isOfd } from './archive';
import { encodedName, megabytes, plainName } from './name';

/** A ZIP archive of empty files with these names. */
function archive(...names: string[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries = names.map((name) => {
    const text = encoder.encode(name);
    const entry = new Uint8Array(46 + text.length);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(28, text.length, true);
    entry.set(text, 46);
    return entry;
  });
  const local = encoder.encode('PK\u0003\u0004 something');
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(16, local.length, true);
  return Uint8Array.from([local, ...entries, end].flatMap((part) => [...part]));
}

describe('an archive', () => {
  it('is an OFD when OFD.xml stands at its root', () => {
    expect(isOfd(archive('Doc_0/Document.xml', 'OFD.xml'))).toBe(true);
  });

  it('is none when the name only occurs in another one, or in the bytes', () => {
    expect(isOfd(archive('OFD.xml.exe', 'docs/OFD.xml'))).toBe(false);
    expect(isOfd(new TextEncoder().encode('PK OFD.xml'))).toBe(false);
    expect(isOfd(archive('word/document.xml'))).toBe(false);
  });

  it('gives no names when it is damaged', () => {
    const whole = archive('OFD.xml');
    expect(archiveNames(whole.subarray(0, whole.length - 1))).toEqual([]);
    expect(archiveNames(new Uint8Array())).toEqual([]);
    const lying = whole.slice();
    new DataView(lying.buffer).setUint32(whole.length - 6, 0xffffff, true);
    expect(archiveNames(lying)).toEqual([]);
  });
});

describe('a file’s name', () => {
  it('stays as it was written, markup and all: pages escape it', () => {
    expect(plainName('<img src=x onerror=alert(1)>.pdf')).toBe('<img src=x onerror=alert(1)>.pdf');
    expect(plainName('合同 (盖章).pdf')).toBe('合同 (盖章).pdf');
  });

  it('loses what makes it a path, a line or a lie', () => {
    expect(plainName('../../etc/passwd')).toBe('....etcpasswd');
    expect(plainName('a\r\nb\u202efdp.exe')).toBe('abfdp.exe');
    expect(plainName('\ud800.pdf')).toBe('.pdf');
    expect(plainName('\u0000')).toBe('document');
  });

  it('keeps its ending when it is too long', () => {
    const name = plainName(`${'😀'.repeat(200)}.pdf`);
    expect([...name]).toHaveLength(150);
    expect(name.endsWith('😀.pdf')).toBe(true);
  });

  it('is encoded for a header, quotes and stars included', () => {
    expect(encodedName(`合同'(1)*.pdf`)).toBe('%E5%90%88%E5%90%8C%27%281%29%2A.pdf');
  });

  it('comes with a size that is never nothing', () => {
    expect(megabytes(1)).toBe('0.1 MB');
    expect(megabytes(2.44 * 1024 * 1024)).toBe('2.4 MB');
  });
});
