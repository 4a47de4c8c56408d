const han = /\p{Script=Han}/u;
/** Matches marks that belong to the text after them; all other marks belong to the text before them. */
const opening = /^[（(《〈“‘【「『]+$/u;
const mark = /^[^\p{L}\p{N}]+$/u;
const joint = /^[·\-/.、]$/u;
/** Matches words of one character that begin a phrase. */
const joining = /^[与和及或]$/u;
/** Matches the end of a place's name. */
const place = /.{2}[市省区县州]$/u;
/** Matches words of this field, which no runtime's dictionary has as one word. */
const known =
  /((?:算力|训力|模型|语料|词元|数据|标注)(?:服务)?券|算力|训力|语料|词元|免申即享|申领|申报|人工智能|大模型)/u;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const lengthOf = (text: string) => [...text].length;

const wordsOf = (text: string): string[] =>
  text
    .split(known)
    .flatMap((part) =>
      known.test(part) ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment),
    );

/** Returns whether a phrase and the word after it must stay together. */
function belongs(phrase: string, word: string): boolean {
  const last = phrase.slice(-1);
  if (phrase === '' || opening.test(last)) return true;
  if (opening.test(word)) return lengthOf(phrase) < 2;
  if (mark.test(word)) return true;
  if (mark.test(last)) return joint.test(last);
  if (joining.test(word) || place.test(phrase)) return false;
  if (joining.test(phrase)) return true;
  // A word of one character stays with its neighbour, and so do figures and other letters.
  return lengthOf(word) < 2 || lengthOf(phrase) < 2 || !(han.test(word) && han.test(last));
}

/**
 * Splits a Chinese text where a reader would pause, so that a heading breaks between phrases and never within a word. The parts
 * joined together are the text.
 */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  let phrase = '';
  for (const word of wordsOf(text)) {
    if (!belongs(phrase, word)) {
      phrases.push(phrase);
      phrase = '';
    }
    phrase += word;
  }
  return phrase === '' ? phrases : [...phrases, phrase];
}
