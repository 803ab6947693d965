import type { StepResult } from './build-site.ts';

/** One line a step: `页面：304 页（1.8 秒）`. */
export function formatStep({ name, made, seconds }: StepResult): string {
  return `${name}：${made}（${seconds.toFixed(1)} 秒）`;
}
