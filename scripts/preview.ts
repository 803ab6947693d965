import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sayError, sayUncaughtErrors } from '../src/say-error.ts';
import { describeSite } from '../src/server/describe-site.ts';
import { readPort } from '../src/server/read-port.ts';
import { serveSite } from '../src/server/serve-site.ts';
import { readSettings } from '../src/settings.ts';

sayUncaughtErrors();
const settings = readSettings(process.env, process.cwd());
if (!existsSync(join(settings.dist, 'index.html'))) {
  console.error(`${settings.dist} 里没有站点；请先运行 npm run build`);
  process.exit(1);
}
try {
  const server = await serveSite(settings.dist, settings.base, readPort(process.env));
  console.log(`${server.url}　${await describeSite(settings.dist)}`);
} catch (error) {
  console.error(sayError(error));
  process.exit(1);
}
