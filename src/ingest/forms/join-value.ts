import { plain } from './cells-of.ts';

const noSign = /^(定性|定量|正向|反向|正向指标|反向指标|其他|无|[-—–/]+)$/;
const noUnit = /^(其他|无|无单位|不涉及|定性|文字描述|文字|[-—–/]+)$/;

/**
 * Joins sign, figure and unit of a value that are printed in cells of their own. A sign that only says what kind of value it
 * is (定性), and a unit that the value has already, stay out of it: they are the rest.
 */
export function joinValue(sign: string, figure: string, unit: string): { text: string; rest: string[] } {
  const rest: string[] = [];
  const part = (text: string, isLeftOut: boolean) => {
    if (text && isLeftOut) rest.push(text);
    return isLeftOut ? '' : text;
  };
  const key = plain(figure);
  const before = part(sign, noSign.test(plain(sign)) || key.startsWith(plain(sign)));
  const after = part(unit, noUnit.test(plain(unit)) || (key !== '' && key.endsWith(plain(unit))));
  if (figure !== '' || rest.length === 0) return { text: before + figure + after, rest };
  return { text: before + after, rest };
}
