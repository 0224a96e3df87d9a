internal import Assessment
internal import Credentials
internal import Documents

/// Checks records' signatures, each by the key that the record names.
struct Signatures {
    /// Nil where it can't be read; what it signed isn't checked then.
    let present: RecordKey?
    let history: KeyHistory
    private var broken: [String] = []
    private var byEarlier: [String: Int] = [:]
    private var unknown: [String: Int] = [:]

    init(present: RecordKey?, history: KeyHistory) { (self.present, self.history) = (present, history) }

    mutating func check(_ signature: [UInt8], over xml: [UInt8], of submission: String) {
        guard let present else { return }
        let signer = KeyHistory.signer(of: xml) ?? ""
        if signer != present.id, history.hasSigned(signer) {
            guard let key = history.known[signer] else {
                unknown[signer, default: 0] += 1
                return
            }
            if key.verifies(signature, over: xml) {
                byEarlier[signer, default: 0] += 1
                return
            }
        } else if present.publicKey.verifies(signature, over: xml) {
            return
        }
        broken.append(submission)
    }

    /// Right where a key was lost; told all the same, for a stranger's key would look like that.
    var notes: [String] {
        byEarlier.sorted { $0.key < $1.key }.map { id, number in
            "The signature of \(counted(number, "record")) holds by an earlier key (\(id)), which another one has followed "
                + "since: who checks them needs Outbox/Keys/\(KeyHistory.name(of: id))."
        }
    }

    /// Records whose key has no public half here, and all whose signature doesn't hold.
    var faults: [String] {
        broken.map { "The signature of the record of \($0) doesn't hold." }
            + unknown.sorted { $0.key < $1.key }.map { id, number in
                "The signature of \(counted(number, "record")) wasn't checked: an earlier key (\(id)) made it, and its public "
                    + "half isn't here. Lay that, from where Outbox/Keys was moved, as Outbox/Keys/\(KeyHistory.name(of: id))."
            }
    }
}
