// libmagic: what a file is, by its content.
#include <magic.h>
