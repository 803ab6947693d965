/** Text of `verify.html`: checks a copy in the browser; the reader picks the folder, nothing leaves the machine. */
export const verifyPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>核对离线档案</title>
<link rel="stylesheet" href="offline/edition.css">
</head>
<body class="verify">
<main>
<h1>核对离线档案</h1>
<p>选择解压后的整个文件夹。浏览器在本机逐个计算文件的 SHA-256，与其中的 manifest.sha256 比对，不上传任何内容。</p>
<p><label>文件夹 <input type="file" id="folder" webkitdirectory multiple></label></p>
<p id="result" role="status"></p>
<ul id="faults"></ul>
<p><a href="index.html">返回首页</a></p>
</main>
<script src="offline/verify.js"></script>
</body>
</html>
`;

/** Text of `offline/verify.js`, a classic script. */
export const verifyPageScript = `'use strict';
const result = document.getElementById('result');
const faults = document.getElementById('faults');
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
document.getElementById('folder').addEventListener('change', async (event) => {
  faults.replaceChildren();
  const files = new Map();
  for (const file of event.target.files) files.set(file.webkitRelativePath.split('/').slice(1).join('/'), file);
  const manifest = files.get('manifest.sha256');
  if (!manifest) {
    result.textContent = '所选文件夹中没有 manifest.sha256。';
    return;
  }
  const expected = (await manifest.text()).split('\\n').filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]);
  const fault = (what, path) => {
    const item = document.createElement('li');
    item.textContent = what + '：' + path;
    faults.append(item);
  };
  let done = 0;
  for (const [path, hash] of expected) {
    const file = files.get(path);
    if (!file) fault('缺少', path);
    else if (hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) !== hash) fault('不同', path);
    files.delete(path);
    done += 1;
    if (done % 50 === 0) result.textContent = '已核对 ' + done + ' / ' + expected.length;
  }
  files.delete('manifest.sha256');
  for (const path of files.keys()) fault('多出', path);
  result.textContent = faults.children.length === 0
    ? '核对无误：' + expected.length + ' 个文件。'
    : '发现 ' + faults.children.length + ' 处不一致。';
});
`;

/** Text of \`offline/edition.css\`: where it loads, the folder is unpacked. */
export const editionStyle = `.unzip-first { display: none; }
body.verify { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.8 system-ui, sans-serif; }
`;
