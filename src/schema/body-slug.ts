const marks = /(-bu-men)?(-jue-suan)?$/;

/** What the addresses of all series of a body begin with: that of its own budgets. */
export function bodySlug(slug: string): string {
  return slug.replace(marks, '');
}

/** What a series holds, told by its address: `部门预算`. */
export function seriesLabel(slug: string): string {
  const [, department, accounts] = marks.exec(slug) ?? [];
  return `${department ? '部门' : '单位'}${accounts ? '决算' : '预算'}`;
}
