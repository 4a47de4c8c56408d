import 'server-only';
import type { LetterSeal } from '../domain/sheet';
import { outlineOf } from './faces';
import type { Page } from './setter';

/** 32 mm, in points: smaller than official seals, so that nobody mistakes it for one. */
export const sealSide = 92;

/** Vermilion, the same as on screen, and dark enough for a black-and-white print. */
const ink = '#a72f22';

/** Side of the drawing in its own units, as on screen. */
const units = 120;
const middle = units / 2;

type Outline = { readonly path: string; readonly width: number; readonly em: number };

/** Fills a character's outline. The outline has its origin at the baseline and its y axis points upwards. */
function fillOutline(doc: Page, { path, em }: Outline, size: number, colour: string): void {
  doc
    .save()
    .scale(size / em, -size / em)
    .path(path)
    .fill(colour)
    .restore();
}

type Arc = {
  text: string;
  size: number;
  /** Radius of the circle on which the characters are set. */
  radius: number;
  side: 'over' | 'under';
};

/** Sets a text along a circle, centred in its upper or lower half, with each character upright for the reader. */
function alongCircle(doc: Page, { text, size, radius, side }: Arc): void {
  const outlines = [...text].map((character) => outlineOf(character, 700));
  const advances = outlines.map(({ width, em }) => (width * size) / em);
  const length = advances.reduce((sum, advance) => sum + advance, 0);
  // A short name is spread out; a long name is set closely.
  const gap = Math.min(size / 2, Math.max(0, (radius * 2.4 - length) / outlines.length));
  let place = -(length + gap * (outlines.length - 1)) / 2;
  for (const [at, outline] of outlines.entries()) {
    const advance = advances[at] ?? 0;
    const degrees = ((place + advance / 2) / radius) * (180 / Math.PI);
    doc.save();
    if (side === 'over') doc.rotate(degrees).translate(-advance / 2, -radius);
    else doc.rotate(-degrees).translate(-advance / 2, radius);
    fillOutline(doc, outline, size, ink);
    doc.restore();
    place += advance + gap;
  }
}

/**
 * Draws the round seal: two rings, the city's name along the upper half, the kind of document along the lower half, and a
 * square with one character in the middle. It is drawn instead of written, because it repeats what is in words in the letter,
 * and because copied text would contain it between the lines. It has no star, because stars are for the seals of state
 * offices.
 */
export function drawSeal(doc: Page, seal: LetterSeal, x: number, y: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(sealSide / units)
    .translate(middle, middle);
  doc.circle(0, 0, 57.5).lineWidth(3).stroke(ink);
  for (const radius of [53, 33]) doc.circle(0, 0, radius).lineWidth(0.75).stroke(ink);
  const size = Math.min(15, units / Math.max(seal.name.length, 6));
  alongCircle(doc, { text: seal.name, size, radius: 37.5, side: 'over' });
  alongCircle(doc, { text: seal.of, size: 10.5, radius: 47.5, side: 'under' });
  doc.roundedRect(-18, -18, 36, 36, 3).fill(ink);
  const mark = outlineOf(seal.mark, 700);
  doc.save().translate((-mark.width * 29) / mark.em / 2, 10.5);
  fillOutline(doc, mark, 29, '#ffffff');
  doc.restore().restore();
}
