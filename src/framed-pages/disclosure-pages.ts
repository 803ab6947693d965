import { writeChecks } from '../components/checks/write-checks.ts';
import { writeDisclosure } from '../components/disclosure/write-disclosure.ts';
import { writeSource } from '../components/source/write-source.ts';
import { checksPage } from '../routes/checks-page.ts';
import { type DisclosureContext, disclosurePage } from '../routes/disclosure-page.ts';
import type { PageHead } from '../routes/page.ts';
import { sourcePage } from '../routes/source-page.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { PageContent } from './page-content.ts';

/** The pages of one disclosure: the disclosure itself, all findings of the checks, the text that it was made from. */
export const disclosurePageKinds = ['disclosure', 'checks', 'source'] as const;
export type DisclosurePageKind = (typeof disclosurePageKinds)[number];

/** What the pages are made from, besides the disclosure. */
export interface PagesContext extends DisclosureContext {
  /** Lines of the source, already masked; null where the archive does not keep the text. */
  sourceLines: string[] | null;
}

/** File of a page of a disclosure in the site. */
export function disclosurePageFile(id: string, kind: DisclosurePageKind): string {
  return `units/${id}/${kind === 'disclosure' ? '' : `${kind}/`}index.html`;
}

/** Makes the pages of one disclosure. */
export function disclosurePages(
  disclosure: Disclosure,
  context: PagesContext,
): Record<DisclosurePageKind, PageContent> {
  const { id } = disclosure;
  const page = disclosurePage(disclosure, context);
  const checks = checksPage(disclosure, context.checks, page.anchors);
  const source = sourcePage(disclosure, context.sourceLines, page.anchors);
  return {
    disclosure: { head: headOf(page, page.subject), body: writeDisclosure(page) },
    checks: { head: headOf(checks, '勾稽核对'), body: writeChecks(checks) },
    source: { head: headOf(source, '原文'), body: writeSource(source, id) },
  };
}

function headOf({ title, description, breadcrumbs }: Omit<PageHead, 'current'>, current: string): PageHead {
  return { title, description, breadcrumbs, current };
}
