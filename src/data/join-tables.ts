import { join } from 'node:path';
import { joinCsv } from './join-csv.ts';
import { type Joined, joinedPieces, type TableParts } from './joined-pieces.ts';

/** Tables that are to be joined; plain data, for another thread. */
export interface JoinTask {
  /** Holds the joined files, and those of the disclosures in folders of their ids. */
  folder: string;
  tables: (TableParts & {
    /** What the file that stands there was joined from; null where none does. */
    before: Joined | null;
    /** SHA-256 of the file that stands there, hex. */
    known: string | undefined;
  })[];
}

/** Joins tables of all disclosures, one file each; one that would come out the same is left alone. */
export default function joinTables({ folder, tables }: JoinTask): { bytes: number; sha256: string }[] {
  return tables.map(({ before, known, ...table }) =>
    joinCsv(join(folder, `${table.name}.csv`), joinedPieces(folder, table, before), known),
  );
}
