import Assessment

/// What is said of a BagIt bag, in Spanish.
let spanishBags: [FindingCode: Phrasebook.Texts] = [
    .bagDeclaration: [
        "bagit.txt doesn't say what a bag's has to say: {:}.":
            "bagit.txt no dice lo que debe decir el de un paquete BagIt: {0}.",
        "bagit.txt is far too long.": "bagit.txt es demasiado largo.",
        "bagit.txt is empty.": "bagit.txt está vacío.",
        "Write exactly these two lines into it: 'BagIt-Version: 1.0' and 'Tag-File-Character-Encoding: UTF-8', with nothing before, between or after them.":
            "Escriba en él exactamente estas dos líneas: «BagIt-Version: 1.0» y «Tag-File-Character-Encoding: UTF-8», "
            + "sin nada antes, entre ellas ni después.",
    ],
    .bagFetch: [
        "The bag has a fetch.txt: parts of it are to be got from the network, and nothing is ever got from there.":
            "El paquete BagIt tiene un fetch.txt: partes de él se tomarían de la red, y de ahí nunca se toma nada.",
        "Put the files themselves into the bag, and make it anew without fetch.txt.":
            "Ponga los archivos mismos en el paquete BagIt, y hágalo de nuevo sin fetch.txt.",
    ],
    .bagManifest: [
        "The manifest has more than {} bytes.": "La lista tiene más de {0} bytes.",
        "Put fewer files into the bag.": "Ponga menos archivos en el paquete BagIt.",
        "In {} {:}.": "En {0}, {1}.",
        "Make the bag anew; each line is a digest, a space, and a path below the bag's folder.":
            "Haga el paquete BagIt de nuevo; cada línea es un resumen, un espacio y una ruta dentro de su carpeta.",
        "The bag has no payload manifest.": "El paquete BagIt no tiene la lista de su contenido.",
        "The bag has only {|}; digests of that kind can be forged, and aren't enough.":
            "El paquete BagIt solo tiene {0}; los resúmenes de ese tipo se pueden falsificar, y no bastan.",
        "Make the bag with SHA-256 or SHA-512, so that it has a manifest-sha256.txt or a manifest-sha512.txt.":
            "Haga el paquete BagIt con SHA-256 o SHA-512, para que tenga un manifest-sha256.txt o un "
            + "manifest-sha512.txt.",
    ],
    .bundleTooManyFiles: [
        "{} lists more than the {} files that are taken.": "{0} nombra más de los {1} archivos que se admiten.",
        "Put only what is evidence into the bag.": "Ponga en el paquete BagIt solo lo que es evidencia.",
    ],
    .pathRefused: [
        "In {} the path '{}' can't be used: {:}.": "En {0}, la ruta «{1}» no se puede usar: {2}.",
        "Make the bag anew; each line is a digest, a space, and a path below the bag's folder.":
            "Haga el paquete BagIt de nuevo; cada línea es un resumen, un espacio y una ruta dentro de su carpeta.",
    ],
    .bagAlgorithm: [
        "The digests in {} are of a kind that this program doesn't know; they weren't verified.":
            "Los resúmenes de {0} son de un tipo que este programa no conoce; no se comprobaron.",
        "Nothing, where a manifest with SHA-256 or SHA-512 is there as well.":
            "Nada, si también hay una lista con SHA-256 o SHA-512.",
    ],
    .bagMissing: [
        "'{}' is listed in {}, and isn't in the bag.": "«{0}» se nombra en {1}, y no está en el paquete BagIt.",
        "Add the file; or, if it was taken out on purpose, make the bag anew.":
            "Agregue el archivo; o, si se quitó a propósito, haga el paquete BagIt de nuevo.",
    ],
    .bagUnlisted: [
        "'{}' lies in the bag, and isn't listed in {|}.": "«{0}» está en el paquete BagIt, y no se nombra en {1}.",
        "Take the file out; or, if it belongs there, make the bag anew.":
            "Quite el archivo; o, si debe estar ahí, haga el paquete BagIt de nuevo.",
    ],
    .bagDigest: [
        "'{}' isn't the file that the bag was made with: line {} of {} gives another digest.":
            "«{0}» no es el archivo con que se hizo el paquete BagIt: la línea {1} de {2} da otro resumen.",
        "Copy the file again; or, if it was changed on purpose, make the bag anew.":
            "Copie el archivo otra vez; o, si se cambió a propósito, haga el paquete BagIt de nuevo.",
        "Copy the file again, or make the bag anew.": "Copie el archivo otra vez, o haga el paquete BagIt de nuevo.",
    ],
    .bagTag: [
        "The tag file '{}' is listed in {}, and isn't in the bag.":
            "El archivo auxiliar «{0}» se nombra en {1}, y no está en el paquete BagIt.",
        "Add the file, or make the bag anew.": "Agregue el archivo, o haga el paquete BagIt de nuevo.",
        "{} doesn't list {}, as it has to.": "{0} no nombra {1}, y debe hacerlo.",
        "Make the bag anew.": "Haga el paquete BagIt de nuevo.",
        "'{}' isn't the file that the bag was made with: line {} of {} gives another digest.":
            "«{0}» no es el archivo con que se hizo el paquete BagIt: la línea {1} de {2} da otro resumen.",
        "Copy the file again, or make the bag anew.": "Copie el archivo otra vez, o haga el paquete BagIt de nuevo.",
    ],
    .bagOxum: [
        "The payload has {:} in {:}; bag-info.txt says {}.": "El contenido tiene {0} en {1}; bag-info.txt dice {2}.",
        "Copy the bag again; or, if it was changed on purpose, make it anew.":
            "Copie el paquete BagIt otra vez; o, si se cambió a propósito, hágalo de nuevo.",
    ],
    .manifestMissing: [
        "The bag has no manifest.xml in its 'data' folder.":
            "El paquete BagIt no tiene manifest.xml en su carpeta «data».",
        "Make the bag of a bundle, that is of a folder with a manifest.xml.":
            "Haga el paquete BagIt con una carpeta que tenga un manifest.xml.",
    ],
]

/// What is wrong with a line of a bag's own files.
let spanishBagParts: Phrasebook.Texts = [
    "it begins with a byte-order mark": "empieza con una marca de orden de bytes",
    "it isn't UTF-8": "no está en UTF-8",
    "a line begins or ends with a space": "una línea empieza o termina con un espacio",
    "it has {:}": "tiene {0}",
    "its first line isn't the version": "su primera línea no es la versión",
    "its version isn't two numbers with a dot between": "su versión no son dos números con un punto en medio",
    "it names version {}, which nobody has written down yet": "nombra la versión {0}, que nadie ha escrito todavía",
    "its second line isn't '{}'": "su segunda línea no es «{0}»",
    "the path '{}' stands in line {} already": "la ruta «{0}» ya está en la línea {1}",
    "a line has to begin with a digest, that is with digits and the letters a to f":
        "una línea debe empezar con un resumen, es decir, con cifras y letras de a hasta f",
    "the digest has {} digits; one of {} has {}": "el resumen tiene {0} signos; uno de {1} tiene {2}",
    "the digest has {} digits": "el resumen tiene {0} signos",
    "the path '{}' can't be used: {:}": "la ruta «{0}» no se puede usar: {1}",
    "there is none after the digest": "no hay ninguna después del resumen",
    "it holds the end of a line": "contiene un fin de línea",
    "it begins with '*'": "empieza con «*»",
    "a payload's files lie below 'data/'": "los archivos del contenido están dentro de «data/»",
    "what lies below 'data/' is payload, and no tag file":
        "lo que está dentro de «data/» es contenido, y no un archivo auxiliar",
    "a manifest of tag files doesn't list one of its own kind":
        "una lista de archivos auxiliares no nombra otra de su tipo",
]
