import { matchSuggestions, type Suggestion } from '../query/match-suggestions.ts';
import { element } from './element.ts';
import { loadSuggestions } from './load-suggestions.ts';

const offered = 8;

/**
 * Makes a search box a combobox with suggestions: ↑ ↓ choose, Enter takes, Esc closes.
 *
 * @param before what stood in the box when it was focused: what was typed since, while this was loading, counts
 */
export function suggestInBox(input: HTMLInputElement, before: string): void {
  const list = document.getElementById(`${input.id}-suggestions`);
  const { form } = input;
  if (!list || !form || input.role === 'combobox') return;
  input.role = 'combobox';
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  let options: Suggestion[] = [];
  let active = -1;

  const show = (found: Suggestion[]) => {
    options = found;
    active = -1;
    list.replaceChildren(
      ...found.map(({ text, note }, index) =>
        element(
          'li',
          { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' },
          element('span', {}, text),
          element('small', {}, note),
        ),
      ),
    );
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
    input.removeAttribute('aria-activedescendant');
  };
  const point = (index: number) => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === active));
      if (at === active) option.scrollIntoView({ block: 'nearest' });
    });
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  };
  const take = (index: number) => {
    const option = options[index];
    if (!option) return;
    input.value = option.text;
    show([]);
    form.requestSubmit();
  };
  const suggest = async () => {
    const typed = input.value;
    const names = await loadSuggestions();
    if (typed === input.value && document.activeElement === input)
      show(matchSuggestions(names, typed, offered));
  };

  show([]);
  input.addEventListener('input', () => void suggest());
  input.addEventListener('blur', () => show([]));
  form.addEventListener('submit', () => show([]));
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take([...list.children].findIndex((option) => option.contains(event.target as Node)));
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && options.length > 0) show([]);
    else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'ArrowDown' && options.length > 0 && active < options.length - 1)
      point(active + 1);
    else if (event.key === 'ArrowUp' && active >= 0) point(active - 1);
    else return;
    event.preventDefault();
  });
  if (input.value !== before) void suggest();
  else if (input.value === '') void loadSuggestions();
}
