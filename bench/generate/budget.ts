import type { Random } from './random.ts';
import {
  bodies,
  functions,
  officeItems,
  places,
  projectKinds,
  projectTopics,
  staffItems,
} from './vocabulary.ts';

/** An amount in hundredths of 万元 (100 yuan), as the tables print it. */
export type Hundredths = number;

/** One 项 of the spending by function. */
export interface FunctionItem {
  code: string;
  name: string;
  basic: Hundredths;
  project: Hundredths;
  carried: Hundredths;
}

export interface BudgetProject {
  name: string;
  annual: Hundredths;
  /** Share of the province in the money, the rest is the county's. */
  provincial: boolean;
}

/** A whole consistent budget; everything printed is derived from it. */
export interface Budget {
  city: string;
  county: string;
  unit: string;
  departmentCode: string;
  year: number;
  items: FunctionItem[];
  staff: { name: string; amount: Hundredths }[];
  office: { name: string; amount: Hundredths }[];
  reception: Hundredths;
  vehicles: Hundredths;
  projects: BudgetProject[];
  carriedProjects: BudgetProject[];
  lastYearTotal: Hundredths;
}

/** Makes the budget number `index` of an archive: 900 bodies, then the same bodies a year earlier, and so on. */
export function makeBudget(index: number, random: Random): Budget {
  const body = index % (places.length * bodies.length);
  const [city, county] = places[body % places.length] as (typeof places)[number];
  const year = 2026 - Math.floor(index / (places.length * bodies.length));
  const name = bodies[Math.floor(body / places.length)] as string;
  const all = functions.flatMap((kind) => kind.groups.flatMap((group) => group.items.map((item) => item)));
  const items: FunctionItem[] = random.sample(all, random.int(4, 10)).map(([code, itemName]) => ({
    code,
    name: itemName,
    basic: random.int(100, 90_000),
    project: 0,
    carried: 0,
  }));
  const count = random.int(5, 30);
  const projects = Array.from({ length: count }, (_, number) => ({
    name: `${random.chance(0.5) ? `${year}年` : ''}${random.pick(projectTopics)}${random.pick(projectKinds)}${number % 7 === 6 ? '（二期）' : ''}`,
    annual: random.int(10, 60_000),
    provincial: random.chance(0.3),
  }));
  for (const project of projects) random.pick(items).project += project.annual;
  const carriedProjects = random.chance(0.3)
    ? Array.from({ length: random.int(1, 3) }, () => ({
        name: `${random.pick(projectTopics)}${random.pick(projectKinds)}（上年结转）`,
        annual: random.int(10, 20_000),
        provincial: true,
      }))
    : [];
  for (const project of carriedProjects) random.pick(items).carried += project.annual;
  const basic = sum(items.map((item) => item.basic));
  const reception = Math.min(random.int(0, 200), Math.floor(basic / 50));
  const vehicles = Math.min(random.pick([0, 0, 500, 1000, 246]), Math.floor(basic / 50));
  const officeTotal = Math.floor(basic * (random.int(5, 20) / 100)) + reception + vehicles;
  const total =
    basic +
    sum(projects.map((project) => project.annual)) +
    sum(carriedProjects.map((project) => project.annual));
  return {
    city,
    county,
    unit: `${county === '城区' ? city : county}${name}`,
    departmentCode: String(100 + (body % 800)),
    year,
    items,
    staff: split(staffItems, basic - officeTotal, random),
    office: split(officeItems, officeTotal - reception - vehicles, random),
    reception,
    vehicles,
    projects,
    carriedProjects,
    lastYearTotal: Math.max(1, Math.round(total * (random.int(60, 140) / 100))),
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Splits a total over some of the names; the parts add up to it exactly. */
function split(
  names: readonly string[],
  total: Hundredths,
  random: Random,
): { name: string; amount: Hundredths }[] {
  const chosen = random.sample(names, random.int(3, names.length));
  const weights = chosen.map(() => random.int(1, 20));
  const parts = weights.map((weight) => Math.floor((total * weight) / sum(weights)));
  parts[0] = (parts[0] as number) + total - sum(parts);
  return chosen
    .map((name, index) => ({ name, amount: parts[index] as number }))
    .filter(({ amount }) => amount > 0);
}
