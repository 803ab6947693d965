/**
 * Marks the entry of the contents list whose part is being read, and unfolds its group.
 * On small screens, where the list scrolls with the page, nothing is done.
 */
export function followReading(document: Document): void {
  const nav = document.querySelector<HTMLElement>('.contents');
  if (!nav) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const part = document.getElementById(link.hash.slice(1));
    if (part) links.set(part, link);
  }
  const wide = matchMedia('(min-width: 64rem)');
  const visible = new Set<Element>();
  let current: HTMLAnchorElement | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
      }
      const [first] = [...links.keys()].filter((part) => visible.has(part));
      const link = first && links.get(first);
      if (!wide.matches || !link || link === current) return;
      const opened = current?.closest('details');
      current?.removeAttribute('aria-current');
      current = link;
      link.setAttribute('aria-current', 'true');
      const group = link.closest('details');
      if (opened && opened !== group && opened.dataset.followed) opened.open = false;
      if (group && !group.open) {
        group.open = true;
        group.dataset.followed = 'true';
      }
      const box = link.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) {
        nav.scrollTop += box.top - innerHeight / 2;
      }
    },
    { rootMargin: '-10% 0px -70% 0px' },
  );
  for (const part of links.keys()) observer.observe(part);
}
