import { build } from 'astro';
import type { BuildStep } from './build-site.ts';

const pages: BuildStep = {
  name: '页面',
  async run() {
    await build({ logLevel: 'warn' });
    return '已生成';
  },
};

/** The steps of a full build, in order. */
export const buildSteps: BuildStep[] = [pages];
