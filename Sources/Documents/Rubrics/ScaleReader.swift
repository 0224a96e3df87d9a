import Assessment
import Markup

/// A rubric's scales: levels best first, points strictly falling, all meeting ones before the others.
extension Notes {
    mutating func scales(_ root: Element) -> [Scale] {
        let elements = root.children("scale")
        judgeUnique(elements, noun: "scale")
        return elements.map { element in
            Scale(id: id("id", of: element), levels: levels(element))
        }
    }

    private mutating func levels(_ scale: Element) -> [Level] {
        let elements = scale.children("level")
        judgeUnique(elements, noun: "level")
        var levels: [Level] = []
        var previous: Int?
        var ids: [String: Int] = [:]
        var labels: [String: Int] = [:]
        for element in elements {
            let points = number("points", of: element, in: -1_000_000...1_000_000, isRequired: true)
            let level = Level(
                id: id("id", of: element), points: points ?? 0, meets: flag("meets", of: element, default: nil),
                label: words(of: element))
            if let points, let previous, points >= previous {
                add(
                    .scalePoints, at: element.place(of: "points"),
                    "The level \(quoted(level.id)) has \(points) points; the one before it has \(previous).",
                    remedy: "Write the best level first, each with fewer points than the one before.")
            }
            if level.meets, levels.last?.meets == false {
                add(
                    .scaleOrder, at: element.place(of: "meets"),
                    "The level \(quoted(level.id)) meets the criterion, and the better one before it doesn't.",
                    remedy: "Write every level with meets=\"true\" before those with meets=\"false\".")
            }
            // A reviewer may write a level's id or its label, so that no two may share one.
            let (id, label) = (level.id.lowercased(), level.label.lowercased())
            if let line = labels[label] ?? ids[label] ?? labels[id] {
                add(
                    .scaleLabel, at: element.place,
                    "The level \(quoted(level.id)) shares its id or its label with the level in line \(line).",
                    remedy: "Give each level a label of its own: reviewers may write the label in place of the id.")
            }
            (ids[id], labels[label]) = (element.line, element.line)
            previous = points ?? previous
            levels.append(level)
        }
        // A 'meets' that can't be read is told by itself.
        if elements.allSatisfy({ ["true", "false", "1", "0"].contains($0.trimmed("meets") ?? "") }) {
            judgeMeeting(levels, scale)
        }
        return levels
    }

    private mutating func judgeMeeting(_ levels: [Level], _ scale: Element) {
        if !levels.contains(where: \.meets) {
            add(
                .scaleNoneMeets, at: scale.place, "No level of this scale meets a criterion.",
                remedy: "Write meets=\"true\" in the levels that are good enough.")
        } else if levels.allSatisfy(\.meets) {
            add(
                .scaleAllMeet, at: scale.place, "Every level of this scale meets a criterion.",
                remedy: "Write meets=\"false\" in the levels that aren't good enough.")
        }
    }
}
