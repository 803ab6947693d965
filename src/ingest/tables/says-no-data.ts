import { matchKey } from '../text/plain.ts';

/** Whether a line says of the table that it has no data: 本表无数据, 注：我单位无政府性基金预算，此表为空表。 */
export function saysNoData(text: string): boolean {
  const key = matchKey(text);
  const isSaid =
    /(?:本|此|该)表(?:暂)?(?:无数据|为空|无内容|空|没有数据)|空表|^(?:备?注[:：])?(?:无|没有)(?:此?(?:项|类)?数据)。?$/;
  return key.length <= 80 && isSaid.test(key);
}

/** Whether a line says that the body has nothing of what the table lists, as a table without amounts does: 本单位无此项预算。 */
export function deniesAmounts(text: string): boolean {
  const key = matchKey(text);
  const isSaid =
    /^(?:(?:备?注|说明)[:：])?(?:20\d{2}年度?)?(?:本|我)(?:单位|部门|局|院|校|中心)(?:20\d{2}年度?)?(?:无|没有|未安排|未使用)[^，,。；;]{0,30}(?:预算|收入|支出|收支|经费|拨款|此项|内容)。?$|^(?:备?注[:：])?无。?$/;
  return key.length <= 60 && isSaid.test(key);
}
