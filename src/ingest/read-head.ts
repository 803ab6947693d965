import { z } from 'zod';
import { readFrontMatter } from '../record/front-matter.ts';

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

/** Reads the front matter of a disclosure's Markdown. @throws where it is not canonical */
export function readHead(markdown: Uint8Array): DisclosureHead {
  const { source, catalogue } = Head.parse(readFrontMatter(Buffer.from(markdown).toString('utf8')).data);
  return { sha256: source.sha256, file: source.file, edition: catalogue.edition };
}
