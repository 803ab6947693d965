import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import type { Book } from './reading/book.ts';

/** What the archive knows about an edition of the procurement catalogue. */
export type KnownEdition = Pick<Catalogue, 'edition' | 'issued' | 'inForce' | 'repeals'>;

/** What a check may know besides the disclosure itself. */
export interface CheckContext {
  catalogues: KnownEdition[];
}

/** One identity that a disclosure promises. */
export interface Check {
  /** Kebab-case, the name of its file. */
  id: string;
  /** The identity as a Chinese sentence. */
  sentence: string;
  /** Why it must hold, in Chinese. */
  reason: string;
  /** Tables whose figures take part. */
  tables: number[];
  /** Narrative sections whose figures take part. */
  sections?: number[];
  /** Templates that make the promise. */
  templates: string[];
  /** Kinds of body that make the promise; all where left out. */
  kinds?: Disclosure['kind'][];
  /** Applies the check at every place; an empty list means that there was nothing to compare. */
  run(book: Book, context: CheckContext): CheckFinding[];
}
