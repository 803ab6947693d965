/** Style sheet that only a folder has. */
export const editionStylePath = 'offline/edition.css';

/** Where the style sheet of the edition is missing, the page was opened inside the ZIP file, and says so. */
export function unzipNotice(html: string): string {
  const notice =
    '<p class="unzip-first"><strong>请先解压。</strong>这个页面还在压缩包里，请把整个压缩包解压到一个文件夹，再打开其中的 index.html。</p>';
  return html
    .replace('</head>', `<link rel="stylesheet" href="${editionStylePath}"></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${notice}`);
}
