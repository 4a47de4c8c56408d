/** Fields that give a wrong page when they are empty and left out: by their name the page recognises that its form was sent. */
const answering: readonly (readonly [page: RegExp, field: RegExp])[] = [
  [/^\/(verify|vendor\/check)$/, /^code=/],
  [/^\/compare$/, /^contractAmount=/],
  [/^\/programmes\/[^/]+\/check$/, /^/],
];

/**
 * Removes the parameters of an address that have no effect. A form of filters sends empty fields too, and an address that users
 * pass on should show only what they chose.
 * @param path the page, without its language
 * @param search the query of the address: empty, or beginning with a question mark
 */
export function withoutEmpty(path: string, search: string): string {
  const answers = answering.filter(([page]) => page.test(path)).map(([, field]) => field);
  const effective = search
    .slice(1)
    .split('&')
    .filter((pair) => /=./.test(pair) || (pair !== '' && answers.some((one) => one.test(pair))));
  return effective.length > 0 ? `?${effective.join('&')}` : '';
}
