import { readFile } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { disclosurePages } from './page-types.ts';

const dist = inject('dist');
const disclosures = await disclosurePages(dist);
const pageAt = (path: string) => readFile(`${dist}/${path}index.html`, 'utf8');
const textOf = (html: string) => html.replace(/<[^>]+>/g, '');

describe.each(disclosures)('/%schecks/', (path) => {
  test('sums up, lists every check, and links every 不符 to a line', async () => {
    const html = await pageAt(`${path}checks/`);
    expect(textOf(html)).toMatch(/\d+ 项相符.*\d+ 项尾差.*\d+ 项不符.*\d+ 项未检查/s);
    for (const { id } of checks) expect(html).toContain(`id="${id}"`);
    const failures = html.split('<li class="finding is-bad"').slice(1);
    for (const failure of failures) expect(failure.split('</li>')[0]).toMatch(/#[Ltps]\d+/);
  });

  test('leads to lines that are there', async () => {
    const html = await pageAt(`${path}checks/`);
    const [shown, source] = [await pageAt(path), await pageAt(`${path}source/`)];
    const targets = [...html.matchAll(/href="[^"]*?(source\/)?#([Ltps]\d+)"/g)];
    expect(targets.length).toBeGreaterThan(0);
    for (const [, inSource, anchor] of targets) {
      expect(inSource ? source : shown).toMatch(new RegExp(`id="?${anchor}["\\s>]`));
    }
  });
});

test('/checks/ lists every disclosure and every check', async () => {
  const html = await pageAt('checks/');
  for (const path of disclosures) expect(html).toContain(`/${path}checks/"`);
  for (const { id } of checks) expect(html).toContain(`/checks/${id}/"`);
});
