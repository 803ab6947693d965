import { catalogueInForce } from './catalogue-in-force.ts';
import type { Check } from './check.ts';
import { codeNames } from './code-names.ts';
import { formAmounts } from './form-amounts.ts';
import { formAnnual } from './form-annual.ts';
import { formCount } from './form-count.ts';
import { formDepartment } from './form-department.ts';
import { formIndicatorUnit } from './form-indicator-unit.ts';
import { formNames } from './form-names.ts';
import { formRows } from './form-rows.ts';
import { formSources } from './form-sources.ts';
import { formSum } from './form-sum.ts';
import { formUnit } from './form-unit.ts';
import { narrative1Totals } from './narrative-1-totals.ts';
import { narrative2Income } from './narrative-2-income.ts';
import { narrative3Expense } from './narrative-3-expense.ts';
import { narrative4Appropriation } from './narrative-4-appropriation.ts';
import { narrative5General } from './narrative-5-general.ts';
import { narrative6Basic } from './narrative-6-basic.ts';
import { narrative6Items } from './narrative-6-items.ts';
import { narrative7Changes } from './narrative-7-changes.ts';
import { narrative7Sum } from './narrative-7-sum.ts';
import { narrative7ThreePublic } from './narrative-7-three-public.ts';
import { narrative8Operating } from './narrative-8-operating.ts';
import { narrative9Procurement } from './narrative-9-procurement.ts';
import { narrative10Parts } from './narrative-10-parts.ts';
import { narrative10Projects } from './narrative-10-projects.ts';
import { narrative10Published } from './narrative-10-published.ts';
import { narrative11Vehicles } from './narrative-11-vehicles.ts';
import { narrative12Services } from './narrative-12-services.ts';
import { narrativeChanges } from './narrative-changes.ts';
import { narrativeDenials } from './narrative-denials.ts';
import { narrativeShares } from './narrative-shares.ts';
import { noData } from './no-data.ts';
import { t1Balance } from './t1-balance.ts';
import { t1Cross } from './t1-cross.ts';
import { t1ExpenseTotal } from './t1-expense-total.ts';
import { t1Functions } from './t1-functions.ts';
import { t1IncomeSources } from './t1-income-sources.ts';
import { t1IncomeTotal } from './t1-income-total.ts';
import { t1SourcesUses } from './t1-sources-uses.ts';
import { t2Cross } from './t2-cross.ts';
import { t2Footing } from './t2-footing.ts';
import { t2T1Carried } from './t2-t1-carried.ts';
import { t2T1Income } from './t2-t1-income.ts';
import { t2T1Sources } from './t2-t1-sources.ts';
import { t2T3Codes } from './t2-t3-codes.ts';
import { t3Cross } from './t3-cross.ts';
import { t3Footing } from './t3-footing.ts';
import { t3T1Expense } from './t3-t1-expense.ts';
import { t3T1Functions } from './t3-t1-functions.ts';
import { t4Balance } from './t4-balance.ts';
import { t4CarriedSources } from './t4-carried-sources.ts';
import { t4Cross } from './t4-cross.ts';
import { t4ExpenseTotal } from './t4-expense-total.ts';
import { t4Functions } from './t4-functions.ts';
import { t4FundBalance } from './t4-fund-balance.ts';
import { t4Funds } from './t4-funds.ts';
import { t4IncomeSources } from './t4-income-sources.ts';
import { t4IncomeTotal } from './t4-income-total.ts';
import { t4T1Carried } from './t4-t1-carried.ts';
import { t4T1Functions } from './t4-t1-functions.ts';
import { t4T1Sources } from './t4-t1-sources.ts';
import { t5Cross } from './t5-cross.ts';
import { t5Footing } from './t5-footing.ts';
import { t5T1General } from './t5-t1-general.ts';
import { t5T2Codes } from './t5-t2-codes.ts';
import { t5T3Codes } from './t5-t3-codes.ts';
import { t6Cross } from './t6-cross.ts';
import { t6Footing } from './t6-footing.ts';
import { t6T5Basic } from './t6-t5-basic.ts';
import { t7Footing } from './t7-footing.ts';
import { t7T1Fund } from './t7-t1-fund.ts';
import { t8Cross } from './t8-cross.ts';
import { t8Footing } from './t8-footing.ts';
import { t8T7Total } from './t8-t7-total.ts';
import { t9Balance } from './t9-balance.ts';
import { t9Cross } from './t9-cross.ts';
import { t9Footing } from './t9-footing.ts';
import { t9T1Capital } from './t9-t1-capital.ts';
import { t10Cross } from './t10-cross.ts';
import { t10Sum } from './t10-sum.ts';
import { t10T6Items } from './t10-t6-items.ts';
import { t10Vehicles } from './t10-vehicles.ts';
import { t11Cross } from './t11-cross.ts';
import { t11T6Office } from './t11-t6-office.ts';
import { t11Units } from './t11-units.ts';
import { t12Cross } from './t12-cross.ts';
import { t12Funds } from './t12-funds.ts';
import { t12Projects } from './t12-projects.ts';
import { t12T3Projects } from './t12-t3-projects.ts';
import { t12T13T3 } from './t12-t13-t3.ts';
import { t13Cross } from './t13-cross.ts';
import { t13Projects } from './t13-projects.ts';
import { t13T1Carried } from './t13-t1-carried.ts';
import { t13T4Funds } from './t13-t4-funds.ts';
import { titleYears } from './title-years.ts';

/** Every check, in the order of the document: tables, narrative, forms, catalogue. */
export const checks: Check[] = [
  t1IncomeSources,
  t1IncomeTotal,
  t1Functions,
  t1ExpenseTotal,
  t1Balance,
  t1Cross,
  t1SourcesUses,
  t2Cross,
  t2Footing,
  t2T1Carried,
  t2T1Income,
  t2T1Sources,
  t2T3Codes,
  t3Cross,
  t3Footing,
  t3T1Expense,
  t3T1Functions,
  t4IncomeSources,
  t4IncomeTotal,
  t4Functions,
  t4ExpenseTotal,
  t4Balance,
  t4Cross,
  t4CarriedSources,
  t4FundBalance,
  t4Funds,
  t4T1Carried,
  t4T1Functions,
  t4T1Sources,
  t5Cross,
  t5Footing,
  t5T1General,
  t5T2Codes,
  t5T3Codes,
  t6Cross,
  t6Footing,
  t6T5Basic,
  t7Footing,
  t7T1Fund,
  t8Cross,
  t8Footing,
  t8T7Total,
  t9Balance,
  t9Cross,
  t9Footing,
  t9T1Capital,
  t10Cross,
  t10Sum,
  t10T6Items,
  t10Vehicles,
  t11Cross,
  t11T6Office,
  t11Units,
  t12Cross,
  t12Funds,
  t12Projects,
  t12T13T3,
  t12T3Projects,
  t13Cross,
  t13Projects,
  t13T1Carried,
  t13T4Funds,
  noData,
  codeNames,
  titleYears,
  narrative1Totals,
  narrative2Income,
  narrative3Expense,
  narrative4Appropriation,
  narrative5General,
  narrative6Basic,
  narrative6Items,
  narrative7Changes,
  narrative7Sum,
  narrative7ThreePublic,
  narrative8Operating,
  narrative9Procurement,
  narrative10Parts,
  narrative10Projects,
  narrative10Published,
  narrative11Vehicles,
  narrative12Services,
  narrativeChanges,
  narrativeShares,
  narrativeDenials,
  formAmounts,
  formAnnual,
  formCount,
  formDepartment,
  formIndicatorUnit,
  formNames,
  formRows,
  formSources,
  formSum,
  formUnit,
  catalogueInForce,
];
