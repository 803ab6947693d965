import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/t2cn';

/**
 * Pairs every traditional character with its simplified one, by OpenCC's tables.
 *
 * Characters that are themselves standard simplified ones (the level 1 and 2 sets of GB 2312: 著, 乾, 藉) stay,
 * because folding them would find what was not typed.
 *
 * @returns traditional characters, and the simplified ones in the same order
 */
export function makeTraditional(): [traditional: string, simplified: string] {
  const simplify = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const converted = simplify(character);
    if (converted === character || converted.length !== 1 || isStandard(character)) continue;
    traditional += character;
    simplified += converted;
  }
  return [traditional, simplified];
}

function isStandard(character: string): boolean {
  // The library writes the superset GBK: the sets of GB 2312 are the rows from 0xB0 to 0xF7, cells from 0xA1.
  const [row = 0, cell = 0] = iconv.encode(character, 'gbk');
  return row >= 0xb0 && row <= 0xf7 && cell >= 0xa1;
}
