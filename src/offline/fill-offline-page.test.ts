import { expect, test } from 'vitest';
import { fillOfflinePage } from './fill-offline-page.ts';

const page =
  '<h1>离线版</h1><div data-edition="ready" class="x"><a href="%ZIP%">%NAME%</a> %SIZE% %SHA256%</div><div data-edition="pending">稍后</div>';

test('shows what can be downloaded', () => {
  expect(fillOfflinePage(page, { name: 'a-2026-03-01.zip', bytes: 2_539_847, sha256: 'ab12' })).toBe(
    '<h1>离线版</h1><div data-edition="ready" class="x"><a href="a-2026-03-01.zip">a-2026-03-01.zip</a> 2.5 MB ab12</div>',
  );
});

test('says so while there is none', () => {
  expect(fillOfflinePage(page, null)).toBe('<h1>离线版</h1><div data-edition="pending">稍后</div>');
});
