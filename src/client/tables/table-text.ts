/** A cell that a spreadsheet would run as a formula; signed numbers run nothing. */
const formula = /^[=+\-@＝＋－＠](?![\d０-９,，.．]*%?$)/;

/** Rows as a spreadsheet takes them from the clipboard: cells parted by tabs, nothing rounded, nothing run. */
export function tableText(rows: string[][]): string {
  return rows.map((row) => `${row.map(cellText).join('\t')}\n`).join('');
}

function cellText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return formula.test(line) ? `'${line}` : line;
}
