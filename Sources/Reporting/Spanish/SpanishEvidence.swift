import Assessment

/// What is said of the evidence, in Spanish.
let spanishEvidence: [FindingCode: Phrasebook.Texts] = [
    .pathRefused: [
        "The path '{}' can't be used: {:}.": "La ruta «{0}» no se puede usar: {1}.",
        "Write the file's place below the folder of manifest.xml, as in plans/exit-ticket.pdf.":
            "Escriba dónde está el archivo a partir de la carpeta de manifest.xml, como en plans/exit-ticket.pdf.",
        "Rename the file, and drop the bundle again.": "Cambie el nombre del archivo y entregue el paquete otra vez.",
    ],
    .pathListedTwice: [
        "The path '{}' is listed in line {} already.": "La ruta «{0}» ya está en la línea {1}.",
        "The path '{}' differs only in letter case from '{}' in line {}.":
            "La ruta «{0}» difiere solo en mayúsculas de «{1}», en la línea {2}.",
        "List each file once; give files names that differ in more than upper and lower case.":
            "Nombre cada archivo una sola vez; los nombres deben diferir en algo más que las mayúsculas.",
    ],
    .pathManifest: [
        "The manifest itself can't be evidence.": "El manifiesto mismo no puede ser evidencia.",
        "Remove this line, or list the file that was meant.": "Quite esta línea, o nombre el archivo correcto.",
    ],
    .sha256Invalid: [
        "'{}' is no SHA-256 digest.": "«{0}» no es un resumen SHA-256.",
        "Write its 64 characters, 0 to 9 and a to f, or leave 'sha256' out.":
            "Escriba sus 64 signos, de 0 a 9 y de a hasta f, u omita «sha256».",
    ],
    .evidenceNoText: [
        "'{}' can't be read as a text.": "«{0}» no se puede leer como texto.",
        "Save it as .docx, .odt, .txt or .md; at most 1 MB of text is taken.":
            "Guárdelo como .docx, .odt, .txt o .md; se admite 1 MB de texto como máximo.",
    ],
    .evidenceNoLink: [
        "No link can be read from '{}'.": "No se puede leer ningún enlace en «{0}».",
        "Put a .txt there with a link in each line, as in https://video.district.example/v/1 9:30.":
            "Ponga ahí un .txt con un enlace en cada línea, como en https://video.district.example/v/1 9:30.",
    ],
    .releaseInvalid: [
        "The first line of '{}' is '{}'.": "La primera línea de «{0}» es «{1}».",
        "Write on-file there when the signed releases are on file, or not-needed when nobody can be recognized.":
            "Escriba ahí on-file si las autorizaciones firmadas están archivadas, o not-needed si no se reconoce a "
            + "nadie.",
    ],
    .evidenceUnknownKind: [
        "The rubric asks for no evidence of the kind '{}'.": "La rúbrica no pide evidencia del tipo «{0}».",
        "Remove it from the manifest.": "Quítela del manifiesto.",
        "Write one of these kinds: {}.": "Escriba uno de estos tipos: {0}.",
    ],
    .evidenceForm: [
        "'{}' is given as a {:}, and a {:} is asked for.": "«{0}» se da como {1}, y se pide como {2}.",
        "Write it as <{} kind=\"{}\" …>.": "Escríbalo como <{0} kind=\"{1}\" …>.",
    ],
    .evidenceTooFew: [
        "{} '{}' {:} asked for, {:}.": "De «{1}» se pide: {0} {2}; {3}.",
        "Add {} more {} {:} to the evidence.": "Agregue a la evidencia, de «{1}»: {0} {2} más.",
        "Add {} {} {:} to the evidence.": "Agregue a la evidencia, de «{1}»: {0} {2}.",
        "Put what is missing into the folder of that name, beside the manifest.":
            "Ponga lo que falta en la carpeta de ese nombre, junto al manifiesto.",
    ],
    .evidenceTooMany: [
        "At most {} '{}' {:} may be given, {:}.": "De «{1}» se admite como máximo: {0} {2}; {3}.",
        "Remove {} {} {:} from the evidence.": "Quite de la evidencia, de «{1}»: {0} {2}.",
        "Take what is too much out of the folder of that name; in it are {} and {} more.":
            "Saque lo que sobra de la carpeta de ese nombre; en ella están {0} y {1} más.",
        "Take what is too much out of the folder of that name; in it are {}.":
            "Saque lo que sobra de la carpeta de ese nombre; en ella están {0}.",
        "Take what is too much out of the folder of that name.": "Saque lo que sobra de la carpeta de ese nombre.",
    ],
    .evidenceNoRelease: [
        "{:} doesn't say whether a release is on file.": "Falta decir si hay una autorización archivada para {0}.",
        "Write release=\"on-file\" in it when the signed release is on file, or release=\"not-needed\" when nobody "
            + "can be recognized.":
            "Escriba en su línea release=\"on-file\" si la autorización firmada está archivada, o "
            + "release=\"not-needed\" si no se reconoce a nadie.",
        "Put a release.txt beside it whose first line is on-file when the signed release is on file, or not-needed "
            + "when nobody can be recognized.":
            "Ponga al lado un release.txt cuya primera línea sea on-file si la autorización firmada está archivada, "
            + "o not-needed si no se reconoce a nadie.",
    ],
    .evidenceMissing: [
        "The file '{}' is named in the manifest but isn't in the bundle.":
            "El archivo «{0}» se nombra en el manifiesto, pero no está en el paquete.",
        "Add the file, or correct its path in the manifest.":
            "Agregue el archivo, o corrija su ruta en el manifiesto.",
    ],
    .evidenceWrongSize: [
        "'{}' has {} bytes; the manifest says {}.": "«{0}» tiene {1} bytes; el manifiesto dice {2}.",
        "Copy the file again, or correct the size in the manifest.":
            "Copie el archivo otra vez, o corrija el tamaño en el manifiesto.",
    ],
    .evidenceWrongDigest: [
        "'{}' isn't the file that the manifest means: its SHA-256 is {}, and {} is given.":
            "«{0}» no es el archivo que dice el manifiesto: su SHA-256 es {1}, y se da {2}.",
        "Copy the file again, or correct the digest in the manifest.":
            "Copie el archivo otra vez, o corrija el resumen en el manifiesto.",
    ],
    .evidenceFolder: [
        "'{}' is a folder, not a file.": "«{0}» es una carpeta, no un archivo.",
        "Name one of the files in it.": "Nombre uno de los archivos que contiene.",
    ],
    .evidenceTemporary: [
        "'{}' has the name of a temporary or lock file, which is never evidence.":
            "«{0}» tiene el nombre de un archivo temporal o de bloqueo, que nunca es evidencia.",
        "Name the finished file, or give it another name.": "Nombre el archivo terminado, o dele otro nombre.",
    ],
    .evidenceMedia: [
        "{:} is {:} by its content.": "Por su contenido, {0} es {1}.",
        "{:} is {} by its content.": "Por su contenido, {0} es del tipo {1}.",
        "Save or export it as {:}; changing the name alone doesn't help.":
            "Guárdelo o expórtelo como {0}; cambiar solo el nombre no sirve.",
        "Save or export it as {|}; changing the name alone doesn't help.":
            "Guárdelo o expórtelo como {0}; cambiar solo el nombre no sirve.",
    ],
    .evidenceTooLarge: [
        "{:} has {:}, and {:} at most may be.": "{0} tiene {1}, y se admiten {2} como máximo.",
        "Make it smaller, for example with smaller pictures or as several files.":
            "Hágalo más pequeño, por ejemplo con imágenes más pequeñas o en varios archivos.",
    ],
    .evidenceTooFewWords: [
        "{:} has {:}; at least {:} asked for.": "{0} tiene {1}; se piden al menos {2}.",
        "Write at least {:}.": "Escriba al menos {0}.",
    ],
    .evidenceTooManyWords: [
        "{:} has {:}; at most {:} allowed.": "{0} tiene {1}; se admiten {2} como máximo.",
        "Shorten it by {:}.": "Acórtelo en {0}.",
    ],
    .evidenceWordsUnknown: [
        "The words in {:} can't be counted.": "No se pueden contar las palabras: {0} no se deja leer como texto.",
        "Nothing needs to be done; the reviewer will see whether it is long enough.":
            "No hay que hacer nada; quien evalúa verá si es suficiente.",
    ],
    .linkRefused: [
        "The link '{}' can't be used: {:}.": "El enlace «{0}» no se puede usar: {1}.",
        "Copy the address from the browser's address line; it begins with https://.":
            "Copie la dirección de la barra del navegador; empieza con https://.",
        "Remove what stands between :// and '@', and the '@'.": "Quite lo que está entre :// y «@», y también la «@».",
        "Remove ':' and the number after the site's name.": "Quite «:» y el número que siguen al nombre del sitio.",
        "Write the site's name.": "Escriba el nombre del sitio.",
        "Write the site's name, as in video.district.example.":
            "Escriba el nombre del sitio, como en video.district.example.",
    ],
    .linkHost: [
        "Links to '{}' aren't accepted for '{}'.": "Para «{1}» no se admiten enlaces a «{0}».",
        "Links to '{}' aren't accepted for '{}': '*.{}' means names below {}, such as www.{}, and not {} itself.":
            "Para «{1}» no se admiten enlaces a «{0}»: «*.{2}» vale para los nombres que terminan en .{3}, como www.{4}, "
            + "y no para {5} mismo.",
        "Put it on one of these: {}, or have the district write hosts=\"{} *.{}\" into the rubric, if {} itself is meant as well.":
            "Póngalo en uno de estos sitios: {0}; o, si también vale {3} mismo, pida al distrito que escriba "
            + "hosts=\"{1} *.{2}\" en la rúbrica.",
        "Put it on one of these: {}.": "Póngalo en uno de estos sitios: {0}.",
    ],
    .linkNoDuration: [
        "The '{}' link doesn't say how long it is.": "Del enlace «{0}» no se dice cuánto dura.",
        "Write duration=\"…\" in it, as in PT9M30S for 9 minutes 30 seconds; {:}.":
            "Escriba en su línea duration=\"…\", como en PT9M30S para 9 minutos 30 segundos; {0}.",
        "Write a .txt with the link and its duration instead of it, as in https://video.district.example/v/1 9:30, "
            + "and delete the .{}.":
            "Escriba en su lugar un .txt con el enlace y su duración, como en https://video.district.example/v/1 "
            + "9:30, y borre el .{0}.",
        "Write the duration after the link, as in 9:30.": "Escriba la duración después del enlace, como en 9:30.",
    ],
    .linkTooShort: [
        "The '{}' link is {:} long; {:} is asked for.": "El enlace «{0}» dura {1}; se pide {2}.",
        "Give a longer one.": "Dé uno más largo.",
    ],
    .linkTooLong: [
        "The '{}' link is {:} long; {:} is asked for.": "El enlace «{0}» dura {1}; se pide {2}.",
        "Cut it, or give a shorter one.": "Recórtelo, o dé uno más corto.",
    ],
    .durationInvalid: [
        "'{}' after the link '{}' is no duration.": "«{0}», después del enlace «{1}», no es una duración.",
        "Write minutes and seconds after the link, as in 9:30.":
            "Escriba minutos y segundos después del enlace, como en 9:30.",
        "'{}' is no duration.": "«{0}» no es una duración.",
        "Write it as in PT5S (5 seconds), PT9M30S (9 minutes 30 seconds), PT1H, P10D or P3Y.":
            "Escríbala como en PT5S (5 segundos), PT9M30S (9 minutos 30 segundos), PT1H, P10D o P3Y.",
    ],
]
