// libarchive: zip and tar, read from memory. zlib, through which libarchive reads gzip: libarchive passes over the
// checksum at a member's end, and zlib checks it.
#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
