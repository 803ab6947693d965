import { z } from 'zod';
import { readFrontMatter } from '../record/front-matter.ts';
import { NotCanonical } from '../record/not-canonical.ts';

const Head = z.object({
  source: z.object({ sha256: z.string(), file: z.string() }),
  catalogue: z.object({ edition: z.string() }),
});

/** Of a disclosure of the archive: the text that it was made from, and the edition that it attaches. */
export interface DisclosureHead {
  sha256: string;
  file: string;
  edition: string;
}

/** Reads the front matter of a disclosure's Markdown. @throws NotCanonical */
export function readHead(markdown: Uint8Array): DisclosureHead {
  const head = Head.safeParse(readFrontMatter(Buffer.from(markdown).toString('utf8')).data);
  if (!head.success) throw new NotCanonical('文件开头的记录里缺少原文或目录的说明', 1);
  const { source, catalogue } = head.data;
  return { sha256: source.sha256, file: source.file, edition: catalogue.edition };
}
