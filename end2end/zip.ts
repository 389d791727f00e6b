/** Archives that the program makes, read as somebody's computer does. */

import { inflateRawSync } from 'node:zlib';

/** How the records that are read here begin (APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16). */
const entryBegins = 0x02014b50;
const endBegins = 0x06054b50;

/** The length of the record at the end, without a comment. */
const endLength = 22;

/** The files of an archive by their names, in their order; it has no comment and is smaller than 4 GB. */
export function filesOf(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - endLength;
  if (archive.readUInt32LE(end) !== endBegins) {
    throw new Error('This is not an archive, or one with a comment.');
  }
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== entryBegins) {
      throw new Error(`At ${at} the archive has no entry.`);
    }
    const nameEnds = at + 46 + archive.readUInt16LE(at + 28);
    files.set(archive.toString('utf8', at + 46, nameEnds), contentOf(archive, at));
    // An extra field and a comment stand before the next.
    at = nameEnds + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** What the entry at that place is about; it is stored or deflated. */
function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const length = archive.readUInt32LE(entry + 20);
  // Its own header stands before it, with a name and an extra field of its own.
  const header = archive.readUInt32LE(entry + 42);
  const begins = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(begins, begins + length);
  return method === 0 ? packed : inflateRawSync(packed);
}
