import { expect, test } from 'vitest';
import { address } from './address.ts';

test('writes directory addresses with a slash at the end', () => {
  expect(address.disclosure('shi-li-ju/2031')).toBe('/units/shi-li-ju/2031/');
  expect(address.source('shi-li-ju/2031', 147)).toBe('/units/shi-li-ju/2031/source/#L147');
  expect(address.catalogueChanges('v1', 'v2')).toBe('/catalogue/changes/v1..v2/');
});

test('encodes what a reader typed', () => {
  expect(address.search('“三公”&#')).toBe('/search/?q=%E2%80%9C%E4%B8%89%E5%85%AC%E2%80%9D%26%23');
  expect(address.search()).toBe('/search/');
});

test('keeps the bodies to compare in their order', () => {
  expect(address.compare(['a/2031', 'b/2031'])).toBe('/compare/?a=a/2031&b=b/2031');
});
