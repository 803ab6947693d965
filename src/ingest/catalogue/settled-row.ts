/** A row whose code is settled: `code` differs from `printed` where evidence allowed to correct it. */
export interface SettledRow {
  line: number;
  code: string;
  printed: string;
  name: string;
  column: number;
}
