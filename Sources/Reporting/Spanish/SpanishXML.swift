import Assessment

/// What is said of a manifest's form, in Spanish.
let spanishXML: [FindingCode: Phrasebook.Texts] = [
    .xmlEncoding: [
        "The document says it is XML {}; only XML 1.0 is read.":
            "El documento dice que es XML {0}; solo se lee XML 1.0.",
        "Write version=\"1.0\" in the first line.": "Escriba version=\"1.0\" en la primera línea.",
        "The document says it is in UTF-16, but it isn't.": "El documento dice que está en UTF-16, y no lo está.",
        "The document says it is in ASCII, but holds other characters.":
            "El documento dice que está en ASCII, pero contiene otros signos.",
        "The document says its encoding is '{}'; only UTF-8 and UTF-16 are read.":
            "El documento dice que su codificación es «{0}»; solo se leen UTF-8 y UTF-16.",
        "Write encoding=\"UTF-8\" in the first line.": "Escriba encoding=\"UTF-8\" en la primera línea.",
        "Write encoding=\"UTF-8\" in the first line and save the document in UTF-8.":
            "Escriba encoding=\"UTF-8\" en la primera línea y guarde el documento en UTF-8.",
        "The file {:}, not XML text.": "El archivo {0}, no texto XML.",
        "The UTF-16 text is damaged here.": "El texto en UTF-16 está dañado aquí.",
        "Save the document again, in UTF-8.": "Guarde el documento otra vez, en UTF-8.",
        "The file holds a zero byte here: it is not XML text.": "El archivo tiene aquí un byte nulo: no es texto XML.",
        "Save the document as plain XML text in UTF-8.": "Guarde el documento como texto XML simple, en UTF-8.",
        "The character here is not in UTF-8 (its byte is {}).": "El signo de aquí no está en UTF-8 (su byte es {0}).",
        "Save the document with the encoding UTF-8; in Notepad: File, Save As, and UTF-8 at Encoding.":
            "Guarde el documento con la codificación UTF-8; en el Bloc de notas: Archivo, Guardar como, y UTF-8 en "
            + "Codificación.",
    ],
    .xmlDoctype: [
        "A DOCTYPE isn't allowed.": "No se admite un DOCTYPE.",
        "Take the <!DOCTYPE …> out; nothing needs to stand in its place.":
            "Quite el <!DOCTYPE …>; no hace falta poner nada en su lugar.",
    ],
    .xmlTooLarge: [
        "The manifest has more than {} bytes.": "El manifiesto tiene más de {0} bytes.",
        "Keep long texts in files of their own.": "Guarde los textos largos en archivos aparte.",
        "The document has {} bytes; at most {} are read.": "El documento tiene {0} bytes; se leen {1} como máximo.",
        "Shorten it: long texts belong in files of their own.": "Acórtelo: los textos largos van en archivos aparte.",
        "Elements nest more than {} deep here.": "Aquí hay más de {0} elementos uno dentro de otro.",
        "The tag that begins here has more than {} bytes.": "La etiqueta que empieza aquí tiene más de {0} bytes.",
        "Shorten it; look for a quotation mark that is missing.": "Acórtela; vea si falta una comilla.",
        "The element here has more than {} attributes.": "El elemento de aquí tiene más de {0} atributos.",
        "The document has more than {} elements.": "El documento tiene más de {0} elementos.",
        "Shorten it.": "Acórtelo.",
    ],
    .xmlUnjudged: [
        "The document could not be judged.": "El documento no se pudo revisar.",
        "Try again; if it stays so, report it as a fault of the program.":
            "Inténtelo otra vez; si sigue igual, avise de que es una falla del programa.",
    ],
    .xmlNotWellFormed: spanishIllFormed,
    .xmlInvalid: spanishInvalid,
    .idDeviceName: [
        "'{}' is a name that Windows keeps for a device; no file or folder can bear it.":
            "«{0}» es un nombre que Windows reserva para un aparato; ningún archivo ni carpeta puede llevarlo.",
        "Choose another {}.": "Elija otro «{0}».",
    ],
    .dateInvalid: [
        "'{}' is no day of the calendar.": "«{0}» no es un día del calendario.",
        "Write year, month and day as in 2026-11-02.": "Escriba año, mes y día como en 2026-11-02.",
    ],
    .emailInvalid: [
        "'{}' is no e-mail address.": "«{0}» no es una dirección de correo electrónico.",
        "Write it as in anunez@district.example.": "Escríbala como en anunez@district.example.",
    ],
]

private let spanishIllFormed: Phrasebook.Texts = [
    "The file is empty.": "El archivo está vacío.",
    "Save the document again, or send it anew.": "Guarde el documento otra vez, o envíelo de nuevo.",
    "The file stops in the middle of a character.": "El archivo termina en medio de un signo.",
    "From here on the file holds only zero bytes, as of a copy that didn't finish.":
        "Desde aquí el archivo solo tiene bytes nulos, como de una copia que no terminó.",
    "Send the whole file.": "Envíe el archivo completo.",
    "A < that belongs to the text is written &lt;.": "Un < que es parte del texto se escribe &lt;.",
    "The attribute '{}' is written twice in this tag.": "El atributo «{0}» está dos veces en esta etiqueta.",
    "Keep one of them.": "Deje uno de los dos.",
    "The attribute '{}' has no value.": "El atributo «{0}» no tiene valor.",
    "Write {}=\"…\".": "Escriba {0}=\"…\".",
    "The value of the attribute isn't in straight quotation marks.":
        "El valor del atributo no está entre comillas rectas.",
    "Write name=\"value\" with \" before and after the value.":
        "Escriba nombre=\"valor\", con \" antes y después del valor.",
    "Write {}, with \" before and after the value.": "Escriba {0}, con \" antes y después del valor.",
    "The value of the attribute doesn't end.": "El valor del atributo no termina.",
    "Put a \" after the value.": "Ponga \" después del valor.",
    "A \" stands inside the value of '{}', and ends it there.":
        "Hay una \" dentro del valor de «{0}», que termina ahí.",
    "Write ' instead of each \" inside the value.": "Dentro del valor escriba ' en lugar de cada \".",
    "This tag can't be read from here on.": "Desde aquí no se puede leer esta etiqueta.",
    "Put a space between attributes and write each as name=\"value\".":
        "Ponga un espacio entre los atributos y escriba cada uno como nombre=\"valor\".",
    "The tag doesn't end: a > is missing.": "La etiqueta no termina: falta un >.",
    "Write > where the tag ends.": "Escriba > donde termina la etiqueta.",
    "A character stands here that XML doesn't allow.": "Aquí hay un signo que XML no admite.",
    "Take it out, or type it again.": "Quítelo, o escríbalo otra vez.",
    "A comment doesn't end.": "Un comentario no termina.",
    "Write --> where it ends.": "Escriba --> donde termina.",
    "Two hyphens stand inside a comment.": "Hay dos guiones seguidos dentro de un comentario.",
    "Write one hyphen instead of --.": "Escriba un solo guion en lugar de --.",
    "A text that begins with <![CDATA[ doesn't end.": "Un texto que empieza con <![CDATA[ no termina.",
    "Write ]]> where it ends.": "Escriba ]]> donde termina.",
    "]]> stands alone in the text.": "Hay un ]]> suelto en el texto.",
    "Write ]]&gt; instead.": "Escriba ]]&gt; en su lugar.",
    "A <? doesn't end.": "Un <? no termina.",
    "Write ?> where it ends.": "Escriba ?> donde termina.",
    "The line <?xml …?> stands in the wrong place.": "La línea <?xml …?> no está en su lugar.",
    "It must be the very first thing in the file; take away what is before it.":
        "Debe ser lo primero del archivo; quite lo que está antes.",
    "The first line, <?xml …?>, is not written right.": "La primera línea, <?xml …?>, está mal escrita.",
    "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.": "Escriba <?xml version=\"1.0\" encoding=\"UTF-8\"?>.",
    "The document can't be read here: {}.": "El documento no se puede leer aquí ({0}).",
    "Mend the line, or write it anew.": "Corrija la línea, o escríbala de nuevo.",
    "The document can't be read as XML.": "El documento no se puede leer como XML.",
    "Save it as plain XML text in UTF-8.": "Guárdelo como texto XML simple, en UTF-8.",
    "A < stands inside the value of an attribute.": "Hay un < dentro del valor de un atributo.",
    "Write &lt; instead of <, or close the value with a quotation mark before it.":
        "Escriba &lt; en lugar de <, o cierre antes el valor con una comilla.",
    "The document stops before </{}>; <{}> was begun on line {}.":
        "El documento termina antes de </{0}>; <{1}> empezó en la línea {2}.",
    "Write </{}> where it ends.": "Escriba </{0}> donde termina.",
    "Something follows after the end of the document.": "Hay algo después del final del documento.",
    "Take away what stands after the last end tag.": "Quite lo que está después de la última etiqueta.",
    "This isn't XML: a document begins with a tag.": "Esto no es XML: un documento empieza con una etiqueta.",
    "Put the document's first tag here and nothing before it.":
        "Ponga aquí la primera etiqueta del documento, y nada antes.",
    "A & stands alone.": "Hay un & suelto.",
    "A & is not written right here.": "Aquí hay un & mal escrito.",
    "Write &amp; instead of &.": "Escriba &amp; en lugar de &.",
    "A < stands alone; it begins no tag.": "Hay un < suelto, que no empieza ninguna etiqueta.",
    "Write &lt; instead of <.": "Escriba &lt; en lugar de <.",
    "A name is expected here.": "Aquí se espera un nombre.",
    "Write &lt; for a < and &amp; for a & that belong to the text.":
        "En el texto, escriba &lt; en lugar de < y &amp; en lugar de &.",
    "'{};' means nothing here.": "«{0};» no significa nada aquí.",
    "'{}' begins with a & that stands alone.": "«{0}» empieza con un & suelto.",
    "Write a space.": "Escriba un espacio.",
    "Write &amp; instead of &, or the character itself.": "Escriba &amp; en lugar de &, o el signo mismo.",
    "Expected </{}>, found </{}>; <{}> was begun on line {}.":
        "Se esperaba </{0}> y hay </{1}>; <{2}> empezó en la línea {3}.",
    "Write </{}>, or end the elements in the reverse order of their beginning.":
        "Escriba </{0}>, o cierre los elementos en el orden inverso al que empezaron.",
]

private let spanishInvalid: Phrasebook.Texts = [
    "'{}' has no attribute '{}'.": "A «{0}» le falta el atributo «{1}».",
    "Write {}=\"…\" in it.": "Escriba en él {0}=\"…\".",
    "'{}' is empty.": "«{0}» está vacío.",
    "Write {}=\"…\" with its value.": "Escriba {0}=\"…\" con su valor.",
    "'{}' can't be a {}.": "«{0}» no puede ser un «{1}».",
    "Use {:}.": "Use {0}.",
    "'{}' can't be '{}'.": "«{0}» no puede ser «{1}».",
    "Write {}=\"true\" or {}=\"false\".": "Escriba {0}=\"true\" o {1}=\"false\".",
    "Write release=\"on-file\" or release=\"not-needed\".": "Escriba release=\"on-file\" o release=\"not-needed\".",
    "'{}' has no '{}'.": "A «{0}» le falta «{1}».",
    "Write <{}>…</{}> in it.": "Escriba en él <{0}>…</{1}>.",
    "Write its text between <{}> and </{}>.": "Escriba su texto entre <{0}> y </{1}>.",
    "This document's first element is '{}', not '{}'.": "El primer elemento del documento es «{0}», no «{1}».",
    "The first element of this document isn't '{}'.": "El primer elemento del documento no es «{0}».",
    "Begin the document with <{} xmlns=\"{}\" …>.": "Empiece el documento con <{0} xmlns=\"{1}\" …>.",
    "'{}' is no kind of evidence item.": "«{0}» no es una clase de evidencia.",
    "Write <file>, <link> or <text>.": "Escriba <file>, <link> o <text>.",
    "Write <educator id=\"…\" name=\"…\" email=\"…\" school=\"…\"/> in it.":
        "Escriba en él <educator id=\"…\" name=\"…\" email=\"…\" school=\"…\"/>.",
    "The prefix '{}:' isn't declared.": "El prefijo «{0}:» no está declarado.",
    "Take '{}:' away, or take the whole out.": "Quite «{0}:», o quite todo eso.",
    "A name in this tag is not written right: {}.": "Un nombre de esta etiqueta está mal escrito ({0}).",
    "Use names without a colon; only xmlns=\"{}\" is needed.":
        "Use nombres sin dos puntos; solo hace falta xmlns=\"{0}\".",
    "'{}' isn't known as a document; expected one of: {}.":
        "No se conoce ningún documento «{0}»; se espera uno de estos: {1}.",
    "'{}' is not in the namespace {}.": "«{0}» no está en el espacio de nombres {1}.",
    "Write <{} xmlns=\"{}\" …>.": "Escriba <{0} xmlns=\"{1}\" …>.",
    "Take xmlns=\"…\" or the prefix away from it.": "Quítele xmlns=\"…\" o el prefijo.",
    "The attribute '{}' isn't known in '{}'.": "No se conoce el atributo «{0}» en «{1}».",
    "Take it away, or look for a slip of the pen in its name.": "Quítelo, o vea si su nombre está mal escrito.",
    "The attribute '{}' is missing in '{}'.": "Falta el atributo «{0}» en «{1}».",
    "Write {}=\"…\" into this tag.": "Escriba {0}=\"…\" en esta etiqueta.",
    "'{}' isn't in its place here; expected one of: {}.":
        "«{0}» no está aquí en su lugar; se espera uno de estos: {1}.",
    "'{}' isn't in its place here; expected {|}.": "«{0}» no está aquí en su lugar; se espera {1}.",
    "'{}' isn't in its place here.": "«{0}» no está aquí en su lugar.",
    "Move this line to just above </submission>.": "Mueva esta línea justo arriba de </submission>.",
    "Move this line to just below the <educator …/> line.": "Mueva esta línea justo debajo de la línea <educator …/>.",
    "'{}' isn't complete; expected one of: {}.": "«{0}» no está completo; se espera uno de estos: {1}.",
    "'{}' isn't complete; expected {|}.": "«{0}» no está completo; se espera {1}.",
    "Write {|} before </{}>.": "Escriba {0} antes de </{1}>.",
    "'{}' isn't expected here.": "Aquí no se espera «{0}».",
    "Take it away, or put it where it belongs.": "Quítelo, o póngalo en su lugar.",
    "Write {|} here, and <{}> where it belongs.": "Escriba aquí {0}, y <{1}> en su lugar.",
    "'{}' isn't known here; expected one of: {}.": "Aquí no se conoce «{0}»; se espera uno de estos: {1}.",
    "'{}' isn't known here; expected {|}.": "Aquí no se conoce «{0}»; se espera {1}.",
    "Write {|} instead of <{}>.": "Escriba {0} en lugar de <{1}>.",
    "'{}' may hold no other elements.": "«{0}» no puede contener otros elementos.",
    "Take them out of <{}>.": "Sáquelos de <{0}>.",
    "Text isn't allowed directly in '{}'.": "No se admite texto directamente en «{0}».",
    "Take the text out, or put it into the element that it belongs to.":
        "Quite el texto, o póngalo en el elemento al que pertenece.",
    "{} is used twice; each may stand only once.": "{0} está dos veces; solo puede estar una.",
    "Give one of them another value.": "Dé otro valor a uno de los dos.",
    "{} refers to nothing in this document.": "{0} no se refiere a nada en este documento.",
    "Write a value that is declared in it.": "Escriba un valor que esté declarado en él.",
    "The educator's id isn't filled in.": "Falta el número (id) de la o el docente.",
    "The educator's name isn't filled in.": "Falta el nombre de la o el docente.",
    "The educator's e-mail address isn't filled in.": "Falta el correo electrónico de la o el docente.",
    "The educator's school isn't filled in.": "Falta la escuela de la o el docente.",
    "The {}'s {} isn't filled in.": "En <{0}> falta «{1}».",
    "Write the {}'s {} between the quotation marks of {}=\"\".": "Escríbalo entre las comillas de {2}=\"\".",
    "The value of '{}' is empty.": "El valor de «{0}» está vacío.",
    "'{}' is not a valid value for '{}'.": "«{0}» no es un valor válido para «{1}».",
    "The value of '{}' is too short: at least {} characters are expected.":
        "El valor de «{0}» es demasiado corto: se esperan al menos {1} signos.",
    "Write more.": "Escriba más.",
    "The value of '{}' is too long: at most {:} allowed.":
        "El valor de «{0}» es demasiado largo: se admiten {1} como máximo.",
    "Shorten it.": "Acórtelo.",
    "The value of '{}' can only be '{}'.": "El valor de «{0}» solo puede ser «{1}».",
    "In '{}': {}": "En «{0}»: {1}",
    "Mend that, then save the document again.": "Corríjalo, y guarde el documento otra vez.",
    "Write one of: {}.": "Escriba uno de estos: {0}.",
    "Write {:}.": "Escriba {0}.",
    "Write {}.": "Escriba {0}.",
]
