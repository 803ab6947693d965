/** On a page opened from a search hit (`?hl=…`): marks what was searched and goes to the row. Loaded only then. */
const marks = new URLSearchParams(location.search).getAll('hl').filter(Boolean);
if (marks.length > 0) void import('./mark-page.ts').then(({ markPage }) => markPage(marks));
