import Assessment

/// The findings of receipts in Spanish.
let spanishPhrasebook = Phrasebook(
    sentences: [spanishBundles, spanishBags, spanishManifests, spanishEvidence, spanishXML], parts: spanishParts,
    words: spanishWords)

/// Parts of sentences that the program says itself.
private let spanishParts: Phrasebook.Texts = [
    "The file '{}'": "el archivo «{0}»", "the file '{}'": "el archivo «{0}»",
    "The link '{}'": "el enlace «{0}»", "the link '{}'": "el enlace «{0}»",
    "The text '{}'": "el texto «{0}»", "the text '{}'": "el texto «{0}»",
    "far more": "muchos más", "none is there": "no hay ninguno", "far more are there": "hay muchos más",
    "{} is there": "hay {0}", "{} are there": "hay {0}",
    "1 more word": "1 palabra más", "{} more words": "{0} palabras más",
    "1 character is": "1 signo", "{} characters are": "{0} signos",
    "draft": "en borrador", "retired": "retirada",

    // What is wrong with a path or a link
    "it is empty": "está vacío",
    "it holds a control character": "contiene un signo de control",
    "it begins with '/', so that it isn't below the bundle's folder":
        "empieza con «/», así que no está en la carpeta del paquete",
    "it begins with '~', which stands for somebody's home folder":
        "empieza con «~», que es la carpeta personal de alguien",
    "it holds a backslash; folders are divided by '/'":
        "contiene una barra invertida; las carpetas se separan con «/»",
    "it begins with a drive letter, so that it isn't below the bundle's folder":
        "empieza con la letra de un disco, así que no está en la carpeta del paquete",
    "it has an empty name between, or after, its '/'": "tiene un nombre vacío entre sus «/», o al final",
    "it holds '.' or '..' as a folder": "contiene «.» o «..» como carpeta",
    "one of its names is longer than 255 bytes": "uno de sus nombres tiene más de 255 bytes",
    "it is longer than 1000 bytes": "tiene más de 1000 bytes",
    "it is more than 32 folders deep": "tiene más de 32 carpetas una dentro de otra",
    "it doesn't begin with https://": "no empieza con https://",
    "it holds a space, a backslash or a hidden character":
        "contiene un espacio, una barra invertida o un signo oculto",
    "it names a user before '@'": "nombra a un usuario antes de «@»",
    "it names a machine by number": "nombra una máquina por su número",
    "it names a port": "nombra un puerto",
    "it names no site": "no nombra ningún sitio",
    "the site's name '{}' holds more than letters, digits, '-' and '.'":
        "el nombre del sitio «{0}» contiene algo más que letras, cifras, «-» y «.»",
    "the site's name has a '.' too many": "el nombre del sitio tiene un «.» de más",
    "the site's name is too long": "el nombre del sitio es demasiado largo",
    "a part of the site's name begins or ends with '-'": "una parte del nombre del sitio empieza o termina con «-»",
    "it names the reader's own machine": "nombra la máquina de quien lo lee",
    "{:}, and {:}": "{0}, y {1}",

    // What stands in a folder or an archive
    "has a second name elsewhere (a hard link)": "tiene otro nombre en otra parte (un enlace duro)",
    "is a link to something else": "es un enlace a otra cosa",
    "is a pipe, socket or device": "es una tubería, un socket o un aparato",
    "a link": "un enlace", "a pipe or a device": "una tubería o un aparato",
    "its directory can't be found": "no se encuentra su directorio",
    "its directory is broken": "su directorio está dañado",
    "a name in it holds a zero byte": "un nombre contiene un byte nulo",
    "a name in it can't be read": "no se puede leer uno de sus nombres",
    "it isn't a zip archive": "no es un archivo zip",
    "its directory and its entries contradict each other": "su directorio y su contenido se contradicen",
    "its directory names {} entries and holds {}": "su directorio dice {0} entradas y contiene {1}",

    // What is wrong in a bag
    "it begins with a byte-order mark": "empieza con una marca de orden de bytes (BOM)",
    "it isn't UTF-8": "no está en UTF-8",
    "a line begins or ends with a space": "una línea empieza o termina con un espacio",
    "it has {:}": "tiene {0}",
    "its first line isn't the version": "la primera línea no es la versión",
    "its version isn't two numbers with a dot between": "la versión no son dos números con un punto en medio",
    "it names version {}.{}, which nobody has written down yet":
        "nombra la versión {0}.{1}, que nadie ha escrito todavía",
    "its second line isn't '{}'": "la segunda línea no es «{0}»",
    "a line has to begin with a digest, that is with digits and the letters a to f":
        "una línea tiene que empezar con una huella, es decir, con cifras y las letras de la a a la f",
    "the digest has {} digits; one of {} has {}": "la huella tiene {0} cifras; una de {1} tiene {2}",
    "the path '{}' can't be used: {:}": "la ruta «{0}» no se puede usar: {1}",
    "the path '{}' stands in line {} already": "la ruta «{0}» ya está en la línea {1}",
    "there is none after the digest": "no hay ninguna después de la huella",
    "it holds the end of a line": "contiene un fin de línea",
    "it begins with '*'": "empieza con «*»",
    "a payload's files lie below 'data/'": "los archivos del contenido están en «data/»",
    "what lies below 'data/' is payload, and no tag file":
        "lo que está en «data/» es contenido, y no un archivo auxiliar",
    "a manifest of tag files doesn't list one of its own kind":
        "una lista de archivos auxiliares no nombra otra como ella",

    // How long
    "at least {:} and at most {:}": "al menos {0} y como máximo {1}",
    "at least {:}": "al menos {0}", "at most {:}": "como máximo {0}",

    // What a file is by its content; what is asked for
    "of no known kind": "de un tipo desconocido", "PDF": "PDF", "Markdown": "Markdown", "text": "texto",
    "rich text (RTF)": "texto enriquecido (RTF)", "a zip archive": "un archivo zip",
    "an old Word document (.doc)": "un documento antiguo de Word (.doc)",
    "an old Excel sheet (.xls)": "una hoja antigua de Excel (.xls)",
    "an old PowerPoint document (.ppt)": "un documento antiguo de PowerPoint (.ppt)",
    "a Word document": "un documento de Word", "a PowerPoint document": "un documento de PowerPoint",
    "an Excel sheet": "una hoja de Excel", "an OpenDocument text": "un texto de OpenDocument",
    "an OpenDocument sheet": "una hoja de OpenDocument",
    "an OpenDocument presentation": "una presentación de OpenDocument",
    "a sound recording": "una grabación de sonido", "an MP3 recording": "una grabación MP3",
    "an MP4 recording": "una grabación MP4", "an M4A recording": "una grabación M4A",
    "a WAV recording": "una grabación WAV", "an Ogg recording": "una grabación Ogg", "a picture": "una imagen",
    "a GIF picture": "una imagen GIF", "an HEIC picture": "una imagen HEIC", "a JPEG picture": "una imagen JPEG",
    "a PNG picture": "una imagen PNG", "an SVG drawing": "un dibujo SVG", "a TIFF picture": "una imagen TIFF",
    "a WebP picture": "una imagen WebP", "a web page": "una página web", "plain text": "texto simple",
    "a video": "un video", "an MP4 video": "un video MP4", "a QuickTime video": "un video QuickTime",
    "a WebM video": "un video WebM", "an MPEG video": "un video MPEG", "an M4V video": "un video M4V",
    "a Matroska video": "un video Matroska", "an AVI video": "un video AVI",
    "{:} or {:}": "{0} o {1}", "{:}, {:}": "{0}, {1}",
    "is compressed (gzip)": "está comprimido (gzip)",
    "is a ZIP archive or an office document": "es un archivo ZIP o un documento de oficina",
    "is a PDF": "es un PDF", "is in EBCDIC": "está en EBCDIC", "is in UTF-32": "está en UTF-32",

    // What a value must be
    "an id: letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit":
        "un id: letras, cifras, «.», «_» y «-», 64 como máximo, que empiece con una letra o cifra",
    "letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit":
        "letras, cifras, «.», «_» y «-», 64 como máximo, y empiece con una letra o cifra",
    "a date such as 2026-11-02": "una fecha como 2026-11-02",
    "a whole number, such as 20000000": "un número entero, como 20000000",
    "a whole number": "un número entero", "a whole number, {} or more": "un número entero, {0} o más",
    "a whole number from {} to {}": "un número entero de {0} a {1}",
    "a number, with a point before its fraction": "un número, con punto antes de los decimales",
    "true or false": "true o false", "a time such as 2026-11-02T15:00:00Z": "una hora como 2026-11-02T15:00:00Z",
    "a duration such as PT5M or P10D": "una duración como PT5M o P10D",
    "an address such as https://example.org/": "una dirección como https://example.org/",
    "a language such as en or es-MX": "un idioma como en o es-MX", "hexadecimal digits": "cifras hexadecimales",
    "another value": "otro valor", "another form ({})": "otra forma ({0})",
    "a value of at least {}": "un valor de {0} como mínimo", "a value of at most {}": "un valor de {0} como máximo",
    "a value more than {}": "un valor mayor que {0}", "a value less than {}": "un valor menor que {0}",
]

private let spanishWords = [
    "file": "archivo", "files": "archivos", "link": "enlace", "links": "enlaces", "text": "texto", "texts": "textos",
    "word": "palabra", "words": "palabras", "byte": "byte", "bytes": "bytes",
    "day": "día", "days": "días", "hour": "hora", "hours": "horas", "minute": "minuto", "minutes": "minutos",
    "line": "línea", "lines": "líneas", "second": "segundo", "seconds": "segundos", "or": "o", "and": "y",
    // The number agrees in Spanish without them.
    "is": "", "are": "",
]
