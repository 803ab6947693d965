import { element } from '../../search/client/element.ts';
import type { RowGroup } from './table-rows.ts';

/**
 * Puts a button before the line number of each row that copies the row's address.
 *
 * @param copy is given the address, and the line that it leads to
 * @returns takes the buttons away
 */
export function offerAddresses(
  groups: RowGroup[],
  copy: (address: string, line: string) => void,
): () => void {
  const buttons = groups.flatMap(({ row, cells: [line = ''] }) => {
    const number = row.querySelector('.ln');
    if (!number) return [];
    const button = element('button', { type: 'button', class: 'row-address' }, '#');
    button.ariaLabel = `复制第 ${line} 行的地址`;
    button.addEventListener('click', () => copy(addressOf(row.id || number.id || `L${line}`), line));
    number.prepend(button);
    return button;
  });
  return () => {
    for (const button of buttons) button.remove();
  };
}

/** Address of an anchor of this page, without what was searched. */
function addressOf(anchor: string): string {
  const address = new URL(location.href);
  address.search = '';
  address.hash = anchor;
  return address.href;
}
