const find = (selector: string) => document.querySelector<HTMLElement>(`#main ${selector}`);

/** Returns the place on the page that the address names. */
function placeOfAddress(): HTMLElement | null {
  const [, name = ''] = window.location.hash.split('#');
  try {
    return name === '' ? null : document.getElementById(decodeURIComponent(name));
  } catch (error) {
    // A broken escape names nothing.
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Moves focus to a place, also to one that cannot have focus by itself. */
function focusOn(place: HTMLElement, options?: FocusOptions): void {
  place.focus(options);
  if (document.activeElement === place) return;
  place.tabIndex = -1;
  place.focus(options);
  // The attribute is removed afterwards, because a press on the place should not focus it.
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
}

/** Moves focus to the heading of the page. The code that brought the page has already scrolled to its top. */
export function focusOnHeading(): void {
  const heading = find('h1') ?? document.getElementById('main');
  if (heading) focusOn(heading, { preventScroll: true });
}

/** Returns whether an element is a tab that was pressed and is still the current one; other links on the page are not. */
const isCurrent = (element: Element) =>
  element.closest('#main') !== null &&
  element.matches('[aria-current]:not([aria-current="false"])');

/**
 * Moves focus to what should be read first: the place that the address names, the faults of what was sent, what was done, the
 * count of a list that was filtered or paged, or otherwise the heading.
 * @param samePage true where only the query of the page's address has changed
 */
export function focusOnNews(samePage: boolean): void {
  const named = placeOfAddress();
  const active = document.activeElement;
  if (named && active && named.contains(active)) return;
  const focusTarget =
    named?.querySelector<HTMLElement>('h2, h3') ??
    named ??
    find('[data-form-answer][role=alert]') ??
    find('[data-flash]');
  if (!focusTarget && samePage && active && isCurrent(active)) return;
  const news = focusTarget ?? (samePage ? find('[data-results]') : null);
  if (news) focusOn(news);
  else focusOnHeading();
}
