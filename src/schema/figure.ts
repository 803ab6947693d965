import { z } from 'zod';

/** A printed amount that was read: yuan, rounded to whole ones, and the text as it was printed. */
export const ReadFigure = z.strictObject({
  /** Text of the cell as printed, e.g. `31,236.13`. */
  printed: z.string(),
  /** Whole yuan (元), e.g. `312361300`. May be negative. 角分 are rounded, half away from zero. */
  yuan: z.int(),
});

/** A printed amount that could not be decided: never a number, always a reason. */
export const UndecidedFigure = z.strictObject({
  printed: z.string(),
  /** Why no value was taken, in Chinese, e.g. `无法识别的数字`, `所属栏目存疑`. */
  undecided: z.string(),
});

/** Reason of a figure whose column is not certain: then it is not certain either that others of its row are blank. */
export const columnInDoubt = '所属栏目存疑';

/** A figure is an integer or a reason. A blank cell is no figure (`null` where a cell may be blank). */
export const Figure = z.union([ReadFigure, UndecidedFigure]);
export type ReadFigure = z.infer<typeof ReadFigure>;
export type UndecidedFigure = z.infer<typeof UndecidedFigure>;
export type Figure = z.infer<typeof Figure>;

/** Unit in which a table or form prints its money. */
export const MoneyUnit = z.enum(['元', '千元', '万元', '百万元', '亿元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

/** Whether the figure has a value. */
export function isRead(figure: Figure | null | undefined): figure is ReadFigure {
  return figure != null && 'yuan' in figure;
}

/** Whole yuan of a figure, or undefined where it is blank or undecided. */
export function yuanOf(figure: Figure | null | undefined): number | undefined {
  return isRead(figure) ? figure.yuan : undefined;
}
