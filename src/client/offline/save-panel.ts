import { SaveError } from '../../worker/save-edition.ts';
import { canKeep, dropArchive, keepArchive, servedEdition, servedManifest, store } from './keep-archive.ts';

/** Size for people: `3.4 MB`. */
function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Works the panel 保存离线: says the size beforehand, saves with progress, pauses, resumes, updates, removes. */
async function startPanel(panel: HTMLElement): Promise<void> {
  const part = <Kind extends HTMLElement>(name: string) =>
    panel.querySelector<Kind>(`[data-part="${name}"]`) as Kind;
  const [save, pause, remove] = [
    part<HTMLButtonElement>('save'),
    part<HTMLButtonElement>('pause'),
    part<HTMLButtonElement>('remove'),
  ];
  const status = part('status');
  const bar = part<HTMLProgressElement>('progress');
  let stop = false;

  const show = (text: string, visible: { save?: string; pause?: boolean; remove?: boolean }) => {
    status.textContent = text;
    save.hidden = visible.save === undefined;
    if (visible.save) save.textContent = visible.save;
    pause.hidden = !visible.pause;
    bar.hidden = !visible.pause;
    remove.hidden = !visible.remove;
  };

  const refresh = async () => {
    const [pointer, served] = await Promise.all([store.pointer(), servedEdition()]);
    if (pointer) {
      const kept = await store.manifest(pointer.active);
      const text = `已保存${kept?.published ? ` ${kept.published} 的` : ''}版本，共 ${size(kept?.bytes ?? 0)}，断网时也能阅读和检索。`;
      if (served && served.edition !== pointer.active)
        show(`${text}有更新的版本。`, { save: '更新', remove: true });
      else show(text, { remove: true });
      return;
    }
    if (!served) return show('没有网络，无法保存。', {});
    const manifest = await servedManifest();
    const begun = await store.hashes();
    const left = Object.values(manifest.files).filter(([hash]) => !begun.has(hash));
    const bytes = left.reduce((sum, [, length]) => sum + length, 0);
    show(`全部内容 ${size(manifest.bytes)}${begun.size > 0 ? `，还差 ${size(bytes)}` : ''}。`, {
      save: begun.size > 0 ? '继续保存' : '保存离线',
      remove: begun.size > 0,
    });
  };

  save.addEventListener('click', async () => {
    stop = false;
    show('正在保存…', { pause: true });
    try {
      await keepArchive(
        ({ files, ofFiles, bytes, ofBytes }) => {
          bar.max = ofBytes;
          bar.value = bytes;
          status.textContent = `正在保存：${files} / ${ofFiles} 个文件，${size(bytes)} / ${size(ofBytes)}`;
        },
        () => stop,
      );
      await refresh();
    } catch (error) {
      const text = error instanceof SaveError ? error.message : '保存没有完成';
      show(`${text}。`, {
        save: error instanceof SaveError && error.reason === 'paused' ? '继续保存' : '重试',
        remove: true,
      });
    }
  });
  pause.addEventListener('click', () => {
    stop = true;
  });
  remove.addEventListener('click', async () => {
    await dropArchive();
    await refresh();
  });

  panel.hidden = false;
  if (canKeep()) await refresh();
  else show('这个浏览器不能保存离线内容，请下载上面的离线版。', {});
}

const panel = document.querySelector<HTMLElement>('[data-save-offline]');
if (panel) void startPanel(panel);
