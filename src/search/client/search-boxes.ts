/** Small start of every search box: `/` puts the cursor into it, the first focus loads the suggestions. */
const boxes = [...document.querySelectorAll<HTMLInputElement>('form[data-suggest] input[type="search"]')];

addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  // The search page's own box, where there is one, before the header's.
  const box = boxes.find((one) => one.dataset.search === 'input') ?? boxes[0];
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

for (const box of boxes) {
  const load = () => {
    const before = box.value;
    void import('./suggest-box.ts').then(({ suggestInBox }) => suggestInBox(box, before));
  };
  if (document.activeElement === box) load();
  else box.addEventListener('focus', load, { once: true });
}
