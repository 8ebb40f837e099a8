import type { FileEntry } from '../../package';

/** A file to measure. */
export interface FileToMeasure {
    /** Unique among the files; the key of the result. */
    readonly path: string;
    readonly absolutePath: string;
    readonly entry: FileEntry;
    /** Whether it goes to the resource server, and not into the package. */
    readonly isRemote: boolean;
    /** Whether its text is searched for marks: import data and scripts of the game. */
    readonly isSearched: boolean;
}

/** What is known of a file beyond its name and length. */
export interface FileMeasure {
    readonly gzipBytes: number;
    /** Differs where contents differ, most probably: CRC-32 of the content, of compressed types a sum of their end. */
    readonly checksum?: number;
    /** Of an image. */
    readonly width?: number;
    readonly height?: number;
    /** The marks its text mentions. */
    readonly marks?: readonly string[];
}
