/**
 * Makes drawn charts answer: the figure of a mark on hover, focus and touch; arrow keys from mark to mark, so that a
 * chart is one stop of the Tab key; and a PNG of what is shown. Without it every chart is complete.
 */
const tip = document.createElement('div');
tip.className = 'chart-tip';
tip.hidden = true;
document.body.append(tip);

const markOf = (event: Event) => (event.target as Element).closest<SVGGElement>('.chart-svg .m');

function show(mark: SVGGElement | null): void {
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.getAttribute('aria-label');
  const box = mark.getBoundingClientRect();
  const x = Math.min(box.left, innerWidth - tip.offsetWidth - 8);
  const below = box.bottom + tip.offsetHeight + 12 < innerHeight;
  tip.style.left = `${Math.max(8, x)}px`;
  tip.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6)}px`;
}

function step(event: KeyboardEvent): void {
  if (event.key === 'Escape') show(null);
  const mark = markOf(event);
  const marks = mark ? [...(mark.ownerSVGElement?.querySelectorAll<SVGGElement>('.m') ?? [])] : [];
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 }[event.key];
  if (!mark || !by) return;
  event.preventDefault();
  const next = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(mark) + by))];
  mark.tabIndex = -1;
  if (next) next.tabIndex = 0;
  next?.focus();
}

for (const svg of document.querySelectorAll('.chart-svg')) {
  svg.querySelectorAll<SVGGElement>('.m').forEach((mark, index) => {
    const title = mark.querySelector('title');
    mark.setAttribute('aria-label', title?.textContent ?? '');
    title?.remove();
    mark.tabIndex = index === 0 ? 0 : -1;
  });
}

for (const type of ['pointerover', 'focusin', 'click'])
  addEventListener(type, (event) => show(markOf(event)));
addEventListener('focusout', () => show(null));
addEventListener('scroll', () => show(null), { passive: true });
addEventListener('keydown', step);

for (const link of document.querySelectorAll<HTMLAnchorElement>('.chart-data a[href$=".svg"]')) {
  const button = document.createElement('a');
  button.href = link.href;
  button.textContent = 'PNG';
  button.onclick = (event) => {
    event.preventDefault();
    const svg = link.closest('.chart')?.querySelectorAll<SVGSVGElement>('.chart-svg');
    const shown = [...(svg ?? [])].find((one) => one.clientWidth);
    if (shown) save(shown, link);
  };
  link.after('　', button);
}

/** Draws what is shown, with its colors of the moment, title and ground, twice as large into a PNG. */
function save(svg: SVGSVGElement, link: HTMLAnchorElement): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(originals[index] as Element);
    for (const name of ['fill', 'fill-opacity', 'stroke', 'font-weight', 'text-anchor']) {
      element.setAttribute(name, style.getPropertyValue(name));
    }
  });
  const { fontFamily, fill } = getComputedStyle(svg);
  copy.setAttribute('font-family', fontFamily);
  copy.setAttribute('font-size', '13');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * 2 + 64, height * 2 + 128];
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = fill;
    pen.font = `600 32px ${fontFamily}`;
    const unit = link.closest('.chart')?.querySelector('.chart-unit')?.textContent;
    pen.fillText(`${svg.getAttribute('aria-label')}（${unit}）`, 32, 56, width * 2);
    pen.drawImage(image, 32, 88);
    const target = document.createElement('a');
    target.download = (link.pathname.split('/').pop() ?? '').replace('.svg', '.png');
    target.href = canvas.toDataURL();
    target.click();
  };
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}
