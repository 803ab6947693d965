import { expect, test } from 'vitest';
import { countIndicators } from './count-indicators.ts';
import type { ConversionFinding } from './finding.ts';
import type { Project } from './project.ts';

const indicator = { scope: '年度', level1: '产出指标', level2: '数量指标', line: 12 } as const;
const project: Project = {
  ...{ number: 1, name: '渠道清淤', line: 3, sheets: [], department: { code: '', name: '' }, unit: '' },
  ...{ attribute: '', period: '', funds: [], texts: [], timestamp: '' },
  indicators: [
    { ...indicator, name: '清淤里程', value: '≥20里' },
    { ...indicator, name: '配', value: '≥90%', undecided: '名称只印出折行的残字' },
  ],
};

test('counts an indicator with a name that is only a scrap as open, for its record says so', () => {
  expect(countIndicators({ projects: [project], findings: [] })).toEqual({ total: 2, undecided: 1 });
});

test('counts a row that could not be read as one open indicator', () => {
  const unread: ConversionFinding = {
    ...{ rule: 'indicator-row-unread', status: 'undecided', place: { project: 1, line: 14 } },
    message: '本行各格无法按指标表的栏目读取，未列入指标。',
  };
  expect(countIndicators({ projects: [project], findings: [unread] })).toEqual({ total: 3, undecided: 2 });
});
