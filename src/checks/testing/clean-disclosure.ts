import type { Disclosure } from '../../schema/disclosure.ts';
import { type BudgetPlan, inventBudget, type PlanOptions } from './budget-plan.ts';
import { printTables } from './print-tables.ts';

/** A disclosure in our own figures in which every identity holds, up to the rounding of print. */
export function cleanDisclosure(seed: number, options: PlanOptions = {}): Disclosure {
  return printDisclosure(inventBudget(seed, options));
}

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
    sections: [],
    tables: printTables(plan),
    projects: [],
    catalogue: { edition: '', first: 0, last: 0 },
    glossary: [],
    corrections: [],
    findings: [],
  };
}
