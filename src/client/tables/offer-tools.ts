const named = '排序、筛选、复制';

/**
 * Offers to order, filter and copy each table of the page: one small button a table. What it opens is loaded when a reader
 * asks for it; pressed again, it goes.
 */
export function offerTools(document: Document): void {
  for (const place of document.querySelectorAll<HTMLElement>('.table')) {
    const caption = place.querySelector('caption');
    if (!caption || (place.querySelector('tbody')?.rows.length ?? 0) < 2) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tool no-print';
    button.textContent = named;
    button.ariaExpanded = 'false';
    caption.append(button);
    let close: (() => void) | undefined;
    button.addEventListener('click', async () => {
      const { openTools } = await import('./open-tools.ts');
      if (close) close();
      close = close ? undefined : openTools(place);
      button.ariaExpanded = String(close !== undefined);
      button.textContent = close ? '收起' : named;
    });
  }
}
