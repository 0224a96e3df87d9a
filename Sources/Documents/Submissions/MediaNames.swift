/// What people call a media type; the type itself where there is no such word.
func mediaName(_ type: String) -> String { names[type.lowercased()] ?? type }

/// Several of them, as alternatives: PDF, plain text or an Excel sheet.
func mediaNames(_ types: [String]) -> String {
    var words: [String] = []
    for name in types.map(mediaName) where !words.contains(name) { words.append(name) }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

private let names = [
    "application/pdf": "PDF", "application/rtf": "rich text (RTF)", "application/zip": "a zip archive",
    "application/octet-stream": "of no known kind", "application/msword": "an old Word document (.doc)",
    "application/vnd.ms-excel": "an old Excel sheet (.xls)",
    "application/vnd.ms-powerpoint": "an old PowerPoint document (.ppt)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "a PowerPoint document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "an Excel sheet",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument sheet",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation",
    "audio/*": "a sound recording", "audio/mpeg": "an MP3 recording", "audio/mp4": "an MP4 recording",
    "audio/x-m4a": "an M4A recording", "audio/wav": "a WAV recording", "audio/x-wav": "a WAV recording",
    "audio/ogg": "an Ogg recording", "image/*": "a picture", "image/gif": "a GIF picture",
    "image/heic": "an HEIC picture", "image/jpeg": "a JPEG picture", "image/png": "a PNG picture",
    "image/svg+xml": "an SVG drawing", "image/tiff": "a TIFF picture", "image/webp": "a WebP picture",
    "text/*": "text", "text/html": "a web page", "text/markdown": "Markdown", "text/plain": "plain text",
    "video/*": "a video", "video/mp4": "an MP4 video", "video/quicktime": "a QuickTime video",
    "video/webm": "a WebM video",
]
