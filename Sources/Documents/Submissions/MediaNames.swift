/// What people call a media type; the type itself where there is no such word.
func mediaName(_ type: String) -> String { names[type.lowercased()] ?? type }

/// Several of them, as alternatives: PDF, plain text or an Excel sheet.
func mediaNames(_ types: [String]) -> String {
    var words: [String] = []
    for name in types.map(mediaName) where !words.contains(name) { words.append(name) }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

/// The type that somebody meant who wrote a file's ending, or a type that is never found; nil where that can't be told.
func meantMediaType(_ written: String) -> String? {
    let word = written.split(separator: "/").last.map(String.init)?.lowercased() ?? ""
    return meant[word.first == "." ? String(word.dropFirst()) : word]
}

private let office = "application/vnd.openxmlformats-officedocument."

/// By a file's ending, or by a subtype that other programs use.
private let meant = [
    "pdf": "application/pdf", "x-pdf": "application/pdf", "docx": office + "wordprocessingml.document",
    "word": office + "wordprocessingml.document", "xlsx": office + "spreadsheetml.sheet",
    "excel": office + "spreadsheetml.sheet", "pptx": office + "presentationml.presentation",
    "powerpoint": office + "presentationml.presentation", "doc": "application/msword",
    "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "pjpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp", "heic": "image/heic",
    "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml", "mp3": "audio/mpeg", "x-mp3": "audio/mpeg",
    "m4a": "audio/x-m4a", "wav": "audio/x-wav", "wave": "audio/x-wav", "ogg": "audio/ogg", "mp4": "video/mp4",
    "m4v": "video/x-m4v", "mov": "video/quicktime", "avi": "video/x-msvideo", "mkv": "video/x-matroska",
    "mpg": "video/mpeg", "webm": "video/webm", "zip": "application/zip", "x-zip-compressed": "application/zip",
    "txt": "text/plain", "csv": "text/plain", "json": "text/plain", "rtf": "text/plain", "html": "text/plain",
    "xml": "text/plain", "md": "text/markdown",
]

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
    "video/webm": "a WebM video", "video/mpeg": "an MPEG video", "video/x-m4v": "an M4V video",
    "video/x-matroska": "a Matroska video", "video/x-msvideo": "an AVI video",
]
