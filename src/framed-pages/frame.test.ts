import { expect, test } from 'vitest';
import { bodyMark, type FrameKind, fillFrame, frameKinds, markedHead, readFrames } from './frame.ts';

/** A frame as a layout would render it from the marks. */
function render(kind: FrameKind): string {
  const { title, description, current, breadcrumbs } = markedHead(kind);
  const ways = breadcrumbs.map(({ name, href }) => `<a href="${href}">${name}</a>`).join('');
  return `<title>${title} · 明账</title><meta content="${description}">${ways}<b>${current}</b><main>${bodyMark}</main>`;
}

const html = Object.fromEntries(frameKinds.map((kind) => [kind, render(kind)])) as Record<FrameKind, string>;

test('a page stands in its frame, its texts made safe and its body as it is', () => {
  const page = fillFrame(
    readFrames(html).unit,
    {
      title: '图书馆 <总馆>',
      description: '“馆”与"馆"',
      current: '总馆',
      breadcrumbs: [{ name: '单位', href: '/units/' }],
    },
    [Buffer.from('<h1>馆</h1>')],
  );
  expect(page.toString()).toBe(
    '<title>图书馆 &lt;总馆&gt; · 明账</title><meta content="“馆”与&quot;馆&quot;"><a href="/units/">单位</a><b>总馆</b><main><h1>馆</h1></main>',
  );
});

test('a text that looks like a mark stays a text', () => {
  const head = { title: '[[body]]', description: '$&', current: '', breadcrumbs: [{ name: '' }] };
  const page = fillFrame(readFrames(html).unit, head, [Buffer.from('[[title]]')]).toString();
  expect(page).toContain('<title>[[body]] · 明账</title><meta content="$&amp;">');
  expect(page).toContain('<main>[[title]]</main>');
});

test('a layout that does not show a part of the head is an error, not a page without it', () => {
  const lost = { ...html, checks: html.checks.replace('[[name2]]', '') };
  expect(() => readFrames(lost)).toThrow('The frame of the page checks does not show name2.');
});

test('a frame that shows the address of its page gets it, others do without', () => {
  const linked = { ...html, unit: `${html.unit}<link href="https://budget.example.org[[address]]">` };
  const head = {
    title: '馆',
    description: '',
    current: '',
    breadcrumbs: [{ name: '', href: '' }],
    address: '/馆/',
  };
  const page = fillFrame(readFrames(linked).unit, head, [Buffer.from('')]).toString();
  expect(page).toContain('<link href="https://budget.example.org/馆/">');
  expect(fillFrame(readFrames(html).unit, head, [Buffer.from('')]).toString()).not.toContain('/馆/');
});

test('a head without a way up that the frame shows is an error', () => {
  const head = { title: '馆', description: '', current: '', breadcrumbs: [] };
  expect(() => fillFrame(readFrames(html).unit, head, [Buffer.from('')])).toThrow(
    'The page 馆 has no href0.',
  );
});
