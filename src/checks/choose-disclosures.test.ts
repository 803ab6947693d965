import { expect, test } from 'vitest';
import { chooseDisclosures } from './choose-disclosures.ts';

const listed = [
  'yun-xi-xian-shui-li-ju/2030',
  'yun-xi-xian-shui-li-ju/2031',
  'yun-xi-xian-shui-li-ju-bu-men/2031',
  'yun-xi-xian-tu-shu-guan/2031',
].map((id) => ({ id }));
const chosen = (...which: string[]) => chooseDisclosures(listed, ...which).map(({ id }) => id);

test('a name chooses what the body publishes for itself and for its department', () => {
  expect(chosen('云溪县水利局', '2031')).toEqual([
    'yun-xi-xian-shui-li-ju/2031',
    'yun-xi-xian-shui-li-ju-bu-men/2031',
  ]);
  expect(chosen('云溪县水利局（部门）')).toEqual(['yun-xi-xian-shui-li-ju-bu-men/2031']);
});

test('a slug chooses what stands below it', () => {
  expect(chosen('yun-xi-xian-shui-li-ju')).toEqual([
    'yun-xi-xian-shui-li-ju/2030',
    'yun-xi-xian-shui-li-ju/2031',
  ]);
});

test('without a unit all are chosen; what is not there is said', () => {
  expect(chosen()).toHaveLength(4);
  expect(() => chosen('云溪县文化馆', '2031')).toThrow('档案中没有「云溪县文化馆」 2031 年的公开文本。');
});
