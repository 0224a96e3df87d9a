// The parts of libxml2 that Markup uses.
#ifndef ASSAY_CLIBXML2_H
#define ASSAY_CLIBXML2_H

// Debian's headers pull in the system's ICU, whose types clash with those of Foundation's own ICU. Only the last two
// fields of a structure that nobody here touches depend on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlIO.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static inline void clibxml2_say_nothing(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

// Variadic functions have no name in Swift: without this the library prints to stderr. It holds for one thread.
static inline void clibxml2_silence(void) { xmlSetGenericErrorFunc(NULL, clibxml2_say_nothing); }

// `xmlFree` is a global variable, which Swift rightly distrusts.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }

// The first parameter of a structured error callback became const in 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *clibxml2_error;
#else
typedef xmlErrorPtr clibxml2_error;
#endif

#endif
