/**
 * `npm run icons`: draws public/favicon.ico and the PNG icons from public/icon.svg, with the browser of the tests.
 * The results are committed; run it again after a change of the drawing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './lib/browser.mjs';
import { root, runCommand, say } from './lib/project.mjs';

const folder = join(root, 'public');
const [blue, white] = ['#075485', '#fff'];

/**
 * The pictures that phones cut to a shape of their own: the whole square is blue and the ticket white. `art` is the edge of the
 * drawing in pixels, a multiple of its 32 units, so that its lines fall on whole pixels. Of a maskable icon only a circle of 80 %
 * of the edge is certain to be visible: with 352 of 512 pixels the corners of the ticket are within it.
 */
const fullBleed = [
  { name: 'apple-touch-icon.png', size: 180, art: 128 },
  { name: 'icon-maskable-512.png', size: 512, art: 352 },
];
/** Pictures of the ticket alone, on a transparent background. */
const plain = [192, 512].map((size) => ({ name: `icon-${size}.png`, size, art: size }));
const icoSizes = [16, 32, 48];

/** Exchanges the two colours of the drawing. */
const inverted = (svg) =>
  svg.replaceAll(/#075485|#fff/g, (colour) => (colour === blue ? white : blue));

/** Draws a square of `size` pixels with the drawing in its middle; returns the bytes of a PNG. */
async function draw(page, svg, { size, art, ground }) {
  await page.setViewportSize({ width: size, height: size });
  const place = `display:block;width:${art}px;height:${art}px;margin:${(size - art) / 2}px`;
  await page.setContent(`<style>*{margin:0}html{background:${ground}}svg{${place}}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

/** Packs PNGs into an ICO file: a header of 6 bytes, an entry of 16 bytes for each, then the PNGs unchanged. */
function packIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

await runCommand(async () => {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const { name, size, art } of plain) {
    const png = await draw(page, svg, { size, art, ground: 'transparent' });
    writeFileSync(join(folder, name), png);
  }
  for (const { name, size, art } of fullBleed) {
    const png = await draw(page, inverted(svg), { size, art, ground: blue });
    writeFileSync(join(folder, name), png);
  }
  const pictures = [];
  for (const size of icoSizes) {
    const png = await draw(page, svg, { size, art: size, ground: 'transparent' });
    pictures.push({ size, png });
  }
  writeFileSync(join(folder, 'favicon.ico'), packIco(pictures));
  await browser.close();
  say('The icons in public/ are drawn anew.');
});
