/**
 * The arguments of a command as cac understands them. It keeps a flag of two words under its joined name, and takes the
 * argument after `--dry-run` for its value because it knows only `--dryRun` as a flag.
 */
export function commandLine(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) =>
    end !== -1 && index > end
      ? argument
      : argument.replace(/^--(?!no-)[a-z]+(?:-[a-z]+)+/, (name) =>
          name.replace(/(?<=[a-z])-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        ),
  );
}
