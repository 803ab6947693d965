// Put in by the process that renders the pages. Not `import.meta.env.DEV`, which a variable of that name in the
// environment decides.
declare const IN_BUILD: boolean | undefined;

/** Pages are rendered for a build, which prepared the records; otherwise for someone who develops them. */
export const inBuild: boolean = typeof IN_BUILD === 'boolean';
