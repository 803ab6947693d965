/**
 * Keeps the headings of long tables in sight while their rows pass. A table that is wider than its place scrolls in it and
 * cannot have that: only those that fit are marked, again whenever the width changes.
 */
export function keepHeadings(document: Document): void {
  const observer = new ResizeObserver((entries) => {
    const places = entries.map(({ target }) => ({ target, fits: target.scrollWidth <= target.clientWidth }));
    for (const { target, fits } of places) target.classList.toggle('fits', fits);
  });
  for (const place of document.querySelectorAll('.table > .scroll')) observer.observe(place);
}
