extension FindingCode {
    /// What a finding is about: the list's sections, in its order.
    package enum Group: String, CaseIterable, Sendable {
        case bundles = "A bundle"
        case manifests = "A manifest"
        case submissions = "Between submissions"
        case decisions = "A decision file"
        case rubrics = "A rubric"
        case people = "program.xml and reviewers.xml"
        case documents = "Any document"
    }

    /// Where the code stands in the list.
    package var group: Group {
        switch self {
        case .bundleDuplicate, .bundleTooDeep, .bundleTooLarge, .bundleTooManyFiles, .bundleMoreFindings,
            .bundleUnreadable, .bundleWaiting, .manifestNotAFile, .archiveIncomplete, .archiveDamaged,
            .archiveEncrypted, .archivePath, .archiveNameTwice, .manifestMissing, .manifestSeveral,
            .manifestNotASubmission, .fileNotPlain, .fileAmbiguousName, .fileUnlisted, .folderUnknown, .fileTemporary,
            .bagDeclaration, .bagManifest, .bagAlgorithm, .bagUnlisted, .bagMissing, .bagDigest, .bagTag, .bagOxum,
            .bagFetch:
            .bundles
        case .languageUnknown, .educatorMismatch, .educatorDiffers, .schoolUnknown, .cohortUnknown,
            .rubricUnknownVersion, .rubricUnknown, .rubricNotOffered, .rubricNewerVersion, .statementMissing,
            .statementNotAgreed,
            .pathRefused, .pathListedTwice, .pathManifest, .sha256Invalid, .evidenceNoText, .evidenceNoLink,
            .releaseInvalid, .evidenceUnknownKind, .evidenceForm, .evidenceTooFew, .evidenceTooMany,
            .evidenceNoRelease, .evidenceMissing, .evidenceWrongSize, .evidenceWrongDigest, .evidenceFolder,
            .evidenceTemporary, .evidenceMedia, .evidenceTooLarge, .evidenceTooFewWords, .evidenceTooManyWords,
            .evidenceWordsUnknown, .linkRefused, .linkHost, .linkNoDuration, .linkTooShort, .linkTooLong, .rule,
            .ruleUnjudged:
            .manifests
        case .submissionOpen, .submissionAlreadyEarned, .resubmissionUnknown, .resubmissionNotLatest,
            .resubmissionImplied, .resubmissionUnchanged, .resubmissionTooMany, .resubmissionNothingNew,
            .prerequisiteMissing, .evidenceUnscorable, .slotUnroutable:
            .submissions
        case .decisionStatus, .decisionMissingLevel, .decisionUnknownLevel, .decisionMissingComment,
            .decisionMissingCriterion, .decisionUnknownCriterion, .decisionCriterionTwice, .decisionMissingReason,
            .decisionMissingEvidence, .decisionAlreadyTaken, .decisionUnclosedComment, .decisionTicket,
            .decisionStray, .decisionChangedBinding, .decisionTwoVersions, .decisionRenamed, .decisionNotADecision,
            .decisionNotPlain, .decisionNotText, .decisionTooLarge, .decisionEmpty, .decisionCut,
            .decisionMissingLine, .decisionLineTwice, .decisionStrayText, .decisionUnreadWords, .decisionUnreadable,
            .publishFailed, .queueStray:
            .decisions
        case .rubricChanged, .rubricTwice, .rubricLetterCase, .rubricTooManyCriteria, .rubricNoCriteria,
            .rubricNoEvidence, .scaleUnknown, .scalePoints, .scaleOrder, .scaleLabel, .scaleNoneMeets, .scaleAllMeet,
            .levelUnknown, .criterionNoDescriptors, .criterionNoEvidence, .evidenceNoEffect, .boundsReversed,
            .settleTooLong, .mediaNeverFound, .mediaInvalid, .hostInvalid, .listEmpty, .ruleNoTest, .ruleBraces,
            .ruleXpath, .ruleEndless, .awardNoMinimum, .awardUnreachable, .awardNoEffect, .awardNothingRequired,
            .reviewAgreeUnused, .reviewDue, .alignmentNoCode, .goalUnknown, .prerequisiteSelf, .prerequisiteUnknown,
            .hrefNotWeb, .durationZero, .ruleReservedId, .ruleMatchesNothing, .rubricTooFewReaders, .versionUnordered,
            .versionEqual, .durationTooLong, .hostBare, .evidenceUnjudged, .awardMinimum:
            .rubrics
        case .programMissing, .programTwice, .programTimeZone, .closedTooLong, .urlInvalid, .reviewersMissing,
            .reviewersTwice,
            .reviewerNotQualified, .reviewerOneOf, .qualifiedUnknownRubric, .qualifiedUnknownTag, .emailTwice:
            .people
        case .xmlNotWellFormed, .xmlInvalid, .xmlEncoding, .xmlDoctype, .xmlTooLarge, .xmlUnjudged,
            .documentUnexpected, .documentUnreadable, .idTwice, .idDeviceName, .numberInvalid, .durationInvalid,
            .dateInvalid, .datesReversed, .emailInvalid:
            .documents
        }
    }

    /// How bad it is. A rule of a rubric says its own.
    package var severity: Finding.Severity {
        switch self {
        case .bundleDuplicate, .fileUnlisted, .fileTemporary, .languageUnknown, .educatorDiffers, .cohortUnknown,
            .rubricNewerVersion,
            .evidenceWordsUnknown, .resubmissionImplied, .resubmissionUnchanged, .prerequisiteMissing, .slotUnroutable,
            .rubricNoEvidence,
            .scaleAllMeet, .criterionNoDescriptors, .criterionNoEvidence, .evidenceNoEffect, .mediaNeverFound,
            .listEmpty, .awardNoEffect, .awardNothingRequired, .reviewAgreeUnused, .prerequisiteUnknown, .hrefNotWeb,
            .reviewerNotQualified, .qualifiedUnknownRubric, .qualifiedUnknownTag, .ruleMatchesNothing,
            .rubricTooFewReaders, .versionUnordered,
            .versionEqual, .durationTooLong, .hostBare, .evidenceUnjudged, .awardMinimum, .bagAlgorithm,
            .decisionUnreadWords, .closedTooLong:
            .warning
        default: .error
        }
    }
}
