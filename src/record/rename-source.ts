import { writeHead } from './front-matter.ts';

/**
 * Gives a disclosure's canonical Markdown another name of its text: the bytes that `stringifyDisclosure` would write.
 *
 * @throws where the text is not named `from`
 */
export function renameSource(markdown: string, from: string, to: string): string {
  if (from === to) return markdown;
  const line = (file: string) => `\n${writeHead({ source: { file } })}`;
  const at = markdown.indexOf(line(from));
  if (at === -1) throw new Error(`Not canonical: its source is not ${from}`);
  return markdown.slice(0, at) + line(to) + markdown.slice(at + line(from).length);
}
