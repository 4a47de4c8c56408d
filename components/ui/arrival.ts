const find = (selector: string) => document.querySelector<HTMLElement>(`#main ${selector}`);

/** Returns what the address names on the page. */
function placeOfAddress(): HTMLElement | null {
  const [, name = ''] = window.location.hash.split('#');
  try {
    return name === '' ? null : document.getElementById(decodeURIComponent(name));
  } catch (error) {
    // Ignores a broken escape, which names nothing.
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Gives focus to a place, which need not be one that has it by itself. */
function focusOn(place: HTMLElement, options?: FocusOptions): void {
  place.focus(options);
  if (document.activeElement === place) return;
  place.tabIndex = -1;
  place.focus(options);
  // Forgets it afterwards, because a press on the place is no wish to focus it.
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
}

/** Gives focus to the heading of the page. Whoever brought the page has scrolled to where it begins. */
export function focusOnHeading(): void {
  const heading = find('h1') ?? document.getElementById('main');
  if (heading) focusOn(heading, { preventScroll: true });
}

/** Tells a tab that was pressed, which one still looks at, from the links around the page. */
const isCurrent = (element: Element) =>
  element.closest('#main') !== null &&
  element.matches('[aria-current]:not([aria-current="false"])');

/**
 * Gives focus to what is read first: the place that the address names, what is wrong with what was sent, what was
 * done, the count of a list that was narrowed or turned, or else the heading.
 * @param samePage true where only what is asked of the page has changed
 */
export function focusOnNews(samePage: boolean): void {
  const named = placeOfAddress();
  const active = document.activeElement;
  if (named && active && named.contains(active)) return;
  const told =
    named?.querySelector<HTMLElement>('h2, h3') ??
    named ??
    find('[data-form-answer][role=alert]') ??
    find('[data-flash]');
  if (!told && samePage && active && isCurrent(active)) return;
  const news = told ?? (samePage ? find('[data-results]') : null);
  if (news) focusOn(news);
  else focusOnHeading();
}
