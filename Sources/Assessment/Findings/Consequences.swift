extension FindingCode {
    /// How the code of a rubric's own rule begins; the rule's id follows.
    package static let rulePrefix = "rule."

    /// The code of a word that a finding bears; every `rule.…` that is no code itself is a rule of some rubric.
    package init?(word: String) {
        if let code = FindingCode(rawValue: word) {
            self = code
        } else if word.hasPrefix(Self.rulePrefix) {
            self = .rule
        } else {
            return nil
        }
    }

    /// Ids that a rule may not have, for the rule's code would be one of the program's own.
    package static let reservedRules: Set<String> = Set(
        allCases.filter { $0 != .rule && $0.rawValue.hasPrefix(rulePrefix) }
            .map { String($0.rawValue.dropFirst(rulePrefix.count)) })

    /// What follows from it when it is unlike the others of its group: who waits, what is tried again.
    package var exception: String? {
        switch self {
        case .bundleDuplicate: "The bundle goes back, and the first one goes on. An error in `assay check`."
        case .bundleMoreFindings: "As severe as the worst of those that aren't told."
        case .bundleUnreadable: "It is tried once more in the next pass, then returned."
        case .bundleWaiting: "Only in `assay check`: `assay run` would wait."
        case .archiveIncomplete, .manifestMissing, .manifestSeveral, .evidenceMissing, .evidenceWrongSize,
            .evidenceWrongDigest:
            "Waited for: the bundle is returned when it hasn't changed for `patience`."
        case .bagMissing, .bagDigest, .bagTag, .bagOxum:
            "Waited for: the bundle is returned when it hasn't changed for `patience`."
        case .bagDeclaration: "The bundle is returned at once; an empty bagit.txt is waited for."
        case .bagManifest, .bagUnlisted:
            "The bundle is returned at once; while a manifest isn't there or ends within a line, it is waited for."
        case .evidenceTooFew, .folderUnknown:
            "In a bundle by folders it is waited for, until nothing has changed for `patience`."
        case .fileTemporary:
            "Waited for; when the bundle hasn't changed for `patience`, it is taken without the file. An error in `assay check`."
        case .rubricUnknown: "While a file in Rubrics is invalid, the bundle waits: that file may be its rubric."
        case .rubricTwice:
            "Nothing is taken under that version: its bundles wait. What was accepted goes on."
        case .ruleReservedId: "A warning where submissions were accepted under the version already."
        case .rule: "As severe as the rule says: an error or a warning."
        case .evidenceUnscorable: "The submission is `incomplete`, and the educator gets a letter."
        case .slotUnroutable: "The submission waits; every pass tries again."
        case .publishFailed: "It is tried again in every pass."
        case .queueStray: "It is left where it is, and told until it is gone."
        case .xmlNotWellFormed: "A manifest is waited for, and returned when it hasn't changed for `patience`."
        default: nil
        }
    }

    /// Whether a receipt can hold it, so that whoever dropped the bundle reads it.
    package var standsInReceipts: Bool {
        switch self {
        case .bundleWaiting, .slotUnroutable, .documentUnexpected, .documentUnreadable, .idTwice, .numberInvalid,
            .datesReversed:
            false
        default: [.bundles, .manifests, .submissions, .documents].contains(group)
        }
    }

    /// What follows from it.
    package var consequence: String { exception ?? group.consequence(of: severity) }
}

extension FindingCode.Group {
    /// What follows from most findings of the group.
    package func consequence(of severity: Finding.Severity) -> String {
        switch (self, severity) {
        case (.bundles, .error), (.manifests, .error), (.submissions, .error): "The bundle is returned at once."
        case (.bundles, .warning), (.manifests, .warning), (.submissions, .warning):
            "The bundle is taken all the same."
        case (.decisions, .error): "Nothing is taken from the file until it is mended."
        case (.decisions, .warning): "The decision is taken all the same."
        case (.rubrics, .error):
            "Nothing new is taken under the rubric until it is mended; what was accepted goes on."
        case (.people, .error):
            "While program.xml is invalid, no bundle is taken; while either is, nobody is assigned."
        case (.documents, .error):
            "A manifest's bundle is returned, a decision isn't taken, and a document in Rubrics isn't used, until it is mended."
        case (.rubrics, .warning), (.people, .warning), (.documents, .warning): "The document is used all the same."
        }
    }
}
