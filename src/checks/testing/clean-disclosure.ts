import type { Section } from '../../schema/block.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import type { KnownEdition } from '../check.ts';
import { type BudgetPlan, inventBudget, type PlanOptions } from './budget-plan.ts';
import { printForms } from './print-forms.ts';
import { printNarrative } from './print-narrative.ts';
import { printTables } from './print-tables.ts';

/** A disclosure in our own figures in which every identity holds, up to the rounding of print. */
export function cleanDisclosure(seed: number, options: PlanOptions = {}): Disclosure {
  return printDisclosure(inventBudget(seed, options));
}

/** The edition that clean disclosures attach, in force in their year. */
export const cleanEdition: KnownEdition = {
  edition: '云财综〔2030〕7号',
  issued: '2030-03-01',
  inForce: '2030-04-01',
  repeals: [],
};

/** Prints an invented budget as a disclosure. */
export function printDisclosure(plan: BudgetPlan): Disclosure {
  return {
    id: `yun-xi-xian-tu-shu-guan/${plan.year}`,
    unit: { name: plan.unit, slug: 'yun-xi-xian-tu-shu-guan' },
    year: plan.year,
    kind: '单位',
    phase: '预算',
    template: 'shanxi-13',
    region: { province: '山西省', city: '', county: '云溪县' },
    department: { code: '036', name: '云溪县文化和旅游局' },
    source: { file: 'invented.txt', sha256: '0'.repeat(64), encoding: 'utf-8', lines: 2000 },
    sections: [printStructure(plan), ...printNarrative(plan)],
    tables: printTables(plan),
    projects: printForms(plan),
    catalogue: { edition: '云财综〔2030〕7号', first: 1900, last: 1990 },
    glossary: [],
    corrections: [],
    findings: [],
  };
}

function printStructure({ administrative, unit }: BudgetPlan): Section {
  const text = administrative ? `${unit}为行政单位。` : `${unit}为公益一类事业单位。`;
  return {
    kind: 'structure',
    number: null,
    title: '机构设置',
    line: 20,
    blocks: [{ kind: 'paragraph', text, line: 21 }],
  };
}
