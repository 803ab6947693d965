import { remembered } from '../../remembered.ts';
import { plain } from './cells-of.ts';

const unit =
  '人次|人|名|个|家|次|份|台|套|本|期|场|辆|件|户|条|种|项|处|平方米|平方公里|公里|米|亩|吨|座|册|篇|批|班|所|站|张|扇|天|日|小时|分钟|年|月|季度|元|万元|亿元|万人|万|千|公斤|度|分|级|类|门|块|支|组|村|镇|县|部|幅|只|头|株|棵|盏|台套|人天|课时|学时|岁|倍|%|‰|％';
const quantity = new RegExp(`^\\d[\\d.,]*(${unit})?(/.{1,8})?(以上|以下|左右|以内)?$`);
const date =
  /^(\d{4}[年./-])?\d{1,2}(月|[./-]\d{1,2})(\d{1,2}日?)?(份|底|末|初|中旬|上旬|下旬)?(前|内|止)?$|^\d{4}年?(度|底|末|初)?(前|内)?$|^\d{1,2}月和\d{1,2}月$/;
const stated =
  /^(按月|按季度?|按年|按时|按期|每年|每月|每季度?末?|每半年|半年一次|全年|年内|及时|长期|持续|良好|优|优秀|合格|达标|完成|是|有|无|显著|明显|有效|不断|逐步|进一步|较好|较高|大幅|保持|稳定|稳步|提高|提升|增强|增加|减少|降低|改善|促进|推动|助推|保障|确保|落实|响应|巩固|减轻|解决|满意|优良|充分|全面|可持续|正常|规范|健全|完善|达到|实现|高|中|低|好)/;

/** How much a cell reads like a 指标值 rather than a 三级指标: 0 not at all, 1 surely. */
export const valueLikeness = remembered((text: string): number => {
  const word = plain(text);
  if (/^[≥≤><＞＜=＝≈约不少低高超大小于]{1,3}\d/.test(word) || /^[≥≤><=]/.test(word)) return 1;
  if (quantity.test(word) || date.test(word)) return 0.95;
  if (/^\d{4}年\d{1,2}月/.test(word) && word.length <= 14) return 0.95;
  if (/^\d/.test(word) && word.length <= 8 && !/(率|数|度|工作|费|人员)$/.test(word)) return 0.75;
  if (stated.test(word) && /^.{1,6}$/.test(word)) return 0.85;
  if (/^(提高|提升|增长|降低|达到|增加|减少)?(到|至)?[≥≤]?\d+(\.\d+)?%/.test(word)) return 0.9;
  if (word.length <= 3) return 0.5;
  return word.length <= 6 ? 0.3 : word.length <= 10 ? 0.12 : 0.05;
});
