import { describe, expect, test } from 'vitest';
import { maskSource } from '../../schema/mask-source.ts';
import { applyCorrections } from './apply-corrections.ts';
import { readCorrections } from './read-corrections.ts';

const file = 'content/corrections/某单位/2031.yaml';

/** Applies a corrections file to a text. */
function apply(text: string[], yaml = ''): ReturnType<typeof applyCorrections> {
  const lines = text.map((line, index) => ({ text: line, line: index + 1 }));
  return applyCorrections(lines, readCorrections(yaml, file), file);
}

describe('a misreading', () => {
  const yaml = '- {kind: misreading, line: 2, was: 排査, now: 排查, why: 形近字误认}';

  test('is put right on its line only, and is on record', () => {
    const { lines, applied } = apply(['隐患排査', '隐患排査'], yaml);
    expect(lines.map((line) => line.text)).toEqual(['隐患排査', '隐患排查']);
    expect(applied).toEqual([{ kind: 'misreading', line: 2, was: '排査', now: '排查', why: '形近字误认' }]);
  });

  test('that is not on its line fails and says what is', () => {
    expect(() => apply(['隐患排査', '隐患排查'], yaml)).toThrow(
      `${file}: line 2: expected 「排査」, found 「隐患排查」.`,
    );
    expect(() => apply(['隐患排査'], yaml)).toThrow(`${file}: line 2: the source has no such line`);
  });
});

describe('a mask', () => {
  const everywhere = '- {kind: mask, everywhere: true, was: 王小明, now: 某受助人, why: 受助人姓名}';

  test('covers a name wherever it stands, with blanks inside and over a line break', () => {
    const { lines, applied } = apply(
      ['发给王小明', '王 小　明\t1.20', '救助对象王', '小明。', '王明'],
      everywhere,
    );
    expect(lines.map((line) => line.text)).toEqual([
      '发给某受助人',
      '某受助人\t1.20',
      '救助对象某受助人',
      '。',
      '王明',
    ]);
    expect(applied.map((one) => [one.line, one.from, one.to, one.was])).toEqual([
      [1, 2, 5, ''],
      [2, 0, 5, ''],
      [3, 4, 5, ''],
      [4, 0, 2, ''],
    ]);
  });

  test('is the same in the source view, and nothing published holds the name', () => {
    const text = ['发给王小明', '手机13800138000，王小明'];
    const { lines, applied, findings } = apply(text, everywhere);
    expect(maskSource(text, applied)).toEqual(lines.map((line) => line.text));
    expect(JSON.stringify({ lines, applied, findings })).not.toMatch(/小明|13800138000/);
  });

  test('of one line leaves other lines', () => {
    const { lines } = apply(['某甲', '某甲'], '- {kind: mask, line: 2, was: 某甲, why: 姓名}');
    expect(lines.map((line) => line.text)).toEqual(['某甲', '**']);
  });

  test('that is nowhere fails without naming what it masks', () => {
    expect(() => apply(['没有'], everywhere)).toThrow(
      `${file}: the text to be masked (3 characters) is nowhere`,
    );
    expect(() => apply(['没有'], everywhere)).not.toThrow('王小明');
  });

  test('is not undone by a correction', () => {
    const back = `${everywhere}\n- {kind: misreading, line: 1, was: 孙某, now: 王小明, why: 误认}`;
    expect(() => apply(['孙某和王小明'], back)).toThrow('holds a text that is masked everywhere');
    const number = '- {kind: misreading, line: 1, was: 1380013800O, now: "13800138000", why: 误认}';
    expect(() => apply(['手机1380013800O'], number)).toThrow('line 1: the corrected text holds a 手机号码');
    expect(() => apply(['王小明'], everywhere.replace('受助人姓名', '王小明要求'))).toThrow(
      'names what is masked',
    );
  });
});

test('personal numbers are masked without being asked for, with a finding that does not repeat them', () => {
  const { lines, applied, findings } = apply(['电话 13800138000', '金额 13800138000.00']);
  expect(lines.map((line) => line.text)).toEqual(['电话 1**********', '金额 13800138000.00']);
  expect(applied).toMatchObject([{ line: 1, from: 3, to: 14, was: '', now: '1**********', kind: 'mask' }]);
  expect(findings).toMatchObject([{ rule: 'personal-data-masked', status: 'decided', place: { line: 1 } }]);
});

describe('a corrections file', () => {
  test.each([
    ['- {kind: misreading, line: 0, was: 甲, now: 乙, why: 误认}', 'correction 1 (line)'],
    ['- {kind: misreading, line: 1, was: 甲, now: 乙}', 'correction 1 (why)'],
    ['- {kind: other, line: 1}', 'correction 1 (kind)'],
    ['- {kind: mask, was: 甲, why: 姓名}', 'correction 1: a mask needs either `line` or `everywhere: true`'],
    ['line: 1', 'file: '],
    ['- {', 'not readable as YAML'],
  ])('%s fails with file and place', (yaml, message) => {
    expect(() => readCorrections(yaml, file)).toThrow(`${file}: ${message}`);
  });

  test('that is empty corrects nothing', () => expect(readCorrections('# none yet\n', file)).toEqual([]));
});
