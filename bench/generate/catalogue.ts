import type { Random } from './random.ts';
import { catalogueBranches, catalogueDepartments } from './vocabulary.ts';

/** An edition of the catalogue that many disclosures attach. */
export interface Edition {
  number: string;
  year: number;
  lines: string[];
}

/** Lines of a whole catalogue of about 1,200 rows, with a page header every 28 rows. */
export function makeEdition(number: string, year: number, random: Random): Edition {
  const rows: string[] = [];
  for (const department of catalogueDepartments) {
    rows.push(`<b>${department}</b>\t\t\t\t`, 'A\t公共服务\t\t\t');
    for (const [code, name, groups] of random.sample(catalogueBranches, random.int(3, 7))) {
      rows.push(`${code}\t\t${name}\t\t`);
      for (const [index, group] of groups.entries()) {
        const groupCode = `${code}0${index + 1}`;
        rows.push(`${groupCode}\t\t\t${group}\t`);
        for (let item = 1; item <= random.int(1, 3); item++)
          rows.push(
            `${groupCode}0${item}\t\t\t\t${department}${group.replace(/服务$/, '')}${['支持', '辅助', '评估'][item - 1]}服务`,
          );
      }
    }
  }
  const lines: string[] = [];
  rows.forEach((row, index) => {
    if (index % 28 === 0) lines.push('', '代码\t一级目录\t二级目录\t三级目录\t四级目录');
    lines.push(row);
  });
  return { number, year, lines };
}
