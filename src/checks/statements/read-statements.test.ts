import { describe, expect, test } from 'vitest';
import type { LineBreak, Section } from '../../schema/block.ts';
import { readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';

function section(...texts: string[]): Section {
  const blocks = texts.map((text, index) => ({ kind: 'paragraph' as const, text, line: 10 + index }));
  return { kind: 'narrative', number: 1, title: '', line: 9, blocks };
}

/** A statement as a short line: what, year, amount or count, share, change. */
function short({ what, year, amount, count, share, change, reason }: Statement): string {
  const level = amount ? ` ${amount.yuan}` : count ? ` ${count.value}${count.unit}` : '';
  const sign = change ? ['-', '=', '+'][change.direction + 1] : '';
  const moved = change
    ? ` ${sign}${change.amount?.yuan ?? ''}${change.percent ? `/${change.percent.ppm}` : ''}`
    : '';
  return `${reason ? '?' : ''}${year ?? ''}${what}${level}${share ? ` 占${share.ppm}` : ''}${moved}`;
}

const read = (...texts: string[]) => readStatements(section(...texts)).map(short);

describe('amounts', () => {
  test.each([
    ['馆舍维修1,234.50万元。', '馆舍维修 12345000'],
    ['馆舍维修1234.5万元。', '馆舍维修 12345000'],
    ['馆舍维修１２３４．５０万元。', '馆舍维修 12345000'],
    ['馆舍维修 1234.50 万元。', '馆舍维修 12345000'],
    ['馆舍维修12,345,000元。', '馆舍维修 12345000'],
    ['馆舍维修0.12345亿元。', '馆舍维修 12345000'],
    ['馆舍维修0万元。', '馆舍维修 0'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('a price a head is no amount', () => {
    expect(read('书架补助每人30元/月，书架购置2万元。')).toEqual(['书架购置 20000']);
  });

  test('a sentence goes on over a page break, and each figure keeps its line', () => {
    const statements = readStatements(section('书架购置2.5', '万元，书库租赁1万元。'));
    expect(statements.map(short)).toEqual(['书架购置 25000', '书库租赁 10000']);
    expect(statements.map(({ line }) => line)).toEqual([10, 11]);
  });
});

test('a figure of a paragraph that was broken over lines has the line that it stands in', () => {
  const text = '书架购置2.5 万元，书库 租赁1万元，布展3万元。';
  const breaks: [LineBreak, ...LineBreak[]] = [
    { at: text.indexOf('租赁'), line: 14 },
    { at: text.indexOf('布展'), line: 19 },
  ];
  const whole = { kind: 'paragraph' as const, text, line: 10, breaks };
  const statements = readStatements({ ...section(), blocks: [whole] });
  expect(statements.map(({ line }) => line)).toEqual([10, 14, 19]);
});

describe('years', () => {
  test('the year stands before the name, behind it, or alone', () => {
    expect(read('2031年书架购置2万元，2030年1万元。')).toEqual(['2031书架购置 20000', '2030 10000']);
    expect(read('书架购置2031年预算2万元。')).toEqual(['2031书架购置预算 20000']);
    expect(read('2031 年度书架购置 2万元。')).toEqual(['2031书架购置 20000']);
  });

  test('last year is told from what was carried over from it', () => {
    const [carried, last] = readStatements(section('上年结转3万元；上年预算数2万元。'));
    expect([carried?.prior, last?.prior]).toEqual([false, true]);
  });
});

test('what a year’s budget is of may stand before a colon, or as a title of its own', () => {
  expect(read('1.书库（类）书架（款）：2031年预算数为2万元，主要用于新馆。')).toEqual([
    '2031书库(类)书架(款)预算数 20000',
  ]);
  expect(read('2.接待费。2031年预算数2万元，比2030年预算数3万元减少1万元。')).toEqual([
    '2031接待费预算数 20000 -10000',
    '2030比预算数 30000',
  ]);
  const titled = { ...section('2031年年初预算数2万元，其中，拨款1万元。'), title: '（一）收入预算' };
  expect(readStatements(titled).map(short)).toEqual(['2031收入预算 20000', '拨款 10000']);
  const heading = { kind: 'heading' as const, depth: 1, text: '（二）接待费', line: 9 };
  const below = section('2031年预算数2万元。');
  expect(readStatements({ ...below, blocks: [heading, ...below.blocks] }).map(short)).toEqual([
    '2031接待费预算数 20000',
  ]);
});

test('a code is no year', () => {
  expect(read('（1）图书馆（2070104）2万元，与上年持平。')).toEqual(['图书馆(2070104) 20000 =']);
});

describe('shares', () => {
  test.each([
    '书架购置2万元，占97.68%。',
    '书架购置2万元，占比97.68％。',
    '书架购置2万元，占总支出的97.68%。',
    '书架购置2万元（占 97.68 %）。',
  ])('%s', (text) => {
    expect(read(text)).toEqual(['书架购置 20000 占976800']);
  });
});

test('a share behind last year’s amount and the change is of this year’s amount', () => {
  expect(read('2031年书架购置2万元，比2030年预算数1万元增加1万元，占总数的50%。')).toEqual([
    '2031书架购置 20000 占500000 +10000',
    '2030比预算数 10000',
  ]);
  expect(read('2031年书架购置2万元，占50%，2030年1万元，占25%。')).toEqual([
    '2031书架购置 20000 占500000',
    '2030 10000 占250000',
  ]);
});

describe('parts', () => {
  const parts = (...texts: string[]) =>
    readStatements(section(...texts)).map(({ what, partOf }) => (partOf ? `${partOf.what}/${what}` : what));

  test('are of what 其中 or a bracket stands behind', () => {
    expect(read('结转3万元（甲1万元、乙2万元），占30%。')).toEqual([
      '结转 30000 占300000',
      '甲 10000',
      '乙 20000',
    ]);
    expect(parts('总数9万元，其中：结转3万元（甲1万元、乙2万元），本年6万元。')).toEqual([
      '总数',
      '总数/结转',
      '结转/甲',
      '结转/乙',
      '总数/本年',
    ]);
  });

  test('a sentence that begins with 其中 divides the one before it', () => {
    expect(parts('总数9万元，比上年8万元增加1万元。其中：甲4万元，乙5万元。其中：丙9万元。')).toEqual([
      '总数',
      '比上年',
      '总数/甲',
      '总数/乙',
      '总数/丙',
    ]);
  });

  test('a second list of the same whole is no part of the last of the first', () => {
    expect(parts('总数9万元。', '1.按甲分，包括甲一4万元、甲二5万元。', '2.按乙分，包括乙一9万元。')).toEqual(
      ['总数', '总数/甲一', '总数/甲二', '总数/乙一'],
    );
  });
});

describe('changes', () => {
  test.each([
    ['书架购置2万元，比上年增加1万元，增长100%。', '书架购置 20000 +10000/1000000'],
    ['书架购置2万元，比2030年增加了1万元，增加了100%。', '书架购置 20000 +10000/1000000'],
    ['书架购置2万元，较上年减少0.5万元，下降20%。', '书架购置 20000 -5000/200000'],
    ['书架购置2万元，较去年减少0.5万元，降幅20%。', '书架购置 20000 -5000/200000'],
    ['书架购置2万元，比上年减少0.5万元，增幅-20%。', '书架购置 20000 -5000/200000'],
    ['书架购置2万元，比上年减少0.5万元，增长－20％。', '书架购置 20000 -5000/200000'],
    ['书架购置2万元，比上年减少-0.5万元，下降-20%。', '书架购置 20000 -5000/200000'],
    ['书架购置2万元，比上年减少-0.5万元，下降-33.33%。', '书架购置 20000 +5000/333300'],
    ['书架购置2万元，同比增长5.26%。', '书架购置 20000 +/52600'],
    ['书架购置2万元，与上年持平。', '书架购置 20000 ='],
    ['书架购置2万元，与2030年预算数相同。', '书架购置 20000 ='],
    ['书架购置2万元与上年一致。', '书架购置 20000 ='],
    ['书架购置预算2万元比2030年减少 0.5万元。', '书架购置预算 20000 -5000'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('of a total with parts, the change is that of the total', () => {
    expect(read('总收入10万元，其中：拨款8万元，结转2万元，比上年增加5万元，增长100%。')).toEqual([
      '总收入 100000 +50000/1000000',
      '拨款 80000',
      '结转 20000',
    ]);
  });

  test('where a sentence only states last year, the change is of the amount before it', () => {
    expect(read('2031年总收入8万元。2030年总收入9万元，同比减少1万元，下降11.11%。')).toEqual([
      '2031总收入 80000 -10000/111100',
      '2030总收入 90000',
    ]);
    expect(read('2031年总收入8万元。2030年总收入9万元，比2029年增加1万元，增长12.5%。')).toEqual([
      '2031总收入 80000',
      '2030总收入 90000 +10000/125000',
    ]);
  });

  test('that something is the same is said of the whole list', () => {
    expect(read('差旅1万元，会议2万元，均与上年相同。')).toEqual(['差旅 10000 =', '会议 20000 =']);
  });

  test('an explanation changes nothing before it', () => {
    expect(read('书架购置2万元，比上年增加1万元，主要原因是旧馆书架报废增加0.4万元。')).toEqual([
      '书架购置 20000 +10000',
      '?主要原因是旧馆书架报废 +4000',
    ]);
  });

  test('a sentence that names nothing speaks of the list before it, not of its last part', () => {
    expect(read('总数9万元，其中：甲4万元，乙5万元。比上年增加1万元，增长12.5%。')).toEqual([
      '总数 90000 +10000/125000',
      '甲 40000',
      '乙 50000',
    ]);
  });

  test('what is the same and what changes are told apart', () => {
    expect(read('书架2万元，书库3万元。其中书架与上年持平，书库减少1万元。')).toEqual([
      '书架 20000',
      '书库 30000',
      '书架 =',
      '书库 -10000',
    ]);
  });

  test('opposite directions are noticed', () => {
    const [statement] = readStatements(section('书架购置2万元，比上年增加1万元，下降33.33%。'));
    expect(statement?.change?.contradictory).toBe(true);
  });
});

describe('numbers of things', () => {
  test('are read with their unit', () => {
    expect(read('绩效目标项目18个，金额20万元；实有车辆5辆：业务用车4辆、其他用车1辆。')).toEqual([
      '绩效目标项目 18个',
      '金额 200000',
      '实有车辆 5辆',
      '业务用车 4辆',
      '其他用车 1辆',
    ]);
  });
});
