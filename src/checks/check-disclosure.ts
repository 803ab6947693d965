import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import { inTermsOf, nationalSet } from '../schema/table-titles.ts';
import type { Check, CheckContext } from './check.ts';
import { notApplicable, unchecked } from './compare.ts';
import { checks } from './index.ts';
import { nameMissingRows } from './name-missing-rows.ts';
import { Book } from './reading/book.ts';

/**
 * Applies every check to a disclosure. Pure; findings come in the order of the registry, then of the document.
 *
 * A check that does not apply to the template or kind of body, or that found nothing to compare, answers 未检查 with
 * the reason: nothing is left out in silence.
 *
 * @param context editions of the procurement catalogue that are known, for the question whether one was in force
 */
export function checkDisclosure(
  disclosure: Disclosure,
  context: CheckContext = { catalogues: [] },
): CheckFinding[] {
  const book = new Book(disclosure);
  const found = checks.flatMap((check) => {
    const reason = whyInapplicable(check, disclosure);
    if (reason) return [unchecked(check.id, placeOf(check), `${notApplicable}${reason}`)];
    const findings = withoutRepeats(check.run(book, context));
    return findings.length > 0
      ? findings
      : [unchecked(check.id, placeOf(check), `${notApplicable}没有可以比较的内容`)];
  });
  const all = nameMissingRows(found, book);
  return disclosure.template === nationalSet ? all.map((finding) => inTerms(finding, disclosure)) : all;
}

/** A finding that calls tables as the document's set does. */
function inTerms(finding: CheckFinding, { template }: Disclosure): CheckFinding {
  return {
    ...finding,
    message: inTermsOf(template, finding.message),
    ...(finding.expected === undefined ? {} : { expected: inTermsOf(template, finding.expected) }),
    operands: finding.operands.map((operand) => ({
      ...operand,
      label: inTermsOf(template, operand.label),
    })),
  };
}

/** Says once why a check could not be made, however many of its comparisons it concerns. */
function withoutRepeats(findings: CheckFinding[]): CheckFinding[] {
  const said = new Set<string>();
  return findings.filter(({ outcome, message }) => {
    if (outcome !== '未检查') return true;
    const fresh = !said.has(message);
    said.add(message);
    return fresh;
  });
}

/** Why a check is none of such a document's, undefined where it is one. */
export function whyInapplicable(
  check: Check,
  { template, kind, phase }: Pick<Disclosure, 'template' | 'kind' | 'phase'>,
): string | undefined {
  if (phase !== '预算') return '本项核对只适用于预算公开';
  if (!check.templates.includes(template)) return '本项核对不适用于该公开文本的格式';
  if (check.kinds && !check.kinds.includes(kind)) return `本项核对不适用于${kind}预算`;
  return undefined;
}

function placeOf(check: Check) {
  const [table] = check.tables;
  const [section] = check.sections ?? [];
  if (section !== undefined) return { section };
  return table === undefined ? {} : { table };
}
