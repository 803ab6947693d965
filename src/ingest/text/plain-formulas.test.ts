import { expect, test } from 'vitest';
import { plainFormulas } from './plain-formulas.ts';

test.each([
  ['$80.00$', '80.00'],
  ['$5,251.90$\t$1{,}073.00$', '5,251.90\t1,073.00'],
  ['$-3.20$', '-3.20'],
  ['$ 8 0 . 0 0 $', '80.00'],
  ['$\\mathbf{80.00}$', '80.00'],
  ['$$80.00$$', '80.00'],
  ['\\(80.00\\)', '80.00'],
  ['$\\left(3.20\\right)$', '(3.20)'],
])('an amount: %s', (printed, plain) => {
  expect(plainFormulas(printed)).toBe(plain);
});

test.each([
  ['$\\geq$12次', '≥12次'],
  ['$\\geq 95\\%$', '≥95%'],
  ['$>$12次', '>12次'],
  ['$\\leqslant$80万元', '≤80万元'],
  ['100\\%', '100%'],
  ['占$98.42\\%$；', '占98.42%；'],
  ['$ 9 8 . 4 2 \\% $', '98.42%'],
  ['3$\\sim$5个', '3~5个'],
  ['$5\\%~10\\%$', '5%~10%'],
  ['$2\\times 3$', '2×3'],
  ['2\\times 3', '2×3'],
  ['\\geq 95\\%', '≥95%'],
])('an indicator’s value or a share: %s', (printed, plain) => {
  expect(plainFormulas(printed)).toBe(plain);
});

test.each([
  ['300$m^{2}$', '300m²'],
  ['300m^{2}', '300m²'],
  ['300$\\mathrm{~m}^{2}$', '300m²'],
  ['$300 \\mathrm { m } ^ { 2 }$', '300m²'],
  ['$CO_{2}$', 'CO₂'],
  ['$25^{\\circ}\\mathrm{C}$', '25°C'],
  ['$\\textcircled{1}$公务用车购置费', '①公务用车购置费'],
  ['\\textcircled{\\scriptsize 2}接待', '②接待'],
  ['$\\textcircled{\\scriptsize{12}}$', '⑫'],
  ['\\underline{80.00}万元', '80.00万元'],
  ['$\\text{基本 支出}$', '基本 支出'],
  ['\\mathrm{kWh}', 'kWh'],
  ['$\\frac{1}{3}$', '1/3'],
])('a unit, a mark or a text: %s', (printed, plain) => {
  expect(plainFormulas(printed)).toBe(plain);
});

test.each([
  '$500',
  '$500，约$80万元',
  '$100 and $200',
  '$500$200',
  '$\\sqrt{a \\times b}$',
  '$x^{注}$',
  '$\\begin{array}{l}1\\end{array}$',
  '\\unknown{1}',
  '\\n合计',
  'D:\\预算\\2031.txt',
  '预算_收入',
])('stays as it is: %s', (text) => {
  expect(plainFormulas(text)).toBe(text);
});

test('a $ that is money does not take the formula behind it', () => {
  expect(plainFormulas('合$500，占$98.42\\%$')).toBe('合$500，占98.42%');
});

test('a formula does not go beyond its cell', () => {
  expect(plainFormulas('$80.00\t20.00$')).toBe('$80.00\t20.00$');
});
