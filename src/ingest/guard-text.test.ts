import { expect, test } from 'vitest';
import { guardText } from './guard-text.ts';

test.each([
  '<html><body><table><tr><td>合计</td></tr></table></body></html>',
  '<!-- image -->',
  '<div style="text-align: center;"><img src="imgs/1.jpg" alt="Image" /></div>',
  '<a href="https://example.cn/">职责</a>',
  '<style>td { color: red }</style>',
])('lets pass what does nothing: %s', (text) => {
  expect(() => guardText(text)).not.toThrow();
});

test.each([
  ['<script>x</script>', '<script>'],
  ['<script src="x.js"', '<script'],
  ['<iframe src="x"></iframe>', '<iframe src="x">'],
  ['<form action="x">', '<form action="x">'],
  ['<object data="x"></object>', '<object data="x">'],
  ['<img src=x onerror=y>', '<img src=x onerror=y>'],
  ['<b\nonclick="y">甲</b>', '<b onclick="y">'],
  ['<a href="javascript:y">甲</a>', '<a href="javascript:y">'],
  ['<a href="&#106;ava&#10;script:y">甲</a>', '<a href="&#106;ava&#10;script:y">'],
  ['[甲](javascript:y)', 'javascript:'],
  ['<p style="width: expression(y)">甲</p>', '<p style="width: expression(y)">'],
  ['<style>td { behavior: url(x) }</style>', '<style>td { behavior: url(x) }</style>'],
  ['<meta http-equiv="refresh" content="0">', '<meta http-equiv="refresh" content="0">'],
])('refuses what acts: %s', (text, found) => {
  expect(() => guardText(`职责\n${text}`)).toThrow(`发现网页代码「${found}」，应为纯文字`);
});

test('refuses a comment without an end, which would take the rest with it, and names its line', () => {
  expect(() => guardText('职责\n<!-- 甲\n收入')).toThrow(
    expect.objectContaining({ line: 2, message: '发现网页代码「<!--」，应为纯文字' }),
  );
});
