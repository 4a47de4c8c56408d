/** Lists the fields that answer wrongly when they are empty: without their name the page would not know that it was asked. */
const answering: readonly (readonly [page: RegExp, field: RegExp])[] = [
  [/^\/(verify|vendor\/check)$/, /^code=/],
  [/^\/compare$/, /^contractFen=/],
  [/^\/programmes\/[^/]+\/check$/, /^/],
];

/**
 * Leaves out of an address what asks for nothing: a form of filters sends the empty ones too, and an address that
 * is handed on is to say what was asked for, and no more.
 * @param path the page, without its language
 * @param search what is asked of it: empty, or beginning with a question mark
 */
export function withoutEmpty(path: string, search: string): string {
  const answers = answering.filter(([page]) => page.test(path)).map(([, field]) => field);
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => /=./.test(pair) || (pair !== '' && answers.some((one) => one.test(pair))));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}
