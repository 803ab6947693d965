import { expect, test } from 'vitest';
import { makeDisclosure } from '../../../bench/generate/archive.ts';
import { parseDocument } from '../parse-document.ts';

const text = makeDisclosure(2).text;
const isRow = (line: string): boolean => /^[A-Z]\d*\t/.test(line);
const isDepartment = (line: string): boolean =>
  /^(?:<b>)?[\u4e00-\u9fff（）()]+(?:<\/b>)?\t\t\t\t$/.test(line);
const isHeader = (line: string): boolean => line.startsWith('代码\t');
const bare = (line: string): string => line.replace(/<\/?b>|\t/g, '');

/** The same catalogue as another conversion would lay it out. */
const layouts: Record<string, (line: string) => string> = {
  bars: (line) =>
    isRow(line) || isDepartment(line) || isHeader(line) ? `| ${line.split('\t').join(' | ')} |` : line,
  'blanks for tabs': (line) =>
    isRow(line) ? line.replace(/\t+/g, ' ').trim() : isDepartment(line) ? bare(line) : line,
  'code and name glued together': (line) =>
    isRow(line) ? bare(line) : isDepartment(line) ? bare(line) : line,
  'codes in full width': (line) =>
    line.replace(/^[A-Z]\d*(?=\t)/, (code) =>
      code.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ),
  'codes in small letters': (line) => line.replace(/^[A-Z]\d*(?=\t)/, (code) => code.toLowerCase()),
  'a column of ordinals': (line) =>
    isHeader(line) ? `序号\t${line}` : isRow(line) ? `${line.charCodeAt(2) % 9}\t${line}` : line,
  'a column of remarks': (line) =>
    isHeader(line)
      ? `${line}\t备注`
      : isRow(line)
        ? `${line}\t${/1\t/.test(line) ? '含相关服务' : ''}`
        : line,
  'no headers': (line) => (isHeader(line) ? '' : line),
  'plain departments': (line) => (isDepartment(line) ? bare(line) : line),
  'departments as headings': (line) => (isDepartment(line) ? `## ${bare(line)}` : line),
  'departments in the last cell': (line) => (isDepartment(line) ? `\t\t\t\t${bare(line)}` : line),
  'two columns': (line) =>
    isRow(line) ? line.split('\t').filter(Boolean).join('\t') : isHeader(line) ? '编码\t名称' : line,
  'HTML rows': (line) =>
    isRow(line) || isDepartment(line)
      ? `<tr>${line
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`
      : line,
};

/** `edition`, then `department code name line` of each entry. */
function entries(document: string): string[] {
  const { catalogue } = parseDocument(document, { file: 'a.txt', sha256: '', encoding: 'utf-8' });
  return (catalogue?.departments ?? []).flatMap((department) =>
    department.entries.map((entry) =>
      [catalogue?.edition, department.name, entry.code, entry.name, entry.line].join(' '),
    ),
  );
}

const expected = entries(text);

test('the generated document has a catalogue of many departments', () => {
  expect(new Set(expected.map((entry) => entry.split(' ')[1])).size).toBeGreaterThan(20);
});

test.each(Object.keys(layouts))('%s: the same entries on the same lines', (name) => {
  const changed = text.split('\n').map((line) => layouts[name]?.(line) ?? line);
  expect(changed.join('\n')).not.toBe(text);
  expect(entries(changed.join('\n'))).toEqual(expected);
});
