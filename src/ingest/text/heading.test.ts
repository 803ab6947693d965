import { expect, test } from 'vitest';
import { readHeading } from './heading.ts';

test.each([
  ['## 第三部 分 预算情况说明', 'part', 3, '预算情况说明'],
  ['第 二 部分：报表', 'part', 2, '报表'],
  ['十 一、国有 资产', 'chinese', 11, '国有资产'],
  ['二十三、其他', 'chinese', 23, '其他'],
  ['（三） 其他', 'chinese-bracket', 3, '其他'],
])('%s', (text, style, ordinal, key) => expect(readHeading(text)).toMatchObject({ style, ordinal, key }));
