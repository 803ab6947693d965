import { escapeHtml } from '../components/escape-html.ts';
import type { PageHead } from '../routes/page.ts';

/** Pages that are made in large numbers, and put into the frames that Astro rendered once for each kind. */
export const frameKinds = ['unit', 'disclosure', 'checks', 'source'] as const;
export type FrameKind = (typeof frameKinds)[number];

/** Ways up from a page: `单位`, the unit, the disclosure. */
const crumbs: Record<FrameKind, number> = { unit: 1, disclosure: 2, checks: 3, source: 3 };

const mark = (slot: string) => `[[${slot}]]`;

/** Stands in a frame where a page's own HTML goes. */
export const bodyMark: string = mark('body');

/** A head whose every text is a mark, for rendering the frame of a kind of page. */
export function markedHead(kind: FrameKind): PageHead {
  return {
    title: mark('title'),
    description: mark('description'),
    current: mark('current'),
    breadcrumbs: Array.from({ length: crumbs[kind] }, (_, i) => ({
      name: mark(`name${i}`),
      href: mark(`href${i}`),
    })),
    address: mark('address'),
  };
}

/** A rendered page with marks, taken apart: HTML at even places, names of slots at odd ones. */
export type Frame = string[];

/** The frames of all kinds. */
export type Frames = Record<FrameKind, Frame>;

/**
 * Takes frames apart.
 *
 * @param html pages as they were rendered from `markedHead` and `bodyMark`
 * @throws where a mark is missing: what it stands for would not be shown
 */
export function readFrames(html: Record<FrameKind, string>): Frames {
  const frames = frameKinds.map((kind) => [kind, readFrame(html[kind], kind)]);
  return Object.fromEntries(frames) as Frames;
}

/** A page shows its address to others only where the site's own is known. */
const hidden = 'address';

function readFrame(html: string, kind: FrameKind): Frame {
  const frame = html.split(/\[\[(\w+)\]\]/);
  const slots = [...Object.keys(texts(markedHead(kind))), 'body'];
  const missing = slots.filter((slot) => slot !== hidden && !frame.includes(slot));
  if (missing.length > 0)
    throw new Error(`The frame of the page ${kind} does not show ${missing.join(', ')}.`);
  return frame;
}

/**
 * Puts a page into its frame.
 *
 * @param body HTML of what the page shows, UTF-8, in one or more pieces
 * @throws where the head has other slots than the frame
 */
export function fillFrame(frame: Frame, head: PageHead, body: readonly Uint8Array[]): Buffer {
  const values = texts(head);
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const [i, piece] of frame.entries()) {
    if (i % 2 === 0) text += piece;
    else if (piece === 'body') {
      pieces.push(Buffer.from(text), ...body);
      text = '';
    } else if (values[piece] === undefined) throw new Error(`The page ${head.title} has no ${piece}.`);
    else text += escapeHtml(values[piece]);
  }
  return Buffer.concat([...pieces, Buffer.from(text)]);
}

function texts({ title, description, current, breadcrumbs, address = '' }: PageHead): Record<string, string> {
  const ways = breadcrumbs.flatMap(({ name, href }, i) => [
    [`name${i}`, name],
    [`href${i}`, href ?? ''],
  ]);
  return { title, description, current, address, ...Object.fromEntries(ways) };
}
