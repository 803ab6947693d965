import { expect, test } from 'vitest';
import { meantTitle, nearestName } from './nearest-name.ts';

const names = ['预算收入总表', '预算支出总表', '财政拨款收支总表'];

test.each([
  ['预算收入总表', '预算收入总表'],
  ['预算入总表', '预算收入总表'],
  ['预算収入总表', '预算收入总表'],
  ['财政拔款收支总表', '财政拨款收支总表'],
  ['预算总表', undefined],
  ['政府采购预算表', undefined],
  ['名词解释', undefined],
])('%s is %s', (text, name) => expect(nearestName(text, names, 1)).toBe(name));

test('a name that differs less is nearer than one that differs more', () => {
  expect(nearestName('预算収入总衷', names, 2)).toBe('预算收入总表');
});

test('a text as near to one name as to another is neither', () => {
  expect(nearestName('预算总表', names, 2)).toBeUndefined();
});

test.each([
  ['财政拔款收支总表', '财政拨款收支总表'],
  ['财政拨款收入总表', '财政拨款收入总表'],
  ['预算支出总衷', '预算支出总表'],
  ['单位预算支出总表', '单位预算支出总表'],
])('the title %s means %s', (printed, meant) => expect(meantTitle(printed, names, 1)).toBe(meant));
