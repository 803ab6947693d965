type Child = Node | string | null | undefined | false;

/** Makes an element; `null`, `undefined` and `false` leave an attribute or child out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | null | undefined | false> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, String(value));
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}
