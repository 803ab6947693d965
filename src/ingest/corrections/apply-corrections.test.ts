import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { maskSource } from '../../schema/mask-source.ts';
import { applyCorrections } from './apply-corrections.ts';
import { decodeCorrections, readCorrections } from './read-corrections.ts';

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
      `${file}：原文第 2 行应有「排査」，实为「隐患排查」`,
    );
    expect(() => apply(['隐患排査'], yaml)).toThrow(`${file}：原文没有第 2 行`);
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
    expect(() => apply(['没有'], everywhere)).toThrow(`${file}：要遮盖的文字（3 字）在原文中没有`);
    expect(() => apply(['没有'], everywhere)).not.toThrow('王小明');
  });

  test('is not undone by a correction', () => {
    const back = `${everywhere}\n- {kind: misreading, line: 1, was: 孙某, now: 王小明, why: 误认}`;
    expect(() => apply(['孙某和王小明'], back)).toThrow('含有处处遮盖的文字');
    const number = '- {kind: misreading, line: 1, was: 1380013800O, now: "13800138000", why: 误认}';
    expect(() => apply(['手机1380013800O'], number)).toThrow('更正后的原文第 1 行含有手机号码');
    expect(() => apply(['王小明'], everywhere.replace('受助人姓名', '王小明要求'))).toThrow(
      '理由（why）会公开',
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
    ['- {kind: misreading, line: 0, was: 甲, now: 乙, why: 误认}', ':1：「line」'],
    ['- {kind: misreading, line: "1", was: 甲, now: 乙, why: 误认}', ':1：「line」应为数字'],
    ['# 更正\n- kind: misreading\n  line: 1\n  was: 甲\n  now: 乙', ':2：「why」没有写'],
    [
      '- {kind: mask, line: 1, was: 甲, why: 姓名}\n- {kind: other, line: 1}',
      ':2：「kind」应为 misreading 或 mask',
    ],
    ['- {kind: mask, line: 1, was: 甲, why: 姓名, all: true}', ':1：没有「all」这一项'],
    ['\n- {kind: mask, was: 甲, why: 姓名}', ':2：遮盖要写 line 或 everywhere: true，两者取一'],
    ['- kind: mask\n  line: 1\n  was: 甲\n  now: 甲某\n  why: 姓名', ':4：「now」仍含有要遮盖的文字'],
    ['- kind: mask\n  line: 1\n  was: 甲\n  now: **\n  why: 姓名', ':4：以 * 开头的文字要放在引号里'],
    ['line: 1', ':1：应为列表，每条以 - 开头'],
    ['- kind: mask\n  was: "甲\n  why: 姓名\n', ':2：引号没有成对'],
    ['- {', ':1：缩进不对，或括号没有成对'],
  ])('%j fails with file and line, and says nothing of what it masks', (yaml, message) => {
    expect(() => readCorrections(yaml, file)).toThrow(`${file}${message}`);
    expect(() => readCorrections(yaml, file)).not.toThrow('甲');
  });

  test('that is empty corrects nothing', () => expect(readCorrections('# none yet\n', file)).toEqual([]));

  test('may come in any encoding of a text', () => {
    const yaml = '- {kind: mask, everywhere: true, was: 王小明, why: 姓名}\n';
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'])
      expect(decodeCorrections(iconv.encode(yaml, encoding, { addBOM: encoding !== 'gb18030' }), file)).toBe(
        yaml,
      );
    expect(() => decodeCorrections(Buffer.of(0x0a, 0xff, 0xc0, 0x80), file)).toThrow(
      `${file}:2：有不能解码的字节，应为 UTF-8、UTF-16 或 GB18030 编码的文本`,
    );
  });
});
