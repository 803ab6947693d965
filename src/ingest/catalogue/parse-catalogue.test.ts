import { describe, expect, test } from 'vitest';
import type { SourceLine } from '../source-line.ts';
import { parseCatalogue } from './parse-catalogue.ts';

const header = '代码\t一级目录\t二级目录\t三级目录\t四级目录';

/** Lines of a catalogue, numbered from 1. */
function lines(...texts: string[]): SourceLine[] {
  return texts.map((text, index) => ({ text, line: index + 1 }));
}

/** Department `name` with one branch of rows, as most pages print it. */
function department(name: string, leaf = '图书借阅服务'): string[] {
  return [
    `${name}\t\t\t\t`,
    'A\t公共服务\t\t\t',
    'A08\t\t文化公共服务\t\t',
    'A0802\t\t\t群众文化活动服务\t',
    `A080201\t\t\t\t${leaf}`,
  ];
}

/** `department: code name, …` of a parsed catalogue. */
function outline(...texts: string[]): string[] {
  return parseCatalogue(lines(...texts)).departments.map(
    ({ name, entries }) => `${name}: ${entries.map((entry) => `${entry.code} ${entry.name}`).join(', ')}`,
  );
}

/** Rule and status of each finding. */
function findings(...texts: string[]): string[] {
  return parseCatalogue(lines(...texts)).findings.map(
    (found) => `${found.rule} ${found.status} ${found.place.line}`,
  );
}

const whole = 'A 公共服务, A08 文化公共服务, A0802 群众文化活动服务, A080201 图书借阅服务';

test('reads departments as trees within themselves', () => {
  const parsed = parseCatalogue(
    lines('某省购买服务指导性目录(第九批)', header, ...department('图书馆'), ...department('档案')),
  );
  expect(parsed.title).toBe('某省购买服务指导性目录(第九批)');
  expect(parsed.departments.map((one) => [one.name, one.slug, one.line, one.entries.length])).toEqual([
    ['图书馆', 'tu-shu-guan', 3, 4],
    ['档案', 'dang-an', 8, 4],
  ]);
  expect(
    parsed.departments[1]?.entries.map((entry) => [entry.code, entry.level, entry.parent, entry.line]),
  ).toEqual([
    ['A', 1, '', 9],
    ['A08', 2, 'A', 10],
    ['A0802', 3, 'A08', 11],
    ['A080201', 4, 'A0802', 12],
  ]);
  expect(parsed.findings).toEqual([]);
});

describe('department lines', () => {
  test.each([
    ['bold', '<b>图书馆</b>\t\t\t\t'],
    ['bold Markdown', '**图书馆**'],
    ['a heading', '## 图书馆'],
    ['in the last cell', '\t\t\t\t图书馆'],
    ['a plain line', '图书馆'],
  ])('%s', (_, heading) => {
    const [, ...rows] = department('图书馆');
    expect(outline(header, ...department('档案'), heading, ...rows)).toEqual([
      `档案: ${whole}`,
      `图书馆: ${whole}`,
    ]);
  });

  test('at the bottom of a page, its rows on the next', () => {
    const [heading = '', ...rows] = department('图书馆');
    const text = [header, ...department('档案'), heading, '', '- 12 -', '', header, ...rows];
    expect(outline(...text)).toEqual([`档案: ${whole}`, `图书馆: ${whole}`]);
    expect(findings(...text)).toEqual([]);
  });

  test('broken by a wrap inside brackets', () => {
    const [, ...rows] = department('');
    expect(outline(header, '人大办公厅（\t\t\t\t', '室）\t\t\t\t', ...rows)).toEqual([
      `人大办公厅（室）: ${whole}`,
    ]);
  });

  test('missing: the rows stand apart and a finding says so', () => {
    const [, ...rows] = department('');
    expect(outline(header, ...department('档案'), ...rows)).toEqual([`档案: ${whole}`, `: ${whole}`]);
    expect(findings(header, ...department('档案'), ...rows)).toEqual(['catalogue-department undecided 7']);
  });

  test('without rows: kept, with a finding', () => {
    expect(findings(header, ...department('档案'), '图书馆\t\t\t\t')).toEqual([
      'catalogue-department undecided 7',
    ]);
  });
});

describe('page furniture between rows goes', () => {
  test.each([
    '仅供内部审核',
    '- 7 -',
    '第 3 页 共 60 页',
    '---',
    header,
    '',
    '\t\t\t\t',
    '|---|---|',
    '<p></p>',
  ])('%s', (line) => {
    const [heading = '', top = '', ...rows] = department('图书馆');
    expect(outline(header, heading, line, top, line, ...rows)).toEqual([`图书馆: ${whole}`]);
    expect(findings(header, heading, line, top, line, ...rows)).toEqual([]);
  });

  test('and a watermark of unknown words, seen by its repetition', () => {
    const [heading = '', top = '', ...rows] = department('图书馆');
    expect(outline(header, heading, top, '样稿', ...rows, '样稿', ...department('档案'), '样稿')).toEqual([
      `图书馆: ${whole}`,
      `档案: ${whole}`,
    ]);
  });
});

describe('the code decides the level', () => {
  test('where the name stands in another column', () => {
    const text = [
      header,
      '图书馆\t\t\t\t',
      'A\t公共服务\t\t\t',
      'A08\t文化公共服务\t\t\t',
      ...department('').slice(3),
    ];
    const parsed = parseCatalogue(lines(...text));
    expect(parsed.departments[0]?.entries[1]).toEqual({
      code: 'A08',
      level: 2,
      name: '文化公共服务',
      parent: 'A',
      line: 4,
    });
    expect(parsed.findings.map((found) => found.rule)).toEqual(['catalogue-name-column']);
  });

  test('in a list of two columns, and in one drawn with bars', () => {
    const two = [
      '编码\t名称',
      '图书馆\t',
      'A\t公共服务',
      'A08\t文化公共服务',
      'A0802\t群众文化活动服务',
      'A080201\t图书借阅服务',
    ];
    expect(outline(...two)).toEqual([`图书馆: ${whole}`]);
    expect(findings(...two)).toEqual([]);
    expect(outline(...two.map((line) => `| ${line.replace('\t', ' | ')} |`))).toEqual([`图书馆: ${whole}`]);
  });

  test('where columns are lost and code and name share a cell', () => {
    expect(
      outline('图书馆', 'A 公共服务', 'A08 文化公共服务', 'A0802 群众文化活动服务', 'A080201图书借阅服务'),
    ).toEqual([`图书馆: ${whole}`]);
    expect(outline('图书馆', 'A 公共服务', 'A18 其他服务', 'A1807 热线服务', 'A180701 12399 热线')).toEqual([
      '图书馆: A 公共服务, A18 其他服务, A1807 热线服务, A180701 12399 热线',
    ]);
  });
});

describe('codes', () => {
  const around = (code: string): string[] => {
    const rows = department('图书馆');
    return [
      header,
      ...rows,
      `${code}\t\t\t\t古籍修复服务`,
      'A0803\t\t\t文物保护服务\t',
      'A080301\t\t\t\t文物巡查服务',
    ];
  };
  const entry = (...text: string[]) => parseCatalogue(lines(...text)).departments[0]?.entries[4];

  test.each([
    ['without its letter', '080202'],
    ['with a wrong letter', 'B080202'],
    ['with a digit for its letter', '4080202'],
    ['a letter for a zero', 'AO80202'],
    ['without its last digit', 'A08020'],
    ['without an inner digit', 'A08202'],
    ['with a digit too many', 'A0802022'],
    ['in full width', 'Ａ０８０２０２'],
  ])('%s', (_, code) => {
    expect(entry(...around(code))).toMatchObject({
      code: 'A080202',
      level: 4,
      parent: 'A0802',
      name: '古籍修复服务',
    });
  });

  test('a corrected one keeps what is printed and is on record', () => {
    expect(entry(...around('080202'))?.printed).toBe('080202');
    expect(findings(...around('080202'))).toEqual(['catalogue-code decided 7']);
  });

  test('one that nothing decides stays as printed, with a finding', () => {
    const text = [header, ...department('图书馆').slice(0, 3), 'A0\t\t\t某项服务\t'];
    expect(parseCatalogue(lines(...text)).departments[0]?.entries[2]).toMatchObject({
      code: 'A0',
      name: '某项服务',
    });
    expect(findings(...text)).toContain('catalogue-code undecided 5');
  });

  test('of level 1 that lost its letter', () => {
    const rows = department('图书馆').map((line) => line.replace('A\t公共', '\t公共'));
    expect(outline(header, ...department('档案'), ...rows)).toEqual([`档案: ${whole}`, `图书馆: ${whole}`]);
  });

  test('repeated at another level: both rows are kept', () => {
    const text = [header, ...department('图书馆'), 'A0802\t\t\t\t夜间开放服务'];
    expect(outline(...text)).toEqual([`图书馆: ${whole}, A0802 夜间开放服务`]);
    expect(findings(...text)).toEqual([
      'catalogue-code-repeated undecided 7',
      'catalogue-name-column decided 7',
    ]);
  });

  test('a row printed twice counts once', () => {
    const rows = department('图书馆');
    const text = [header, ...rows, '', header, rows.at(-1) ?? '', 'A080202\t\t\t\t古籍修复服务'];
    expect(outline(...text)).toEqual([`图书馆: ${whole}, A080202 古籍修复服务`]);
    expect(findings(...text)).toEqual(['catalogue-row-twice decided 9']);
  });

  test('part B follows part A in one department', () => {
    const text = [header, ...department('图书馆'), 'B\t政府履职辅助性服务\t\t\t', 'B01\t\t法律服务\t\t'];
    expect(outline(...text)).toEqual([`图书馆: ${whole}, B 政府履职辅助性服务, B01 法律服务`]);
  });
});

describe('names', () => {
  test('empty: kept as empty, with a finding', () => {
    const text = [header, ...department('图书馆', '')];
    expect(parseCatalogue(lines(...text)).departments[0]?.entries[3]).toMatchObject({
      code: 'A080201',
      name: '',
    });
    expect(findings(...text)).toEqual(['catalogue-name-empty undecided 6']);
  });

  test.each([
    ['a blank inside', '图书 借阅服务', '图书借阅服务'],
    ['a number and a blank', '12399 热线服务', '12399 热线服务'],
    ['markup', '<b>图书借阅</b>服务', '图书借阅服务'],
  ])('%s', (_, printed, name) => {
    expect(
      parseCatalogue(lines(header, ...department('图书馆', printed))).departments[0]?.entries[3]?.name,
    ).toBe(name);
  });

  test('broken over two lines', () => {
    const text = [header, ...department('图书馆', '图书借'), '\t\t\t\t阅服务', 'A080202\t\t\t\t古籍修复服务'];
    expect(outline(...text)).toEqual([`图书馆: ${whole}, A080202 古籍修复服务`]);
  });
});

describe('a missing page', () => {
  test('leaves a missing parent, and nothing is made up', () => {
    const text = [
      header,
      ...department('图书馆'),
      '',
      header,
      'A160201\t\t\t\t读者调查服务',
      'A17\t\t技术性公共服务\t\t',
    ];
    expect(parseCatalogue(lines(...text)).departments[0]?.entries[4]).toMatchObject({
      code: 'A160201',
      parent: 'A',
    });
    expect(findings(...text)).toEqual(['catalogue-parent-missing undecided 9']);
  });

  test('that held the next heading: codes that fall back for good are another department', () => {
    const text = [
      header,
      ...department('图书馆'),
      '',
      header,
      'A0102\t\t\t监测服务\t',
      'A010201\t\t\t\t巡护服务',
    ];
    expect(outline(...text)).toEqual([`图书馆: ${whole}`, ': A0102 监测服务, A010201 巡护服务']);
    expect(findings(...text)).toContain('catalogue-department undecided 9');
  });

  test('a gap in the sequence of level 4 is noted', () => {
    expect(findings(header, ...department('图书馆'), 'A080204\t\t\t\t古籍修复服务')).toEqual([
      'catalogue-gap note 7',
    ]);
  });
});
