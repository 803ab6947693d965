import { codeToText } from 'element-china-area-data';
import type { Region } from '../schema/disclosure.ts';

interface Place {
  name: string;
  code: string;
}

const places: Place[] = Object.entries(codeToText as Record<string, string>).map(([code, name]) => ({
  code,
  name,
}));
const peoples =
  /(?:布依|苗|侗|彝|藏|羌|土家|白|傣|景颇|傈僳|哈尼|壮|回|蒙古|朝鲜|瑶|满|黎|畲|水|仡佬|仫佬|毛南|佤|拉祜|纳西|土|撒拉|东乡|各)族|哈萨克|柯尔克孜|维吾尔|(?<!^内)蒙古(?=自治州)/g;

/** Divisions by their full names first, then by those that leave out whose autonomy it is: 黔南州, 三都县, 广西. */
const provinces = withShortNames(
  places.filter(({ code }) => code.length === 2),
  (name) => name.replace(peoples, '').replace('自治区', ''),
);
const cities = withShortNames(
  places.filter(({ code, name }) => code.length === 4 && !/^(?:市辖区|县|省直辖|自治区直辖)/.test(name)),
  (name) => name.replace(peoples, '').replace('自治州', '州'),
);
const counties = withShortNames(
  places.filter(({ code, name }) => code.length === 6 && name !== '市辖区'),
  (name) => name.replace(peoples, '').replace('自治县', '县'),
);

function withShortNames(full: Place[], shorten: (name: string) => string): Place[] {
  const short = full
    .filter(({ name }) => /自治[区州县]$/.test(name))
    .map(({ name, code }) => ({ name: shorten(name), code }));
  // Of 东乡族自治县 nothing is left.
  return [...full, ...short.filter(({ name }) => name.length > 1)];
}

/** Names of nationwide organizations, whose local bodies put the division behind them: 中共平顺县委员会, 民盟晋城市委. */
const organizations = new RegExp(
  `^(?:${[
    '中国共产党|中共|中国共产主义青年团|共青团',
    '中国国民党革命委员会|民革|中国民主同盟|民盟|中国民主建国会|民建|中国民主促进会|民进',
    '中国农工民主党|农工民主党|农工党|中国致公党|致公党|九三学社|台湾民主自治同盟|台盟',
    '中国人民政治协商会议|人民政协|政协|中国人民解放军|中国人民武装警察部队',
    '中国国际贸易促进委员会|中国贸促会|中国红十字会|中国科学技术协会',
    '中华人民共和国|国家税务总局|国家统计局|国家金融监督管理总局',
  ].join('|')})`,
);

/**
 * Finds province, city and county of a body from its name; what the name does not say comes from the bodies that
 * the text names with it (letters, forms, departments), and from the gazetteer of administrative divisions.
 *
 * @param others names such as 吕梁市财政局, most telling first
 */
export function findRegion(unit: string, others: string[]): Region {
  const named = [unit, ...others].map((name) => name.replace(organizations, ''));
  const codes = named.map(codesOf);
  // A name such as 交城中学 or 省农业厅 does not say: the bodies named with it tell.
  const teller = codes.findIndex((list) => list.length > 0);
  if (teller < 0) return printed(named[0] as string);
  return toRegion(narrow(codes[teller] as string[], codes), named[teller] as string);
}

/** Bodies that are called after a place without its 市 or 县: 太原第一监狱, 长治高新技术产业开发区. */
const calledAfterPlace = /监狱|戒毒|看守所|开发区|高新区|示范区|产业园区/;

/** Codes of the divisions that a name begins with; several where a county's name is not unique. */
function codesOf(name: string): string[] {
  const isShort = calledAfterPlace.test(name);
  /** The place's name at the start of a text, also without its level. */
  const at = (text: string, place: Place): string | undefined => {
    const short = place.name.replace(/(?:省|市|地区|盟|县|旗)$/, '');
    return [place.name, ...(isShort && short.length > 1 ? [short] : [])].find((one) => text.startsWith(one));
  };
  const province = provinces.find((place) => at(name, place));
  const rest = province ? name.slice(at(name, province)?.length) : name;
  const city = cities.filter((place) => at(rest, place) && inside(place.code, province?.code));
  const afterCity = city[0] ? rest.slice(at(rest, city[0])?.length) : rest;
  const county = counties.filter(
    (place) => at(afterCity, place) && inside(place.code, city[0]?.code ?? province?.code),
  );
  if (county.length > 0) return county.map(({ code }) => code);
  if (city.length > 0) return city.map(({ code }) => code);
  return province ? [province.code] : [];
}

function inside(code: string, outer: string | undefined): boolean {
  return outer === undefined || code.startsWith(outer);
}

/** Of several divisions of one name, the one in a province or city that the text names elsewhere. */
function narrow(chosen: string[], all: string[][]): string {
  const known = all.flat();
  const score = (code: string) =>
    known
      .filter((other) => other !== code && code.startsWith(other))
      .reduce((sum, other) => sum + other.length, 0);
  const best = [...chosen].sort((a, b) => score(b) - score(a))[0] as string;
  const alone = chosen.length === 1 || score(best) > 0;
  return alone ? best : commonPrefix(chosen);
}

function commonPrefix(codes: string[]): string {
  const [first = ''] = codes;
  for (const length of [4, 2]) {
    const prefix = first.slice(0, length);
    if (codes.every((code) => code.startsWith(prefix))) return prefix;
  }
  return '';
}

function toRegion(code: string, name: string): Region {
  const of = (length: number, list: Place[]) =>
    code.length >= length ? (list.find((place) => place.code === code.slice(0, length))?.name ?? '') : '';
  if (code === '') return printed(name);
  return { province: of(2, provinces), city: of(4, cities), county: of(6, counties) };
}

/** What the name itself says, where the gazetteer knows none of it. */
function printed(name: string): Region {
  const match =
    /^(\p{Script=Han}{2,7}?(?:省|自治区))?(\p{Script=Han}{2,7}?(?:市|自治州|地区|盟))?(\p{Script=Han}{2,7}?(?:县|区|旗))?/u.exec(
      name,
    );
  return { province: match?.[1] ?? '', city: match?.[2] ?? '', county: match?.[3] ?? '' };
}
