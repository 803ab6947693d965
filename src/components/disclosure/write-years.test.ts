import { expect, test } from 'vitest';
import { unitYears } from '../../routes/unit-years.ts';
import { writeYears } from './write-years.ts';

const all = [2030, 2031].map((year) => ({ id: `u/${year}`, year }));

test('links the years of a unit, and says nothing of a single one', () => {
  expect(writeYears(unitYears('u/2031', true, all))).toBe(
    '<span class="years">各年：<a href="/units/u/2031/" aria-current="page">2031</a><a href="/units/u/2030/">2030</a></span>' +
      '<a class="no-print" href="/compare/?a=u/2031&amp;b=u/2030">与别的预算对比</a>',
  );
  expect(writeYears(unitYears('u/2030', false, all.slice(0, 1)))).toBe('');
});

test('leads to the budget of the department, where the body publishes it too', () => {
  expect(writeYears(unitYears('u/2031', false, [{ id: 'u-bu-men/2030', year: 2030 }, ...all.slice(1)]))).toBe(
    '<span class="years">部门预算：<a href="/units/u-bu-men/2030/">2030</a></span>',
  );
});

test('says on which day the text was published here, where that is known', () => {
  expect(writeYears(unitYears('u/2030', false, all.slice(0, 1)), '2031-03-01')).toBe(
    '<span>本站发布于 <time>2031-03-01</time></span>',
  );
});
