import type { Check } from './check.ts';
import { t1Balance } from './t1-balance.ts';
import { t1Cross } from './t1-cross.ts';
import { t1ExpenseTotal } from './t1-expense-total.ts';
import { t1Functions } from './t1-functions.ts';
import { t1IncomeSources } from './t1-income-sources.ts';
import { t1IncomeTotal } from './t1-income-total.ts';
import { t2Cross } from './t2-cross.ts';
import { t2Footing } from './t2-footing.ts';
import { t3Cross } from './t3-cross.ts';
import { t3Footing } from './t3-footing.ts';
import { t4Balance } from './t4-balance.ts';
import { t4Cross } from './t4-cross.ts';
import { t4ExpenseTotal } from './t4-expense-total.ts';
import { t4Functions } from './t4-functions.ts';
import { t4IncomeSources } from './t4-income-sources.ts';
import { t4IncomeTotal } from './t4-income-total.ts';
import { t5Cross } from './t5-cross.ts';
import { t5Footing } from './t5-footing.ts';
import { t6Cross } from './t6-cross.ts';
import { t7Footing } from './t7-footing.ts';
import { t8Cross } from './t8-cross.ts';
import { t8Footing } from './t8-footing.ts';
import { t10Cross } from './t10-cross.ts';
import { t11Cross } from './t11-cross.ts';
import { t12Cross } from './t12-cross.ts';
import { t13Cross } from './t13-cross.ts';

/** Every check, in the order of the document: tables, narrative, forms, catalogue. */
export const checks: Check[] = [
  t1IncomeSources,
  t1IncomeTotal,
  t1Functions,
  t1ExpenseTotal,
  t1Balance,
  t1Cross,
  t2Cross,
  t2Footing,
  t3Cross,
  t3Footing,
  t4IncomeSources,
  t4IncomeTotal,
  t4Functions,
  t4ExpenseTotal,
  t4Balance,
  t4Cross,
  t5Cross,
  t5Footing,
  t6Cross,
  t7Footing,
  t8Cross,
  t8Footing,
  t10Cross,
  t11Cross,
  t12Cross,
  t13Cross,
];
