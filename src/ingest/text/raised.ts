const raised = new Map<string, string>(zip('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'));
const lowered = new Map<string, string>(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));
/** Signs that stand raised by themselves. */
const alone = /^[°′″*%‰①-⑳]$/;

/** `m` + `2` is m², not m2: a text as superscript characters, undefined where there are none for it. */
export function superscript(text: string): string | undefined {
  return mapped(text, raised);
}

/** A text as subscript characters, undefined where there are none for it. */
export function subscript(text: string): string | undefined {
  return mapped(text, lowered);
}

function mapped(text: string, signs: Map<string, string>): string | undefined {
  const found = [...text].map((sign) => signs.get(sign) ?? (alone.test(sign) ? sign : undefined));
  return found.includes(undefined) ? undefined : found.join('');
}

function zip(from: string, to: string): [string, string][] {
  const signs = [...to];
  return [...from].map((sign, index) => [sign, signs[index] ?? '']);
}
