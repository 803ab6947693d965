import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { type Summary, summarize } from '../../routes/summary.ts';
import { writeFeed } from './write-feed.ts';

const checks: Summary['checks'] = { 相符: 7, 尾差: 1, 不符: 2, 未检查: 3, coverage: 0.8 };
const base = summarize(cleanDisclosure(1), checks);
const of = (slug: string, body: string): Summary => ({ ...base, id: `${slug}/2031`, body, year: 2031 });

const published = new Map([
  ['jia/2031', { day: '2031-03-01', text: '0a' }],
  ['yi/2031', { day: '2031-03-09', text: '0b' }],
]);

test('the latest publication comes first, and says what it is', () => {
  const feed = writeFeed([of('jia', '甲局'), of('yi', '乙局 & 丙')], published, 'lin-shui') ?? '';
  expect([...feed.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title)).toEqual([
    '明账 · 最新公开',
    '乙局 &amp; 丙 2031 年单位预算',
    '甲局 2031 年单位预算',
  ]);
  expect(feed).toContain('<updated>2031-03-09T00:00:00+08:00</updated>\n<author>');
  expect(feed).toContain('href="/units/yi/2031/"');
  expect(feed).toContain('勾稽核对 10 项，2 项不符。</summary>');
});

test('a text that replaces another is a new entry', () => {
  const ids = (text: string) =>
    writeFeed([of('jia', '甲局')], new Map([['jia/2031', { day: '2031-03-01', text }]]), 'lin')?.match(
      /<id>urn:mingzhang:lin:jia[^<]*/,
    )?.[0];
  expect(ids('0a')).toBe('<id>urn:mingzhang:lin:jia/2031:0a');
  expect(ids('0c')).not.toBe(ids('0a'));
});

test('what was not published yet is not told, and nothing makes no feed', () => {
  expect(writeFeed([of('jia', '甲局')], new Map(), 'lin')).toBeNull();
  const feed = writeFeed([of('jia', '甲局'), of('yi', '乙局')], new Map([...published].slice(0, 1)), 'lin');
  expect(feed).toContain('甲局');
  expect(feed).not.toContain('乙局');
});
