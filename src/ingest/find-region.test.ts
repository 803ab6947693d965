import { expect, test } from 'vitest';
import { findRegion } from './find-region.ts';

/** 省/市/县 of a body by its name, and by others that the text names. */
function regionOf(unit: string, ...others: string[]): string {
  const { province, city, county } = findRegion(unit, others);
  return [province, city, county].join('/');
}

test.each([
  ['平顺县水利局', '山西省/长治市/平顺县'],
  ['晋城市城区教育局', '山西省/晋城市/城区'],
  ['山西省高级人民法院', '山西省//'],
])('%s says itself where it is', (unit, region) => {
  expect(regionOf(unit)).toBe(region);
});

test.each([
  ['中共晋城市委组织部', '山西省/晋城市/'],
  ['中共山西省委党校', '山西省//'],
  ['中共平顺县委办公室', '山西省/长治市/平顺县'],
  ['中共晋城市城区委员会宣传部', '山西省/晋城市/城区'],
  ['中国共产党平顺县纪律检查委员会', '山西省/长治市/平顺县'],
  ['平顺县纪委监委', '山西省/长治市/平顺县'],
  ['共青团晋城市委员会', '山西省/晋城市/'],
  ['中国共产主义青年团平顺县委员会', '山西省/长治市/平顺县'],
  ['民革晋城市委', '山西省/晋城市/'],
  ['中国民主同盟晋城市委员会', '山西省/晋城市/'],
  ['九三学社晋城市委员会', '山西省/晋城市/'],
  ['政协平顺县委员会办公室', '山西省/长治市/平顺县'],
  ['中国人民政治协商会议晋城市委员会', '山西省/晋城市/'],
  ['晋城市总工会', '山西省/晋城市/'],
  ['国家税务总局平顺县税务局', '山西省/长治市/平顺县'],
])('a body of a nationwide organization names its division behind it: %s', (unit, region) => {
  expect(regionOf(unit)).toBe(region);
});

test('a division that no gazetteer knows is called as the name prints it', () => {
  expect(regionOf('云溪县图书馆')).toBe('//云溪县');
  expect(regionOf('中共云溪县委组织部')).toBe('//云溪县');
});

test('a name without a division is placed by the bodies named with it', () => {
  expect(regionOf('城关中学', '中共平顺县委教育工作委员会')).toBe('山西省/长治市/平顺县');
});

test.each([
  ['黔南州都匀市水务局', '贵州省/黔南布依族苗族自治州/都匀市'],
  ['广西柳州市融安县板榄镇人民政府', '广西壮族自治区/柳州市/融安县'],
  ['内蒙古自治区财政厅', '内蒙古自治区//'],
  ['新疆巴音郭楞州库尔勒市财政局', '新疆维吾尔自治区/巴音郭楞蒙古自治州/库尔勒市'],
  ['黔南州三都县教育局', '贵州省/黔南布依族苗族自治州/三都水族自治县'],
])('a name may leave out whose autonomy a division has: %s', (name, region) => {
  expect(regionOf(name)).toBe(region);
});

test('a name that begins with 县 is not placed by that', () => {
  expect(regionOf('县教育局')).toBe('//');
});

test.each([
  ['山西省太原第一监狱', '山西省/太原市/'],
  ['山西省永济监狱', '山西省/运城市/永济市'],
  ['太原强制隔离戒毒所', '山西省/太原市/'],
  ['长治高新技术产业开发区管理委员会', '山西省/长治市/'],
  ['交城经济开发区管理委员会', '山西省/吕梁市/交城县'],
  ['山西转型综合改革示范区管理委员会', '山西省//'],
])('a body that is called after a place leaves out its 市 or 县: %s', (unit, region) => {
  expect(regionOf(unit)).toBe(region);
});
