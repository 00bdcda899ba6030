/** A file that cannot be read or written: the arguments are fine, the file is not. */
export class FileError extends Error {}
