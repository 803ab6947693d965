import type { Block } from '../../schema/block.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { parseUnknownTable } from '../tables/parse-unknown-table.ts';
import { isGridLine } from '../tables/read-grid.ts';
import { isPageLabel } from '../tables/read-table-title.ts';
import { goesOn } from '../text/goes-on.ts';
import { looksLikeTitle, type OrdinalStyle, readHeading } from '../text/heading.ts';
import { joinWraps, matchKey, plain } from '../text/plain.ts';
import { findLoop, stopsShort } from './find-loops.ts';

/**
 * Reads running text into blocks: headings, paragraphs with page breaks inside them joined, captions of lost
 * pictures, tables. Loops and cut texts of the conversion are reported and kept.
 */
export function parseBlocks(
  lines: SourceLine[],
  place: ConversionFinding['place'] = {},
): { blocks: Block[]; findings: ConversionFinding[] } {
  const blocks: Block[] = [];
  const findings: ConversionFinding[] = [];
  const styles: (OrdinalStyle | 'marks')[] = [];
  let grid: SourceLine[] = [];
  for (const { text, line } of lines) {
    if (isGridLine(text)) {
      grid.push({ text, line });
      continue;
    }
    if (text.trim() === '') {
      if (grid.length > 0) grid.push({ text: '', line });
      continue;
    }
    closeGrid();
    addText(text, line);
  }
  closeGrid();
  for (const block of blocks) if (block.kind === 'paragraph') report(block.text, block.line);
  reportRepeats();
  return { blocks, findings };

  function addText(raw: string, line: number): void {
    const text = joinWraps(plain(raw).replace(/^[-*•]\s+(?=\S)/, ''));
    if (text === '' || isPageLabel(raw)) return;
    const heading = readHeading(raw);
    if (isCaption(text)) {
      blocks.push({ kind: 'picture', caption: text, line });
      return;
    }
    if (isHeading(raw, text, heading.style, heading.marks)) {
      blocks.push({
        kind: 'heading',
        depth: depthOf(heading.style === '' ? 'marks' : heading.style),
        text,
        line,
      });
      return;
    }
    const before = blocks.at(-1);
    const isPlain = heading.style === '' && heading.marks === 0;
    if (before?.kind === 'paragraph' && isPlain && (isOpen(before.text) || isCited(before.text, text))) {
      before.text = joinWraps(`${before.text} ${text}`);
      before.breaks = [...(before.breaks ?? []), { at: before.text.length - text.length, line }];
      return;
    }
    blocks.push({ kind: 'paragraph', text, line });
  }

  function depthOf(style: OrdinalStyle | 'marks'): number {
    const known = styles.indexOf(style);
    if (known >= 0) {
      styles.length = known + 1;
      return Math.min(4, known + 1);
    }
    styles.push(style);
    return Math.min(4, styles.length);
  }

  function closeGrid(): void {
    if (grid.some(({ text }) => text !== '')) blocks.push({ kind: 'table', table: parseUnknownTable(grid) });
    grid = [];
  }

  function report(text: string, line: number): void {
    const loop = findLoop(text);
    if (loop) {
      findings.push({
        rule: 'text-loop',
        status: 'note',
        place: { ...place, line },
        message: `第${line}行同一段文字连续出现 ${loop.times} 次，疑为转换重复，原样保留`,
      });
    }
    if (stopsShort(text)) {
      findings.push({
        rule: 'text-cut',
        status: 'note',
        place: { ...place, line },
        message: `第${line}行的文字似未完，原样保留`,
      });
    }
  }

  function reportRepeats(): void {
    let times = 1;
    blocks.forEach((block, index) => {
      const next = blocks[index + 1];
      const same = block.kind === 'paragraph' && next?.kind === 'paragraph' && next.text === block.text;
      if (same) {
        times += 1;
        return;
      }
      if (times >= 3 && block.kind === 'paragraph') {
        findings.push({
          rule: 'text-loop',
          status: 'note',
          place: { ...place, line: block.line },
          message: `同一段落连续出现 ${times} 次，至第${block.line}行止，疑为转换重复，原样保留`,
        });
      }
      times = 1;
    });
  }
}

function isCaption(text: string): boolean {
  return (
    /图$/.test(matchKey(text)) &&
    text.length <= 30 &&
    !/[，。；：、]/.test(text) &&
    !/[意试企蓝]图$/.test(text)
  );
}

function isHeading(raw: string, text: string, style: OrdinalStyle, marks: number): boolean {
  if (/[。；;，,！!？?]$/.test(text)) return false;
  if (marks > 0) return text.length <= 80;
  // （一）收入预算总计9.00万元。包括： states an amount.
  return style !== '' && text.length <= 30 && (looksLikeTitle(raw) || /^[^。]*[:：]$/.test(text));
}

/** Whether a line was broken behind a title that it cites. */
function isCited(above: string, text: string): boolean {
  return above.length >= 20 && /[”"）)》]$/.test(above) && goesOn(text);
}

/** Whether a paragraph goes on in the next line: long enough, and no closing mark. */
function isOpen(text: string): boolean {
  if (/[，,、]$/.test(text)) return true;
  return text.length >= 24 && /[，,、。；;：:]|\d/.test(text) && !/[。；;：:！!？?…”"）)》]$/.test(text);
}
