const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder. Look at the spelling.',
  ENOTDIR: 'A part of this path is a file, not a folder.',
  EACCES: 'You have no permission to open it. Change its permissions, or run as its owner.',
  EPERM: 'The system does not permit it. Change its permissions, or run as its owner.',
  ELOOP: 'It is a link that leads back to itself, so there is nothing to open. Delete the link.',
  EISDIR: 'It is a folder where a file is needed.',
  ENOSPC: 'The disk is full. Make room and run again.',
  EDQUOT: 'Your quota of disk space is used up. Make room and run again.',
  EFBIG: 'There is no room for a file of this size.',
  EROFS: 'The disk can only be read.',
  EMFILE: 'Too many files are open. Close other programs and run again.',
  ENAMETOOLONG: 'The name is too long for this system.',
  EIO: 'The disk could not be read or written. It may be failing.',
  ERR_FS_FILE_TOO_LARGE: 'It is larger than can be read at once. Split it into smaller articles.',
  ERR_STRING_TOO_LONG: 'It is larger than can be read at once. Split it into smaller articles.',
};

/** What went wrong, in a sentence for a person; the sentence of an error that is no system's is its message. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return sentences[code] ?? error.message;
}
