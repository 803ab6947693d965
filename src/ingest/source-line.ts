/** One line of the source text, numbered from 1. Stages pass these on, so that nothing loses its place. */
export interface SourceLine {
  text: string;
  line: number;
}
