import { describe, expect, test } from 'vitest';
import { dropMarkup } from './drop-markup.ts';

/** The lines of a text without markup. */
function without(text: string): string[] {
  const lines = text.split('\n').map((line, index) => ({ text: line, line: index + 1 }));
  return dropMarkup(lines).lines.map((line) => line.text);
}

/** What is said about a text's markup. */
function said(text: string): string[] {
  const lines = text.split('\n').map((line, index) => ({ text: line, line: index + 1 }));
  return dropMarkup(lines).findings.map(({ place, rule, message }) => `${place.line} ${rule}: ${message}`);
}

describe('drops what only says how a text looked', () => {
  test.each([
    ['<b>一、</b><span style="color: red">职责</span>', '一、职责'],
    ['<html><body><p class="title">职责</p></body></html>', '职责'],
    ['<!DOCTYPE html><meta charset="utf-8">职责', '职责'],
    ['<center>职责</center><br/>', '职责'],
    ['<a href="https://example.cn/1">职责</a><span id="page-3-0"></span>', '职责'],
    ['保管<br>图书', '保管 图书'],
    ['<h2>职责</h2><p>保管图书</p>', '职责 保管图书'],
  ])('%s', (marked, bare) => {
    expect(without(marked)).toEqual([bare]);
  });
});

test.each(['转发<关于借阅的通知>', '人数<20且>10', '<某某></某某>', 'a<b', '《图书<馆>》', '<p开头'])(
  'keeps %s, which is text',
  (text) => {
    expect(without(text)).toEqual([text]);
  },
);

test('keeps the marks of tables, and the cells apart', () => {
  expect(
    without('<table border="1"><tr><td><p>合计</p><p>数</p></td><td><b>1.00</b></td></tr></table>'),
  ).toEqual(['<table border="1"><tr><td>合计 数</td><td>1.00</td></tr></table>']);
});

test('does not make a footnote mark a digit of the amount', () => {
  expect(without('80.00<sup>1</sup>\t300m<sup>2</sup>\t图书馆<sup>注</sup>')).toEqual([
    '80.00¹\t300m²\t图书馆注',
  ]);
});

test('leaves every line its number, also where a tag or comment goes over lines', () => {
  expect(without('前\n<!-- 一\n二 -->后\n<img src="a.png"\n alt="x">\n末')).toEqual([
    '前',
    '',
    '后',
    '',
    '',
    '末',
  ]);
});

test('says where a picture was, whichever way a conversion marks it', () => {
  const text = [
    '<div style="text-align: center;"><img src="imgs/1.jpg" alt="Image" width="60%" /></div>',
    '<!-- image -->',
    '![2031年收入结构](images/2.jpg)',
  ].join('\n');
  expect(without(text)).toEqual(['', '', '']);
  expect(said(text)).toEqual([
    '1 picture-missing: 3 处图片未转成文字：第1行、第2行、第3行「2031年收入结构」',
  ]);
});

test('says what a comment held, and nothing about a mark between pages', () => {
  expect(said('<!-- 本页由甲核对 -->\n<!-- PageBreak -->')).toEqual([
    '1 comment-dropped: 1 处网页注释不属正文，已去掉：第1行「本页由甲核对」',
  ]);
});
