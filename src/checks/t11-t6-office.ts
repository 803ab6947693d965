import type { Check } from './check.ts';
import { compareEqual, compareWithin, unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';
import { plain } from './statements/section-sentences.ts';

const check = 't11-t6-office';

/** 机关运行经费 of an administrative body is its 公用经费. */
export const t11T6Office: Check = {
  id: 't11-t6-office',
  sentence: '行政单位和参照公务员法管理的单位：表十一合计等于表六公用经费；部门不超过表六公用经费',
  reason: '机关运行经费就是这类单位一般公共预算基本支出中的公用经费；部门还包含没有机关运行经费的事业单位。',
  tables: [11, 6],
  templates: ['shanxi-13'],
  run: (book) => {
    const [operating, office] = [projectTotal(book, 11, 'total'), book.economicTotal('office')];
    const wording = { check, conversion: book.disclosure.findings };
    if (operating.unchecked) {
      return [unchecked(check, operating.place, operating.unchecked, [operating])];
    }
    if (book.disclosure.kind === '部门' || !isAdministrative(book))
      return present([compareWithin(operating, office, wording)]);
    return present([compareEqual(operating, office, wording)]);
  },
};

/** Whether the text says that the body is administrative, and does not speak of 事业单位 otherwise. */
function isAdministrative(book: Book): boolean {
  const texts = book.disclosure.sections
    .filter(({ kind }) => kind === 'structure' || kind === 'duties')
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : [])),
    );
  const text = texts.join('\n');
  const unit = /(为|系|是|属于?)[^。;\n]{0,16}(行政单位|行政机关|参照公务员法管理|参公)/;
  return unit.test(text) && !/(所属|下属|下设)[^。;\n]{0,12}事业单位/.test(text);
}
