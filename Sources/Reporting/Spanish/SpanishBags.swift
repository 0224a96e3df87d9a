import Assessment

/// What is said of a BagIt bag, in Spanish.
let spanishBags: [FindingCode: Phrasebook.Texts] = [
    .bagDeclaration: [
        "bagit.txt doesn't say what a bag's has to say: {:}.":
            "bagit.txt no dice lo que tiene que decir el de un paquete BagIt: {0}.",
        "bagit.txt is far too long.": "bagit.txt es demasiado largo.",
        "bagit.txt is empty.": "bagit.txt está vacío.",
        "Write exactly these two lines into it: 'BagIt-Version: 1.0' and 'Tag-File-Character-Encoding: UTF-8', with nothing before, between or after them.":
            "Escriba en él exactamente estas dos líneas: «BagIt-Version: 1.0» y «Tag-File-Character-Encoding: UTF-8», sin nada antes, en medio ni después.",
    ],
    .bagManifest: [
        "In {} {:}.": "En {0} {1}.",
        "Make the bag anew; each line is a digest, a space, and a path below the bag's folder.":
            "Haga de nuevo el paquete BagIt; cada línea es una huella, un espacio y una ruta dentro de su carpeta.",
        "The manifest has more than {} bytes.": "La lista tiene más de {0} bytes.",
        "Put fewer files into the bag.": "Ponga menos archivos en el paquete BagIt.",
        "The bag has no payload manifest.": "El paquete BagIt no tiene ninguna lista de su contenido.",
        "The bag has only {|}; digests of that kind can be forged, and aren't enough.":
            "El paquete BagIt solo tiene {0}; esas huellas se pueden falsificar y no bastan.",
        "Make the bag with SHA-256 or SHA-512, so that it has a manifest-sha256.txt or a manifest-sha512.txt.":
            "Haga el paquete BagIt con SHA-256 o SHA-512, para que tenga un manifest-sha256.txt o un manifest-sha512.txt.",
    ],
    .bagAlgorithm: [
        "The digests in {} are of a kind that this program doesn't know; they weren't verified.":
            "Las huellas de {0} son de un tipo que este programa no conoce; no se verificaron.",
        "Nothing, where a manifest with SHA-256 or SHA-512 is there as well.":
            "Nada, si también hay una lista con SHA-256 o SHA-512.",
    ],
    .bagUnlisted: [
        "'{}' lies in the bag, and isn't listed in {|}.": "«{0}» está en el paquete BagIt, y no está en {1}.",
        "Take the file out; or, if it belongs there, make the bag anew.":
            "Saque el archivo; o, si debe estar ahí, haga de nuevo el paquete BagIt.",
    ],
    .bagMissing: [
        "'{}' is listed in {}, and isn't in the bag.": "«{0}» está en la lista {1}, y no está en el paquete BagIt.",
        "Add the file; or, if it was taken out on purpose, make the bag anew.":
            "Añada el archivo; o, si se sacó a propósito, haga de nuevo el paquete BagIt.",
    ],
    .bagDigest: [
        "'{}' isn't the file that the bag was made with: line {} of {} gives another digest.":
            "«{0}» no es el archivo con que se hizo el paquete BagIt: la línea {1} de {2} da otra huella.",
        "Copy the file again; or, if it was changed on purpose, make the bag anew.":
            "Copie otra vez el archivo; o, si se cambió a propósito, haga de nuevo el paquete BagIt.",
    ],
    .bagTag: [
        "'{}' isn't the file that the bag was made with: line {} of {} gives another digest.":
            "«{0}» no es el archivo con que se hizo el paquete BagIt: la línea {1} de {2} da otra huella.",
        "Copy the file again, or make the bag anew.": "Copie otra vez el archivo, o haga de nuevo el paquete BagIt.",
        "The tag file '{}' is listed in {}, and isn't in the bag.":
            "El archivo auxiliar «{0}» está en la lista {1}, y no está en el paquete BagIt.",
        "Add the file, or make the bag anew.": "Añada el archivo, o haga de nuevo el paquete BagIt.",
        "{} doesn't list {}, as it has to.": "{0} no nombra {1}, como debe.",
        "Make the bag anew.": "Haga de nuevo el paquete BagIt.",
    ],
    .bagOxum: [
        "The payload has {:} in {:}; bag-info.txt says {}.":
            "El contenido tiene {0} en {1}; bag-info.txt dice {2}.",
        "Copy the bag again; or, if it was changed on purpose, make it anew.":
            "Copie otra vez el paquete BagIt; o, si se cambió a propósito, hágalo de nuevo.",
    ],
    .bagFetch: [
        "The bag has a fetch.txt: parts of it are to be got from the network, and nothing is ever got from there.":
            "El paquete BagIt tiene un fetch.txt: partes de él se tendrían que traer de la red, y de ahí nunca se trae nada.",
        "Put the files themselves into the bag, and make it anew without fetch.txt.":
            "Ponga los archivos mismos en el paquete BagIt, y hágalo de nuevo sin fetch.txt.",
    ],
    .pathRefused: [
        "In {} {:}.": "En {0} {1}.",
        "Make the bag anew; each line is a digest, a space, and a path below the bag's folder.":
            "Haga de nuevo el paquete BagIt; cada línea es una huella, un espacio y una ruta dentro de su carpeta.",
    ],
    .bundleTooManyFiles: [
        "{} lists more than the {} files that are taken.": "{0} nombra más de los {1} archivos que se admiten.",
        "Put only what is evidence into the bag.": "Ponga en el paquete BagIt solo lo que es evidencia.",
    ],
    .manifestMissing: [
        "The bag has no manifest.xml in its 'data' folder.":
            "El paquete BagIt no tiene manifest.xml en su carpeta «data».",
        "Make the bag of a bundle, that is of a folder with a manifest.xml.":
            "Haga el paquete BagIt de una carpeta con un manifest.xml.",
    ],
]
