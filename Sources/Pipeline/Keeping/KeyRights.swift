internal import Folders

/// Who but the program's account may read the private key.
enum KeyRights {
    /// A sentence where others may; nil where nobody else does.
    static func warning(_ home: Folder) throws -> String? {
        guard let folder = try home.status("keys"), let file = try home.status("keys/record.pem") else { return nil }
        // Members of the group, and everybody else: each needs the way through the folder, and the file.
        let isOpen = [0o010, 0o001].contains { folder.mode & $0 != 0 && file.mode & ($0 << 2) != 0 }
        guard isOpen else { return nil }
        return "Others may read the private key '\(home.path)/keys/record.pem', and so sign records. "
            + "Take that right away: chmod 700 '\(home.path)/keys'"
    }
}
