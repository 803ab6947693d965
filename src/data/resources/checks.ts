import type { Check } from '../../checks/check.ts';
import type { Resource } from '../resource.ts';

/** One check a row: what the ids in `findings.csv` stand for. */
export const checks: Resource<Check> = {
  name: 'checks',
  title: '核对规则',
  description: '每项勾稽核对规则一行，按核对的次序：比较什么，为什么应当相符，涉及哪些表和说明。',
  fields: [
    { name: 'check', type: 'string', description: '核对规则的标识', constraints: { required: true } },
    { name: 'sentence', type: 'string', description: '应当成立的关系' },
    { name: 'reason', type: 'string', description: '为什么应当成立' },
    { name: 'tables', type: 'array', description: '涉及的预算表编号' },
    { name: 'sections', type: 'array', description: '涉及的情况说明节号' },
    { name: 'templates', type: 'array', description: '适用的文本格式，见 disclosures.csv 的 template' },
    { name: 'kinds', type: 'array', description: '适用的公开主体，见 disclosures.csv 的 kind' },
  ],
  primaryKey: ['check'],
  rows({ id, sentence, reason, tables, sections = [], templates, kinds = ['单位', '部门'] }) {
    return [
      [id, sentence, reason, ...[tables, sections, templates, kinds].map((list) => JSON.stringify(list))],
    ];
  },
};
