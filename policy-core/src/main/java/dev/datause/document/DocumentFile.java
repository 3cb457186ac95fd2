package dev.datause.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file, read once: what was read is what is judged, whatever happens to the file later. */
public final class DocumentFile {
    private DocumentFile() {}

    /**
     * Reads a file. A link to a regular file is followed; pipes, devices and folders are refused before they are opened.
     *
     * @param name how problems call it: paths of this machine are not shown
     * @throws DocumentException if it is missing, no regular file, not readable, or longer than the limit
     */
    public static byte[] bytes(Path file, String name, Limits limits) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refused(DocumentCode.UNREADABLE, name, "not a regular file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(limits.fileBytes());
                if (in.read() >= 0) {
                    throw refused(DocumentCode.LIMIT, name, JsonDocument.tooManyBytes(limits));
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw refused(DocumentCode.UNREADABLE, name, "no such file");
        } catch (AccessDeniedException e) {
            throw refused(DocumentCode.UNREADABLE, name, "no permission to read the file");
        } catch (IOException e) {
            throw refused(DocumentCode.UNREADABLE, name, "the file cannot be read");
        }
    }

    /** How problems call a file by default: a relative path as it is, with {@code /}; of an absolute one only the last name. */
    public static String name(Path file) {
        Path last = file.getFileName();
        if (file.isAbsolute() && last != null) {
            return last.toString();
        }
        // A backslash separates on some systems, and is a letter of a name on others.
        String separator = file.getFileSystem().getSeparator();
        return separator.equals("/") ? file.toString() : file.toString().replace(separator, "/");
    }

    private static DocumentException refused(DocumentCode code, String name, String message) {
        Problems problems = Problems.of(name, Lines.hidden());
        problems.add(code, Position.START, message);
        return problems.exception();
    }
}
