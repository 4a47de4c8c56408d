import { describe, expect, it } from 'vitest';
import { zipBytes } from '@/db/testing/files';
import { archiveEntries, directoryOf, judgeOfd, readDirectory } from './archive';
import { fileSize, plainName } from './name';

const archiveNames = (bytes: Uint8Array) => archiveEntries(bytes).map(({ name }) => name);

describe('an archive', () => {
  it('lists the names of its files from its directory alone', () => {
    expect(archiveNames(zipBytes('Doc_0/Document.xml', 'OFD.xml'))).toEqual([
      'Doc_0/Document.xml',
      'OFD.xml',
    ]);
  });

  it('lists no names when it is damaged', () => {
    const whole = zipBytes('OFD.xml');
    expect(archiveNames(whole.subarray(0, whole.length - 1))).toEqual([]);
    expect(archiveNames(new Uint8Array())).toEqual([]);
    expect(archiveNames(Buffer.from('PK OFD.xml'))).toEqual([]);
    const lying = Buffer.from(whole);
    lying.writeUInt32LE(0xffffff, whole.length - 6);
    expect(archiveNames(lying)).toEqual([]);
  });

  const judge = (...entries: Parameters<typeof zipBytes>) => {
    const bytes = zipBytes(...entries);
    const directory = directoryOf(bytes);
    return judgeOfd(directory && readDirectory(bytes.subarray(directory.offset), directory.count));
  };

  it('is an OFD when OFD.xml is at its root, and not when another name only contains it', () => {
    expect(judge('Doc_0/Document.xml', 'OFD.xml')).toBeUndefined();
    expect(judge('OFD.xml.exe', 'docs/OFD.xml')).toBe('file_type');
    expect(judge('word/document.xml')).toBe('file_type');
  });

  it('is refused when it would unpack to more than a document can be, or is locked', () => {
    const big = 200 * 1024 * 1024;
    expect(judge('OFD.xml', { name: 'a', unpacked: big })).toBeUndefined();
    expect(judge('OFD.xml', { name: 'a', unpacked: big }, { name: 'b', unpacked: big })).toBe(
      'file_bomb',
    );
    expect(judge('OFD.xml', { name: 'a', locked: true })).toBe('file_locked');
  });
});

describe('a file’s name', () => {
  it('stays as it was written, markup and all: pages escape it', () => {
    expect(plainName('<img src=x onerror=alert(1)>.pdf')).toBe('<img src=x onerror=alert(1)>.pdf');
    expect(plainName('合同 (盖章).pdf')).toBe('合同 (盖章).pdf');
  });

  it('loses what makes it a path, a second line or a misleading text', () => {
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

  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [3.44 * 1024, '3.4 KB'],
    // Rounded it would be 1024.0 KB.
    [1024 * 1024 - 1, '1.0 MB'],
    [2.44 * 1024 * 1024, '2.4 MB'],
  ])('is shown with a readable size: %d', (bytes, size) => {
    expect(fileSize(bytes)).toBe(size);
  });
});
