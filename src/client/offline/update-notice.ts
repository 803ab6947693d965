/** Says on any page that a newer publication is there, where this browser keeps an older one. */
async function startNotice(notice: HTMLElement): Promise<void> {
  const { keepArchive, servedEdition, store } = await import('./keep-archive.ts');
  const [pointer, served] = await Promise.all([store.pointer(), servedEdition()]);
  if (!pointer || !served || served.edition === pointer.active) return;
  const text = notice.querySelector('[data-part="text"]') as HTMLElement;
  const button = notice.querySelector('button') as HTMLButtonElement;
  text.textContent = `有新的公开内容${served.published ? `（${served.published}）` : ''}。`;
  notice.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await keepArchive(
        ({ files, ofFiles }) => {
          text.textContent = `正在更新：${files} / ${ofFiles}`;
        },
        () => false,
      );
      location.reload();
    } catch (error) {
      text.textContent = `更新没有完成：${error instanceof Error ? error.message : ''}。原有内容不受影响。`;
      button.disabled = false;
    }
  });
}

const notice = document.querySelector<HTMLElement>('[data-update-notice]');
if (notice && 'serviceWorker' in navigator && navigator.serviceWorker.controller) void startNotice(notice);
