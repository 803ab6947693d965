import { Advice } from './advice.ts';

/** What is known of an error of the file system; its path is missing where a file was full while it was written. */
interface SystemError {
  code: string;
  path: string;
}

/** What an error of the file system means, and what to do; `at` is the path in question. */
const sentences: Record<string, (at: string) => string> = {
  ENOSPC: (at) => `磁盘空间不足，写不下${at || '站点、缓存或档案'}；请腾出空间后再运行`,
  EDQUOT: (at) => `磁盘配额已用完，写不下${at || '站点、缓存或档案'}；请腾出空间后再运行`,
  EACCES: (at) => `没有权限读写${at}；请检查它和所在文件夹的权限`,
  EPERM: (at) => `没有权限改动${at}；请检查它和所在文件夹的权限`,
  EROFS: (at) => `${at || '文件'}所在的磁盘是只读的，不能写入；请换一个可写的文件夹`,
  ENOENT: (at) => `找不到${at || '文件'}；请检查路径，它也可能刚被移走`,
  EISDIR: (at) => `${at || '路径'}是文件夹，应为文件；请检查路径`,
  ENOTDIR: (at) => `${at || '路径'}的上一级不是文件夹；请检查路径`,
  ELOOP: (at) => `${at || '路径'}的链接绕成了圈；请检查链接`,
  ENAMETOOLONG: (at) => `文件名太长：${at}；请改短`,
  EBUSY: (at) => `${at || '文件'}正被别的程序占用；请关闭那个程序后再运行`,
  EMFILE: () => '同时打开的文件超过了系统的限制；请提高限制（ulimit -n）后再运行',
  ENFILE: () => '同时打开的文件超过了系统的限制；请关闭别的程序后再运行',
  ENOMEM: () => '内存不足；请关闭别的程序后再运行',
  EIO: (at) => `读写${at || '文件'}时磁盘出错；请检查磁盘`,
};

/** As Node words it: `EACCES: permission denied, open '/a/b.txt'`. An error that comes from a thread keeps nothing else. */
const worded = /^(E[A-Z\d]+): [^,]+, \w+(?: '(.*?)'(?: -> '(.*)')?)?$/s;

/** As cac words it. */
const unknownOption = /^Unknown option `(.+)`$/;

/** An error for the person at the screen: what happened, where, and what to do; with its stack where it is a fault of ours. */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Advice) return error.message;
  const [, option] = unknownOption.exec(error.message) ?? [];
  if (option) return `没有 ${option} 这个选项；有哪些选项，见 --help。`;
  const system = systemErrorOf(error);
  if (system) return saySystemError(system, error.message);
  // A fault of the program: a `TypeError` and its like. What we throw ourselves says all in its message.
  const isFault = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return isFault ? (error.stack ?? error.message) : error.message;
}

/** What is known of an error of the file system, `null` for any other. */
export function systemErrorOf(error: unknown): SystemError | null {
  if (!(error instanceof Error)) return null;
  const [, code, from = ''] = worded.exec(error.message) ?? [];
  return code === undefined ? null : { code, path: (error as NodeJS.ErrnoException).path ?? from };
}

function saySystemError({ code, path }: SystemError, message: string): string {
  const sentence = sentences[code];
  return sentence
    ? `${sentence(path && ` ${path} `)}。（${code}）`.replaceAll(' ；', '；')
    : `系统错误：${message}`;
}

/** Does something to a file; an error of the file system that does not tell the file, as of a full disk, gets its path. */
export function atPath<Result>(path: string, act: () => Result): Result {
  const tell = (error: unknown): never => {
    const system = systemErrorOf(error);
    if (error instanceof Error && system?.path === '') error.message += ` '${path}'`;
    throw error;
  };
  try {
    const result = act();
    return result instanceof Promise ? (result.catch(tell) as Result) : result;
  } catch (error) {
    return tell(error);
  }
}

/** From now on, an error that nobody catches ends the program with a sentence. A script asks for it first. */
export function sayUncaughtErrors(): void {
  process.on('uncaughtException', (error) => {
    console.error(sayError(error));
    process.exit(1);
  });
}
