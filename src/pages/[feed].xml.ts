import type { APIRoute, GetStaticPaths } from 'astro';
import { writeFeed } from '../components/feed/write-feed.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import { allSummaries, publications } from '../routes/archive.ts';
import { readSettings } from '../settings.ts';

/** The feed of the latest publications, where there are any. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { content } = readSettings(process.env, process.cwd());
  const { slug } = await readArchiveInfo(content);
  const text = writeFeed(allSummaries(), await publications(), slug);
  return text === null ? [] : [{ params: { feed: 'feed' }, props: { text } }];
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/atom+xml' } });
