import type { Check } from './check.ts';
import { unchecked } from './compare.ts';

/** In section 十一, the vehicles in use equal the sum of their kinds. */
export const narrative11Vehicles: Check = {
  id: 'narrative-11-vehicles',
  sentence: '说明十一：实有车辆数等于各类用车之和',
  reason: '实有车辆按用途分类列示。',
  tables: [],
  sections: [11],
  templates: ['shanxi-13'],
  run: (book) => {
    const check = 'narrative-11-vehicles';
    const vehicles = book.statements(11).filter(({ count }) => count?.unit === '辆');
    const total = vehicles.find((one) => vehicles.some(({ partOf }) => partOf === one));
    const kinds = vehicles.filter(({ partOf, reason }) => partOf !== null && partOf === total && !reason);
    // Without 其他用车 the list may be incomplete.
    if (!total?.count || !kinds.some(({ what }) => what.startsWith('其他'))) {
      return [unchecked(check, { section: 11 }, '说明十一没有读到实有车辆及全部分类')];
    }
    const sum = kinds.reduce((cars, { count }) => cars + (count?.value ?? 0), 0);
    const same = sum === total.count.value;
    const operands = [total, ...kinds].map(({ what, count, line }) => ({
      label: what,
      printed: `${count?.value ?? ''}辆`,
      place: { section: 11, line },
    }));
    return [
      {
        check,
        outcome: same ? '相符' : '不符',
        place: { section: 11, line: total.line },
        actual: `${total.count.value} 辆`,
        expected: `${sum} 辆`,
        operands,
        message: `说明称${total.what} ${total.count.value} 辆，各类用车共 ${sum} 辆`,
        ...(same ? {} : { likely: 'publication' as const }),
      },
    ];
  },
};
