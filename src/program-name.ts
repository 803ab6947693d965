/** Name of the program; an archive that has no name of its own is called so too. */
export const programName = '明账';
