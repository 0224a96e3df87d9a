import Assessment

/// What is said of a bundle as a whole, in Spanish.
let spanishBundles: [FindingCode: Phrasebook.Texts] = [
    .bundleDuplicate: [
        "The same content was dropped before as '{}'; it is submission {}.":
            "El mismo contenido ya se entregó como «{0}»; es la entrega {1}.",
        "Nothing is to be done.": "No hay nada que hacer.",
        "Outbox/index.html tells how it stands.": "Outbox/index.html muestra cómo va.",
    ],
    .bundleTooDeep: [
        "Folders are nested more than {} deep.": "Hay más de {0} carpetas una dentro de otra.",
        "Move the files into fewer folders.": "Ponga los archivos en menos carpetas.",
        "'{}' and the folders around it have names of {} bytes together; at most {} are taken.":
            "«{0}» y las carpetas que lo contienen tienen nombres de {1} bytes en total; se admiten {2} como máximo.",
        "Give the folders shorter names, or move the files into fewer of them.":
            "Dé a las carpetas nombres más cortos, o ponga los archivos en menos carpetas.",
    ],
    .bundleTooLarge: [
        "The bundle has {} bytes; at most {} are taken.":
            "El paquete tiene {0} bytes; se admiten {1} como máximo.",
        "Unpacked, the archive has more than the {} bytes that are taken.":
            "Descomprimido, el archivo tiene más de los {0} bytes que se admiten.",
        "The texts of the bundle have more than {} bytes together.":
            "Los textos del paquete tienen más de {0} bytes en total.",
        "Shorten them.": "Acórtelos.",
        "Make the files smaller, or link to the large ones.":
            "Haga los archivos más pequeños, o ponga los grandes en un sitio y dé el enlace.",
    ],
    .bundleTooManyFiles: [
        "The bundle holds {:} files; at most {} are taken.":
            "El paquete tiene {0} archivos; se admiten {1} como máximo.",
        "Drop only what is evidence.": "Entregue solo lo que es evidencia.",
        "The archive holds far more files than the {} that are taken.":
            "El archivo comprimido tiene muchos más archivos que los {0} que se admiten.",
        "Put only what is evidence into it.": "Ponga en él solo lo que es evidencia.",
    ],
    .bundleMoreFindings: [
        "There are {} more findings.": "Hay {0} observaciones más.",
        "Mend what is told first; the rest is told when the bundle is dropped again.":
            "Corrija primero lo que se dice; lo demás se dirá cuando entregue el paquete otra vez.",
    ],
    .bundleUnreadable: [
        "Reading the bundle failed twice ({}).": "El paquete no se pudo leer; se intentó dos veces ({0}).",
        "Save its manifest and its documents anew from the programs that made them.":
            "Guarde de nuevo el manifiesto y los documentos desde los programas con que se hicieron.",
    ],
    .manifestNotAFile: [
        "manifest.xml is a folder, not a file.": "manifest.xml es una carpeta, no un archivo.",
        "Put the manifest itself there under this name.": "Ponga ahí el manifiesto mismo, con ese nombre.",
    ],
    .archiveIncomplete: [
        "'{}' isn't a whole zip or tar archive: its own end is missing.":
            "«{0}» no es un archivo zip o tar completo: le falta el final.",
        "Copy it again, or pack it anew, and drop it again.":
            "Cópielo otra vez, o comprímalo de nuevo, y entréguelo otra vez.",
    ],
    .archiveDamaged: [
        "'{}' can't be unpacked: {:}.": "«{0}» no se puede descomprimir: {1}.",
        "'{}' can't be unpacked: {}.": "«{0}» no se puede descomprimir ({1}).",
        "Pack it anew, or drop the folder itself.": "Comprímalo de nuevo, o entregue la carpeta misma.",
    ],
    .archiveEncrypted: [
        "'{}' is protected by a password.": "«{0}» está protegido con una contraseña.",
        "Pack it without one, or drop the folder itself.": "Comprímalo sin contraseña, o entregue la carpeta misma.",
    ],
    .archivePath: [
        "The name '{}' in the archive can't be used: {:}.":
            "El nombre «{0}» en el archivo comprimido no se puede usar: {1}.",
        "Pack the bundle's own folder anew, without such names.":
            "Comprima de nuevo la carpeta del paquete, sin nombres así.",
    ],
    .archiveNameTwice: [
        "The archive holds '{}' more than once.": "El archivo comprimido contiene «{0}» más de una vez.",
        "Pack it anew, each file once.": "Comprímalo de nuevo, cada archivo una sola vez.",
    ],
    .manifestMissing: [
        "The bundle has no manifest.xml in its folder or its only top folder.":
            "El paquete no tiene manifest.xml en su carpeta ni en la única carpeta que contiene.",
        "'{}' may be meant.": "Puede que sea «{0}».",
        "Put the manifest there under the name manifest.xml.": "Ponga ahí el manifiesto, con el nombre manifest.xml.",
        "One lies deeper, in '{}'.": "Hay uno más adentro, en «{0}».",
        "Move all that is in '{}' up, so that manifest.xml lies straight in the bundle's folder.":
            "Saque todo lo que hay en «{0}», de modo que manifest.xml quede directamente en la carpeta del paquete.",
        "Rename '{}' to manifest.xml.": "Cambie el nombre de «{0}» a manifest.xml.",
        "If Windows hides endings, you see it as manifest.xml: rename it to manifest.":
            "Si Windows oculta las extensiones, usted lo ve como manifest.xml: cámbielo a manifest.",
        "If Windows hides endings, you see it as manifest.xml: choose View, Show, File name extensions in the folder's window, and take the .txt off its end.":
            "Si Windows oculta las extensiones, usted lo ve como manifest.xml: en la ventana de la carpeta elija Ver, "
            + "Mostrar, Extensiones de nombre de archivo, y quite el .txt del final.",
    ],
    .manifestSeveral: [
        "Beside '{}' lies '{}', perhaps a second version of it.":
            "Junto a «{0}» está «{1}», que parece otra versión.",
        "Keep the right one under the name manifest.xml, and take the other away.":
            "Deje el correcto con el nombre manifest.xml y quite el otro.",
    ],
    .manifestNotASubmission: [
        "The manifest is a '{}', not a 'submission'.": "El manifiesto es un «{0}», no un «submission».",
        "Begin it with <submission xmlns=\"urn:assay:1\" rubric=\"…\">.":
            "Debe empezar con <submission xmlns=\"urn:assay:1\" rubric=\"…\">.",
    ],
    .fileNotPlain: [
        "'{}' in the archive is {:}; only plain files are taken.":
            "«{0}», en el archivo comprimido, es {1}; solo se admiten archivos comunes.",
        "'{}' {:}; only plain files are taken.": "«{0}» {1}; solo se admiten archivos comunes.",
        "Put a copy of the file itself in its place, and pack it anew.":
            "Ponga en su lugar una copia del archivo mismo, y comprima de nuevo.",
        "Put a copy of the file itself in its place.": "Ponga en su lugar una copia del archivo mismo.",
        "Drop a copy of the archive.": "Entregue una copia del archivo comprimido.",
    ],
    .fileAmbiguousName: [
        "'{}' and '{}' differ only in letter case or in how an accent is stored; on other machines they are one file.":
            "«{0}» y «{1}» difieren solo en mayúsculas o en cómo se guarda un acento; en otras computadoras son el "
            + "mismo archivo.",
        "Give one of them another name.": "Dé otro nombre a uno de los dos.",
    ],
    .fileUnlisted: [
        "'{}' isn't taken as evidence: it is kept, and no reviewer sees it.":
            "«{0}» no se toma como evidencia: se guarda, y nadie que evalúa lo ve.",
        "If it is evidence, put it straight into the folder of its kind ({}), under a name that doesn't begin with "
            + "'_', and drop the bundle again.":
            "Si es evidencia, póngalo directamente en la carpeta de su tipo ({0}), con un nombre que no empiece con "
            + "«_», y entregue el paquete otra vez.",
        "'{}' isn't named in the manifest: it is kept, and no reviewer sees it.":
            "«{0}» no se nombra en el manifiesto: se guarda, y nadie que evalúa lo ve.",
        "If it is evidence, name it in the manifest and drop the bundle again.":
            "Si es evidencia, nómbrelo en el manifiesto y entregue el paquete otra vez.",
    ],
    .folderUnknown: [
        "There is a folder '{}' with {:} that this rubric doesn't know.":
            "Hay una carpeta «{0}» con {1} que esta rúbrica no conoce.",
        "Did you mean '{}'?": "¿Quiso decir «{0}»?",
        "Move the files into the folder '{}'.": "Mueva los archivos a la carpeta «{0}».",
        "Rename it to '{}'.": "Cámbiele el nombre a «{0}».",
        "Give it one of these names, if it holds evidence: {}.":
            "Si contiene evidencia, dele uno de estos nombres: {0}.",
    ],
    .fileTemporary: [
        "'{}' is a temporary or lock file of another program; it was not taken as evidence.":
            "«{0}» es un archivo temporal o de bloqueo de otro programa; no se tomó como evidencia.",
        "Close the program that left it, or remove the file.": "Cierre el programa que lo dejó, o borre el archivo.",
    ],
]
