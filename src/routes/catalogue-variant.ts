import type { Catalogue, Variant } from '../schema/catalogue.ts';

/** How copies print something differently, and what was made of it. */
export interface VariantView {
  code: string;
  decision: Variant['decision'];
  /** `两种读法，尚未定` */
  sentence: string;
  readings: { name: string; count: number; chosen: boolean }[];
}

const statements: Record<string, string> = {
  title: '标题',
  issuer: '印发机关',
  issued: '印发日期',
  inForce: '施行日期',
  repeals: '废止的文件',
};

/** Makes a variant readable. `lacking`: copies without the department, which have no say. */
export function variantView(variant: Variant, copies: number, lacking = 0): VariantView {
  const listed = variant.readings.reduce((sum, { copies: own }) => sum + own.length, 0);
  return {
    code: statements[variant.code] ?? variant.code,
    decision: variant.decision,
    sentence: sentenceOf(variant),
    readings: variant.readings.map(({ name, copies: own }, at) => ({
      name: name === null ? '（没有这一条）' : name === '' ? '（名称空白）' : name,
      count: at === 0 && own.length === 0 ? copies - lacking - listed : own.length,
      chosen: at === variant.chosen,
    })),
  };
}

function sentenceOf({ decision, why }: Variant): string {
  if (decision === 'majority') return '各份原文读法不同，从多数';
  if (decision === 'correction') return `经人工更正：${why ?? ''}`;
  return '各份原文读法不同，未能判定，暂列第一份';
}

/** Number of copies that lack a department. */
export function copiesLacking({ variants }: Catalogue, department: string): number {
  const heading = variants.find((one) => one.department === department && one.code === '');
  return heading?.readings.find((reading) => reading.name === null)?.copies.length ?? 0;
}
