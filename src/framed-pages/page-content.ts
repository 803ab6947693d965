import type { PageHead } from '../routes/page.ts';

/** A page without the frame that all pages of the site share. */
export interface PageContent {
  head: PageHead;
  /** HTML of what the page shows. */
  body: string;
}
