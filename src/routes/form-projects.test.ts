import { expect, test } from 'vitest';
import { formProjects } from './form-projects.ts';

/** A line of the money grid; what is printed with a letter in it has no value. */
const fund = (source: string, printed: string) => ({
  project: '1',
  source,
  annual_printed: printed,
  annual_yuan: /^\d+$/.test(printed) ? printed : '',
});

const of = (...funds: ReturnType<typeof fund>[]) => {
  const [project] = formProjects([{ project: '1', name: '讲座' }], funds);
  return project?.yuan ?? project?.printed;
};

test('a project has its name, its place and the printed total of the year', () => {
  expect(formProjects([{ project: '1', name: '讲座' }], [fund('合计', '300'), fund('省级', '200')])).toEqual([
    { name: '讲座', yuan: 300, printed: '', anchor: 'p1' },
  ]);
});

test('sources are summed up where the total is blank, 财政拨款 and its levels once', () => {
  expect(of(fund('合计', ''), fund('省级', '200'), fund('市县', '100'), fund('其他', ''))).toBe(300);
  expect(of(fund('财政拨款', '200'), fund('省级', '200'), fund('自筹', '50'))).toBe(250);
});

test('what cannot be read is kept as printed, and is no sum of what can', () => {
  expect(of(fund('合计', '3l0'), fund('省级', '200'))).toBe('3l0');
  expect(of(fund('省级', '2O0'), fund('市县', '100'))).toBe('2O0');
});

test('a form without money is still a project', () => {
  expect(of(fund('合计', ''))).toBe('');
  expect(of()).toBe('');
});
