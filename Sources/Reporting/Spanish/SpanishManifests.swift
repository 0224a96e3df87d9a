import Assessment

/// What is said of a manifest's people, rubric and statement, and of earlier submissions, in Spanish.
let spanishManifests: [FindingCode: Phrasebook.Texts] = [
    .languageUnknown: [
        "No page is written in '{}'; the educator's will be in English.":
            "No hay páginas en «{0}»; las de la o el docente estarán en inglés.",
        "Write {|}.": "Escriba {0}.",
    ],
    .educatorMismatch: [
        "The educator '{}' has an earlier attempt ({}) under another e-mail address.":
            "La o el docente «{0}» tiene un intento anterior ({1}) con otro correo electrónico.",
        "Check the educator's id; if it is right, write the e-mail address of the earlier attempt.":
            "Revise el número (id) de la o el docente; si está bien, escriba el correo del intento anterior.",
    ],
    .educatorDiffers: [
        "This educator's id came in {} with other particulars.":
            "Este número (id) de docente vino en {0} con otros datos.",
        "The e-mail address was another one.": "El correo electrónico era otro.",
        "The name was another one.": "El nombre era otro.",
        "The school was another one.": "La escuela era otra.",
        "If it isn't the same person, have this submission withdrawn, and drop the bundle again with the right id.":
            "Si no es la misma persona, pida que se retire esta entrega y entréguela de nuevo con el número (id) correcto.",
    ],
    .schoolUnknown: [
        "The program has no school '{}'.": "El programa no tiene ninguna escuela «{0}».",
        "Write '{}': upper and lower case count.": "Escriba «{0}»: las mayúsculas y minúsculas cuentan.",
        "Write '{}', the school's short word.": "Escriba «{0}», la palabra corta de la escuela.",
        "Ask the program office: no school is declared yet.":
            "Pregunte en la oficina del programa: aún no hay ninguna escuela declarada.",
        "Write one of: {}.": "Escriba una de estas: {0}.",
        "If the school is missing, ask the program office.":
            "Si falta la escuela, pregunte en la oficina del programa.",
        "Declare the school in program.xml.": "Declare la escuela en program.xml.",
        "Write the id of a school in program.xml ({}), or declare it there.":
            "Escriba el id de una escuela de program.xml ({0}), o declárela ahí.",
    ],
    .cohortUnknown: [
        "The program has no cohort '{}'.": "El programa no tiene ningún grupo «{0}».",
        "Write the id of a <cohort> in program.xml, or leave the cohort out.":
            "Escriba el id de un <cohort> de program.xml, u omita el grupo.",
    ],
    .rubricUnknownVersion: [
        "The rubric '{}' has no version '{}'.": "La rúbrica «{0}» no tiene la versión «{1}».",
        "Write version=\"{}\", or no version.": "Escriba version=\"{0}\", o ninguna versión.",
    ],
    .rubricUnknown: [
        "There is no active rubric '{}' in version '{}'.": "No hay una rúbrica activa «{0}» en la versión «{1}».",
        "There is no active rubric '{}'.": "No hay una rúbrica activa «{0}».",
        "Write one of: {}.": "Escriba una de estas: {0}.",
        "Ask the district which rubrics are active.": "Pregunte al distrito qué rúbricas están activas.",
    ],
    .rubricNotOffered: [
        "The rubric '{}' {} is {:}: nothing new is accepted under it.":
            "La rúbrica «{0}» {1} está {2}: no se acepta nada nuevo con ella.",
        "Write version=\"{}\", or no version.": "Escriba version=\"{0}\", o ninguna versión.",
        "It isn't offered yet; ask the district when it will be.":
            "Todavía no se ofrece; pregunte al distrito cuándo se ofrecerá.",
        "Ask the district which rubric took its place.": "Pregunte al distrito qué rúbrica la sustituye.",
    ],
    .rubricNewerVersion: [
        "The attempt before was under version {}, which is retired; this one is taken under {}, and nothing is "
            + "carried over.":
            "El intento anterior fue con la versión {0}, que ya no se ofrece; este se toma con la {1}, y no se "
            + "conserva nada de aquel.",
        "The attempt before was under version {}; this one is taken under {}, and nothing is carried over.":
            "El intento anterior fue con la versión {0}; este se toma con la {1}, y no se conserva nada de aquel.",
        "Write version=\"{}\" to keep the levels that were met: it is still offered.":
            "Escriba version=\"{0}\" para conservar los niveles que se cumplieron: todavía se ofrece.",
        "Otherwise check that the evidence fits version {}.":
            "Si no, revise que la evidencia corresponda a la versión {0}.",
        "Check that the evidence fits version {}.": "Revise que la evidencia corresponda a la versión {0}.",
    ],
    .statementMissing: [
        "The educator's statement that this is her or his own work is missing.":
            "Falta la declaración de la o el docente de que es su propio trabajo.",
        "Write <statement kind=\"own-work\" agreed=\"true\" date=\"…\"/> when the educator agrees to it.":
            "Escriba <statement kind=\"own-work\" agreed=\"true\" date=\"…\"/> cuando la o el docente la acepte.",
    ],
    .statementNotAgreed: [
        "The statement '{}' isn't agreed to.": "La declaración «{0}» no está aceptada.",
        "Write agreed=\"true\" when the educator agrees to it.":
            "Escriba agreed=\"true\" cuando la o el docente la acepte.",
    ],
    .rule: [
        "This is a rule of the rubric '{}': change the bundle so that it holds.":
            "Es una regla de la rúbrica «{0}»: cambie el paquete para que se cumpla.",
        "This is a rule of the rubric '{}' that only warns. It is taken all the same.":
            "Es una regla de la rúbrica «{0}» que solo advierte. El paquete se acepta de todos modos.",
    ],
    .ruleUnjudged: [
        "The rubric's rule '{}' couldn't be judged on this bundle: {}":
            "La regla «{0}» de la rúbrica no se pudo aplicar a este paquete ({1})",
        "Tell the district's rubric author; the bundle itself may be right.":
            "Avise a quien escribe las rúbricas en el distrito; el paquete puede estar bien.",
    ],
    .submissionOpen: [
        "{} of the same educator for the same micro-credential is still under review.":
            "{0}, de la misma persona y para la misma microcredencial, todavía está en revisión.",
        "Wait for its decision; then drop this one again.": "Espere la decisión; después entregue este otra vez.",
    ],
    .submissionAlreadyEarned: [
        "This micro-credential was earned already, with {}, and is valid until the end of {}.":
            "Esta microcredencial ya se obtuvo, con {0}, y es válida hasta el final del {1}.",
        "This micro-credential was earned already, with {}.": "Esta microcredencial ya se obtuvo, con {0}.",
        "Nothing more is needed.": "No hace falta nada más.",
        "Nothing is needed until then; from the next day on a renewal is taken, as a first attempt.":
            "Hasta entonces no hace falta nada; desde el día siguiente se acepta una renovación, como primer intento.",
    ],
    .resubmissionUnknown: [
        "The bundle says that it resubmits '{}', but this educator has no such submission under this rubric.":
            "El paquete dice que es un nuevo intento de «{0}», pero la o el docente no tiene esa entrega con esta "
            + "rúbrica.",
        "The bundle says that it resubmits '{}', but it would renew what was earned with {} and is valid no more: a "
            + "renewal begins with a first attempt.":
            "El paquete dice que es un nuevo intento de «{0}», pero renovaría lo que se obtuvo con {1} y ya no es "
            + "válido: una renovación empieza con un primer intento.",
        "Take the <resubmission> element out.": "Quite el elemento <resubmission>.",
        "Take the <resubmission> element out, or correct the number.":
            "Quite el elemento <resubmission>, o corrija el número.",
        "Write <resubmission of=\"{}\">.": "Escriba <resubmission of=\"{0}\">.",
    ],
    .resubmissionNotLatest: [
        "The bundle says that it resubmits '{}'; the latest attempt is {}.":
            "El paquete dice que es un nuevo intento de «{0}»; el último intento es {1}.",
        "Write <resubmission of=\"{}\">.": "Escriba <resubmission of=\"{0}\">.",
    ],
    .resubmissionImplied: [
        "The bundle doesn't say so, but it is taken as a resubmission of {}.":
            "El paquete no lo dice, pero se toma como un nuevo intento de {0}.",
        "Next time, name it: <resubmission of=\"{}\"/>.":
            "La próxima vez, nombre la entrega anterior: <resubmission of=\"{0}\"/>.",
    ],
    .resubmissionUnchanged: [
        "The evidence of every criterion that fell short in {} is the same as before ({}); the reviewers will see nothing new.":
            "La evidencia de cada criterio que no se cumplió en {0} es la misma que antes ({1}); quienes evalúan no "
            + "verán nada nuevo.",
        "If new evidence was meant to be sent, have this attempt withdrawn, and drop the bundle again with it.":
            "Si quería enviar evidencia nueva, pida que se retire este intento y entregue el paquete otra vez con ella.",
    ],
    .resubmissionTooMany: [
        "This would be attempt {}; the rubric allows {}.": "Sería el intento {0}; la rúbrica permite {1}.",
        "Talk with a coach or the district about what comes next.":
            "Hable con su tutor o con el distrito sobre cómo seguir.",
    ],
    .resubmissionNothingNew: [
        "Every criterion was met before and its evidence is unchanged: there is nothing left to review.":
            "Todos los criterios ya se cumplieron y su evidencia no cambió: no queda nada que revisar.",
        "Change the evidence that the last feedback speaks of.":
            "Cambie la evidencia de la que hablan los últimos comentarios.",
    ],
    .prerequisiteMissing: [
        "The rubric expects '{}' to be earned first; this workspace knows no such decision.":
            "La rúbrica pide que antes se obtenga «{0}»; aquí no consta esa decisión.",
        "Check that it was earned elsewhere.": "Revise que se haya obtenido en otra parte.",
    ],
    .evidenceUnscorable: [
        "A reviewer couldn't use 'the {} text' ({}): {}":
            "Una persona evaluadora no pudo usar el texto «{0}». Su razón: {2}",
        "A reviewer couldn't use '{}' ({}): {}": "Una persona evaluadora no pudo usar «{0}» ({1}). Su razón: {2}",
        "Mend this item and drop the bundle again; no attempt is used up.":
            "Corrija esta pieza y entregue el paquete otra vez; no se gasta ningún intento.",
    ],
]
