import { afterAll, describe, expect, test } from 'vitest';
import { parseCatalogue } from './parse-catalogue.ts';
import { type CleanRow, cleanCatalogue, header, rowLine } from './testing/clean-catalogue.ts';
import { pick, type Random, random } from './testing/random.ts';

/** A printed line and the row that it means, undefined for headings and furniture. */
interface Printed {
  text: string;
  row?: CleanRow | undefined;
}

type Fault = (lines: Printed[], next: Random) => Printed[];

/** Applies a change to one random line that means a row (of codes of the given lengths). */
function onRow(
  change: (printed: Printed & { row: CleanRow }, next: Random) => Printed[],
  lengths = [1, 3, 5, 7],
): Fault {
  return (lines, next) => {
    const rows = lines.flatMap(({ row }, index) => (row && lengths.includes(row.code.length) ? [index] : []));
    const at = pick(next, rows);
    const changed = change(lines[at] as Printed & { row: CleanRow }, next);
    return [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)];
  };
}

const insert =
  (texts: string[]): Fault =>
  (lines, next) => {
    const at = 2 + Math.floor(next() * (lines.length - 2));
    return [...lines.slice(0, at), { text: pick(next, texts) }, ...lines.slice(at)];
  };

const digitAt = (code: string, next: Random): number => 1 + Math.floor(next() * (code.length - 1));

/** Faults of conversion that occur in real texts. */
const faults: Record<string, Fault> = {
  'name in another column': onRow(({ row }, next) => [
    { text: rowLine(row.code, row.name, pick(next, [1, 2, 3, 4])), row },
  ]),
  'letter lost': onRow(({ row }) => [{ text: rowLine(row.code, row.name).slice(1), row }]),
  'code lost': onRow(({ row }) => [
    { text: rowLine('', row.name, Math.ceil((row.code.length + 1) / 2)), row },
  ]),
  'letter misread': onRow(
    ({ row }, next) => [
      { text: pick(next, ['B', '4', 'Λ', 'a', 'Ａ', 'R']) + rowLine(row.code, row.name).slice(1), row },
    ],
    [3, 5, 7],
  ),
  'digit lost': onRow(
    ({ row }, next) => {
      const at = digitAt(row.code, next);
      return [
        {
          text: rowLine(row.code, row.name).replace(row.code, row.code.slice(0, at) + row.code.slice(at + 1)),
          row,
        },
      ];
    },
    [3, 5, 7],
  ),
  'digit doubled': onRow(
    ({ row }, next) => {
      const at = digitAt(row.code, next);
      return [
        {
          text: rowLine(row.code, row.name).replace(row.code, row.code.slice(0, at) + row.code.slice(at - 1)),
          row,
        },
      ];
    },
    [5, 7],
  ),
  'blank in the code': onRow(({ row }) => [
    {
      text: rowLine(row.code, row.name).replace(row.code, `${row.code.slice(0, 1)} ${row.code.slice(1)}`),
      row,
    },
  ]),
  'blank in the name': onRow(({ row }) => [
    { text: rowLine(row.code, `${row.name.slice(0, 2)} ${row.name.slice(2)}`), row },
  ]),
  'name wrapped to the next line': onRow(
    ({ row }) => [
      { text: rowLine(row.code, row.name.slice(0, 3)), row },
      { text: rowLine('', row.name.slice(3), Math.ceil((row.code.length + 1) / 2)) },
    ],
    [7],
  ),
  'name lost': onRow(({ row }) => [{ text: `${row.code}\t\t\t\t`, row: { ...row, name: '' } }], [7]),
  'row printed twice': onRow((printed) => [printed, { text: '' }, { text: header }, { text: printed.text }]),
  'tabs lost': onRow(({ row }) => [{ text: `${row.code} ${row.name}`, row }]),
  'row in bars': onRow(({ row, text }) => [{ text: `| ${text.split('\t').join(' | ')} |`, row }]),
  watermark: insert(['仅供内部审核', '仅供内部审核\t\t\t\t']),
  'page number': insert(['- 21 -', '21', '第 21 页', '— 21 —']),
  'repeated header': insert([header, '代码\t一级目录\t二级目录\t三级目录']),
  'stray tag': insert(['<p></p>', '</b>', '---', '\t\t\t\t']),
  'unknown stamp, repeated': (lines, next) => {
    const stamped = [...lines];
    for (let count = 0; count < 4; count++)
      stamped.splice(3 + Math.floor(next() * (stamped.length - 3)), 0, { text: '样张' });
    return stamped;
  },
  'department in another style': (lines, next) => {
    const headings = lines.flatMap(({ text, row }, index) =>
      !row && /^(?:<b>)?[\u4e00-\u9fff（）]+(?:<\/b>)?\t+$/.test(text) ? [index] : [],
    );
    const at = pick(next, headings);
    const name = (lines[at]?.text ?? '').replace(/<[^>]*>|\t/g, '');
    const text = pick(next, [
      `**${name}**`,
      `## ${name}`,
      name,
      `\t${name}\t\t\t`,
      `\t\t\t\t${name}`,
      `<b>${name}</b>`,
    ]);
    return [...lines.slice(0, at), { text }, ...lines.slice(at + 1)];
  },
  'department at the bottom of a page': (lines, next) => {
    const headings = lines.flatMap(({ text, row }, index) =>
      !row && /\t\t\t\t$/.test(text) && text !== '\t\t\t\t' ? [index] : [],
    );
    const at = pick(next, headings) + 1;
    return [...lines.slice(0, at), { text: '' }, { text: '- 8 -' }, { text: header }, ...lines.slice(at)];
  },
  'page missing': (lines, next) => {
    const pages = lines.flatMap(({ text }, index) => (text === header ? [index] : []));
    const page = Math.floor(next() * (pages.length - 1));
    return [...lines.slice(0, pages[page]), ...lines.slice(pages[page + 1])];
  },
};

/** Rows that come out neither right nor with a finding on their line or on the line where the text breaks off. */
function silentlyWrong(lines: Printed[]): string[] {
  const parsed = parseCatalogue(lines.map(({ text }, index) => ({ text, line: index + 1 })));
  const said = new Set(parsed.findings.map((finding) => finding.place.line));
  // A name that goes on below is doubtful on both lines.
  for (const { rule, message } of parsed.findings) {
    if (rule === 'catalogue-name-wrapped') said.add(Number(/\d+/.exec(message)?.[0]));
  }
  // What follows a missing page or a missing heading is doubtful up to the next heading.
  const breaks = parsed.findings.filter((finding) =>
    /department|parent-missing|page-missing|repeated|gap/.test(finding.rule),
  );
  for (const { place } of breaks) {
    const headings = parsed.departments.map((one) => one.line).filter((line) => line > (place.line ?? 0));
    for (let line = place.line ?? 0; line < Math.min(...headings, lines.length + 1); line++) said.add(line);
  }
  const entries = parsed.departments.flatMap(({ name, entries }) =>
    entries.map((entry) => ({ ...entry, department: name })),
  );
  const expected = lines.flatMap(({ row }, index) => (row ? [{ ...row, line: index + 1 }] : []));
  const wrong = expected.filter((row) => {
    const found = entries.filter((entry) => entry.line === row.line);
    const right =
      found.length === 1 &&
      found[0]?.code === row.code &&
      found[0]?.name === row.name &&
      found[0]?.department === row.department;
    tally.rows++;
    tally.right += right ? 1 : 0;
    return !right && !said.has(row.line);
  });
  const made = entries.filter(
    (entry) => !expected.some((row) => row.line === entry.line) && !said.has(entry.line),
  );
  return [
    ...wrong.map((row) => `${row.line} ${row.department} ${row.code} ${row.name}`),
    ...made.map((row) => `made up: ${row.line} ${row.code}`),
  ];
}

/** Rows of all mutants: right, wrong or left open with a finding, wrong without one. */
const tally = { rows: 0, right: 0 };
afterAll(() => {
  const share = ((100 * tally.right) / tally.rows).toFixed(3);
  console.log(
    `catalogue mutants: ${tally.right} of ${tally.rows} rows right (${share} %), the others carry a finding`,
  );
});

/** `MUTANTS=5000 npx vitest run mutants` for the long run by hand. */
const runs = Number(process.env.MUTANTS ?? 100);

test('a clean catalogue comes out whole and without findings', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { lines, rows } = cleanCatalogue(seed);
    const printed = lines.map((text, index) => ({ text, row: rows.get(index) }));
    expect(silentlyWrong(printed)).toEqual([]);
    expect(parseCatalogue(lines.map((text, index) => ({ text, line: index + 1 }))).findings).toEqual([]);
  }
});

describe(`${runs} mutants: no row comes out wrong without a finding`, () => {
  const names = Object.keys(faults);
  test.each(names)('%s', (name) => {
    const failures: string[] = [];
    for (let run = 0; run < Math.ceil(runs / names.length); run++) {
      const seed = names.indexOf(name) * 100_003 + run;
      const next = random(seed);
      const { lines, rows } = cleanCatalogue(seed);
      const printed = lines.map((text, index) => ({ text, row: rows.get(index) }));
      const wrong = silentlyWrong(faults[name]?.(printed, next) ?? []);
      if (wrong.length > 0)
        failures.push(
          `seed ${seed}: ${wrong.slice(0, 3).join('; ')}${wrong.length > 3 ? ` (${wrong.length})` : ''}`,
        );
    }
    expect(failures).toEqual([]);
  });

  test('three faults at once', () => {
    const failures: string[] = [];
    const single = names.filter((name) => name !== 'page missing');
    for (let run = 0; run < Math.ceil(runs / 4); run++) {
      const next = random(7_000_003 + run);
      const { lines, rows } = cleanCatalogue(run);
      let printed: Printed[] = lines.map((text, index) => ({ text, row: rows.get(index) }));
      const applied = [pick(next, single), pick(next, single), pick(next, single)];
      for (const name of applied) printed = faults[name]?.(printed, next) ?? printed;
      const wrong = silentlyWrong(printed);
      if (wrong.length > 0)
        failures.push(`run ${run} (${applied.join(', ')}): ${wrong.slice(0, 3).join('; ')}`);
    }
    expect(failures).toEqual([]);
  });
});
