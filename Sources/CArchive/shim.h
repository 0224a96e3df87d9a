// libarchive: zip and tar, read from memory.
#include <archive.h>
#include <archive_entry.h>
