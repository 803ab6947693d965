/**
 * Runs a command, `node scripts/run.mjs build`: the commands are TypeScript, and a Node.js that cannot read it should say
 * what to do. Where `npm install` brought a Node.js with it, npm runs the commands with that one.
 */
const [name] = process.argv.splice(2, 1);
if (process.features.typescript) await import(`./${name}.ts`);
else {
  console.error(
    `这里的 Node.js 是 ${process.version}，不能运行 TypeScript，请安装 Node.js 24.15 或更新的版本。` +
      '在 Linux、macOS、Windows（x64 和 ARM64）上，不带 --omit=optional 的 npm install 会自带一份。\n' +
      `This Node.js is ${process.version}, which cannot run TypeScript: install Node.js 24.15 or newer. ` +
      'On Linux, macOS and Windows, x64 and ARM64, npm install brings one unless it is told --omit=optional.',
  );
  process.exitCode = 1;
}
