import Assessment

extension Language {
    /// For educators' receipts and feedback; what staff and reviewers open stays in English.
    static let spanish = Language(
        code: "es", common: spanishCommon, receipt: spanishReceipt, feedback: spanishFeedback, staff: .english)
}

private let spanishCommon = CommonTexts(
    time: { instant in
        let months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ]
        let text = instant.text
        guard let date = CivilDate(String(text.prefix(10))) else { return text }
        let (year, month, day) = date.parts
        return "\(day) de \(months[Int(month) - 1]) de \(year), \(text.dropFirst(11).prefix(5)) UTC"
    },
    line: { "línea \($0)" },
    column: { "columna \($0)" },
    words: { $0 == 1 ? "1 palabra" : "\($0) palabras" },
    writtenText: "texto",
    release: { $0 == "on-file" ? "autorización archivada" : "no requiere autorización" },
    and: "y",
    findingNames: spanishNames,
    phrasebook: spanishPhrasebook)

private let spanishReceipt = ReceiptTexts(
    labels: ReceiptTexts.Labels(
        bundle: "Entregado como", submission: "Número de entrega", firstBundle: "Entregado antes como",
        educator: "Docente", rubric: "Rúbrica", attempt: "Intento", carried: "Conservado del intento anterior",
        time: "Fecha y hora", whatToDo: "Qué hacer:", whatYouCanDo: "Qué puede hacer:", notes: "Conviene saber",
        next: "Qué sigue", evidence: "Evidencia recibida", item: "Pieza", kind: "Tipo", what: "Qué es",
        measured: "Medida"),
    footer: "Escrito por Assay. Los mismos datos, para programas, están en receipt.xml, en esta carpeta.",
    heading: { receipt in
        switch receipt.state {
        case .accepted: "Aceptado para revisión"
        case .returned:
            switch receipt.hindrance {
            case .earned: "Devuelto: ya está obtenida"
            case .underReview: "Devuelto: una entrega anterior sigue en revisión"
            case nil: "Devuelto: corríjalo y entréguelo de nuevo"
            }
        case .duplicate: "Ya recibido"
        case .incomplete: "En espera: una pieza no se puede evaluar"
        }
    },
    opening: { receipt in
        switch receipt.state {
        case .accepted:
            "Está todo lo que pide la rúbrica. Su número de entrega es \(receipt.submission ?? "el de abajo")."
        case .returned:
            "Este paquete no fue aceptado, y no se gastó ningún intento. Nada en él se cambió: "
                + "está completo en esta carpeta, tal como se entregó."
        case .duplicate:
            "El mismo contenido, hasta el último byte, ya fue aceptado como \(receipt.submission ?? "otra entrega")"
                + (receipt.firstBundle.map { ", entregado como «\($0)»" } ?? "")
                + ". Se lee una sola vez; esta copia está en esta carpeta, sin cambios."
        case .incomplete:
            "Una persona evaluadora no pudo abrir o usar una pieza de esta entrega, y la revisión se detuvo. "
                + "No se gasta ningún intento, y los niveles que ya se dieron se mantienen."
        }
    },
    faults: { receipt, count in
        switch (receipt.state, count) {
        case (.incomplete, _): "Lo que no se pudo evaluar"
        case _ where receipt.hindrance != nil: "Por qué se devuelve"
        case (_, 1): "Lo único que hay que corregir"
        default: "Las \(count) cosas que hay que corregir"
        }
    },
    steps: { receipt in
        switch receipt.state {
        case .returned where receipt.hindrance == .earned:
            [
                "No hay nada que corregir, ni que enviar mientras sea válida: esta microcredencial ya se obtuvo.",
                "La decisión está en Outbox/Decisions, en la carpeta con el número de la entrega que la obtuvo.",
                "Esta carpeta se puede borrar cuando la o el docente tenga lo que contiene.",
            ]
        case .returned where receipt.hindrance == .underReview:
            [
                "No hay nada que corregir. Deje esta carpeta donde está hasta que se decida la entrega anterior; "
                    + "Outbox/index.html muestra cómo va.",
                "Si la decisión es «todavía no obtenida», mueva la carpeta de nuevo a Inbox: se toma como el siguiente "
                    + "intento. Los recibos pueden quedarse en ella; no se toman en cuenta.",
                "Si para entonces la microcredencial ya se obtuvo, la carpeta se puede borrar.",
                "Si este paquete debe reemplazar al anterior, pida primero que se retire aquel (assay withdraw).",
            ]
        case .accepted:
            [
                "El trabajo pasa a las personas que lo evalúan; aquí no hay nada más que hacer.",
                "La decisión estará en Outbox/Decisions, en una carpeta con el número de la entrega.",
                "Outbox/index.html muestra cómo va.",
            ]
        case .returned:
            (receipt.mustWait
                ? [
                    "Una entrega anterior sigue en evaluación: espere a que se decida, como lo muestra Outbox/index.html. Si "
                        + "entonces este paquete todavía hace falta:"
                ] : [])
                + (receipt.isOfArchive
                    ? [
                        "Descomprima el archivo comprimido que está en esta carpeta, y corrija en lo que contenía todo lo "
                            + "que dice la lista de arriba. Si no se puede descomprimir, hágalo de nuevo con los archivos originales.",
                        "Mueva la carpeta de nuevo a Inbox: es un nuevo intento de entrega. "
                            + "El archivo comprimido y los recibos pueden quedarse al lado.",
                        "Outbox/index.html muestra qué pasó con ella.",
                    ]
                    : [
                        "Corrija en esta carpeta todo lo que dice la lista de arriba. "
                            + "Lo que toca al manifiesto se cambia en manifest.xml.",
                        "Mueva la carpeta de nuevo a Inbox: es un nuevo intento de entrega. "
                            + "Los recibos pueden quedarse en ella; no se toman en cuenta.",
                        "Outbox/index.html muestra qué pasó con ella.",
                    ])
        case .duplicate:
            [
                "Si era una segunda copia del mismo trabajo, no hay nada que hacer; la carpeta se puede borrar.",
                "Si se quería entregar otra cosa, ponga los archivos correctos y mueva la carpeta de nuevo a Inbox.",
                "Outbox/index.html muestra cómo va la primera.",
            ]
        case .incomplete:
            [
                "Diga a la o el docente de qué pieza se trata y por qué; la razón de arriba es de quien evalúa.",
                "Si la pieza ya funciona, como un enlace que ahora abre, entregue de nuevo el mismo paquete en Inbox.",
                "Si no, ponga una copia buena en su lugar y entregue el paquete completo en Inbox.",
                "La revisión sigue donde se detuvo, con el mismo intento.",
            ]
        }
    })

private let spanishFeedback = FeedbackTexts(
    labels: FeedbackTexts.Labels(
        educator: "Docente", submission: "Número de entrega", rubric: "Rúbrica", attempt: "Intento",
        attemptsLeft: "Intentos que quedan", decided: "Decidido", seen: "Lo que vieron quienes evaluaron",
        whole: "Sobre el conjunto", kept: "Lo que se conserva para el próximo intento", next: "Qué hacer ahora",
        looksLike: "se ve así:", sum: "Cómo se suman los puntos", criterion: "Criterio", level: "Nivel",
        points: "Puntos", weight: "Peso", product: "Puntos × peso", total: "Suma", minimum: "Se necesitan",
        least: "Se necesitan en cada criterio obligatorio"),
    footer: "Escrito por Assay. La constancia firmada de esta decisión es record.xml, en esta carpeta; "
        + "record.xml.sig es su firma. Guarde las tres juntas.",
    noLimit: "sin límite", noneNeeded: "no hacen falta", noneAsRetired: "ninguno: la rúbrica está retirada",
    notJudged: "Sin evaluar: este criterio es opcional y se dejó abierto", noLevel: "sin evaluar",
    earned: "Obtenida", notYetEarned: "Todavía no obtenida",
    congratulations: { "Felicidades. Su evidencia demuestra la competencia: \($0)" },
    partly: "Su evidencia muestra hasta ahora una parte de la competencia. "
        + "Esta página dice qué se vio y qué falta todavía.",
    allMet: { $0 == 1 ? "Se cumple el criterio obligatorio." : "Se cumplen los \($0) criterios obligatorios." },
    someMet: { "Criterios obligatorios que se cumplen: \($0) de \($1); quedan abiertos: \($2)." },
    points: { "Su trabajo tiene \($0) puntos; se necesitan \($1)." },
    each: { "Cada criterio obligatorio necesita al menos \($0); por debajo: \($1)." },
    reader: { label in
        label == "adjudicator"
            ? "evaluación de desempate" : label.hasPrefix("reader-") ? "evaluación \(label.dropFirst(7))" : label
    },
    readBy: { "leído por \($0) personas" },
    adjudicated: "hubo diferencias, y lo leyó también una persona a cargo",
    carried: "conservado de su intento anterior",
    readAnew: "Con esta rúbrica, en cada intento se vuelve a leer cada criterio.",
    noneMet: "Todavía no se cumple ningún criterio, así que todos se volverán a leer.",
    keptIfUnchanged:
        "Estos quedan como están, siempre que la evidencia en que se apoyan se envíe de nuevo sin cambios:",
    keptOnShared: { "Se apoya en \($0), igual que \($1): si cambia eso para \($1), esto se vuelve a evaluar." },
    stepsWhenEarned: [
        "Guarde esta página y la constancia que la acompaña; son su comprobante.",
        "Preséntelas donde su distrito las pida, por ejemplo para horas de crédito o un ascenso salarial.",
    ],
    stepsAfterTheLast: [
        "Este fue el último intento que permite la rúbrica.",
        "Lleve esta página a su mentora o mentor, o a la oficina de su programa, y hablen de lo que sigue.",
    ],
    stepsWhenRetired: [
        "La rúbrica está retirada y no se ofrece otra versión de ella: ya no es posible otro intento.",
        "Lleve esta página a su mentora o mentor, o a la oficina de su programa, y hablen de lo que sigue.",
    ],
    gather: {
        "Lea lo que se vio en \($0 ?? "cada criterio") y reúna evidencia nueva para eso. Puede ser de otra clase."
    },
    sendAgain: "Envíe de nuevo el paquete completo: la evidencia nueva, y lo demás sin cambios. "
        + "Un paquete por carpetas no necesita nada más.",
    sayWhatChanged:
        "En un manifiesto que enumera la evidencia, o para decir qué cambió, escriba esta línea justo arriba "
        + "de </submission>:",
    whatChanged: "Qué cambió",
    attempts: { left in
        switch left {
        case 1?: "Queda un intento."
        case let left?: "Quedan \(left) intentos."
        case nil: "No hay límite de intentos."
        }
    })
