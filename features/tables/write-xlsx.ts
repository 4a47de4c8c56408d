import 'server-only';
import { columnLetters } from './domain/columns';
import { packZip } from './zip';

/** The media type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A cell of a written sheet. Text is never read as a number, a day or a formula. */
export type SheetCell = { readonly kind: 'text' | 'amount'; readonly text: string };

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The styles of cells by their index: nothing special, text, an amount with two places. */
const styles = `${declaration}<styleSheet xmlns="${spreadsheet}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const styleOf = { text: 1, amount: 2 } as const;

const fixedParts = [
  {
    name: '[Content_Types].xml',
    text: `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    text: `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    text: `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  },
  { name: 'xl/styles.xml', text: styles },
];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

function cellXml({ kind, text }: SheetCell, reference: string): string {
  if (text === '') return '';
  const style = `r="${reference}" s="${styleOf[kind]}"`;
  return kind === 'amount'
    ? `<c ${style}><v>${escaped(text)}</v></c>`
    : `<c ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const rowXml = (cells: readonly SheetCell[], line: number): string =>
  `<row r="${line}">${cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${line}`)).join('')}</row>`;

/** Characters that XML has no place for. */
export const unfitForXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

/**
 * Writes a workbook of one sheet. The same cells always give the same bytes.
 * @throws Error for a character that a workbook cannot hold; callers refuse such texts before
 */
export function writeXlsx(rows: readonly (readonly SheetCell[])[]): Uint8Array<ArrayBuffer> {
  if (rows.flat().some(({ text }) => unfitForXml.test(text))) {
    throw new Error('A cell holds a character that a workbook cannot hold.');
  }
  const widest = Math.max(1, ...rows.map((cells) => cells.length));
  const columns = `<cols><col min="1" max="${widest}" width="24" customWidth="1"/></cols>`;
  const data = rows.map((cells, at) => rowXml(cells, at + 1)).join('');
  const sheet = `${declaration}<worksheet xmlns="${spreadsheet}">${columns}<sheetData>${data}</sheetData></worksheet>`;
  return packZip([...fixedParts, { name: 'xl/worksheets/sheet1.xml', text: sheet }]);
}
