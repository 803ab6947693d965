import { pinyin } from 'pinyin-pro';

/**
 * Stable ASCII address of a Chinese name: pinyin syllables without tones, joined by hyphens.
 *
 * `晋财综〔2023〕43号` → `jin-cai-zong-2023-43`, `人力资源和社会保障` → `ren-li-zi-yuan-he-she-hui-bao-zhang`.
 * Full- and half-width forms give the same address; what is neither Chinese, letter nor digit only separates.
 */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKC').replace(/(\d)\s*号/g, '$1');
  const runs = plain.match(/\p{Script=Han}+|[A-Za-z0-9]+/gu) ?? [];
  return runs
    .flatMap((run) =>
      /^[A-Za-z0-9]/.test(run)
        ? [run.toLowerCase()]
        : pinyin(run, { toneType: 'none', type: 'array', v: true }),
    )
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join('-');
}
